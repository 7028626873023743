/** Notes of corrections in words. */
import { describe, expect, test } from 'vitest'
import { correctionInWords, percent } from '../../src/page/correction.js'
import type { DocumentNotes } from '../../src/writers/page/client-data.js'
import { clientWords } from '../../src/writers/page/notes.js'

const words = clientWords('en')
const notes: DocumentNotes = {
  pairs: [
    ['此中', '其中'],
    ['黉舍', '学校'],
  ],
  reasons: ['a known pair (thesaurus)', 'the same swap about {count} times elsewhere in the text', 'context'],
  corrections: [],
  damage: [],
}

test('a correction names its words, status, kind, traits, other readings and evidence', () => {
  const told = correctionInWords(
    [1, 0, 0, 987, 0b10100, ['院校', 12, '书院', 1], [0, 72, 2, -31]],
    notes,
    words,
  )
  expect(told).toEqual({
    actual: '黉舍',
    replacement: '学校',
    isApplied: true,
    summary: 'restored · swapped word',
    confidence: 987,
    traits: ['both are ordinary words; only the context tells', 'in a title or heading'],
    alternatives: ['院校 1.2%', '书院 0.1%'],
    evidence: ['a known pair (thesaurus): strongly for it', 'context: against it'],
  })
})

test('a suggestion without more to say', () => {
  const told = correctionInWords([0, 1, 2, 400, 0, 0, []], notes, words)
  expect(told).toMatchObject({ isApplied: false, summary: 'only suggested · wrong character' })
  expect([told.traits, told.alternatives, told.evidence]).toEqual([[], [], []])
})

describe('evidence', () => {
  const reason = (tenths: number, at = 2) =>
    correctionInWords([0, 0, 0, 900, 0, 0, [at, tenths]], notes, words).evidence

  test.each([
    [30, 'strongly for it'],
    [29, 'for it'],
    [5, 'for it'],
    [4, 'not enough by itself'],
    [-29, 'not enough by itself'],
    [-30, 'against it'],
  ])('of %i tenths is %s', (tenths, told) => {
    expect(reason(tenths)).toEqual([`context: ${told}`])
  })

  test.each([
    [34, 3],
    [35, 4],
    [2, 1],
  ])('of %i tenths counts as %i swaps elsewhere', (tenths, count) => {
    expect(reason(tenths, 1)).toEqual([`the same swap about ${count} times elsewhere in the text`])
  })
})

test('percentages keep one decimal', () => {
  expect([1000, 872, 5, 0.4].map(percent)).toEqual(['100%', '87.2%', '0.5%', '0%'])
})
