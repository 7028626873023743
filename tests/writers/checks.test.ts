/** The checks as CSV and SARIF: exact cells, no formulas, places that lead to the text. */
import { expect, test } from 'vitest'
import type { WriteContext } from '../../src/writers/contract.js'
import { writer as csv } from '../../src/writers/csv.js'
import { toRecord } from '../../src/writers/record.js'
import { writer as sarif } from '../../src/writers/sarif.js'
import { auditedExample } from '../support/audited.js'

const record = toRecord(auditedExample())
const context: WriteContext = {
  language: 'en',
  colour: false,
  width: 80,
  sections: ['findings'],
  single: true,
}

test('csv opens with a byte order mark and its header, once an output', () => {
  const [header, row] = csv.write(record, context).split('\r\n')
  expect(header).toMatch(/^\uFEFFdocument,id,rule,state/)
  expect(row).toMatch(
    /^example\.txt,c1,sum of parts,mismatch,error,2000 \+ 15 = 2016,2016,2015,1,,sum-differs,/,
  )
  expect(csv.write(record, { ...context, first: false })).not.toContain('document,id')
})

test('csv cells are no formulas, and quotes are doubled', () => {
  const check = { ...record.checks[0]!, expression: '=1+1', code: 'a "b", c' }
  const text = csv.write({ ...record, checks: [check] }, context)
  expect(text).toContain(",'=1+1,")
  expect(text).toContain(',"a ""b"", c",')
})

test('sarif holds the findings with their places, and nothing that holds', () => {
  const holds = { ...record.checks[0]!, id: 'c2', state: 'holds' as const, severity: 'info' as const }
  const log = JSON.parse(sarif.write({ ...record, checks: [...record.checks, holds] }, context))
  expect(log.version).toBe('2.1.0')
  const [run] = log.runs
  expect(run.results).toHaveLength(1)
  expect(run.results[0]).toMatchObject({ ruleId: 'sum-of-parts', level: 'error' })
  const { region, artifactLocation } = run.results[0].locations[0].physicalLocation
  expect(artifactLocation.uri).toBe('example.txt')
  const { charOffset, charLength, snippet } = region
  expect(record.source.text.slice(charOffset, charOffset + charLength)).toBe(snippet.text)
})
