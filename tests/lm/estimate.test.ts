import { describe, expect, it } from 'vitest'
import { bytesOfModel } from '../../src/lm/layout.js'
import { pruneToSize } from '../../src/lm/prune.js'
import { begin, encodeText, end, none, type SymbolTable } from '../../src/lm/symbols.js'
import { referenceModel, writeParagraphs } from './reference.js'
import { estimatedProbability, estimateSmall } from './small-model.js'

const paragraphs = writeParagraphs(300)

function idsOf(text: string, symbols: SymbolTable): number[] {
  return Array.from(text, (character) => {
    if (character === '^') return begin
    if (character === '$') return end
    const ids = new Uint16Array(1)
    encodeText(character, symbols, ids)
    return ids[0]!
  })
}

function sumAfter(probability: (ids: readonly number[]) => number, context: number[], symbols: SymbolTable) {
  let sum = 0
  for (let id = 0; id < symbols.count; id++) {
    if (id !== none && id !== begin) sum += probability([...context, id])
  }
  return sum
}

describe('Kneser–Ney estimation', () => {
  it.each([2, 3, 5])('gives the probabilities of the formulas, order %i', (order) => {
    const { model, symbols } = estimateSmall(paragraphs, Array(order).fill(1))
    const reference = referenceModel(paragraphs, order, symbols.count - 2)
    const probability = estimatedProbability(model)
    const followers = `${[...new Set(paragraphs.join(''))].join('')}$猫`
    for (const context of reference.contexts) {
      for (const symbol of followers) {
        const expected = reference.probability(symbol, context)
        expect(probability(idsOf(context + symbol, symbols))).toBeCloseTo(expected, 12)
      }
    }
  })

  it.each([
    ['nothing pruned', [1, 1, 1, 1], Number.POSITIVE_INFINITY],
    ['rare n-grams dropped', [1, 2, 2, 4], Number.POSITIVE_INFINITY],
    ['pruned to a size', [1, 1, 1, 1], 18_000],
  ])('sums to one after every context: %s', (_, minimumCounts, maximumBytes) => {
    const { model, symbols } = estimateSmall(paragraphs, minimumCounts)
    const pruned = pruneToSize(model, maximumBytes, bytesOfModel)
    const probability = estimatedProbability(pruned)
    for (const context of referenceModel(paragraphs, 4, 1).contexts) {
      expect(sumAfter(probability, idsOf(context, symbols), symbols)).toBeCloseTo(1, 9)
    }
  })
})

describe('pruning', () => {
  it('fits the size and loses less of the likelihood than dropping rare n-grams does', () => {
    const rare = estimateSmall(paragraphs, [1, 1, 3, 4]).model
    const size = bytesOfModel(rare.orders.map((order) => order.length))
    const { model, symbols } = estimateSmall(paragraphs, [1, 1, 1, 1])
    const pruned = pruneToSize(model, size, bytesOfModel)
    expect(bytesOfModel(pruned.orders.map((order) => order.length))).toBeLessThanOrEqual(size)
    const likelihood = (probability: (ids: readonly number[]) => number) => {
      let sum = 0
      for (const text of paragraphs) {
        const ids = idsOf(`^${text}$`, symbols)
        for (let last = 2; last <= ids.length; last++)
          sum += Math.log(probability(ids.slice(Math.max(0, last - 4), last)))
      }
      return sum
    }
    expect(likelihood(estimatedProbability(pruned))).toBeGreaterThan(likelihood(estimatedProbability(rare)))
  })

  it('keeps the context and the suffix of what it keeps', () => {
    const { model } = estimateSmall(paragraphs, [1, 1, 1, 1, 1])
    const pruned = pruneToSize(model, 20_000, bytesOfModel)
    for (const order of pruned.orders.slice(2)) {
      const lower = pruned.orders[order.order - 1]!
      for (let entry = 0; entry < order.length; entry++) {
        const suffix = order.suffix[entry]!
        expect(lower.high[suffix]! >>> 18).toBe(order.high[entry]! >>> 18)
        expect(lower.high[order.context[entry]!]! >>> 18).toBe((order.high[entry]! >>> 6) & 4095)
      }
    }
  })
})
