/**
 * Weighs many samples by one forest, the more cheaply the more of their features are 0 or the same. A tree is the set of
 * its leaves: every question that a sample answers with "above the border" takes those leaves away that were below it, and
 * the first leaf that is left is where the sample ends. The questions of all trees stand together by feature, those with
 * low borders first, so only such as are answered that way are looked at.
 * Invariant: the odds are those that `oddsOf` gives, to the last bit.
 */
import type { Forest, Tree } from './forest.js'
import { oddsOf } from './forest.js'

export interface Scorer {
  /** Takes up the features that the next samples share. */
  share(sample: ArrayLike<number>): void
  /** Log-odds of a sample; its shared features are not looked at. */
  odds(sample: ArrayLike<number>): number
}

interface Question {
  readonly feature: number
  readonly border: number
  readonly tree: number
  /** The leaves that are left above the border, a bit each. */
  readonly left: number
}

/** As many as an integer has bits. */
const mostLeaves = 32

/** The questions of a tree, and the values of its leaves, those below a border first. */
function takeApart({ features, borders, below, values }: Tree, tree: number) {
  const questions: Question[] = []
  const leaves: number[] = []
  const visit = (node: number): void => {
    const feature = features[node]!
    if (feature < 0) {
      leaves.push(values[node]!)
      return
    }
    const first = leaves.length
    visit(below[node]!)
    let taken = 0
    for (let leaf = first; leaf < leaves.length; leaf++) taken |= 1 << leaf
    questions.push({ feature, border: borders[node]!, tree, left: ~taken })
    visit(below[node]! + 1)
  }
  visit(0)
  return { questions, leaves }
}

function walkingScorer(forest: Forest): Scorer {
  return { share() {}, odds: (sample) => oddsOf(forest, sample) }
}

/** A scorer of samples that have so many features in common, the first ones. */
export function scorerOf(forest: Forest, shared: number): Scorer {
  const trees = forest.trees.map(takeApart)
  if (trees.some(({ leaves }) => leaves.length > mostLeaves)) return walkingScorer(forest)
  const questions = trees
    .flatMap((tree) => tree.questions)
    .sort((one, two) => one.feature - two.feature || one.border - two.border)
  const features = (questions.at(-1)?.feature ?? -1) + 1
  const borders = Float64Array.from(questions, ({ border }) => border)
  const treeOf = Uint16Array.from(questions, ({ tree }) => tree)
  const left = Int32Array.from(questions, (question) => question.left)
  const starts = new Int32Array(features + 1)
  for (const { feature } of questions) starts[feature + 1]!++
  for (let feature = 0; feature < features; feature++) starts[feature + 1]! += starts[feature]!
  const values = new Float64Array(trees.length * mostLeaves)
  trees.forEach(({ leaves }, tree) => {
    values.set(leaves, tree * mostLeaves)
  })
  const common = new Int32Array(trees.length).fill(-1)
  const own = new Int32Array(trees.length)
  function ask(sample: ArrayLike<number>, from: number, to: number, reached: Int32Array): void {
    for (let feature = from; feature < to; feature++) {
      const value = sample[feature]!
      const end = starts[feature + 1]!
      for (let at = starts[feature]!; at < end && value > borders[at]!; at++) {
        reached[treeOf[at]!]! &= left[at]!
      }
    }
  }
  return {
    share(sample) {
      common.fill(-1)
      ask(sample, 0, Math.min(shared, features), common)
    },
    odds(sample) {
      own.set(common)
      ask(sample, shared, features, own)
      let odds = 0
      for (let tree = 0; tree < own.length; tree++) {
        const leaves = own[tree]!
        odds += values[tree * mostLeaves + 31 - Math.clz32(leaves & -leaves)]!
      }
      return odds
    },
  }
}
