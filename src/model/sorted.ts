/** Look-up in items that are sorted, by halves. */

/** How many of `length` sorted items, from the first on, are what is asked: the index of the first that is not. */
export function countFirst(length: number, is: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(middle)) low = middle + 1
    else high = middle
  }
  return low
}
