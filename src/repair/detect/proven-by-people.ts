/**
 * Whether people prove a document spun, of a collection in which they decided on words: they took a word of it back, or it
 * holds several of the forms that they took back elsewhere.
 * Invariant: forms that clean prose holds too prove nothing, however often they were taken back.
 */
import type { LaidOutDocument } from '../../model/document.js'
import type { TaughtTool } from '../tool/taught-pairs.js'
import type { Classifier } from './classify.js'
import { eachMatch } from './matches.js'

/** So many different forms prove a document. */
const leastForms = 2

/** Whether what people decided proves the document. */
export function provenByPeople(
  { id, normalised: { text } }: Pick<LaidOutDocument, 'id' | 'normalised'>,
  { evidence, detection }: Classifier,
  taught: TaughtTool | undefined,
): boolean {
  if (taught === undefined) return false
  if (taught.spun.has(id)) return true
  const found = new Set<number>()
  eachMatch(evidence.trie, text, 0, text.length, (form) => {
    if (taught.forms.has(form) && evidence.markers[form]! >= detection.leastMarker) found.add(form)
  })
  return found.size >= leastForms
}
