/**
 * Sketches of paragraphs. The figures of a paragraph go into each of its bins, so that paragraphs with other figures
 * have none in common, however alike their words are.
 */
import { append } from '../../model/lists.js'
import { hashText } from './hash.js'
import { minHash } from './minhash.js'
import type { ComparableBlock } from './text.js'

/** Shorter ones are phrases that many reports share. */
const leastCharacters = 30

const bins = 16
/** Numbers of 32 bits that hold the bins, and those of the whole sketch: the bins and a hash of the figures. */
export const binWords = bins / 4
export const paragraphWords = binWords + 1
/** Numbers a paragraph in the list: start, end, and its sketch. */
export const paragraphStride = 2 + paragraphWords

/** Bins in which two paragraphs must agree, of sixteen; and with enough figures, which are the same in both. */
export const leastEqualBins = 12
export const leastEqualBinsWithFigures = 6
const enoughFigures = 3

/** Digits as printed: they must be equal, in their order. */
const figure = /\d+(?:\.\d+)?/g

/** Of each paragraph its start, its end, and its sketch. */
export function paragraphsOf(blocks: readonly ComparableBlock[]): Uint32Array {
  const numbers: number[] = []
  for (const { block, text } of blocks) {
    const isProse = block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'footnote'
    if (!isProse || text.length < leastCharacters) continue
    numbers.push(block.start, block.end)
    append(numbers, paragraphSketch(text))
  }
  return Uint32Array.from(numbers)
}

/** Shorter ones without figures are often a form of words in which only the name differs. */
const leastCharactersOfNear = 60

/** Bins of eight bits, four a word; then a hash of the figures, or of the text where they are too few to tell. */
function paragraphSketch(text: string): Uint32Array {
  const figureList = text.match(figure) ?? []
  const figures = hashText(figureList.join(' '), 3)
  const words = new Uint32Array(paragraphWords)
  const hasFigures = figureList.length >= enoughFigures
  const isExact = !hasFigures && text.length < leastCharactersOfNear
  if (isExact) return words.map((_, word) => hashText(text, 4 + word))
  minHash(text, bins).forEach((value, bin) => {
    const eight = Math.imul(value ^ figures, 0x9e3779b1) >>> 24
    words[bin >> 2]! |= eight << ((bin & 3) * 8)
  })
  words[binWords] = hasFigures ? figures : hashText(text, 4)
  return words
}
