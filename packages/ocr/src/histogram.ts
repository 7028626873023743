/** The least value that more than a share of all do not exceed, of values that are counted; -1 where there are none. */
export function quantileOf(counts: Uint32Array, share: number): number {
  const enough = share * counts.reduce((sum, count) => sum + count, 0)
  let sum = 0
  return counts.findIndex((count) => {
    sum += count
    return sum > enough
  })
}
