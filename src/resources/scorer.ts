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
  /** Takes up the features of a level, which the next samples share; those of the levels behind it are taken up again then. */
  share(level: number, sample: Float32Array): void
  /** Log-odds of a sample; features that are shared are not looked at. */
  odds(sample: Float32Array): number
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

/** The largest border that a sample can hold of those that are no higher: the same samples are above it. */
function heldBorder(border: number): number {
  const held = new Float32Array([border])
  if (held[0]! <= border) return held[0]!
  // The bits of a float, as an integer, are in its order; below zero the other way round.
  const bits = new Int32Array(held.buffer)
  if (held[0]! > 0) bits[0]!--
  else bits[0]!++
  return held[0]!
}

/** The questions of all trees by feature, those with low borders first, and the values of the leaves. */
function layOut(trees: readonly ReturnType<typeof takeApart>[]) {
  const questions = trees
    .flatMap((tree) => tree.questions)
    .sort((one, two) => one.feature - two.feature || one.border - two.border)
  const features = (questions.at(-1)?.feature ?? -1) + 1
  const starts = new Int32Array(features + 1)
  for (const { feature } of questions) starts[feature + 1]!++
  for (let feature = 0; feature < features; feature++) starts[feature + 1]! += starts[feature]!
  const values = new Float64Array(trees.length * mostLeaves)
  trees.forEach(({ leaves }, tree) => {
    values.set(leaves, tree * mostLeaves)
  })
  return {
    features,
    starts,
    values,
    borders: Float32Array.from(questions, ({ border }) => heldBorder(border)),
    treeOf: Uint16Array.from(questions, ({ tree }) => tree),
    left: Int32Array.from(questions, (question) => question.left),
  }
}

/** A scorer of samples that share features: those of the first level the longest, those of the last one the shortest. */
export function scorerOf(forest: Forest, levels: readonly (readonly number[])[]): Scorer {
  const trees = forest.trees.map(takeApart)
  if (trees.some(({ leaves }) => leaves.length > mostLeaves)) return walkingScorer(forest)
  const { features, starts, values, borders, treeOf, left } = layOut(trees)
  const isAsked = (feature: number) => feature < features && starts[feature] !== starts[feature + 1]
  const shared = new Set(levels.flat())
  const own = Array.from({ length: features }, (_, feature) => feature).filter((one) => !shared.has(one))
  const asked = [...levels, own].map((list) => Int32Array.from(list.filter(isAsked)))
  const none = new Int32Array(trees.length).fill(-1)
  /** The leaves that are left of each tree, behind each level. */
  const reached = asked.map(() => none.slice())
  function ask(level: number, sample: Float32Array): Int32Array {
    const leaves = reached[level]!
    leaves.set(level === 0 ? none : reached[level - 1]!)
    for (const feature of asked[level]!) {
      const value = sample[feature]!
      const end = starts[feature + 1]!
      for (let at = starts[feature]!; at < end && value > borders[at]!; at++) {
        leaves[treeOf[at]!]! &= left[at]!
      }
    }
    return leaves
  }
  return {
    share: ask,
    odds(sample) {
      const leaves = ask(levels.length, sample)
      let odds = 0
      for (let tree = 0; tree < leaves.length; tree++) {
        const of = leaves[tree]!
        odds += values[tree * mostLeaves + 31 - Math.clz32(of & -of)]!
      }
      return odds
    },
  }
}
