/**
 * Writes replacements in the script of the text: pairs are of simplified words, and a traditional text is read as if it
 * were simplified. The script is that of the line, for a page may hold both.
 * Invariant: offsets, confidences and everything else of a swap stay; a word keeps its length.
 */

import { offsetMap, revise } from '../model/edit.js'
import { countFirst } from '../model/sorted.js'
import { spanOf } from '../model/span.js'
import { traditionalWriting } from '../resources/script.js'
import type { Swap } from './decide/choose.js'

/** Characters on either side of an alternative that are converted with it: words decide. */
const reach = 8

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff

/**
 * Marks with 1 the characters of a text that are printed in a traditional form; undefined where none is. `read` is the text in
 * simplified characters, of the same length.
 */
export function markTraditional(printed: string, read: string): Uint8Array | undefined {
  if (printed === read) return undefined
  const marks = new Uint8Array(read.length)
  for (let at = 0; at < read.length; at++) {
    if (printed[at] !== read[at] && isHan(printed.charCodeAt(at))) marks[at] = 1
  }
  return marks.includes(1) ? marks : undefined
}

/** By line: whether more of its characters are traditional forms than simplified ones. */
function traditionalLines(printed: string, written: string, read: string): (offset: number) => boolean {
  const borders: number[] = []
  const isTraditional: boolean[] = []
  let balance = 0
  for (let at = 0; at <= printed.length; at++) {
    if (at === printed.length || printed[at] === '\n') {
      borders.push(at)
      isTraditional.push(balance >= 0)
      balance = 0
    } else if (written[at] !== read[at]) balance += printed[at] === read[at] ? -1 : 1
  }
  return (offset) => isTraditional[lineAt(borders, offset)]!
}

/** The first line that ends at an offset or behind it. */
function lineAt(ends: readonly number[], offset: number): number {
  return countFirst(ends.length - 1, (index) => ends[index]! < offset)
}

/**
 * The swaps of a text, their words in its script. `printed` is the text as it was printed, `read` the same as it was
 * read, in simplified characters; swaps index both.
 */
export function writeInScript(printed: string, read: string, swaps: readonly Swap[]): readonly Swap[] {
  const write = swaps.length === 0 ? undefined : traditionalWriting(printed)
  if (write === undefined) return swaps
  const isTraditionalAt = traditionalLines(printed, write(read), read)
  const repaired = revise<'normalised', 'repaired'>(read, swaps)
  const written = write(repaired.text)
  const map = offsetMap(repaired)
  return swaps.flatMap((swap): Swap[] => {
    const { start, end } = swap
    if (!isTraditionalAt(start)) return [swap]
    const made = map.forward(spanOf<'normalised'>(start, end))
    const replacement = written.slice(made.start, made.end)
    // Two simplified words may be one traditional word.
    if (replacement === printed.slice(start, end)) return []
    const before = read.slice(Math.max(0, start - reach), start)
    const after = read.slice(end, end + reach)
    const alternatives = swap.alternatives.map((alternative) => ({
      ...alternative,
      text: write(before + alternative.text + after).slice(
        before.length,
        before.length + alternative.text.length,
      ),
    }))
    return [{ ...swap, replacement, alternatives }]
  })
}
