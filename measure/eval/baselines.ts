/**
 * What one does without this project: replace every form of the dictionary, or only the forms that standard prose does
 * not use. Both take the longest match from left to right, and of several standard words the likeliest.
 */
import { longestMatch } from '../../src/model/trie.js'
import type { Resources } from '../../src/pipeline/resources.js'
import type { PredictedEdit } from './score-repair.js'

/** Log-odds of spun text from which a form is a marker: standard prose hardly uses it. */
const markerOdds = 2

function replaceWhere(
  text: string,
  resources: Resources,
  wanted: (form: number) => boolean,
): PredictedEdit[] {
  const { lexicon, starts, pairs } = resources.candidates
  const edits: PredictedEdit[] = []
  let at = 0
  while (at < text.length) {
    const match = longestMatch(lexicon.trie, text, at)
    if (match === undefined) {
      at++
      continue
    }
    const first = starts[match.pattern]!
    if (first < starts[match.pattern + 1]! && wanted(match.pattern)) {
      const replacement = lexicon.forms[lexicon.pairStandard[pairs[first]!]!]!
      edits.push({ start: at, end: match.end, replacement, confidence: 1 })
    }
    at = match.end
  }
  return edits
}

export function replaceAlways(text: string, resources: Resources): PredictedEdit[] {
  return replaceWhere(text, resources, () => true)
}

export function replaceMarkers(text: string, resources: Resources): PredictedEdit[] {
  return replaceWhere(
    text,
    resources,
    (form) => resources.candidates.classifier.evidence.odds[form]! >= markerOdds,
  )
}
