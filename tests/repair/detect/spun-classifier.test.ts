/** The classifier of spun text, on weights worked out by hand. */
import { describe, expect, test } from 'vitest'
import { buildTrie } from '../../../src/model/trie.js'
import type { SpunClassifier } from '../../../src/repair/detect/spun-classifier.js'
import { spunClassifier, spunOdds } from '../../../src/repair/detect/spun-classifier.js'
import { toolPrior } from '../../../src/repair/tool/tool-prior.js'
import { listed, plainParameters, smallLexicon } from '../small.js'

describe('spunClassifier', () => {
  const lexicon = smallLexicon([listed('学校', '黉舍', { evidence: ['report'] })])
  const prior = toolPrior(lexicon, plainParameters)
  /** Logs of the shares of 学校 and 黉舍 in standard prose. */
  const frequency = Float32Array.from([Math.log(1e-3), Math.log(1e-5)])
  const { weights } = spunClassifier(lexicon, prior, frequency, plainParameters)

  // Families: attested .97, which holds an attested word with .96; open .03, which holds any with .3.
  const holds = 0.97 * 0.96 + 0.03 * 0.3
  const rate = 0.95 * 0.4

  test('a standard word speaks against: spun text lacks it by how surely a tool holds it', () => {
    expect(weights[0]).toBeCloseTo(Math.log((1e-3 * (1 - rate * holds) + 1e-8) / (1e-3 + 1e-8)), 4)
  })

  test('a spun form speaks for it: spun text has it in the place of the standard word', () => {
    const spun = 1e-5 + 1e-3 * rate * holds
    expect(Math.log((spun + 1e-8) / (1e-5 + 1e-8))).toBeGreaterThan(2.5)
    expect(weights[1]).toBe(2.5)
  })

  test('no word says less than -2.5', () => {
    const sure = { ...plainParameters, spinRate: 1, classifierCoverage: 1, holdsListed: 1, holdsOpen: 1 }
    const all = spunClassifier(lexicon, toolPrior(lexicon, sure), frequency, sure)
    expect(all.weights[0]).toBe(-2.5)
  })
})

describe('spunOdds', () => {
  const forms = ['学校', '学', '校对', '对学']
  const classifier: SpunClassifier = { trie: buildTrie(forms), weights: Float32Array.from([1, 0.25, 16, 64]) }
  const oddsOf = (text: string, start = 0, end = text.length) => spunOdds(classifier, text, start, end)

  test('adds the weights of the longest matches from left to right', () => {
    expect(oddsOf('学校对学生')).toBe(1 + 64)
    expect(oddsOf('学习校对')).toBe(0.25 + 16)
    expect(oddsOf('教育')).toBe(0)
  })

  test('takes no form that leaves the passage, on either side', () => {
    expect(oddsOf('学校对', 1, 2)).toBe(0)
    expect(oddsOf('学校', 0, 1)).toBe(0.25)
    expect(oddsOf('学校对', 1, 3)).toBe(16)
  })
})
