/** What stands in the file of a lock: whose it is, and a count that goes on while its owner lives. */

export interface LockHead {
  readonly token: string
  /** The process that made it (`lock-owner.ts`), or nothing. */
  readonly owner: string
}

/** Of one length always, so that it is written over in place. */
export function lockText({ token, owner }: LockHead, beat: number): string {
  return `${JSON.stringify({ program: 'huanyuan', token, owner, beat: String(beat).padStart(12, '0') })}\n`
}

const whole = /^\{"program":"huanyuan","token":"[0-9a-f-]{36}","owner":"([^"\\]*)","beat":"\d{12}"\}\n$/

/** Whether a text is that of a lock, or of one that was cut short as it was made. */
export function isLockText(text: string): boolean {
  return text === '' || whole.test(text)
}

/** The process that the text names; nothing where it is not whole. */
export function ownerIn(text: string): string {
  return whole.exec(text)?.[1] ?? ''
}

/** Whether the text is that of this token's lock, however often it has beaten. */
export function isLockOf(token: string, text: string): boolean {
  return isLockText(text) && text.includes(token)
}
