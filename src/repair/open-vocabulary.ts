/**
 * Swaps that the lexicon does not name. After a first decoding, words that stand oddly in a spun passage are looked
 * up against standard words that share a character with them, stand near them in the lexicon, or are used alike in
 * standard prose; those that the context likes far better become pairs of this document alone, at a high price. The
 * second decoding then decides, and repetition in the document counts there as it does for any pair.
 */
import { encodeText } from '../lm/symbols.js'
import { longestMatch } from '../model/trie.js'
import type { Candidates } from './candidates.js'
import type { Decoded, DecodedEdit } from './decode.js'

/** Why a standard word is proposed. */
export type ProposalSource = 'shape' | 'thesaurus' | 'neighbour'

/** A pair of this document alone, and where its spun form stands. */
export interface Proposal {
  readonly spun: string
  /** Form number of the standard word. */
  readonly standard: number
  readonly source: ProposalSource
  readonly starts: readonly number[]
}

/** Log-probability of both symbols of a word from which on it stands oddly. */
const oddScore = -10
/** How much better than the word itself a proposal must read in one place, in nats. */
const leastGain = 4
const mostPlaces = 6
const mostCandidates = 80
const mostProposals = 6
/** Symbols behind the word that its reading must agree with. */
const lookahead = 3

/** The text as the first decoding reads it. */
interface Reading {
  readonly symbols: Uint16Array
  /** Offset in the text of each symbol that was kept, or -1 where it was written by an edit. */
  readonly offsets: Int32Array
  readonly scores: Float32Array
  readonly count: number
}

function readPassage(
  candidates: Candidates,
  text: string,
  start: number,
  end: number,
  edits: readonly DecodedEdit[],
): Reading {
  const { model, lexicon } = candidates
  let size = end - start
  for (const edit of edits) size += lexicon.forms[lexicon.pairStandard[edit.pair]!]!.length
  const symbols = new Uint16Array(size)
  const offsets = new Int32Array(size)
  let count = 0
  const piece = new Uint16Array(end - start)
  const places = new Int32Array(end - start)
  const keep = (from: number, to: number) => {
    const length = encodeText(text.slice(from, to), model.symbols, piece, places)
    for (let index = 0; index < length; index++) {
      symbols[count] = piece[index]!
      offsets[count++] = from + places[index]!
    }
  }
  let position = start
  for (const edit of edits) {
    keep(position, edit.start)
    const standard = lexicon.pairStandard[edit.pair]!
    for (let at = candidates.symbolStarts[standard]!; at < candidates.symbolStarts[standard + 1]!; at++) {
      symbols[count] = candidates.symbols[at]!
      offsets[count++] = -1
    }
    position = edit.end
  }
  keep(position, end)
  const scores = new Float32Array(count)
  const states = model.createStates(1)
  model.startParagraph(states, 0)
  for (let index = 0; index < count; index++) scores[index] = model.advance(states, 0, symbols[index]!, 0)
  return { symbols, offsets, scores, count }
}

