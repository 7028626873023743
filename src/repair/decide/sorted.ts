/** Look-up in items that are sorted by where they start. */
import { countFirst } from '../../model/sorted.js'

/** Place of the first item that starts at an offset or behind it. */
export function firstFrom(sorted: readonly { readonly start: number }[], offset: number): number {
  return countFirst(sorted.length, (index) => sorted[index]!.start < offset)
}
