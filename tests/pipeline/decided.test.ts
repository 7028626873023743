/** Decisions applied to records: nothing changes without them; words, facts and findings follow them; conflicts are shown. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { listGolden } from '../../scripts/golden/documents.js'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { Decision, DecisionLog, NewDecision } from '../../src/decisions/decision.js'
import { decideRecord } from '../../src/pipeline/decided.js'
import { processText } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { decideAgain } from '../../src/pipeline/weighed.js'
import { revisionOf } from '../../src/writers/revision.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { recordSchema } from '../../src/writers/schema.js'
import { root } from '../repo/source.js'
import { recordsOf, reportPage } from '../support/records.js'

let resources: Resources
let record: DocumentRecord

beforeAll(async () => {
  resources = await loadResources()
  record = (await recordsOf(reportPage, 'page.html'))[0]!
})

function logOf(by: string, ...decisions: NewDecision[]): DecisionLog {
  return {
    by,
    decisions: decisions.map(
      (decision, index) =>
        ({ ...decision, number: index + 1, at: '2024-05-01T08:30:00.000Z', by }) as Decision,
    ),
  }
}

const placeOf = (word: string, from = 0) => {
  const start = record.source.text.indexOf(word, from)
  return anchorAt(record.source.text, start, start + word.length)
}
const about = () => ({ document: record.id })
const word = (
  kind: 'accept' | 'alternative' | 'own' | 'reject',
  actual: string,
  replacement: string,
  scope: 'place' | 'document' | 'set' = 'place',
): NewDecision => ({ ...about(), kind, anchor: placeOf(actual), replacement, scope })

const decide = (...logs: DecisionLog[]) => decideRecord(record, logs, resources)
const factOf = (made: DocumentRecord, text: string) => made.facts.find((fact) => fact.text === text)

describe('without decisions a record comes out as it was', () => {
  test.each(
    listGolden()
      .map(({ input }) => input)
      .filter((input) => input.includes('damaged')),
  )('%s', async (input) => {
    for (const one of await recordsOf(readFileSync(join(root, input), 'utf8'), input)) {
      expect(decideRecord(one, [], resources).record).toEqual(one)
    }
  })

  test('also one with tables', () => {
    expect(record.tables?.length).toBeGreaterThan(0)
    expect(decide().record).toEqual(record)
  })
})

describe('words', () => {
  test('that are rejected stand as in the source, at one place or everywhere', () => {
    const count = (made: DocumentRecord) => made.repaired.text.split('黉舍').length - 1
    const all = record.source.text.split('黉舍').length - 1
    expect(all).toBe(3)
    expect(count(record)).toBe(0)
    expect(count(decide(logOf('a', word('reject', '黉舍', '学校'))).record)).toBe(1)
    expect(count(decide(logOf('a', word('reject', '黉舍', '学校', 'document'))).record)).toBe(all)
    expect(count(decide(logOf('a', word('reject', '黉舍', '学校', 'set'))).record)).toBe(all)
    expect(
      count(decide(logOf('a', { ...about(), kind: 'keep-word', word: '黉舍', scope: 'set' })).record),
    ).toBe(all)
  })

  test('of another document are left alone, but for those of the whole set', () => {
    const other = (scope: 'place' | 'document' | 'set') =>
      logOf('a', { ...word('reject', '黉舍', '学校', scope), document: 'sha256:0' } as NewDecision)
    expect(decide(other('place')).record.corrections).toEqual(record.corrections)
    expect(decide(other('document')).record.corrections).toEqual(record.corrections)
    expect(decide(other('set')).record.corrections).not.toEqual(record.corrections)
  })

  test('that a person typed are applied, named, and undone give the source', () => {
    const { record: made, unfit } = decide(logOf('李', word('own', '增添', '新增')))
    expect(unfit).toEqual([])
    const typed = made.corrections.find(({ actual }) => actual === '增添')
    expect(typed).toMatchObject({ replacement: '新增', status: 'applied', confidence: 1, decidedBy: ['李'] })
    expect(made.repaired.text).toContain('比上年新增1200人')
    expect(made.source.text).toBe(record.source.text)
    expect(revisionOf(made).text).toBe(made.repaired.text)
    expect(recordSchema.safeParse(made).success).toBe(true)
    expect(made.decisions).toMatchObject({ by: ['李'], conflicts: 0, unfit: 0 })
  })

  test('a place counts more than the document, whatever came first', () => {
    const place = word('accept', '黉舍', '学校')
    const everywhere = word('reject', '黉舍', '学校', 'document')
    for (const order of [
      [place, everywhere],
      [everywhere, place],
    ]) {
      const { repaired } = decide(logOf('a', ...order)).record
      expect(repaired.text.split('黉舍').length - 1).toBe(2)
    }
  })

  test('that change a figure of a text that is no scan do not fit', () => {
    const { unfit, record: made } = decide(logOf('a', word('own', '126所', '128所')))
    expect(unfit.map(({ reason }) => reason)).toEqual(['figure'])
    expect(made.corrections).toEqual(record.corrections)
  })

  test('whose place is gone, or of which the tool says something else now, are named', () => {
    const gone: NewDecision = {
      ...about(),
      kind: 'own',
      anchor: { text: '不在', before: '', after: '', start: 0 },
      replacement: '在',
      scope: 'place',
    }
    const { unfit, record: made } = decide(logOf('a', gone, word('reject', '黉舍', '学堂')))
    expect(unfit.map(({ reason }) => reason).sort()).toEqual(['gone', 'other-suggestion'])
    // Who said that the source is right there said it of every other word too.
    expect(made.repaired.text).toContain('各类黉舍126所')
  })
})

test('records are made with decisions by every entry point', () => {
  const text = '全县共有各级各类黉舍126所，此中：小学98所，初级中学20所，高级中学8所。'
  const options = { resources, assume: 'spun' as const }
  const plain = processText(text, options)
  const { start, end } = plain.corrections.find(({ actual }) => actual === '黉舍')!
  const anchor = anchorAt(text, start, end)
  const log = logOf('a', { document: plain.id, kind: 'own', anchor, replacement: '校舍', scope: 'place' })
  const made = processText(text, { ...options, decisions: [log] })
  expect(made).toEqual(decideAgain(plain, [log], { resources }).record)
  expect(made.repaired.text).toContain('各类校舍126所')
})

describe('two reviewers', () => {
  test('who agree are both named', () => {
    const { record: made, conflicts } = decide(
      logOf('b', word('accept', '黉舍', '学校')),
      logOf('a', word('accept', '黉舍', '学校')),
    )
    expect(conflicts).toEqual([])
    expect(made.corrections.find(({ decidedBy }) => decidedBy)?.decidedBy).toEqual(['a', 'b'])
  })

  test('who differ leave what the tool says, and are shown with what each wants', () => {
    const { record: made, conflicts } = decide(
      logOf('a', word('own', '黉舍', '校舍')),
      logOf('b', word('reject', '黉舍', '学校'), word('reject', '增添', '增加')),
    )
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]!.sides).toEqual([
      { by: 'a', wish: '校舍' },
      { by: 'b', wish: '' },
    ])
    expect(made.repaired.text).toContain('各级各类学校126所')
    expect(made.repaired.text).toContain('增添1200人')
    expect(made.decisions).toMatchObject({ by: ['a', 'b'], conflicts: 1 })
  })
})

describe('facts and findings', () => {
  const fact = (text: string, more: object): NewDecision =>
    ({ ...about(), kind: 'fact', anchor: placeOf(text), ...more }) as NewDecision

  test('are confirmed, renamed, given another unit or period', () => {
    const { record: made, unfit } = decide(
      logOf(
        'a',
        fact('126所', { verdict: 'confirmed' }),
        fact('8600万元', { verdict: 'corrected', indicator: '教育投入', unit: '亿元', period: '2022年' }),
      ),
    )
    expect(unfit).toEqual([])
    expect(factOf(made, '126所')).toMatchObject({
      decided: { verdict: 'confirmed', by: ['a'] },
      confidence: 1,
    })
    const money = factOf(made, '8600万元')!
    expect(money).toMatchObject({ indicator: '教育投入', unit: '亿元', period: { start: '2022-01-01' } })
    expect(money.base.value).toBe('860000000000')
  })

  test('that are none are listed as such, nothing is tied to them, and checks are made anew', () => {
    const total = factOf(record, '8600万元')!
    expect(record.checks.some(({ facts }) => facts.includes(total.id))).toBe(true)
    const { record: made } = decide(logOf('a', fact('8600万元', { verdict: 'none' })))
    expect(factOf(made, '8600万元')).toBeUndefined()
    expect(made.coverage.ignored.find(({ text }) => text === '8600万元')?.reason).toBe('by-person')
    expect(made.coverage.numbersSeen).toBe(record.coverage.numbersSeen)
    const ids = new Set(made.facts.map(({ id }) => id))
    expect(made.checks.flatMap(({ facts }) => facts).filter((id) => !ids.has(id))).toEqual([])
    expect(made.facts.filter(({ partOf }) => partOf !== null && !ids.has(partOf))).toEqual([])
  })

  test('a unit that is none does not fit', () => {
    const { unfit } = decide(logOf('a', fact('126所', { verdict: 'corrected', unit: '，' })))
    expect(unfit.map(({ reason }) => reason)).toEqual(['unit'])
  })

  test('a finding keeps what was said of it', () => {
    const finding = record.checks.find(({ state }) => state === 'mismatch')!
    const figures = finding.facts.map((id) => {
      const { start, end } = record.facts.find((one) => one.id === id)!
      return anchorAt(record.source.text, start, end)
    })
    const said = (verdict: 'true-error' | 'solved'): NewDecision => ({
      ...about(),
      kind: 'finding',
      rule: finding.rule,
      figures,
      verdict,
    })
    const { record: made } = decide(logOf('a', said('true-error')))
    expect(made.checks.find(({ decided }) => decided)).toMatchObject({
      rule: finding.rule,
      decided: { verdict: 'true-error', by: ['a'] },
    })
    expect(decide(logOf('a', said('true-error')), logOf('b', said('solved'))).conflicts).toHaveLength(1)
  })
})
