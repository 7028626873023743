/** The name that a user may have meant. */
import { requireHere } from '../resources/place.js'

const load = (): typeof import('fastest-levenshtein') => requireHere()('fastest-levenshtein')

/** The nearest of the names; undefined where none is near: more than two edits away, or half of the word. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const { distance } = load()
  const near = names.map((name) => ({ name, edits: distance(word, name) }))
  near.sort((a, b) => a.edits - b.edits)
  const [best] = near
  return best !== undefined && best.edits <= Math.min(2, word.length / 2) ? best.name : undefined
}
