/** Look-up in items that are sorted by where they start. */

/** Place of the first item that starts at an offset or behind it. */
export function firstFrom(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
