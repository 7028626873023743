/** What stands near by in a text. */

/** Disguised words stand so near to each other, in characters, or they are slips of the pen. */
export const reach = 150

interface Place {
  readonly start: number
}

/** Those of some places, in order, that are within reach of one, itself among them. */
export function near<P extends Place>(places: readonly P[], { start }: Place): readonly P[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.start < start - reach) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < places.length && places[end]!.start <= start + reach) end++
  return places.slice(low, end)
}
