/** The sentence that CONTRIBUTING.md follows through the code has the values that the page says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { processText } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { root } from './source.js'

const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const report = readFileSync(join(root, 'corpus/reports/education-bureau-halfyear/damaged.txt'), 'utf8')
const source = /^source +(.*)$/m.exec(page)![1]!
const repaired = /^repaired +(.*)$/m.exec(page)![1]!
const start = report.indexOf(source)
const end = start + source.length

let record: DocumentRecord

beforeAll(async () => {
  record = processText(report, { resources: await loadResources() })
}, 120_000)

/** Cells of the rows of the table under a header. */
function rowsUnder(header: string): string[][] {
  const [, table = ''] = page.split(`${header}\n`)
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(1)
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const isInside = (span: { readonly start: number; readonly end: number }) =>
  span.start >= start && span.end <= end

test('the sentence stands in the report, and is repaired as the page says', () => {
  expect(start).toBeGreaterThan(0)
  expect(page).toContain(`our sentence begins at ${start}`)
  expect(record.repaired.text).toContain(repaired)
})

test('its edits have the confidence and status that the page says', () => {
  const edits = record.corrections.filter((correction) => isInside(correction) && correction.kind === 'swap')
  const told = edits.map(({ actual, replacement, status }) => [`${actual} → ${replacement}`, status])
  const rows = rowsUnder('| edit | confidence | status |')
  expect(rows.map(([edit, , status]) => [edit!.replace(/ \(.*/, ''), status])).toEqual(told)
  // The first one before the figures spoke for it.
  expect(rows.slice(1).map(([, confidence]) => confidence)).toEqual(
    edits.slice(1).map(({ confidence }) => confidence.toFixed(2)),
  )
  const [first] = edits
  expect(page).toContain(`rises from ${rows[0]![1]} to ${first!.confidence.toFixed(2)}`)
  expect(first!.evidence.find(({ kind }) => kind === 'numeric')?.value).toBe(3)
})

test('its facts are those of the table, and its rate holds within rounding', () => {
  const facts = record.facts.filter(isInside)
  expect(facts.map(({ text, indicator, value, unit }) => [text, indicator, value, unit])).toEqual(
    rowsUnder('| fact | indicator | value | unit |'),
  )
  const check = record.checks.find(({ facts: named }) => named.includes(facts[2]!.id))
  expect([check?.rule, check?.state]).toEqual(['rate', 'rounding'])
  expect(page).toContain(`${check!.expression} holds within rounding`)
})

test('a word is missing behind its first character', () => {
  const at = start + 1
  expect(record.damage.filter(isInside)).toEqual([{ kind: 'deletion', start: at, end: at, detail: '全小学' }])
})
