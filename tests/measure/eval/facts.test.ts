/** The scoring of facts, on a gold of two figures written by hand. */
import { describe, expect, test } from 'vitest'
import type { FactRow, FactScore } from '../../../measure/eval/facts.js'
import { addFacts, emptyFactScore, factF1, formatFacts } from '../../../measure/eval/facts.js'
import { toRecord } from '../../../src/writers/record.js'
import { type FactDetails, markedDocument } from '../../support/facts.js'
import { temporaryFolder } from '../../support/folder.js'

/** 共有学校12所,其中小学8所: what the gold says of its two figures, whose values it writes as 12.0 and 8.0. */
const marked = '共有学校[12所|学校数],其中小学[8所|小学数]。'
const school = { indicator: '学校数', head: '学校数', unit: '所', role: 'total' } as const
const primary = { ...school, indicator: '小学数', role: 'part', partOf: 'f1' } as const

function goldFolder(): string {
  const { facts } = toRecord({ ...markedDocument(marked, { f1: school, f2: primary }), checks: [] })
  const gold = facts.map((fact) => {
    const span = { start: fact.start, end: fact.end, text: fact.text }
    return { ...fact, value: `${fact.value}.0`, period: null, clean: span, damaged: span }
  })
  return temporaryFolder({ 'gold.json': JSON.stringify({ id: 'own', facts: gold, checks: [], ignored: [] }) })
}

function scoreOf(text: string, details: Readonly<Record<string, FactDetails>>): FactScore {
  const score = emptyFactScore()
  addFacts(score, markedDocument(text, details), goldFolder(), 'clean')
  return score
}

const right = { f1: school, f2: primary }

describe('a document that says what the gold says', () => {
  test('is right in every row', () => {
    const score = scoreOf(marked, right)
    expect(score.errors).toEqual([])
    for (const row of ['detection', 'value', 'bound', 'head, exact', 'role', 'parent'] as const) {
      expect(factF1(score, row), row).toBe(1)
    }
  })

  test('counts only facts with a parent in the row of parents', () => {
    expect(scoreOf(marked, right).wanted.parent).toBe(1)
    expect(scoreOf(marked, right).wanted['role and parent']).toBe(2)
  })
})

test.each<[what: string, details: Readonly<Record<string, FactDetails>>, rows: readonly FactRow[]]>([
  ['another value', { ...right, f2: { ...primary, value: '9' } }, ['value', 'value and unit']],
  ['another bound', { ...right, f1: { ...school, bound: 'approx' } }, ['value', 'bound', 'value and unit']],
  ['another unit', { ...right, f1: { ...school, unit: '个' } }, ['value and unit']],
  ['a longer head', { ...right, f1: { ...school, head: '公办学校数' } }, ['head, exact']],
  ['no parent', { ...right, f2: { ...primary, partOf: null } }, ['parent', 'role and parent']],
  ['another role', { ...right, f2: { ...primary, role: 'value' } }, ['role', 'role and parent']],
])('%s costs its own rows alone', (_, details, rows) => {
  const score = scoreOf(marked, details)
  const wrong = Object.keys(score.right).filter((row) => factF1(score, row as FactRow) < 1)
  expect(wrong.sort()).toEqual([...rows].sort())
  expect(score.errors).toHaveLength(rows.length)
})

test('a figure that is missed costs recall, one too many costs precision', () => {
  const missed = scoreOf('共有学校[12所|学校数],其中小学8所。', { f1: school })
  expect([missed.right.detection, missed.found.detection, missed.wanted.detection]).toEqual([1, 1, 2])
  expect(missed.errors).toContain('missed: 8所 小学数')
  const extra = scoreOf(`${marked}另有[3页|页数]。`, right)
  expect([extra.right.detection, extra.found.detection, extra.wanted.detection]).toEqual([2, 3, 2])
  expect(extra.errors).toEqual(['false: 3页 页数'])
})

test('the table has a row for each question', () => {
  const table = formatFacts(new Map([['clean', scoreOf(marked, right)]]))
  expect(table.split('\n')[0]).toContain('clean: P')
  expect(table).toMatch(/^\| detection +\| 1\.000/m)
})
