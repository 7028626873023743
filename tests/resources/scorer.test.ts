/** A scorer says what walking the trees says, to the last bit. */
import { expect, test } from 'vitest'
import { type Forest, oddsOf, type Tree } from '../../src/resources/forest.js'
import { scorerOf } from '../../src/resources/scorer.js'
import { naming } from '../support/tables.js'

/** Numbers that look random, the same every time. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A tree of so many leaves that asks for features below `features`, with borders that samples often meet. */
function treeOf(leaves: number, features: number, next: () => number): Tree {
  const tree = { features: [-1], borders: [0], below: [0], values: [next()] }
  for (let count = 1; count < leaves; count++) {
    const ends = tree.features.flatMap((feature, node) => (feature < 0 ? [node] : []))
    const node = ends[Math.floor(next() * ends.length)]!
    tree.features[node] = Math.floor(next() * features)
    tree.borders[node] = Math.floor(next() * 40) / 10
    tree.below[node] = tree.features.length
    for (let side = 0; side < 2; side++) {
      tree.features.push(-1)
      tree.borders.push(0)
      tree.below.push(0)
      tree.values.push(next() - 0.5)
    }
  }
  return tree
}

/** Samples of which the even features up to `shared` are all the same, and the odd ones up to there five times in a row. */
function expectSame(forest: Forest, features: number, shared: number): void {
  const next = numbersFrom(7)
  const number = () => Math.floor(next() * 50) / 10
  const upTo = Array.from({ length: shared }, (_, feature) => feature)
  const levels = [0, 1].map((rest) => upTo.filter((feature) => feature % 2 === rest))
  const scorer = scorerOf(forest, levels)
  const sample = new Float32Array(features)
  for (let count = 0; count < 200; count++) {
    const isNew = (feature: number) =>
      feature >= shared || (feature % 2 === 0 ? count === 0 : count % 5 === 0)
    sample.forEach((old, feature) => {
      sample[feature] = isNew(feature) ? number() : old
    })
    if (count === 0) scorer.share(0, sample)
    if (count % 5 === 0) scorer.share(1, sample)
    expect(scorer.odds(sample)).toBe(oddsOf(forest, sample))
  }
}

test.each([
  ['as many leaves as an integer has bits', 32],
  ['more leaves than that', 40],
  ['one leaf', 1],
])('trees of %s', (_, leaves) => {
  const next = numbersFrom(3)
  expectSame({ trees: Array.from({ length: 20 }, () => treeOf(leaves, 12, next)) }, 12, 5)
})

test('the trees that ship, and none', () => {
  expectSame(naming().forest, 400, 30)
  expectSame({ trees: [] }, 3, 1)
})
