/**
 * Swaps that the lexicon does not name. After a first decoding, words that may still be spun are held against
 * standard words that stand near them in the lexicon (the pair the other way round, another value of the same word)
 * or, where the word stands oddly, that share a character with it. Those that read better where the word stands,
 * together or in one place by far, become pairs of this document alone, at a high price; the second decoding decides,
 * and repetition in the document counts there as it does for any pair.
 */
import type { ModelStates } from '../../lm/query.js'
import type { ProposalSource } from '../../model/pair.js'
import type { Candidates, Proposal } from '../decode/candidates.js'
import type { Decoded } from '../decode/decode.js'
import type { DoubtfulWord, Occurrence } from './doubtful-words.js'
import { findDoubtfulWords } from './doubtful-words.js'

/** How much better a proposal must read: at one occurrence, and at all of a word's together, in nats. */
const leastGain = 4
const leastTotal = 8
const mostOccurrences = 4
const mostCandidates = 48
const mostProposals = 6
/** Symbols behind the word that its reading must agree with. */
const lookahead = 3
/** Rarer standard words than this are not proposed: log-probability in standard prose. */
const leastFrequency = -13.5

/** Standard words by the characters that they hold, made once for a set of candidates. */
const shapes = new WeakMap<Candidates, Map<string, number[]>>()

export function isStandard(candidates: Candidates, form: number): boolean {
  const { standardStarts } = candidates.lexicon
  return standardStarts[form] !== standardStarts[form + 1] && candidates.frequency[form]! >= leastFrequency
}

function shapesOf(candidates: Candidates): Map<string, number[]> {
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

/** Standard words of the pairs of a form, and the values of a standard word. */
function standardsOf(candidates: Candidates, form: number): number[] {
  const { spunStarts, spunPairs, pairStandard } = candidates.lexicon
  return Array.from(
    spunPairs.subarray(spunStarts[form]!, spunStarts[form + 1]!),
    (pair) => pairStandard[pair]!,
  )
}

function valuesOf(candidates: Candidates, form: number): number[] {
  const { standardStarts, standardPairs, pairSpun } = candidates.lexicon
  const own = standardPairs.subarray(standardStarts[form]!, standardStarts[form + 1]!)
  return Array.from(own, (pair) => pairSpun[pair]!)
}

/** Standard words that may stand behind a word, with why; not those whose pair the lexicon holds. */
export function candidatesFor(
  candidates: Candidates,
  { word, form, occurrences }: DoubtfulWord,
): Map<number, ProposalSource> {
  const found = new Map<number, ProposalSource>()
  const known = new Set<number>()
  if (form !== undefined) {
    known.add(form)
    for (const standard of standardsOf(candidates, form)) known.add(standard)
    const add = (standard: number) => {
      if (!known.has(standard) && isStandard(candidates, standard)) found.set(standard, 'thesaurus')
    }
    const values = valuesOf(candidates, form)
    values.forEach(add)
    for (const standard of known) if (standard !== form) valuesOf(candidates, standard).forEach(add)
    for (const value of values) standardsOf(candidates, value).forEach(add)
  }
  if (occurrences.some(({ odd }) => odd)) {
    for (const character of word) {
      for (const standard of shapesOf(candidates)
        .get(character)
        ?.slice(0, mostCandidates / 2) ?? []) {
        if (!known.has(standard) && !found.has(standard)) found.set(standard, 'shape')
      }
    }
  }
  return new Map([...found].slice(0, mostCandidates))
}

/** How much better each standard word reads than what the reading has, in nats; those that read worse are left out. */
export function gainsAt(
  candidates: Candidates,
  states: ModelStates,
  occurrence: Occurrence,
  standards: Iterable<number>,
): Map<number, number> {
  const { model, symbols, symbolStarts } = candidates
  const { reading, index, size } = occurrence
  if (index < model.order) model.startParagraph(states, 0)
  else model.clear(states, 0)
  for (let before = Math.max(0, index - model.order + 1); before < index; before++) {
    model.advance(states, 0, reading.symbols[before]!, 0)
  }
  const end = Math.min(reading.count, index + size + lookahead)
  let kept = 0
  for (let at = index, from = 0; at < end; at++, from = 1) {
    kept += model.advance(states, from, reading.symbols[at]!, 1)
  }
  const gains = new Map<number, number>()
  for (const standard of standards) {
    let score = 0
    let from = 0
    for (let at = symbolStarts[standard]!; at < symbolStarts[standard + 1]!; at++, from = 1) {
      score += model.advance(states, from, symbols[at]!, 1)
    }
    for (let at = index + size; at < end && score > kept; at++) {
      score += model.advance(states, 1, reading.symbols[at]!, 1)
    }
    if (score > kept) gains.set(standard, score - kept)
  }
  return gains
}

/** Proposals for one word: the standard words that read best where it stands. */
function proposeFor(candidates: Candidates, states: ModelStates, doubtful: DoubtfulWord): Proposal[] {
  const sources = candidatesFor(candidates, doubtful)
  if (sources.size === 0) return []
  const totals = new Map<number, { total: number; best: number }>()
  for (const occurrence of doubtful.occurrences.slice(0, mostOccurrences)) {
    for (const [standard, gain] of gainsAt(candidates, states, occurrence, sources.keys())) {
      const sum = totals.get(standard) ?? { total: 0, best: 0 }
      totals.set(standard, { total: sum.total + gain, best: Math.max(sum.best, gain) })
    }
  }
  return [...totals]
    .filter(([, { total, best }]) => best >= leastGain || total >= leastTotal)
    .sort((a, b) => b[1].total - a[1].total || a[0] - b[0])
    .slice(0, mostProposals)
    .map(([standard]) => ({
      pair: {
        origin: 'proposed',
        standard: candidates.lexicon.forms[standard]!,
        spun: doubtful.word,
        source: sources.get(standard)!,
      },
      standard,
      starts: doubtful.occurrences.map(({ offset }) => offset),
    }))
}

/** Pairs that no lexicon holds, for the words of a decoded text that may still be spun. */
export function proposePairs(candidates: Candidates, text: string, decoded: Decoded): Proposal[] {
  const states = candidates.model.createStates(2)
  return findDoubtfulWords(candidates, text, decoded).flatMap((word) => proposeFor(candidates, states, word))
}
