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

/** The text of `[from, to)` with the edits inside it made. Edits are sorted and disjoint. */
function write(
  text: string,
  edits: readonly DecodedEdit[],
  wordOf: (edit: DecodedEdit) => string,
  from: number,
  to: number,
): string {
  let written = ''
  let at = from
  for (let next = firstFrom(edits, from); next < edits.length && edits[next]!.end <= to; next++) {
    written += text.slice(at, edits[next]!.start) + wordOf(edits[next]!)
    at = edits[next]!.end
  }
  const whole = written + text.slice(at, to)
  return blank.test(whole) ? whole.replace(blanks, '') : whole
}

/** Reads the edits of a decoded text; `chosen` are its likeliest ones, sorted and disjoint. */
export function readingsIn(
  text: string,
  { candidates: { model }, decoded: { tool, passages } }: Restored,
  chosen: readonly DecodedEdit[],
): (edit: DecodedEdit) => Reading {
  const made = chosen.filter(({ probability }) => probability >= likely)
  const wordOf = (edit: DecodedEdit) => standardWord(tool.table, edit.pair)
  const states = model.createStates(2)
  const symbols = new Uint16Array(before + longestWord + behind)
  /** Puts what stands before a swap into slot 0. */
  const enter = (left: string) => {
    model.clear(states, 0)
    const known = encodeText(left, model.symbols, symbols)
    for (let at = 0; at < known; at++) model.advance(states, 0, symbols[at]!, 0)
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
    const left = write(text, made, wordOf, Math.max(passage.start, start - reach), start).slice(-before)
    const right = write(text, made, wordOf, end, Math.min(passage.end, end + reach)).slice(0, behind)
    enter(left)
    const kept = score(text.slice(start, end) + right)
    return { kept, gain: score(wordOf(edit) + right) - kept }
  }
}
