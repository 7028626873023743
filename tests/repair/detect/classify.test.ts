/** Which passages are decoded, by their odds and those of their neighbours. */
import { describe, expect, test } from 'vitest'
import { buildTrie } from '../../../src/model/trie.js'
import { classifyPassages, spunShareOf } from '../../../src/repair/detect/classify.js'
import type { SpunClassifier } from '../../../src/repair/detect/spun-classifier.js'

const classifier: SpunClassifier = { trie: buildTrie(['甲', '乙']), weights: Float32Array.from([2, -2]) }
const auto = { assume: 'auto', share: 0.5 } as const

describe('classifyPassages', () => {
  test('odds count half, since the words of a passage are not independent', () => {
    const [only] = classifyPassages(classifier, '甲甲丙', auto)
    expect(only!.odds).toBe(2)
    expect(only!.spun).toBeGreaterThan(0.85)
  })

  test('what is surely clean is not decoded, what may be spun is', () => {
    const classified = classifyPassages(classifier, `${'乙'.repeat(30)}\n${'甲'.repeat(30)}`, auto)
    expect(classified.map(({ decode }) => decode)).toEqual([false, true])
  })

  test('the user may say which it is', () => {
    const text = `${'乙'.repeat(30)}\n${'甲'.repeat(30)}`
    const decoded = (assume: 'spun' | 'clean') =>
      classifyPassages(classifier, text, { assume, share: 0.5 }).map(({ decode }) => decode)
    expect(decoded('spun')).toEqual([true, true])
    expect(decoded('clean')).toEqual([false, false])
  })

  test('a clean document makes its doubtful passage less likely', () => {
    const doubtful = '甲丙'
    const clean = Array.from({ length: 9 }, () => '乙'.repeat(6)).join('\n')
    const alone = classifyPassages(classifier, doubtful, auto)[0]!.spun
    expect(classifyPassages(classifier, `${clean}\n${doubtful}`, auto).at(-1)!.spun).toBeLessThan(alone)
  })
})

describe('spunShareOf', () => {
  test('is the share of the passages that look spun, by length', () => {
    const text = `${'乙'.repeat(30)}\n${'甲'.repeat(10)}`
    expect(spunShareOf(classifier, text, auto)).toBeCloseTo(0.25, 12)
    expect(spunShareOf(classifier, '', auto)).toBe(0)
  })
})
