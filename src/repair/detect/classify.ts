/**
 * Which passages are decoded: the classifier's odds of each, smoothed along the text. Clean passages end here.
 */
import type { Assumption } from '../../model/correction.js'
import { smoothPassages } from './hmm.js'
import type { Passage } from './passages.js'
import { findPassages } from './passages.js'
import type { SpunClassifier } from './spun-classifier.js'
import { spunOdds } from './spun-classifier.js'

export interface ClassifyOptions {
  readonly assume: Assumption
  /** Share of spun passages to begin with: what other documents of the source show, or one half. */
  readonly share: number
}

/** Passages less likely spun than this are not decoded. */
const leastSpun = 0.003
/** Words of a passage are not independent: their odds count half. */
const oddsScale = 0.5

/** A passage with what the classifier says of it. */
export interface ClassifiedPassage {
  readonly passage: Passage
  /** Its own log-odds of being spun, and its probability with its neighbours' odds. */
  readonly odds: number
  readonly spun: number
  /** Whether it is to be decoded. */
  readonly decode: boolean
}

/** Share of a text, by length, that looks spun by its words alone. */
export function spunShareOf(classifier: SpunClassifier, text: string, options: ClassifyOptions): number {
  const classified = classifyPassages(classifier, text, options)
  const size = ({ passage }: ClassifiedPassage) => passage.end - passage.start
  const all = classified.reduce((sum, one) => sum + size(one), 0)
  return all === 0 ? 0 : classified.reduce((sum, one) => sum + (one.spun > 0.5 ? size(one) : 0), 0) / all
}

/** The passages of a text, each classified. */
export function classifyPassages(
  classifier: SpunClassifier,
  text: string,
  { assume, share: given }: ClassifyOptions,
): ClassifiedPassage[] {
  const passages = findPassages(text)
  const odds = passages.map(({ start, end }) => oddsScale * spunOdds(classifier, text, start, end))
  const opens = (passage: number) => passages[passage]!.opensParagraph
  let spun = smoothPassages(odds, opens, { share: given, before: given })
  const share = spun.reduce((sum, one) => sum + one, 0) / Math.max(1, spun.length)
  spun = smoothPassages(odds, opens, { share, before: share })
  return passages.map((passage, index) => ({
    passage,
    odds: odds[index]!,
    spun: spun[index]!,
    decode: assume === 'spun' || (assume === 'auto' && spun[index]! >= leastSpun),
  }))
}
