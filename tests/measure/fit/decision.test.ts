/** What is asked of swaps follows from which were right and which wrong. */
import { describe, expect, test } from 'vitest'
import type { WithParagraph } from '../../../measure/eval/made-sets.js'
import type { EvaluationText } from '../../../measure/eval/sets.js'
import { searchDecision } from '../../../measure/fit/decision.js'
import type { RecordedSwap, RecordedText } from '../../../measure/fit/recorded-swaps.js'
import { decideAgain } from '../../../measure/fit/recorded-swaps.js'
import type { Evidence } from '../../../src/model/correction.js'
import { loadUnits } from '../../../src/resources/units.js'
import { plainParameters, smallLexicon } from '../../repair/small.js'

const context = { beyondRepair: [], units: loadUnits(), lexicon: smallLexicon([]) }
const isKnown: Evidence = { kind: 'pair', code: 'nouns:knowledge', value: -3 }
const isAttested: Evidence = { kind: 'pair', code: 'nouns:first', value: -3 }
const readsWell: Evidence = { kind: 'context', code: 'language-model', value: 8 }

interface Made {
  readonly confidence: number
  readonly right: boolean
  readonly parts?: Partial<RecordedSwap>
}

/** A text of spun words, each of which has one swap that is right or wrong. */
function recordedOf(made: readonly Made[], inside?: WithParagraph['inside']): RecordedText {
  const spans = made.map((_, index) => ({ start: 2 * index, end: 2 * index + 2 }))
  const text: EvaluationText & Partial<WithParagraph> = {
    name: 'made',
    genre: 'made',
    position: 1,
    text: '黉舍'.repeat(made.length),
    original: '学校'.repeat(made.length),
    gold: spans
      .filter(({ start }) => inside === undefined || start < inside.end)
      .map((span) => ({ ...span, spun: '黉舍', gold: '学校', kind: 'swap' })),
    ...(inside && { inside }),
  }
  const swaps = made.map(
    ({ confidence, right, parts }, index): RecordedSwap => ({
      ...spans[index]!,
      actual: '黉舍',
      kind: 'swap',
      replacement: right ? '学校' : '书院',
      confidence,
      traits: [],
      alternatives: [],
      fit: undefined,
      lone: undefined,
      passage: { spun: 1, byForms: 1 },
      ...parts,
      evidence: [...(parts?.evidence ?? [isKnown]), readsWell],
    }),
  )
  return { text, swaps, fit: -2, context }
}

const many = (count: number, one: Made) => Array.from({ length: count }, () => one)
const decisionOf = (...made: readonly Made[][]) => searchDecision([[recordedOf(made.flat())]]).decision

describe('searchDecision', () => {
  test('asks for the confidence from which enough swaps are right', () => {
    const sure = many(20, { confidence: 0.96, right: true })
    const doubtful = many(20, { confidence: 0.86, right: true })
    expect(decisionOf(sure, doubtful).unattested).toBe(0.85)
    expect(decisionOf(sure, doubtful, many(8, { confidence: 0.86, right: false })).unattested).toBe(0.95)
  })

  test('asks for no less than it must', () => {
    expect(decisionOf(many(20, { confidence: 0.99, right: true })).unattested).toBe(0.98)
  })

  test('asks more of swaps that turn the meaning around', () => {
    const parts: Made['parts'] = { traits: ['antonym'], evidence: [isAttested] }
    const right = many(20, { confidence: 0.91, right: true, parts })
    const wrong = (count: number) => many(count, { confidence: 0.91, right: false, parts })
    expect(decisionOf(right, wrong(1)).antonym).toBe(0.9)
    expect(decisionOf(right, wrong(2)).antonym).toBe(0.98)
  })

  test('asks what the places of such a swap gain together, where its context says nothing', () => {
    const swaps = (count: number, together: number, right: boolean) => {
      const evidence: Evidence[] = [
        isAttested,
        { ...readsWell, value: -2 },
        { kind: 'document', code: 'places-together', value: together },
      ]
      return many(count, { confidence: 0.99, right, parts: { traits: ['antonym'], evidence } })
    }
    const asked = (...made: readonly Made[][]) => decisionOf(...made).antonymContext.together
    expect(asked(swaps(20, 45, true))).toBe(40)
    expect(asked(swaps(20, 45, true), swaps(20, 15, true))).toBe(10)
    expect(asked(swaps(20, 45, true), swaps(2, 15, false))).toBe(40)
  })

  test('changes nothing outside of the one spun paragraph, whatever is found in it', () => {
    const inside = { start: 0, end: 200 }
    const made = [...many(100, { confidence: 0.86, right: true }), { confidence: 0.86, right: false }]
    expect(searchDecision([[recordedOf(made)]]).decision.unattested).toBe(0.85)
    expect(searchDecision([[recordedOf(made, inside)]]).decision.unattested).toBe(0.98)
  })
})

describe('decideAgain', () => {
  const { decision } = plainParameters
  const countOf = (parts: Partial<RecordedSwap>, fit = -2, lone = decision.lone) => {
    const one = recordedOf([{ confidence: 0.72, right: true, parts: { evidence: [isAttested], ...parts } }])
    return decideAgain({ ...one, fit }, { ...decision, lone }, 0.7, -4).length
  }
  const isLone: Evidence = { kind: 'context', code: 'lone-swap', value: 0 }
  const fitOf = (value: number): Evidence => ({ kind: 'context', code: 'foreign-register', value })

  test('takes a register for foreign below the home that is given', () => {
    expect(countOf({ fit: fitOf(-3.9) })).toBe(1)
    expect(countOf({ fit: fitOf(-4.1) })).toBe(0)
  })

  test('holds back the only swap of a passage that does not look spun, in a register that is known', () => {
    const passage = { spun: 0.6, byForms: 0.5 }
    const strict = { spun: 0.7, byForms: 0.2 }
    expect(countOf({ lone: isLone, passage }, -2, strict)).toBe(0)
    expect(countOf({ passage }, -2, strict)).toBe(1)
    expect(countOf({ lone: isLone, passage }, -5, strict)).toBe(1)
    expect(countOf({ lone: isLone, passage }, -2, { spun: 0.6, byForms: 0.5 })).toBe(1)
  })
})
