/** What stands near by in a text. */
import { countFirst } from '../../model/sorted.js'

/** Disguised words stand so near to each other, in characters, or they are slips of the pen. */
export const reach = 150

interface Place {
  readonly start: number
}

/** Those of some places, in order, that are within reach of one, itself among them. */
export function near<P extends Place>(places: readonly P[], { start }: Place): readonly P[] {
  const low = countFirst(places.length, (index) => places[index]!.start < start - reach)
  let end = low
  while (end < places.length && places[end]!.start <= start + reach) end++
  return places.slice(low, end)
}
