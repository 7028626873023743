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

/** A copy in order. What is so already, as most of what a page shows is, is only looked through. */
export function inOrder<T>(items: readonly T[], compare: (one: T, other: T) => number): T[] {
  const copy = [...items]
  for (let at = 1; at < copy.length; at++)
    if (compare(copy[at - 1]!, copy[at]!) > 0) return copy.sort(compare)
  return copy
}
