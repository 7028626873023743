/** Stretches of the reading that were understood before its phrases are read; what they mean is left to others. */
import type { Range } from '../reading.js'

/** What the scan of numbers and the repair found in the reading, by where it begins. */
export interface Spans {
  /** A date or time span that begins at the offset and ends at or before the limit. */
  date(start: number, end: number): Range | undefined
  /** The label of a list. */
  label(start: number, end: number): Range | undefined
  /** Takes a length of time for a mere adverb from now on: 五年 of 五年来. */
  noteAdverb(range: Range): void
  /** The word at the offset lost the name behind it: 全 without its 县. */
  isOrphan(offset: number): boolean
  /** A place whose name is masked that begins at the offset and ends at or before the limit: __县. */
  hiddenPlace(start: number, end: number): Range | undefined
}
