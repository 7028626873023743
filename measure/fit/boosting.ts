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
function bordersOf(values: Float64Array): Float64Array {
  const sorted = values.toSorted()
  const borders = new Set<number>()
  for (let bin = 1; bin < mostBins; bin++) {
    borders.add(Number(sorted[Math.floor((bin * sorted.length) / mostBins)]!.toPrecision(4)))
  }
  return Float64Array.from(borders).sort()
}

function binOf(borders: Float64Array, value: number): number {
  let low = 0
  let high = borders.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= borders[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

function columnOf(samples: readonly Sample[], feature: number): Float64Array {
  const values = new Float64Array(samples.length)
  for (let row = 0; row < samples.length; row++) values[row] = samples[row]!.features[feature]!
  return values
}

function binsOf(borders: Float64Array, values: Float64Array): Uint8Array {
  const bins = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) bins[row] = binOf(borders, values[row]!)
  return bins
}

interface Split {
  readonly feature: number
  readonly bin: number
  readonly gain: number
}

interface Leaf {
  readonly node: number
  readonly rows: Int32Array
  readonly histogram: Histogram
  readonly split: Split | undefined
}

/** Slopes, bends and counts of the rows of a leaf, by feature and bin, each feature `mostBins` places behind the last. */
interface Histogram {
  readonly slopes: Float64Array
  readonly bends: Float64Array
  readonly counts: Int32Array
}

/** Samples with binned features, and the loss of each as it stands. */
interface Training {
  readonly bins: readonly Uint8Array[]
  readonly borders: readonly Float64Array[]
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
  for (let at = 0; at < rows.length; at++) {
    slope += gradient[rows[at]!]!
    bend += curvature[rows[at]!]!
  }
  return { gradient: slope, curvature: bend }
}

function histogramOf(
  { bins, gradient, curvature }: Training,
  rows: Int32Array,
  features: readonly number[],
): Histogram {
  const size = features.length * mostBins
  const histogram = {
    slopes: new Float64Array(size),
    bends: new Float64Array(size),
    counts: new Int32Array(size),
  }
  // Gathered once: every feature walks over them.
  const slope = gathered(gradient, rows)
  const bend = gathered(curvature, rows)
  for (let place = 0; place < features.length; place++) {
    countRows(histogram, place * mostBins, bins[features[place]!]!, rows, slope, bend)
  }
  return histogram
}

function gathered(values: Float64Array, rows: Int32Array): Float64Array {
  const own = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) own[at] = values[rows[at]!]!
  return own
}

function countRows(
  { slopes, bends, counts }: Histogram,
  first: number,
  bins: Uint8Array,
  rows: Int32Array,
  slope: Float64Array,
  bend: Float64Array,
): void {
  for (let at = 0; at < rows.length; at++) {
    const bin = first + bins[rows[at]!]!
    slopes[bin]! += slope[at]!
    bends[bin]! += bend[at]!
    counts[bin]!++
  }
}

/** What is left of a leaf's rows without those of one of its two parts: counted for the smaller part only. */
function without(all: Histogram, part: Histogram): Histogram {
  return {
    slopes: all.slopes.map((value, at) => value - part.slopes[at]!),
    bends: all.bends.map((value, at) => value - part.bends[at]!),
    counts: all.counts.map((value, at) => value - part.counts[at]!),
  }
}

function bestSplit(
  training: Training,
  rows: Int32Array,
  histogram: Histogram,
  features: readonly number[],
): Split | undefined {
  const { borders, options } = training
  const { ridge, leastSamples } = options
  const { slopes, bends, counts } = histogram
  const all = sumsOf(training, rows)
  const before = worth(all.gradient, all.curvature, ridge)
  let best: Split | undefined
  features.forEach((feature, place) => {
    const first = place * mostBins
    let slope = 0
    let bend = 0
    let count = 0
    for (let bin = 0; bin < borders[feature]!.length; bin++) {
      slope += slopes[first + bin]!
      bend += bends[first + bin]!
      count += counts[first + bin]!
      if (count < leastSamples || rows.length - count < leastSamples) continue
      const gain =
        worth(slope, bend, ridge) + worth(all.gradient - slope, all.curvature - bend, ridge) - before
      if (gain > (best?.gain ?? leastGain)) best = { feature, bin, gain }
    }
  })
  return best
}

const rounded = (value: number) => Number(value.toPrecision(4))

/** One tree, grown where it gains most until it has all its leaves. */
function growTree(training: Training, rows: Int32Array, features: readonly number[]): Tree {
  const { bins, borders, options } = training
  const tree = { features: [-1], borders: [0], below: [0], values: [0] }
  const leafAt = (node: number, own: Int32Array, histogram: Histogram): Leaf => {
    const { gradient, curvature } = sumsOf(training, own)
    tree.values[node] = rounded((-options.rate * gradient) / (curvature + options.ridge))
    return { node, rows: own, histogram, split: bestSplit(training, own, histogram, features) }
  }
  const leaves = [leafAt(0, rows, histogramOf(training, rows, features))]
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
    const low = next.rows.filter((row) => own[row]! <= bin)
    const high = next.rows.filter((row) => own[row]! > bin)
    const fewer = histogramOf(training, low.length < high.length ? low : high, features)
    const more = without(next.histogram, fewer)
    const [ofLow, ofHigh] = low.length < high.length ? [fewer, more] : [more, fewer]
    leaves.splice(leaves.indexOf(next), 1, leafAt(below, low, ofLow), leafAt(below + 1, high, ofHigh))
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
  const columns = all.map((feature) => columnOf(samples, feature))
  const borders = columns.map(bordersOf)
  const bins = columns.map((values, feature) => binsOf(borders[feature]!, values))
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
