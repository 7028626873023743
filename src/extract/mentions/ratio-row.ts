/** Figures that colons join are members of one ratio: 5.2:41.3:53.5. */
import type { Reading } from '../reading.js'
import type { Mention } from './mention.js'

const colon = /^\s*[:：]\s*$/

/** Whether a colon alone stands between two places of a text. */
export const isRatioJoin = ({ text }: Reading, start: number, end: number) =>
  colon.test(text.slice(start, end))

/** Where the ratio begins that a figure is a member of: its own place where it is in none. */
export function ratioStart(reading: Reading, mentions: readonly Mention[], at: number): number {
  let first = at
  while (
    first > 0 &&
    isRatioJoin(reading, mentions[first - 1]!.quantity.end, mentions[first]!.quantity.start)
  )
    first--
  return first
}
