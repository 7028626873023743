/**
 * The figures of a document as a set of hashes, and its years: reports of one office for two years share their wording,
 * and only figures and years tell them apart. Units are left out, for spun copies garble them.
 */
import type { DocumentRecord } from '../../writers/schema.js'
import { hashText } from './hash.js'

/** Hashes that a sketch keeps: the lowest ones. A smaller set is kept whole. */
export const figuresKept = 32

export interface FigureSet {
  /** Figures in the document; one that stands twice counts as two. */
  readonly count: number
  /** The lowest hashes, ascending. */
  readonly lowest: Uint32Array
}

/** The values of all facts. Masked ones have none. */
export function figuresOf({ facts }: DocumentRecord): FigureSet {
  const seen = new Map<string, number>()
  for (const { value, low, high } of facts) {
    const figure = value ?? (low === null && high === null ? null : `${low ?? ''}~${high ?? ''}`)
    if (figure !== null) seen.set(figure, (seen.get(figure) ?? 0) + 1)
  }
  const hashes = new Set<number>()
  for (const [figure, times] of seen) {
    for (let time = 1; time <= times; time++) hashes.add(hashText(figure, time))
  }
  return { count: hashes.size, lowest: Uint32Array.from(hashes).sort().slice(0, figuresKept) }
}

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g
const firstYear = 1980

/** Years of dates and periods as bits of two words, from 1980; those beyond 2043 are left out. */
export function yearsOf({ facts, coverage }: DocumentRecord): readonly [number, number] {
  const words: [number, number] = [0, 0]
  const dates = coverage.ignored.filter(({ reason }) => reason === 'date').map(({ text }) => text)
  const periods = facts.flatMap(({ period }) => (period === null ? [] : [period.text]))
  for (const text of [...dates, ...periods]) {
    for (const [found] of text.matchAll(year)) {
      const bit = Number(found) - firstYear
      if (bit >= 0 && bit < 64) words[bit >> 5] = (words[bit >> 5]! | (1 << (bit & 31))) >>> 0
    }
  }
  return words
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
