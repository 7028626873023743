/**
 * A spun passage as the first decoding reads it, and the words in it that may still be spun: those that it kept, and
 * those that it replaced without being sure.
 */
import { encodeText } from '../../lm/symbols.js'
import { isAttested } from '../../model/pair.js'
import { longestMatch } from '../../model/trie.js'
import type { Candidates } from '../decode/candidates.js'
import type { Decoded } from '../decode/decode.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { PairTable } from '../tool/pair-table.js'
import { pairOf, standardWord } from '../tool/pair-table.js'

/** Symbols of a passage with the likely edits made. */
export interface PassageReading {
  readonly symbols: Uint16Array
  /** Offset in the text of each symbol that was kept, or -1 where an edit wrote it. */
  readonly offsets: Int32Array
  readonly scores: Float32Array
  readonly count: number
}

/** A word of the text that may be spun, and the symbols `[index, index + size)` that the reading has for it. */
export interface Occurrence {
  readonly reading: PassageReading
  readonly index: number
  readonly size: number
  readonly offset: number
  /** It was kept, and stands oddly there. */
  readonly odd: boolean
}

/** Occurrences by word; `form` is the word's number in the lexicon, if it has one. */
export interface DoubtfulWord {
  readonly word: string
  readonly form: number | undefined
  readonly occurrences: Occurrence[]
}

/** Log-probability of both symbols of a word from which on it stands oddly. */
const oddScore = -10
/** Symbols behind a word that tell with it how oddly it stands. */
const tellingSymbols = 3

/** How unlikely a word and what stands behind it are, in nats. */
export function surpriseAt({ reading: { scores, count }, index, size }: Occurrence): number {
  let sum = 0
  for (let at = index; at < Math.min(count, index + size + tellingSymbols); at++) sum -= scores[at]!
  return sum
}

/** An edit by an attested pair is sure from this probability on. */
const sureEdit = 0.98

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

export interface PlacedEdit {
  readonly edit: DecodedEdit
  readonly index: number
  readonly size: number
}

function readPassage(
  candidates: Candidates,
  table: PairTable,
  text: string,
  start: number,
  end: number,
  edits: readonly DecodedEdit[],
): ReadPassage {
  const { model } = candidates
  let room = end - start
  for (const edit of edits) room += standardWord(table, edit.pair).length
  const symbols = new Uint16Array(room)
  const offsets = new Int32Array(room)
  const placed: PlacedEdit[] = []
  let count = 0
  const piece = new Uint16Array(end - start)
  const units = new Int32Array(end - start)
  const keep = (from: number, to: number) => {
    const length = encodeText(text.slice(from, to), model.symbols, piece, units)
    for (let index = 0; index < length; index++) {
      symbols[count] = piece[index]!
      offsets[count++] = from + units[index]!
    }
  }
  let position = start
  for (const edit of edits) {
    keep(position, edit.start)
    const standard = table.standards[edit.pair]!
    const from = candidates.symbolStarts[standard]!
    const to = candidates.symbolStarts[standard + 1]!
    placed.push({ edit, index: count, size: to - from })
    for (let at = from; at < to; at++) {
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
  return { reading: { symbols, offsets, scores, count }, placed }
}

/** Whether `size` symbols from `index` were kept and are Chinese characters side by side. */
export function isKeptWord(reading: PassageReading, text: string, index: number, size: number): boolean {
  const offset = reading.offsets[index]!
  if (offset < 0 || index + size > reading.count) return false
  for (let at = 0; at < size; at++) {
    if (reading.offsets[index + at] !== offset + at || !isHan(text.charCodeAt(offset + at))) return false
  }
  return true
}

/** A spun passage as it reads with the likely edits made, and where those stand in it. */
export interface ReadPassage {
  readonly reading: PassageReading
  readonly placed: readonly PlacedEdit[]
}

/** The spun passages of a decoded text, read. */
export function readSpunPassages(candidates: Candidates, text: string, decoded: Decoded): ReadPassage[] {
  const chosen = decoded.edits.filter((edit) => edit.probability >= 0.5).sort((a, b) => a.start - b.start)
  let next = 0
  return decoded.passages.flatMap((passage) => {
    while (next < chosen.length && chosen[next]!.start < passage.start) next++
    const first = next
    while (next < chosen.length && chosen[next]!.end <= passage.end) next++
    if (passage.spun < 0.5) return []
    return [
      readPassage(
        candidates,
        decoded.tool.table,
        text,
        passage.start,
        passage.end,
        chosen.slice(first, next),
      ),
    ]
  })
}

/** The words of the spun passages that may still be spun. */
export function findDoubtfulWords(candidates: Candidates, text: string, decoded: Decoded): DoubtfulWord[] {
  const { lexicon } = candidates
  const words = new Map<string, DoubtfulWord>()
  const add = (word: string, form: number | undefined, at: Occurrence) => {
    const known = words.get(word)
    if (known) known.occurrences.push(at)
    else words.set(word, { word, form, occurrences: [at] })
  }
  for (const { reading, placed } of readSpunPassages(candidates, text, decoded)) {
    for (const { edit, index, size } of placed) {
      const pair = pairOf(decoded.tool.table, edit.pair)
      if (edit.probability >= sureEdit && pair.origin === 'listed' && isAttested(pair)) continue
      const word = text.slice(edit.start, edit.end)
      add(word, lexicon.pairSpun[edit.pair]!, { reading, index, size, offset: edit.start, odd: false })
    }
    for (let index = 0; index + 1 < reading.count; index++) {
      if (!isKeptWord(reading, text, index, 2)) continue
      const offset = reading.offsets[index]!
      const match = longestMatch(lexicon.trie, text, offset)
      const size = match === undefined ? 2 : Math.max(2, match.end - offset)
      const form = match !== undefined && match.end - offset === size ? match.pattern : undefined
      const odd = reading.scores[index]! + reading.scores[index + 1]! <= oddScore
      if (!odd && form === undefined) continue
      if (!isKeptWord(reading, text, index, size)) continue
      add(text.slice(offset, offset + size), form, { reading, index, size, offset, odd })
    }
  }
  return [...words.values()]
}
