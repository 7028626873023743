/**
 * Whether a tool replaced the first place of each word alone. Then what it wrote stands once, and the right word follows
 * behind it; a tool that replaces every place, and a text of which only parts were spun, write a form again and again and
 * leave words in front of it.
 */
import { eachMatch } from './matches.js'
import type { SpunEvidence } from './spun-evidence.js'

/** By form: the offset of its first place in the text as it stands. */
export type FirstPlaces = ReadonlyMap<number, number>

/** Forms that weigh less are current words as well: the author may have written them. */
const leastMarker = 2.5
/** So many more forms must speak for such a tool than twice those that speak against it. */
const leastLead = 3

/** The first places of a text's forms where such a tool went through it, else undefined. */
export function findFirstPlaces(
  { trie, markers, origins }: SpunEvidence,
  text: string,
): FirstPlaces | undefined {
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  eachMatch(trie, text, 0, text.length, (form, start) => {
    if (places.has(form)) repeated.add(form)
    else places.set(form, start)
  })
  let lead = 0
  for (const [form, start] of places) {
    if (markers[form]! < leastMarker) continue
    const standard = places.get(origins[form]!)
    if (repeated.has(form) || (standard !== undefined && standard < start)) lead -= 2
    else if (standard !== undefined) lead++
  }
  return lead >= leastLead ? places : undefined
}
