/**
 * Gradient boosting of decision trees: each tree leads from a sample's features to a step of its log-odds, and is grown
 * where the loss falls most. The loss is that of a yes-or-no question, or of a choice among several samples.
 * Source of the method: Friedman, Greedy function approximation; histograms of binned features and growth by leaf as in
 * LightGBM. Everything that is drawn is drawn by a seed: the same samples give the same trees.
 */
import type { Forest, Tree } from '../../src/resources/forest.js'
import { stepOf } from '../../src/resources/forest.js'
import { seededRandom } from '../../tests/support/random.js'

export interface Sample {
  readonly features: ArrayLike<number>
}

/** Says of each sample, by what the trees so far give it, how the loss changes with it: slope and bend. */
export type Loss = (score: Float64Array, gradient: Float64Array, curvature: Float64Array) => void

export interface Answer extends Sample {
  readonly right: boolean
  /** How much it counts. */
  readonly weight: number
}

/** Each sample is right or not, whatever the others are. */
export function yesOrNo(samples: readonly Answer[]): Loss {
  return (score, gradient, curvature) => {
    samples.forEach(({ right, weight }, row) => {
      const expected = 1 / (1 + Math.exp(-score[row]!))
      gradient[row] = weight * (expected - Number(right))
      curvature[row] = weight * expected * (1 - expected)
    })
  }
}

/** Least bend of a sample, which keeps the steps of sure ones small. */
const leastCurvature = 1e-3

/**
 * One of the samples of each group is chosen, by odds; it should be one of those that are right, of which there must be
 * one. Groups are runs of samples, by their lengths.
 */
export function oneOfEach(right: readonly boolean[], groups: readonly number[]): Loss {
  return (score, gradient, curvature) => {
    let start = 0
    for (const length of groups) {
      const end = start + length
      let most = Number.NEGATIVE_INFINITY
      for (let row = start; row < end; row++) most = Math.max(most, score[row]!)
      let all = 0
      let wanted = 0
      for (let row = start; row < end; row++) {
        const odds = Math.exp(score[row]! - most)
        all += odds
        if (right[row]) wanted += odds
      }
      for (let row = start; row < end; row++) {
        const odds = Math.exp(score[row]! - most)
        const expected = odds / all
        gradient[row] = expected - (right[row] ? odds / wanted : 0)
        curvature[row] = Math.max(leastCurvature, expected * (1 - expected))
      }
      start = end
    }
  }
}

export interface BoostingOptions {
  readonly trees: number
  readonly leaves: number
  /** How much of each step is taken. */
  readonly rate: number
  /** Least samples of a leaf, and what keeps its step small. */
  readonly leastSamples: number
  readonly ridge: number
  /** Shares of the samples and of the features that each tree sees. */
  readonly sampled: number
  readonly seen: number
}

const mostBins = 64
/** Least that a split must gain. */
const leastGain = 1e-3

/** Borders between the bins of a feature: values up to a border are below it. */
function bordersOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const borders = new Set<number>()
  for (let bin = 1; bin < mostBins; bin++) {
    borders.add(Number(sorted[Math.floor((bin * sorted.length) / mostBins)]!.toPrecision(4)))
  }
  return [...borders].sort((a, b) => a - b)
}

