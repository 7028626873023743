/**
 * Which passages are decoded: the gate's odds of each, smoothed along the text. Clean passages end here.
 */
import type { Candidates } from '../decode/candidates.js'
import { smoothPassages } from './hmm.js'
import type { WarmStart } from '../tool/warm-start.js'
import { spunOdds } from './spun-classifier.js'
import type { Passage } from '../decode/lattice.js'
import { findPassages } from './passages.js'

export interface DecodeOptions {
  readonly assume: 'auto' | 'spun' | 'clean'
  /** Share of spun passages to begin with: what other documents of the source show, or one half. */
  readonly share: number
  /** Non-zero at offsets that no edit may touch. */
  readonly protected?: Uint8Array
  /** What other documents of the source have shown of its tool. */
  readonly warmStart?: WarmStart
}

/** Passages less likely spun than this are not decoded. */
const leastSpun = 0.003
/** Words of a passage are not independent: their odds count half. */
const gateScale = 0.5

/** A passage as the gate sees it. */
export interface ClassifiedPassage {
  readonly passage: Passage
  readonly odds: number
  readonly spun: number
  readonly decode: boolean
}

/** Share of a text that looks spun by its words alone. */
export function spunShareOf(candidates: Candidates, text: string, options: DecodeOptions): number {
  const gated = classifyPassages(candidates, text, options)
  const size = ({ passage }: ClassifiedPassage) => passage.end - passage.start
  const all = gated.reduce((sum, one) => sum + size(one), 0)
  return all === 0 ? 0 : gated.reduce((sum, one) => sum + (one.spun > 0.5 ? size(one) : 0), 0) / all
}

/** Asks the gate which passages to decode. */
export function classifyPassages(candidates: Candidates, text: string, options: DecodeOptions): ClassifiedPassage[] {
  const passages = findPassages(text)
  const { trie } = candidates.lexicon
  const odds = passages.map(({ start, end }) => gateScale * spunOdds(trie, candidates.gate, text, start, end))
  const opens = (passage: number) => passages[passage]!.opensParagraph
  let spun = smoothPassages(odds, opens, { share: options.share, before: options.share })
  const share = spun.reduce((sum, one) => sum + one, 0) / Math.max(1, spun.length)
  spun = smoothPassages(odds, opens, { share, before: share })
  return passages.map((passage, index) => ({
    passage,
    odds: odds[index]!,
    spun: spun[index]!,
    decode: options.assume === 'spun' || (options.assume === 'auto' && spun[index]! >= leastSpun),
  }))
}
