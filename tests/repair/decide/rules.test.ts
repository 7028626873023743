/** Which rule settles a correction: each by what it asks for and by what falls just short, and the order they are asked in. */
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../../src/model/correction.js'
import { correctionStatuses } from '../../../src/model/correction.js'
import type { DecisionRule } from '../../../src/model/trace.js'
import { decisionRules } from '../../../src/model/trace.js'
import type { DecisionContext, Weighed } from '../../../src/repair/decide/rules.js'
import { ruleFor, statuses, wouldApply } from '../../../src/repair/decide/rules.js'
import { loadUnits } from '../../../src/resources/units.js'
import { listed, smallLexicon } from '../small.js'

const text = '耕地12公顷，粮食420千克，另有30小时，8oo万，黉舍、课、收费'
const context: DecisionContext = {
  applyFrom: 0.7,
  decision: {
    foreign: 0.8,
    single: 0.96,
    antonym: 0.95,
    antonymContext: { home: 4, foreign: 6, together: 20 },
    unattested: 0.9,
    repeated: 1.5,
    lone: { spun: 0.7, byForms: 0.2 },
  },
  beyondRepair: [],
  units: loadUnits(),
  lexicon: smallLexicon([listed('亩', '公顷'), listed('公斤', '千克'), listed('公斤', '小时')]),
}

const attested: Evidence = { kind: 'pair', code: 'nouns:first,report', value: -3 }
const known: Evidence = { kind: 'pair', code: 'nouns:knowledge', value: -3 }
const proposed: Evidence = { kind: 'shape', code: 'proposed', value: -5 }
const foreign: Evidence = { kind: 'context', code: 'foreign-register', value: -4.2 }
const figures: Evidence = { kind: 'numeric', code: 'same-value', value: 1.5 }
const against: Evidence = { ...figures, value: -1.5 }
const disguised: Evidence = { kind: 'shape', code: 'look-alike', value: 12 }
const around = (value: number): Evidence => ({ kind: 'context', code: 'language-model', value })
const elsewhere = (value: number): Evidence => ({ kind: 'document', code: 'same-swap-elsewhere', value })
const knownTool: Evidence = { kind: 'document', code: 'known-tool', value: 0 }
const together = (value: number): Evidence => ({ kind: 'document', code: 'places-together', value })

/** A sure swap of an attested pair of two characters that the words around it call for, but for `parts`. */
function swap(actual: string, parts: Partial<Weighed> = {}): Weighed {
  return {
    start: text.indexOf(actual),
    actual,
    replacement: '学校',
    confidence: 0.99,
    kind: 'swap',
    traits: [],
    ...parts,
    evidence: [...(parts.evidence ?? [attested]), around(6)],
  }
}

/** Expects a rule, and the status that goes with it. */
function expectRule(correction: Weighed, rule: DecisionRule, within: DecisionContext = context): void {
  expect(ruleFor(text, correction, within)).toBe(rule)
  expect(wouldApply(text, correction, within)).toBe(
    ['sure', 'layout', 'disguised-word', 'misreading'].includes(rule),
  )
}

test('only layout, what is sure, disguised words and misreadings are applied', () => {
  expect(Object.keys(statuses).sort()).toEqual([...decisionRules].sort())
  expect(new Set(Object.values(statuses))).toEqual(new Set(correctionStatuses))
  expect(decisionRules.filter((rule) => statuses[rule] === 'applied')).toEqual([
    'layout',
    'sure',
    'disguised-word',
    'misreading',
  ])
})

