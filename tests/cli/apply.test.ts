/** `huanyuan apply`: logs and records in, records with the decisions out; what cannot be followed is told. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { Decision } from '../../src/decisions/decision.js'
import { formatDecision } from '../../src/decisions/log.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { temporaryFolder } from '../support/folder.js'
import { recordsOf, reportPage } from '../support/records.js'
import { runMain } from '../support/terminal.js'

let record: DocumentRecord

beforeAll(async () => {
  record = (await recordsOf(reportPage, 'page.html'))[0]!
})

function line(by: string, kind: 'own' | 'reject', actual: string, replacement: string, number = 1): string {
  const start = record.source.text.indexOf(actual)
  const decision: Decision = {
    number,
    at: '2024-05-01T08:30:00.000Z',
    by,
    document: record.id,
    kind,
    anchor: anchorAt(record.source.text, start, start + actual.length),
    replacement,
    scope: 'place',
  }
  return formatDecision(decision)
}

function folder(files: Readonly<Record<string, string>>): string {
  return temporaryFolder({ 'records.jsonl': `${JSON.stringify(record)}\n`, ...files })
}

const apply = (cwd: string, words: string) => runMain(['apply', ...words.split(' ')], { cwd })

describe('apply', () => {
  test('prints records with the decisions, and is quiet where all fit', async () => {
    const cwd = folder({ 'decisions.li.jsonl': line('li', 'own', '增添', '新增') })
    const { code, out, err } = await apply(cwd, 'decisions.li.jsonl records.jsonl')
    expect([code, err]).toEqual([0, ''])
    const made = JSON.parse(out) as DocumentRecord
    expect(made.repaired.text).toContain('比上年新增1200人')
    expect(made.decisions).toMatchObject({ by: ['li'], conflicts: 0, unfit: 0 })
    const again = await apply(cwd, 'decisions.li.jsonl records.jsonl')
    expect(again.out).toBe(out)
  })

  test('writes a file a document, in any format of run', async () => {
    const cwd = folder({ 'decisions.li.jsonl': line('li', 'own', '增添', '新增') })
    const { code } = await apply(cwd, 'decisions.li.jsonl records.jsonl --out done --format text')
    expect(code).toBe(0)
    expect(readdirSync(join(cwd, 'done')).filter((name) => /^page.*\.txt$/.test(name))).toHaveLength(1)
  })

  test('says where reviewers differ, where a decision does not fit, and ends with 1', async () => {
    const cwd = folder({
      'decisions.li.jsonl': line('li', 'own', '黉舍', '校舍') + line('li', 'own', '126所', '127所', 2),
      'decisions.wang.jsonl': line('wang', 'reject', '黉舍', '学校'),
    })
    const { code, out, err } = await apply(cwd, 'decisions.li.jsonl decisions.wang.jsonl records.jsonl')
    expect(code).toBe(1)
    expect(err).toContain('page.html:2:16: reviewers differ about 黉舍')
    expect(err).toContain('li: 校舍; wang: as in the source')
    expect(err).toContain('a decision of li about 126所 no longer fits: it changes a figure')
    expect((JSON.parse(out) as DocumentRecord).decisions).toMatchObject({ conflicts: 1, unfit: 1 })
  })

  test('reads a log whose last line was cut off, and says so', async () => {
    const whole = line('li', 'own', '增添', '新增')
    const cwd = folder({ 'decisions.li.jsonl': `${whole}${whole.slice(0, 40)}` })
    const { code, out, err } = await apply(cwd, 'decisions.li.jsonl records.jsonl')
    expect(code).toBe(0)
    expect(err).toContain('the last line was cut off')
    expect(out).toContain('新增1200人')
  })

  test.each([
    ['records.jsonl', 2, 'name at least one log'],
    ['decisions.li.jsonl', 2, 'name the records'],
    ['decisions.none.jsonl records.jsonl', 2, 'decisions.none.jsonl: no such file'],
    ['decisions.li.jsonl none.jsonl', 3, 'none.jsonl: no such file'],
    ['decisions.li.jsonl ./decisions.li.jsonl records.jsonl', 2, 'two logs are of the same reviewer: li'],
    ['decisions.li.jsonl empty.jsonl', 3, 'no record'],
  ])('%s', async (words, code, said) => {
    const cwd = folder({ 'decisions.li.jsonl': line('li', 'own', '增添', '新增'), 'empty.jsonl': '' })
    const outcome = await apply(cwd, words)
    expect(outcome.err).toContain(said)
    expect(outcome.code).toBe(code)
  })
})