/** A word of two characters where it stands oddly. */
interface OddPlace {
  readonly reading: Reading
  readonly index: number
  readonly offset: number
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Odd words of the spun passages, by word. */
function findOddWords(candidates: Candidates, text: string, decoded: Decoded): Map<string, OddPlace[]> {
  const words = new Map<string, OddPlace[]>()
  const chosen = decoded.edits.filter((edit) => edit.probability >= 0.5).sort((a, b) => a.start - b.start)
  let next = 0
  for (const passage of decoded.passages) {
    while (next < chosen.length && chosen[next]!.start < passage.start) next++
    const first = next
    while (next < chosen.length && chosen[next]!.end <= passage.end) next++
    if (passage.spun < 0.5) continue
    const reading = readPassage(candidates, text, passage.start, passage.end, chosen.slice(first, next))
    for (let index = 0; index + 1 < reading.count; index++) {
      const offset = reading.offsets[index]!
      if (offset < 0 || reading.offsets[index + 1] !== offset + 1) continue
      if (!isHan(text.charCodeAt(offset)) || !isHan(text.charCodeAt(offset + 1))) continue
      if (reading.scores[index]! + reading.scores[index + 1]! > oddScore) continue
      const word = text.slice(offset, offset + 2)
      const places = words.get(word)
      const place = { reading, index, offset }
      if (places) places.push(place)
      else words.set(word, [place])
    }
  }
  return words
}

/** Standard words by the characters that they hold, made once for a set of candidates. */
const shapes = new WeakMap<Candidates, Map<string, number[]>>()
/** Rarer standard words than this are not proposed. */
const leastFrequency = -13.5

function shapesOf(candidates: Candidates): Map<string, number[]> {
  let index = shapes.get(candidates)
  if (index !== undefined) return index
  index = new Map()
  const { lexicon, frequency } = candidates
  for (let form = 0; form < lexicon.forms.length; form++) {
    const word = lexicon.forms[form]!
    if (word.length !== 2 || frequency[form]! < leastFrequency) continue
    if (lexicon.standardStarts[form] === lexicon.standardStarts[form + 1]) continue
    for (const character of new Set(word)) {
      const words = index.get(character)
      if (words) words.push(form)
      else index.set(character, [form])
    }
  }
  for (const words of index.values()) words.sort((a, b) => frequency[b]! - frequency[a]! || a - b)
  shapes.set(candidates, index)
  return index
}

/** Standard words that may stand behind an odd word, with why. */
function candidatesFor(
  candidates: Candidates,
  word: string,
  form: number | undefined,
): Map<number, ProposalSource> {
  const { lexicon, frequency } = candidates
  const found = new Map<number, ProposalSource>()
  const known = new Set<number>()
  if (form !== undefined) {
    for (let index = lexicon.spunStarts[form]!; index < lexicon.spunStarts[form + 1]!; index++) {
      known.add(lexicon.pairStandard[lexicon.spunPairs[index]!]!)
    }
    const add = (standard: number) => {
      if (standard === form || known.has(standard) || frequency[standard]! < leastFrequency) return
      if (lexicon.standardStarts[standard] !== lexicon.standardStarts[standard + 1])
        found.set(standard, 'thesaurus')
    }
    // The pair the other way round, and what else stands for the same words.
    for (let index = lexicon.standardStarts[form]!; index < lexicon.standardStarts[form + 1]!; index++) {
      const value = lexicon.pairSpun[lexicon.standardPairs[index]!]!
      add(value)
      for (let other = lexicon.spunStarts[value]!; other < lexicon.spunStarts[value + 1]!; other++) {
        add(lexicon.pairStandard[lexicon.spunPairs[other]!]!)
      }
    }
    for (const standard of known) {
      for (
        let index = lexicon.standardStarts[standard]!;
        index < lexicon.standardStarts[standard + 1]!;
        index++
      ) {
        add(lexicon.pairSpun[lexicon.standardPairs[index]!]!)
      }
    }
  }
  for (const character of word) {
    for (const standard of shapesOf(candidates)
      .get(character)
      ?.slice(0, mostCandidates / 2) ?? []) {
      if (!known.has(standard) && standard !== form && !found.has(standard)) found.set(standard, 'shape')
    }
  }
  return new Map([...found].slice(0, mostCandidates))
}

/** How much better each standard word reads than what stands there, in nats. */
function gainsAt(candidates: Candidates, place: OddPlace, standards: Iterable<number>): Map<number, number> {
  const { model, symbols, symbolStarts } = candidates
  const { reading, index } = place
  const states = model.createStates(2)
  if (index < model.order) model.startParagraph(states, 0)
  for (let before = Math.max(0, index - model.order + 1); before < index; before++) {
    model.advance(states, 0, reading.symbols[before]!, 0)
  }
  const end = Math.min(reading.count, index + 2 + lookahead)
  const follow = () => {
    let score = 0
    for (let at = index + 2; at < end; at++) score += model.advance(states, 1, reading.symbols[at]!, 1)
    return score
  }
  let kept = model.advance(states, 0, reading.symbols[index]!, 1)
  kept += model.advance(states, 1, reading.symbols[index + 1]!, 1) + follow()
  const gains = new Map<number, number>()
  for (const standard of standards) {
    let from = 0
    let score = 0
    for (let at = symbolStarts[standard]!; at < symbolStarts[standard + 1]!; at++) {
      score += model.advance(states, from, symbols[at]!, 1)
      from = 1
    }
    if (score - kept < leastGain) continue
    score += follow()
    if (score - kept >= leastGain) gains.set(standard, score - kept)
  }
  return gains
}

/** Proposals for one odd word: the standard words that its places like best. */
function proposeFor(
  candidates: Candidates,
  word: string,
  places: readonly OddPlace[],
  form: number | undefined,
): Proposal[] {
  const sources = candidatesFor(candidates, word, form)
  const totals = new Map<number, number>()
  for (const place of places.slice(0, mostPlaces)) {
    for (const [standard, gain] of gainsAt(candidates, place, sources.keys())) {
      totals.set(standard, (totals.get(standard) ?? 0) + gain)
    }
  }
  return [...totals]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostProposals)
    .map(([standard]) => ({
      spun: word,
      standard,
      source: sources.get(standard)!,
      starts: places.map(({ offset }) => offset),
    }))
}

/** Pairs that no lexicon holds, for the words of a decoded text that stand oddly where it was spun. */
export function proposePairs(candidates: Candidates, text: string, decoded: Decoded): Proposal[] {
  const proposals: Proposal[] = []
  for (const [word, places] of findOddWords(candidates, text, decoded)) {
    const match = longestMatch(candidates.lexicon.trie, word, 0)
    const form = match?.end === 2 ? match.pattern : undefined
    proposals.push(...proposeFor(candidates, word, places, form))
  }
  return proposals
}