describe('what a correction is, and how sure', () => {
  test.each([
    ['a swap at the limit', swap('黉舍', { confidence: 0.7 }), 'sure'],
    ['a swap below the limit', swap('黉舍', { confidence: 0.699 }), 'unsure'],
    ['a misreading at the limit', swap('黉舍', { kind: 'recognition', confidence: 0.7 }), 'misreading'],
    ['a misreading below it', swap('黉舍', { kind: 'recognition', confidence: 0.69 }), 'unsure'],
    ['a join, however unsure', swap('黉舍', { kind: 'layout', confidence: 0.1 }), 'layout'],
    [
      'a letter among figures, however sure',
      swap('oo', { kind: 'character', confidence: 1 }),
      'figure-letter',
    ],
    [
      'a character of a disguised word at the limit',
      swap('舍', { kind: 'character', confidence: 0.7, evidence: [disguised] }),
      'disguised-word',
    ],
    [
      'one below the limit',
      swap('舍', { kind: 'character', confidence: 0.699, evidence: [disguised] }),
      'unsure',
    ],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('beyond-repair', () => {
  const at = (start: number, end: number) => ({ ...context, beyondRepair: [{ start, end }] })
  const start = text.indexOf('黉舍')

  test('a swap that starts in a passage beyond repair', () => {
    expectRule(swap('黉舍'), 'beyond-repair', at(start, start + 1))
    expectRule(swap('黉舍'), 'beyond-repair', at(0, text.length))
  })

  test('not one beside it, and no join', () => {
    expectRule(swap('黉舍'), 'sure', at(0, start))
    expectRule(swap('黉舍'), 'sure', at(start + 1, text.length))
    expectRule(swap('黉舍', { kind: 'layout' }), 'layout', at(0, text.length))
  })
})

describe('unit-size', () => {
  test.each([
    ['a unit of another size behind a number', swap('公顷', { replacement: '亩' }), 'unit-size'],
    ['another such unit', swap('公顷', { replacement: '平方米' }), 'unit-size'],
    ['a unit of another measure, whose size says nothing', swap('小时', { replacement: '公斤' }), 'sure'],
    ['another word for the same unit', swap('千克', { replacement: '公斤' }), 'sure'],
    [
      'a unit of another size that no number stands before',
      swap('公顷', { replacement: '平方米', start: 0 }),
      'sure',
    ],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('single-character', () => {
  const single = (parts: Partial<Weighed> = {}) =>
    swap('课', { replacement: '学科', confidence: 0.95, ...parts })

  test.each([
    ['one character for two', single(), 'single-character'],
    ['two for one', swap('黉舍', { replacement: '校', confidence: 0.95 }), 'single-character'],
    ['surer than others', single({ confidence: 0.96 }), 'sure'],
    ['repeated too seldom', single({ evidence: [attested, elsewhere(1.49)] }), 'single-character'],
    ['repeated', single({ evidence: [attested, elsewhere(1.5)] }), 'sure'],
    ['with a shared border', single({ traits: ['boundary'] }), 'sure'],
    ['with figures for it', single({ evidence: [attested, figures] }), 'sure'],
    ['with figures against it', single({ evidence: [attested, against] }), 'single-character'],
    [
      'in a foreign register, whatever proves it',
      single({ evidence: [attested, elsewhere(9), figures, foreign] }),
      'single-character',
    ],
    [
      'surer than others, in a foreign register',
      single({ confidence: 0.96, evidence: [attested, foreign] }),
      'sure',
    ],
    ['no single character', swap('黉舍'), 'sure'],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('unattested', () => {
  const by = (evidence: readonly Evidence[], confidence = 0.89) => swap('黉舍', { evidence, confidence })

  test.each([
    ['known only', by([known]), 'unattested'],
    ['known only, and very sure', by([known], 0.9), 'sure'],
    ['proposed by the document', by([proposed]), 'unattested'],
    ['known only, but repeated', by([known, elsewhere(1.5)]), 'sure'],
    ['known only, but asked for by figures', by([known, figures]), 'sure'],
    [
      'known only, but with a shared border',
      swap('黉舍', { evidence: [known], confidence: 0.89, traits: ['boundary'] }),
      'sure',
    ],
    ['in a foreign register, whatever proves it', by([known, elsewhere(9), figures, foreign]), 'unattested'],
    ['in a foreign register, and very sure', by([known, foreign], 0.9), 'sure'],
    ['there, of a tool that is known', by([known, elsewhere(9), foreign, knownTool], 0.99), 'unattested'],
    ['the same, asked for by figures', by([known, foreign, knownTool, figures], 0.99), 'sure'],
    ['of a tool that is known, in a register that is', by([known, knownTool], 0.9), 'sure'],
    ['attested', by([attested]), 'sure'],
    ['attested by a tool beside the knowledge', by([{ ...known, code: 'nouns:first,knowledge' }]), 'sure'],
    ['attested in one of two passes', by([known, attested]), 'sure'],
    ['in neither of two passes', by([known, proposed]), 'unattested'],
    ['with no word of its pair', by([]), 'sure'],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('longer-word', () => {
  const broken: Evidence = { kind: 'context', code: 'longer-word', value: 0 }
  const by = (...evidence: readonly Evidence[]): Weighed => ({ ...swap('黉舍'), evidence })

  test.each([
    ['a swap that breaks a longer word', by(attested, broken), 'longer-word'],
    ['however often the document repeats it', by(attested, elsewhere(9), broken), 'longer-word'],
    ['in a foreign register too', by(attested, broken, foreign), 'longer-word'],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('both-sides', () => {
  const both: Evidence = { kind: 'context', code: 'both-sides', value: 0 }
  const by = (...evidence: readonly Evidence[]): Weighed => ({ ...swap('黉舍'), evidence })

  test.each([
    ['a pair of which both words stand in the passage', by(attested, both), 'both-sides'],
    ['that the document hardly repeats', by(attested, elsewhere(1.4), both), 'both-sides'],
    ['that it repeats', by(attested, elsewhere(1.5), both), 'sure'],
    ['but where figures ask for it', by(attested, figures, both), 'sure'],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('lone-swap', () => {
  const lone: Evidence = { kind: 'context', code: 'lone-swap', value: 0 }
  const by = (...evidence: readonly Evidence[]): Weighed => ({ ...swap('黉舍'), evidence })

  test.each([
    ['the only swap of a doubtful passage', by(attested, lone), 'lone-swap'],
    ['that the document hardly repeats', by(attested, elsewhere(1.4), lone), 'lone-swap'],
    ['that it repeats', by(attested, elsewhere(1.5), lone), 'sure'],
    ['that figures ask for', by(attested, figures, lone), 'sure'],
    ['with a shared border', { ...by(attested, lone), traits: ['boundary'] }, 'sure'],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('antonym and foreign-register', () => {
  const evidence = [attested, foreign]
  const opposite = { replacement: '免费', traits: ['antonym'] } as const

  test.each([
    [
      'an antonym in a foreign register',
      swap('收费', { ...opposite, evidence, confidence: 0.949 }),
      'antonym',
    ],
    ['an antonym, surer', swap('收费', { ...opposite, evidence, confidence: 0.95 }), 'sure'],
    [
      'an antonym that the document does not prove',
      swap('收费', { ...opposite, confidence: 0.949 }),
      'antonym',
    ],
    ['an antonym that it does not prove, surer', swap('收费', { ...opposite, confidence: 0.95 }), 'sure'],
    [
      'an antonym that it repeats, which proves nothing',
      swap('收费', { ...opposite, evidence: [attested, elsewhere(1.5)], confidence: 0.7 }),
      'antonym',
    ],
    [
      'an antonym that it proves, in a foreign register',
      swap('收费', { ...opposite, evidence: [...evidence, elsewhere(9)], confidence: 0.949 }),
      'antonym',
    ],
    ['any swap in a foreign register', swap('黉舍', { evidence, confidence: 0.799 }), 'foreign-register'],
    ['any swap, surer', swap('黉舍', { evidence, confidence: 0.8 }), 'sure'],
    ['any swap in a register that is known', swap('黉舍', { confidence: 0.799 }), 'sure'],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('an antonym that the words around it do not ask for', () => {
  const by = (...evidence: readonly Evidence[]): Weighed => ({
    ...swap('收费'),
    traits: ['antonym'],
    evidence,
  })

  test.each([
    ['however often it is repeated', by(attested, around(3.99), elsewhere(9)), 'antonym'],
    ['at the limit', by(attested, around(4), elsewhere(9)), 'sure'],
    ['in a foreign register', by(attested, around(5.99), foreign), 'antonym'],
    ['in a foreign register, at the limit', by(attested, around(6), foreign), 'sure'],
    ['in all places together', by(attested, around(-2), foreign, together(20)), 'sure'],
    ['nor all places together', by(attested, around(3.99), together(19.9)), 'antonym'],
    [
      'in all places together, but less sure than others of its kind',
      { ...by(attested, around(-2), together(90)), confidence: 0.94 },
      'antonym',
    ],
    ['but figures do', by(attested, around(2.5), figures), 'sure'],
    ['and figures speak against it', by(attested, around(2.5), against), 'antonym'],
    ['which is none', { ...by(attested, around(2.5)), traits: [] }, 'sure'],
  ] as const)('%s', (_, correction, rule) => expectRule(correction, rule))
})

describe('of several rules the first one settles', () => {
  const everywhere = { ...context, beyondRepair: [{ start: 0, end: text.length }] }
  const unsure: Weighed = {
    ...swap('公顷', { replacement: '亩' }),
    confidence: 0.5,
    traits: ['antonym'],
    evidence: [proposed, around(-9)],
  }
  /** Each step takes away what the rule before asked for. */
  const sureEnough = { ...unsure, confidence: 0.75 }
  const noUnit = { ...sureEnough, replacement: '校' }
  const longer = { ...noUnit, replacement: '学校' }
  const fitting = { ...longer, evidence: [attested, around(3)] }

  test.each([
    ['unsure', unsure, everywhere],
    ['beyond-repair', sureEnough, everywhere],
    ['unit-size', sureEnough, context],
    ['single-character', noUnit, context],
    ['unattested', longer, context],
    ['antonym', fitting, context],
    ['sure', { ...fitting, traits: [] }, context],
  ] as const)('%s', (rule, correction, within) => expectRule(correction, rule, within))

  const opposite = { ...longer, evidence: [attested, foreign] }

  test.each([
    ['single-character', { ...opposite, replacement: '校' }],
    ['unattested', { ...opposite, evidence: [proposed, foreign], confidence: 0.89 }],
    ['antonym', opposite],
    ['foreign-register', { ...opposite, traits: [] }],
  ] as const)('%s in a foreign register', (rule, correction) => expectRule(correction, rule))
})
