/**
 * Edits of the text as changes of the runs that it stands in. An edit is made as a whole or not at all: one that goes
 * over the end of a paragraph, or touches what no run says freely, is given back.
 */
import type { Edit } from '../model/edit.js'
import { canChange } from '../readers/wordml/trace.js'
import type { Changes, Place, TracedSource } from './places.js'
import { inkless, placeAt, putMark, takeOut } from './places.js'
import type { ChangeStyle } from './runs.js'
import { insertionBeside } from './runs.js'

const isFree = (place: Place | undefined) => place !== undefined && canChange(place.item)

/** The places of the characters that an edit takes out; undefined where one of them cannot be. */
function placesOf(source: TracedSource, { start, end }: Edit): Place[] | undefined {
  const places: Place[] = []
  for (let at = start; at < end; at++) {
    if (source.origins[at] === inkless) continue
    const place = placeAt(source, at)
    if (place === undefined || !isFree(place)) return undefined
    places.push(place)
  }
  const [first] = places
  const isOne = places.every(({ item }) => item.run.paragraph === first!.item.run.paragraph)
  return isOne ? places : undefined
}

/** Makes the edits, as far as they can be made; gives those that cannot. */
export function makeEdits<E extends Edit>(
  source: TracedSource,
  edits: readonly E[],
  changes: Changes,
  style: ChangeStyle,
): E[] {
  const { parts } = source.trace
  const put = (side: 'before' | 'behind', place: Place, text: string, like = place) => {
    if (text === '') return
    putMark(changes, side, place, (run) =>
      insertionBeside(run, like.item.run, parts.get(run.part)!, text, style),
    )
  }
  return edits.filter((edit) => {
    const places = placesOf(source, edit)
    if (places === undefined) return true
    if (places.length > 0) {
      for (const place of places) takeOut(changes, place)
      put('behind', places.at(-1)!, edit.replacement, places[0])
      return false
    }
    const before = placeAt(source, edit.start - 1)
    const behind = placeAt(source, edit.end)
    if (before !== undefined && isFree(before)) put('behind', before, edit.replacement)
    else if (behind !== undefined && isFree(behind)) put('before', behind, edit.replacement)
    else return edit.replacement !== ''
    return false
  })
}
