/** Words that clean prose is made of: what may stand behind a doubtful word. */
import type { Candidates } from '../decode/candidates.js'

/** Rarer standard words than this are not proposed: log-probability in standard prose. */
const leastFrequency = -13.5

/** Standard words by the characters that they hold, made once for a set of candidates. */
const shapes = new WeakMap<Candidates, Map<string, number[]>>()

export function isStandard(candidates: Candidates, form: number): boolean {
  const { standardStarts } = candidates.lexicon
  return standardStarts[form] !== standardStarts[form + 1] && candidates.frequency[form]! >= leastFrequency
}

export function shapesOf(candidates: Candidates): Map<string, number[]> {
  let index = shapes.get(candidates)
  if (index !== undefined) return index
  index = new Map()
  const { lexicon, frequency } = candidates
  lexicon.forms.forEach((word, form) => {
    if (word.length !== 2 || !isStandard(candidates, form)) return
    for (const character of new Set(word)) {
      const words = index.get(character)
      if (words) words.push(form)
      else index.set(character, [form])
    }
  })
  for (const words of index.values()) words.sort((a, b) => frequency[b]! - frequency[a]! || a - b)
  shapes.set(candidates, index)
  return index
}
