/** Points in time as the numbers that spreadsheets count days by. */

const dayInMilliseconds = 86_400_000
/** The day that Excel counts from, so that its wrong leap day of 1900 is behind it. */
const firstDay = Date.UTC(1899, 11, 30)

/** A point in time as the number that stands for it; as it is written where it is none. */
export function serialOf(written: string): string {
  const time = Date.parse(`${written.replace(/Z$/, '')}Z`)
  return Number.isNaN(time) ? written : String((time - firstDay) / dayInMilliseconds)
}
