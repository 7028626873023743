/**
 * The figures of a document as a set of hashes: reports of one office for two years share their wording, and only their
 * figures tell them apart. Units are left out, for spun copies garble them.
 */
import type { DocumentRecord } from '../../writers/schema.js'
import { hashText } from './hash.js'

/** Hashes that a sketch keeps: the lowest ones. A smaller set is kept whole. */
export const figuresKept = 32

export interface FigureSet {
  /** Distinct figures; a figure that stands twice counts as two. */
  readonly count: number
  /** The lowest hashes, ascending. */
  readonly lowest: Uint32Array
}

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g

/** Years of dates and periods, each once, and the values of all facts. Masked ones are in no set. */
export function figuresOf({ facts, coverage }: DocumentRecord): FigureSet {
  const seen = new Map<string, number>()
  for (const { value, low, high } of facts) {
    const figure = value ?? (low === null && high === null ? null : `${low ?? ''}~${high ?? ''}`)
    if (figure !== null) seen.set(figure, (seen.get(figure) ?? 0) + 1)
  }
  const hashes = new Set<number>()
  for (const [figure, times] of seen) {
    for (let time = 0; time < times; time++) hashes.add(hashText(figure, time + 1))
  }
  const dates = coverage.ignored.filter(({ reason }) => reason === 'date').map(({ text }) => text)
  const periods = facts.flatMap(({ period }) => (period === null ? [] : [period.text]))
  for (const text of [...dates, ...periods]) {
    for (const [found] of text.matchAll(year)) hashes.add(hashText(found, 0))
  }
  const lowest = Uint32Array.from(hashes).sort().slice(0, figuresKept)
  return { count: hashes.size, lowest }
}

/** Share of the figures of the smaller set that the other has too, estimated; 1 of two empty sets. */
export function sharedFigures(one: FigureSet, other: FigureSet): number {
  const fewer = Math.min(one.count, other.count)
  if (fewer === 0) return one.count === other.count ? 1 : 0
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
  return Math.min(1, ((jaccard / (1 + jaccard)) * (one.count + other.count)) / fewer)
}
