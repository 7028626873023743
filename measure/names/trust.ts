/** How far chosen names are to be trusted: trees that weigh what is known of a choice, and what that came to. */
import type { Forest } from '../../src/resources/forest.js'
import type { Confidences, Trust } from '../../src/resources/naming.js'
import { confidenceAt, trustOf } from '../../src/resources/naming.js'
import type { BoostingOptions } from '../fit/boosting.js'
import { growForest, yesOrNo } from '../fit/boosting.js'
import type { Outcome } from './choices.js'

const growth: BoostingOptions = {
  trees: 200,
  leaves: 12,
  rate: 0.03,
  leastSamples: 40,
  ridge: 10,
  sampled: 0.5,
  seen: 0.3,
}
/** Those that are trusted most are one group, as long as so many of it are right. */
const leastTop = 0.9
/** Choices of one point of a curve of confidences. */
const choicesOfPoint = 250

/** Texts that we wrote to hold rare constructions, or developed the rules on, say nothing of how often names are right. */
const ownKinds: ReadonlySet<string> = new Set(['own', 'reports'])

/** A choice, how likely its name was thought to be right, and whether it is. */
interface Thought {
  readonly kind: string
  readonly likely: number
  readonly right: boolean
}

/** Choices that were thought about alike. */
interface Point {
  /** The least likely of them, and the sum of all. */
  readonly from: number
  readonly likely: number
  readonly right: number
  readonly count: number
}

const rate = ({ right, count }: Point) => right / count

const joined = (one: Point, two: Point): Point => ({
  from: one.from,
  likely: one.likely + two.likely,
  right: one.right + two.right,
  count: one.count + two.count,
})

function joinLast(points: Point[]): void {
  const last = points.pop()!
  points.push(joined(points.pop()!, last))
}

/** What choices that were thought so likely are worth, never falling: neighbours that would fall are taken together. */
function pointsOf(thoughts: readonly Thought[], size = choicesOfPoint): Point[] {
  const sorted = [...thoughts].sort((one, two) => one.likely - two.likely)
  const points: Point[] = []
  for (let from = 0; from < sorted.length; from += size) {
    const own = sorted.slice(from, from + size)
    points.push({
      from: own[0]!.likely,
      likely: own.reduce((sum, { likely }) => sum + likely, 0),
      right: own.filter(({ right }) => right).length,
      count: own.length,
    })
    while (points.length > 1 && rate(points.at(-1)!) < rate(points.at(-2)!)) joinLast(points)
  }
  return points
}

const middleOf = (point: Point): [number, number] => [
  Number((point.likely / point.count).toFixed(4)),
  Number(rate(point).toFixed(3)),
]

/** The curve of likelihoods. */
export function curveOf(thoughts: readonly Thought[]): Confidences {
  return pointsOf(thoughts).map(middleOf)
}

/** The most that can be said to be right nine times in ten, from the surest down: how many, and how many of them are. */
function topOf(sorted: readonly Thought[]): { count: number; right: number } {
  let right = 0
  let top = { count: 0, right: 0 }
  sorted.forEach((one, at) => {
    right += Number(one.right)
    if (right >= leastTop * (at + 1)) top = { count: at + 1, right }
  })
  return top
}

/** The curve of trust: as many as can say nine in ten, and points below. */
function trustCurveOf(thoughts: readonly Thought[]): Confidences {
  const sorted = [...thoughts].sort((one, two) => two.likely - one.likely)
  const { count, right } = topOf(sorted)
  const below = curveOf(sorted.slice(count)).map(([at, share]): [number, number] => [
    at,
    Math.min(share, leastTop - 0.001),
  ])
  if (count < choicesOfPoint) return below
  return [...below, [Number(sorted[count - 1]!.likely.toFixed(4)), Number((right / count).toFixed(3))]]
}

function grow(outcomes: readonly Outcome[]): Forest {
  const answers = outcomes.map(({ evidence, right }) => ({ features: evidence, right, weight: 1 }))
  return growForest(answers, new Float64Array(answers.length), yesOrNo(answers), growth)
}

/** How far each choice is trusted by trees that saw none of its kind. */
function trustUnseen(outcomes: readonly Outcome[]): Thought[] {
  return [...new Set(outcomes.map(({ kind }) => kind))].flatMap((kind) => {
    const forest = grow(outcomes.filter((one) => one.kind !== kind))
    return outcomes
      .filter((one) => one.kind === kind)
      .map(({ evidence, right }) => ({ kind, likely: trustOf(forest, evidence), right }))
  })
}

/** How many say nine in ten or more, how many of these are right, and how far off the confidences are on the whole. */
function printTrust(name: string, thoughts: readonly Thought[], confidences: Confidences): void {
  const all = thoughts.map(({ likely, right }) => ({ sure: confidenceAt(confidences, likely), right }))
  const sure = all.filter((one) => one.sure >= leastTop)
  let off = 0
  for (let tenth = 0; tenth <= 10; tenth++) {
    const own = all.filter((one) => Math.floor(one.sure * 10) === tenth)
    off += Math.abs(own.reduce((sum, one) => sum + one.sure - Number(one.right), 0))
  }
  const share = (count: number, of: number) => (count / of).toFixed(3)
  console.log(
    `${name}: ${share(sure.length, all.length)} say ${leastTop} or more, ` +
      `${share(sure.filter(({ right }) => right).length, sure.length)} of them are right; ` +
      `error of calibration ${share(off, all.length)}`,
  )
}

/** Grows the trees of trust on choices of trees that saw none of their kind, and prints what it is worth on kinds left out. */
export function learnTrust(outcomes: readonly Outcome[]): Trust {
  const thoughts = trustUnseen(outcomes)
  const ofOthers = thoughts.filter(({ kind }) => !ownKinds.has(kind))
  const confidences = trustCurveOf(ofOthers)
  for (const kind of new Set(thoughts.map((one) => one.kind))) {
    printTrust(
      kind,
      thoughts.filter((one) => one.kind === kind),
      confidences,
    )
  }
  printTrust('written by others', ofOthers, confidences)
  printTrust('all', thoughts, confidences)
  return { forest: grow(outcomes), confidences }
}
