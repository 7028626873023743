/**
 * The figures of a document as a set of hashes, and its years: reports of one office for two years share their wording,
 * and only figures and years tell them apart. Units are left out, for spun copies garble them.
 */
import { foldWidth } from '../../model/fold.js'
import type { DocumentRecord } from '../../writers/schema.js'
import { hashText } from './hash.js'
import type { ComparableBlock } from './text.js'

/** Hashes that a sketch keeps: the lowest ones. A smaller set is kept whole. */
export const figuresKept = 32

export interface FigureSet {
  /** Figures in the document; one that stands twice counts as two. */
  readonly count: number
  /** The lowest hashes, ascending. */
  readonly lowest: Uint32Array
}

const firstYear = 1980

/** Printed numbers, with their separators; what a mask ate of is none. */
const printed = /\d+(?:[.,]\d+)*(?![\d.,]*[xX×*])/g
const year = /^(?:19|20)\d\d$/
/** Numbers of list items change when an item is lost. */
const label = /^[(]?\d{1,2}[.、)](?!\d)/

/**
 * The numbers printed in the document's own text, but for years and labels, and the values of facts that are written in
 * Chinese numerals; with the years as bits of two words, from 1980. Years beyond 2043 are left out.
 */
export function figuresOf(
  blocks: readonly ComparableBlock[],
  { facts }: DocumentRecord,
): { readonly figures: FigureSet; readonly years: readonly [number, number] } {
  const seen = new Map<string, number>()
  const years: [number, number] = [0, 0]
  const note = (figure: string) => seen.set(figure, (seen.get(figure) ?? 0) + 1)
  for (const { text } of blocks) {
    for (const [found] of text.replace(label, '').matchAll(printed)) {
      const bit = Number(found) - firstYear
      if (!year.test(found)) note(found)
      else if (bit >= 0 && bit < 64) years[bit >> 5] = (years[bit >> 5]! | (1 << (bit & 31))) >>> 0
    }
  }
  for (const { text, value } of facts) if (value !== null && !/\d/.test(foldWidth(text))) note(value)
  const hashes = new Set<number>()
  for (const [figure, times] of seen) {
    for (let time = 1; time <= times; time++) hashes.add(hashText(figure, time))
  }
  const lowest = Uint32Array.from(hashes).sort().slice(0, figuresKept)
  return { figures: { count: hashes.size, lowest }, years }
}

/** Share of the figures of `one` that `other` has too, estimated; 1 where there are none. */
export function shareOfFigures(one: FigureSet, other: FigureSet): number {
  if (one.count === 0) return 1
  let a = 0
  let b = 0
  let union = 0
  let both = 0
  while (union < figuresKept && (a < one.lowest.length || b < other.lowest.length)) {
    const left = one.lowest[a] ?? Number.POSITIVE_INFINITY
    const right = other.lowest[b] ?? Number.POSITIVE_INFINITY
    if (left === right) both++
    if (left <= right) a++
    if (right <= left) b++
    union++
  }
  const jaccard = both / union
  return Math.min(1, ((jaccard / (1 + jaccard)) * (one.count + other.count)) / one.count)
}

function bitsOf(word: number): number {
  let bits = 0
  for (let left = word; left !== 0; left &= left - 1) bits++
  return bits
}

/** Share of the years of `one` that `other` names too; 1 where there are none. */
export function shareOfYears(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const all = bitsOf(one[0]!) + bitsOf(one[1]!)
  return all === 0 ? 1 : (bitsOf(one[0]! & other[0]!) + bitsOf(one[1]! & other[1]!)) / all
}
