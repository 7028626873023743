/** What stands in the file of a lock: whose it is, and a count that goes on while its owner lives. */

/** Of one length always, so that it is written over in place. */
export function lockText(token: string, beat: number): string {
  return `${JSON.stringify({ program: 'huanyuan', token, beat: String(beat).padStart(12, '0') })}\n`
}

/** Whether a text is that of a lock, or of one that was cut short as it was made. */
export function isLockText(text: string): boolean {
  return text === '' || /^\{"program":"huanyuan","token":"[0-9a-f-]{36}","beat":"\d{12}"\}\n$/.test(text)
}

/** Whether the text is that of this token's lock, however often it has beaten. */
export function isLockOf(token: string, text: string): boolean {
  return isLockText(text) && text.includes(token)
}
