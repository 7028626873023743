/**
 * Whether a text is proven to have gone through a tool. Forms that clean prose of any register all but never holds speak
 * for it. Each counts once and a little more where it stands again, so no label of a table convicts; running text without
 * such forms speaks against, and so do standard words that a tool would have replaced. A tool with a short list leaves
 * most of those: where the language models know the register of the text, so that it is no stranger, forms alone prove.
 * Source of the method: likelihood ratio of a hidden Markov model over the passages against clean text throughout;
 * Kadane's scan for the best stretch.
 */
import type { Detection } from '../../resources/repair-parameters.js'
import { spunLikelihood } from './hmm.js'
import { eachMatch } from './matches.js'
import type { Passage } from './passages.js'
import type { SpunEvidence } from './spun-evidence.js'

export interface Proof {
  readonly proven: boolean
  /** Whether enough speaks for it to try the repair, which proves the text if it is borne out (src/repair/restore.ts). */
  readonly worthTrying: boolean
  /** Whether the text is too short for a spun one to be told from a clean one. */
  readonly tooShort: boolean
  /** How much standard words that stand speak against a passage, in [0, 1]. */
  readonly survival: number
}

interface Stretch {
  readonly score: number
  /** First passage, and the one behind the last. */
  readonly first: number
  readonly last: number
}

/** The stretch of passages with the highest sum. */
export function bestStretch(scores: readonly number[]): Stretch {
  let best: Stretch = { score: 0, first: 0, last: 0 }
  let sum = 0
  let first = 0
  scores.forEach((score, index) => {
    if (sum <= 0) {
      sum = 0
      first = index
    }
    sum += score
    if (sum > best.score) best = { score: sum, first, last: index + 1 }
  })
  return best
}

/** A passage with fewer Chinese characters is a label: it says nothing. */
const leastHan = 6

/** What a passage holds that tells. */
interface Telling {
  /** Forms that a tool writes, as often as they stand. */
  readonly markers: readonly number[]
  /** What surviving standard words say, at most 0. */
  readonly against: number
}

function readTelling(
  { trie, markers, odds }: SpunEvidence,
  text: string,
  { start, end, han }: Passage,
  leastMarker: number,
): Telling {
  const found: number[] = []
  let against = 0
  if (han >= leastHan) {
    eachMatch(trie, text, start, end, (form) => {
      if (markers[form]! >= leastMarker) found.push(form)
      against += Math.min(0, odds[form]!)
    })
  }
  return { markers: found, against }
}

/**
 * What the markers of each passage weigh, `leastMarker` or more: each its weight once over the text, a little more where
 * it repeats.
 */
function weighMarkers(
  weights: Float32Array,
  telling: readonly Telling[],
  { mostPerForm, repetition }: Detection,
  leastMarker: number,
): number[] {
  const counts = new Map<number, number>()
  for (const { markers } of telling) for (const form of markers) counts.set(form, (counts.get(form) ?? 0) + 1)
  return telling.map(({ markers }) =>
    markers.reduce((sum, form) => {
      if (weights[form]! < leastMarker) return sum
      const count = counts.get(form)!
      return sum + (Math.min(mostPerForm, weights[form]!) * (1 + repetition * Math.log(count))) / count
    }, 0),
  )
}

/** The figures that a proof rests on, in nats. */
export interface WeighedProof {
  /** How much likelier the text is with some of its passages spun than with none. */
  readonly likelihood: number
  /** Sum of the best stretch by its markers alone. */
  readonly stretch: number
  /** Whether so many distinct markers stand in the text, and in the stretch, as a proof needs. */
  readonly isVaried: boolean
  readonly stretchIsVaried: boolean
  /** The distinct markers of the text, by number. */
  readonly forms: readonly number[]
  /** Chinese characters, and the logarithm of the length over that of a short text, at least 0. */
  readonly size: number
  readonly long: number
}

/** Weighs what a text's forms say. */
export function weighProof(
  evidence: SpunEvidence,
  text: string,
  passages: readonly Passage[],
  detection: Detection,
): WeighedProof {
  const { lengthCost, known, leastForms, shortText } = detection
  const telling = passages.map((passage) => readTelling(evidence, text, passage, detection.leastMarker))
  const size = passages.reduce((sum, { han }) => sum + han, 0)
  const gains = weighMarkers(evidence.markers, telling, detection, detection.leastMarker)
  const surer = weighMarkers(evidence.markers, telling, detection, known.leastMarker)
  const lengthOf = (index: number) => passages[index]!.han / 1000
  const opens = (passage: number) => passages[passage]!.opensParagraph
  const odds = gains.map((gain, index) => gain + telling[index]!.against - lengthCost * lengthOf(index))
  const stretch = bestStretch(surer.map((gain, index) => gain - known.lengthCost * lengthOf(index)))
  const formsOf = (parts: readonly Telling[]) => [...new Set(parts.flatMap(({ markers }) => markers))]
  const isVaried = (parts: readonly Telling[]) => formsOf(parts).length >= leastForms
  return {
    likelihood: spunLikelihood(odds, opens),
    stretch: stretch.score,
    isVaried: isVaried(telling),
    stretchIsVaried: isVaried(telling.slice(stretch.first, stretch.last)),
    forms: formsOf(telling).sort((a, b) => a - b),
    size,
    long: Math.log(Math.max(1, size / shortText)),
  }
}

/** What the markers of the best stretch say, in nats, less what a long text shows by chance. */
export const markedBy = ({ stretch, stretchIsVaried, long }: WeighedProof, { known }: Detection) =>
  stretchIsVaried ? stretch - known.perLength * long : Number.NEGATIVE_INFINITY

/**
 * Proves a text spun, or not. `askFit` says how well the language models know the text as it stands: mean log-probability
 * of a symbol; it is asked only where the answer matters.
 */
export function proveSpun(
  evidence: SpunEvidence,
  text: string,
  passages: readonly Passage[],
  detection: Detection,
  askFit: () => number,
): Proof {
  const { known, leastLikelihood, shortText, trial } = detection
  const weighed = weighProof(evidence, text, passages, detection)
  const tooShort = weighed.size < shortText
  if (weighed.isVaried && weighed.likelihood >= leastLikelihood)
    return { proven: true, worthTrying: true, tooShort, survival: 1 }
  const marked = markedBy(weighed, detection)
  return {
    proven: marked >= known.least && askFit() >= known.fit,
    worthTrying: marked >= trial.least,
    tooShort,
    survival: known.survival,
  }
}