function binOf(borders: readonly number[], value: number): number {
  let low = 0
  let high = borders.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= borders[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

interface Split {
  readonly feature: number
  readonly bin: number
  readonly gain: number
}

interface Leaf {
  readonly node: number
  readonly rows: Int32Array
  readonly split: Split | undefined
}

/** Samples with binned features, and the loss of each as it stands. */
interface Training {
  readonly bins: readonly Uint8Array[]
  readonly borders: readonly (readonly number[])[]
  readonly gradient: Float64Array
  readonly curvature: Float64Array
  readonly options: BoostingOptions
}

/** What a leaf that goes this way is worth. */
const worth = (gradient: number, curvature: number, ridge: number) => gradient ** 2 / (curvature + ridge)

function sumsOf(
  { gradient, curvature }: Training,
  rows: Int32Array,
): { gradient: number; curvature: number } {
  let slope = 0
  let bend = 0
  for (const row of rows) {
    slope += gradient[row]!
    bend += curvature[row]!
  }
  return { gradient: slope, curvature: bend }
}

function bestSplit(training: Training, rows: Int32Array, features: readonly number[]): Split | undefined {
  const { bins, borders, gradient, curvature, options } = training
  const { ridge, leastSamples } = options
  const all = sumsOf(training, rows)
  const before = worth(all.gradient, all.curvature, ridge)
  let best: Split | undefined
  const slopes = new Float64Array(mostBins)
  const bends = new Float64Array(mostBins)
  const counts = new Int32Array(mostBins)
  for (const feature of features) {
    slopes.fill(0)
    bends.fill(0)
    counts.fill(0)
    const own = bins[feature]!
    for (const row of rows) {
      const bin = own[row]!
      slopes[bin]! += gradient[row]!
      bends[bin]! += curvature[row]!
      counts[bin]!++
    }
    let slope = 0
    let bend = 0
    let count = 0
    for (let bin = 0; bin < borders[feature]!.length; bin++) {
      slope += slopes[bin]!
      bend += bends[bin]!
      count += counts[bin]!
      if (count < leastSamples || rows.length - count < leastSamples) continue
      const gain =
        worth(slope, bend, ridge) + worth(all.gradient - slope, all.curvature - bend, ridge) - before
      if (gain > (best?.gain ?? leastGain)) best = { feature, bin, gain }
    }
  }
  return best
}

const rounded = (value: number) => Number(value.toPrecision(4))

/** One tree, grown where it gains most until it has all its leaves. */
function growTree(training: Training, rows: Int32Array, features: readonly number[]): Tree {
  const { bins, borders, options } = training
  const tree = { features: [-1], borders: [0], below: [0], values: [0] }
  const leafAt = (node: number, own: Int32Array): Leaf => {
    const { gradient, curvature } = sumsOf(training, own)
    tree.values[node] = rounded((-options.rate * gradient) / (curvature + options.ridge))
    return { node, rows: own, split: bestSplit(training, own, features) }
  }
  const leaves = [leafAt(0, rows)]
  while (leaves.length < options.leaves) {
    const next = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    if (next.split === undefined) break
    const { feature, bin } = next.split
    const own = bins[feature]!
    const below = tree.features.length
    tree.features[next.node] = feature
    tree.borders[next.node] = borders[feature]![bin]!
    tree.below[next.node] = below
    tree.values[next.node] = 0
    for (let side = 0; side < 2; side++) {
      tree.features.push(-1)
      tree.borders.push(0)
      tree.below.push(0)
      tree.values.push(0)
    }
    leaves.splice(
      leaves.indexOf(next),
      1,
      leafAt(
        below,
        next.rows.filter((row) => own[row]! <= bin),
      ),
      leafAt(
        below + 1,
        next.rows.filter((row) => own[row]! > bin),
      ),
    )
  }
  return tree
}

/** The trees that, added to the log-odds in `score` (changed on the way), make the loss least. */
export function growForest(
  samples: readonly Sample[],
  score: Float64Array,
  loss: Loss,
  options: BoostingOptions,
): Forest {
  const size = samples[0]!.features.length
  const all = Array.from({ length: size }, (_, feature) => feature)
  const borders = all.map((feature) => bordersOf(samples.map(({ features }) => features[feature]!)))
  const bins = all.map((feature) =>
    Uint8Array.from(samples, ({ features }) => binOf(borders[feature]!, features[feature]!)),
  )
  const gradient = new Float64Array(samples.length)
  const curvature = new Float64Array(samples.length)
  const training = { bins, borders, gradient, curvature, options }
  const random = seededRandom(1)
  const trees: Tree[] = []
  for (let round = 0; round < options.trees; round++) {
    loss(score, gradient, curvature)
    const rows = Int32Array.from(samples.keys()).filter(() => random() < options.sampled)
    const tree = growTree(
      training,
      rows,
      all.filter(() => random() < options.seen),
    )
    trees.push(tree)
    samples.forEach(({ features }, row) => {
      score[row]! += stepOf(tree, features)
    })
  }
  return { trees }
}
