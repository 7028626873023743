/** The one place where the time is read: decisions say when they were made. No record and no result depends on it. */
export function timeNow(): string {
  return new Date().toISOString()
}
