/** Numeric evidence: which candidate of a doubtful word makes a relation true, and what it may change. */
import { describe, expect, test } from 'vitest'
import { auditDocument } from '../../src/audit/audit.js'
import type { Correction } from '../../src/model/correction.js'
import { spanOf } from '../../src/model/span.js'
import { applyEvidence, findEvidence } from '../../src/pipeline/evidence.js'
import { loadClaims } from '../../src/resources/claims.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import { loadUnits } from '../../src/resources/units.js'
import { plainParameters } from '../repair/small.js'
import { markedDocument } from '../support/facts.js'

const claims = loadClaims()
const context = {
  applyFrom: 0.9,
  decision: plainParameters.decision,
  beyondRepair: [],
  units: loadUnits(),
  lexicon: buildLexicon([]),
}

type Words = Pick<Correction, 'actual' | 'replacement' | 'confidence'> & {
  readonly others?: Correction['alternatives']
}

function correct(words: Words) {
  return (text: string): Correction[] => [
    {
      ...spanOf<'source'>(text.indexOf(words.actual), text.indexOf(words.actual) + words.actual.length),
      actual: words.actual,
      replacement: words.replacement,
      confidence: words.confidence,
      status: words.confidence >= 0.9 ? 'applied' : 'suggested',
      kind: 'swap',
      traits: ['antonym'],
      alternatives: words.others ?? [],
      evidence: [{ kind: 'pair', code: 'verbs', value: 1 }],
    },
  ]
}

function weigh(marked: string, words: Words, details: Parameters<typeof markedDocument>[1] = {}) {
  const document = auditDocument(markedDocument(marked, details, correct(words)), claims)
  return applyEvidence(document, findEvidence(document, claims), context)
}

describe('a rate that two figures make', () => {
  const text = '适龄儿童[15089人|适龄儿童数]，已退学[15051人|退学人数]，入学率达[99.75%|入学率]。'
  const words = { actual: '退学', replacement: '入学', confidence: 0.5 }

  test('names its part: the suggested word is applied', () => {
    const { corrections, repaired } = weigh(text, words, { f3: { head: '入学率' } })
    expect(corrections[0]).toMatchObject({ replacement: '入学', status: 'applied' })
    expect(corrections[0]!.confidence).toBeGreaterThan(0.9)
    expect(corrections[0]!.evidence.at(-1)).toEqual({ kind: 'numeric', code: 'rate-names-part', value: 3 })
    expect(repaired.text).toContain('已入学15051人')
  })

  test('takes an alternative in place of the replacement', () => {
    const others = [{ text: '入学', confidence: 0.25 }]
    const { corrections } = weigh(
      text,
      { ...words, replacement: '休学', confidence: 0.45, others },
      { f3: { head: '入学率' } },
    )
    expect(corrections[0]).toMatchObject({ replacement: '入学', actual: '退学' })
    expect(corrections[0]!.alternatives[0]!.text).toBe('休学')
  })

  test('names its part in a traditional text too', () => {
    const traditional = '適齡兒童[15089人|适龄儿童数]，已開除[15051人|开除人数]，入學率達[99.75%|入学率]。'
    const own = { actual: '開除', replacement: '入學', confidence: 0.5 }
    const { corrections } = weigh(traditional, own, { f3: { head: '入学率' } })
    expect(corrections[0]).toMatchObject({ replacement: '入學', status: 'applied' })
  })

  test('says nothing where the figures do not make it', () => {
    const document = weigh(text.replace('15051', '15001'), words, { f3: { head: '入学率' } })
    expect(document.corrections[0]!.confidence).toBe(0.5)
    expect(document.corrections[0]!.evidence).toHaveLength(1)
  })

  test('creates no edit', () => {
    const document = auditDocument(markedDocument(text, { f3: { head: '入学率' } }), claims)
    expect(findEvidence(document, claims)).toEqual([])
    expect(applyEvidence(document, [], context)).toBe(document)
  })
})

test('figures that move the other way speak against the direction', () => {
  const change = { of: 'f2', direction: 'increase', kind: 'from-to', against: null, prior: '33.5' } as const
  const text = '由[33.5%|药占比]增加到[31.1%|药占比]。'
  const words = { actual: '增加', replacement: '减少', confidence: 0.4 }
  const { corrections } = weigh(text, words, { f2: { change } })
  expect(corrections[0]!.confidence).toBeGreaterThan(0.9)
})

test('figures stay as they are, whatever is weighed', () => {
  const text = '适龄儿童[15089人|适龄儿童数]，已退学[15051人|退学人数]，入学率达[99.75%|入学率]。'
  const { repaired } = weigh(
    text,
    { actual: '退学', replacement: '入学', confidence: 0.5 },
    { f3: { head: '入学率' } },
  )
  expect(repaired.text.replaceAll(/\D/g, '')).toBe('15089150519975')
})
