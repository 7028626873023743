/**
 * How a swap reads where it stands, by the language model, with the other likely swaps made: what the decoder weighs
 * against everything else, here by itself.
 */
import { encodeText } from '../../lm/symbols.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import { likely } from '../decode/merged-edits.js'
import type { Restored } from '../restore.js'
import { standardWord } from '../tool/pair-table.js'
import { firstFrom } from './sorted.js'

/** Log-probabilities in nats. */
export interface Reading {
  /** How much likelier the standard word and what follows are than what stands there. */
  readonly gain: number
  /** What stands there, and what follows. */
  readonly kept: number
}

/** Characters before and behind a swap that it is read with, and those of the text that they are looked for in. */
const before = 6
const behind = 4
const reach = 14
/** Room for a word; one that is longer takes its own. */
const longestWord = 16

const blank = /\s/
const blanks = /\s/g
/** Most characters of a text lie in between: none of these is a blank. */
const firstHan = 0x3001
const lastHan = 0xfefe

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code < firstHan || code > lastHan) && blank.test(text[at]!)
}

/** A text with edits made and without blanks, and where in it each offset of the text went. */
interface Written {
  readonly text: string
  readonly places: Int32Array
}

/** Edits are sorted and disjoint. An offset inside of one stands behind it. */
function write(text: string, edits: readonly DecodedEdit[], wordOf: (edit: DecodedEdit) => string): Written {
  const places = new Int32Array(text.length + 1)
  let written = ''
  let length = 0
  let at = 0
  const keepUpTo = (end: number) => {
    written += text.slice(at, end)
    for (; at < end; at++) {
      places[at] = length
      if (!isBlank(text, at)) length++
    }
  }
  for (const edit of edits) {
    keepUpTo(edit.start)
    places[at++] = length
    const word = wordOf(edit)
    written += word
    length += word.length
    places.fill(length, at, edit.end)
    at = edit.end
  }
  keepUpTo(text.length)
  places[at] = length
  return { text: written.replace(blanks, ''), places }
}

/** Reads the edits of a decoded text; `chosen` are its likeliest ones, sorted and disjoint. */
export function readingsIn(
  text: string,
  { candidates: { model }, decoded: { tool, passages } }: Restored,
  chosen: readonly DecodedEdit[],
): (edit: DecodedEdit) => Reading {
  const wordOf = (edit: DecodedEdit) => standardWord(tool.table, edit.pair)
  const { text: written, places } = write(
    text,
    chosen.filter(({ probability }) => probability >= likely),
    wordOf,
  )
  const states = model.createStates(2)
  const symbols = new Uint16Array(before + longestWord + behind)
  /** Puts what stands before a swap into slot 0: no more of it than a history holds. */
  const enter = (left: string) => {
    model.clear(states, 0)
    const known = encodeText(left, model.symbols, symbols)
    for (let at = Math.max(0, known - model.order + 1); at < known; at++)
      model.advance(states, 0, symbols[at]!, 0)
  }
  const score = (right: string) => {
    const ids = right.length <= symbols.length ? symbols : new Uint16Array(right.length)
    const size = encodeText(right, model.symbols, ids)
    let sum = 0
    for (let at = 0; at < size; at++) sum += model.advance(states, at === 0 ? 0 : 1, ids[at]!, 1)
    return sum
  }
  return (edit) => {
    const { start, end } = edit
    const passage = passages[firstFrom(passages, start + 1) - 1] ?? { start, end }
    const from = places[Math.max(passage.start, start - reach)]!
    const to = places[Math.min(passage.end, end + reach)]!
    const left = places[start]!
    const right = places[end]!
    const next = written.slice(right, Math.min(to, right + behind))
    enter(written.slice(Math.max(from, left - before), left))
    const kept = score(text.slice(start, end) + next)
    return { kept, gain: score(wordOf(edit) + next) - kept }
  }
}
