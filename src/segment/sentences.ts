/**
 * Sentences of the repaired text, by punctuation and blocks. Needs no dictionary, so every document gets them.
 * Invariant: sentences are sorted, disjoint, each inside one block, without white space at either end.
 */
import type { Span } from '../model/span.js'
import { spanOf } from '../model/span.js'

const ends = new Set('。!?;…！？；')
const closers = new Set('”’」』）)】]》〉"\'')
const opening = new Map([
  ['（', '）'],
  ['(', '）'],
  ['《', '》'],
  ['【', '】'],
])
const closing: Readonly<Record<string, string>> = { '）': '）', ')': '）', '》': '》', '】': '】' }

/** Brackets farther apart than this belong to no pair: one that was never closed must not swallow a report. */
const bracketReach = 400

const isSpace = (character: string) => /\s/.test(character)

/** Where a bracketed passage that opens at `start` ends (behind its bracket); undefined where it is not closed. */
function bracketEnd(text: string, start: number, limit: number): number | undefined {
  const open: string[] = []
  const last = Math.min(limit, start + bracketReach)
  for (let index = start; index < last; index++) {
    const character = text.charAt(index)
    if (character === '\n') return undefined
    const wanted = opening.get(character)
    if (wanted !== undefined) open.push(wanted)
    else if (closing[character] !== undefined && closing[character] === open.at(-1)) open.pop()
    if (open.length === 0) return index + 1
  }
  return undefined
}

/** Where the sentence that starts at `start` ends, at most at `limit`. */
function sentenceEnd(text: string, start: number, limit: number): number {
  let index = start
  while (index < limit) {
    const character = text.charAt(index)
    if (character === '\n' || character === '\r') return index
    if (opening.has(character)) {
      index = bracketEnd(text, index, limit) ?? index + 1
      continue
    }
    index++
    if (!ends.has(character)) continue
    while (index < limit && (ends.has(text.charAt(index)) || closers.has(text.charAt(index)))) index++
    return index
  }
  return limit
}

/**
 * Sentences of `text` inside of the blocks: up to 。！？； with the quotes and brackets that close behind it, or to the
 * end of a line or block. What stands in brackets is not cut. Blocks are sorted and disjoint.
 */
export function findSentences(text: string, blocks: readonly Span<'repaired'>[]): Span<'repaired'>[] {
  const sentences: Span<'repaired'>[] = []
  for (const block of blocks) {
    let position = block.start
    while (position < block.end) {
      if (isSpace(text.charAt(position))) {
        position++
        continue
      }
      const end = sentenceEnd(text, position, block.end)
      let last = end
      while (last > position && isSpace(text.charAt(last - 1))) last--
      if (last > position) sentences.push(spanOf(position, last))
      position = Math.max(end, position + 1)
    }
  }
  return sentences
}
