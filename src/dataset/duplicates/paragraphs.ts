/**
 * Sketches of paragraphs. The figures of a paragraph go into each of its bins, so that paragraphs with other figures
 * have none in common, however alike their words are.
 */
import { hashText } from './hash.js'
import { minHash } from './minhash.js'
import type { ComparableBlock } from './text.js'

/** Shorter ones are phrases that many reports share. */
const leastCharacters = 30

const bins = 16
/** Numbers of 32 bits in a paragraph's sketch. */
export const paragraphWords = bins / 4
/** Numbers a paragraph in the list: start, end, and its sketch. */
export const paragraphStride = 2 + paragraphWords

/** Bins in which two paragraphs must agree, of sixteen. */
export const leastEqualBins = 13

/** Digits as printed, in their order: what must be equal. */
function figuresOf(text: string): string {
  return text.match(/\d+(?:\.\d+)?/g)?.join(' ') ?? ''
}

/** Of each paragraph `[start, end, w0, w1, w2, w3]`, four bins of eight bits a word. */
export function paragraphsOf(blocks: readonly ComparableBlock[]): Uint32Array {
  const numbers: number[] = []
  for (const { block, text } of blocks) {
    const isProse = block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'footnote'
    if (!isProse || text.length < leastCharacters) continue
    numbers.push(block.start, block.end, ...paragraphSketch(text))
  }
  return Uint32Array.from(numbers)
}

export function paragraphSketch(text: string): Uint32Array {
  const figures = hashText(figuresOf(text), 3)
  const words = new Uint32Array(paragraphWords)
  minHash(text, bins).forEach((value, bin) => {
    const eight = Math.imul(value ^ figures, 0x9e3779b1) >>> 24
    words[bin >> 2]! |= eight << ((bin & 3) * 8)
  })
  return words
}

/** In how many of sixteen bins two sketches agree. */
export function equalBins(one: Uint32Array, at: number, other: Uint32Array, otherAt: number): number {
  let equal = 0
  for (let word = 0; word < paragraphWords; word++) {
    const difference = one[at + word]! ^ other[otherAt + word]!
    if ((difference & 0xff) === 0) equal++
    if ((difference & 0xff00) === 0) equal++
    if ((difference & 0xff0000) === 0) equal++
    if ((difference & 0xff000000) === 0) equal++
  }
  return equal
}
