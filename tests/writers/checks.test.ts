/** CSV and SARIF: what a command shows as rows, exact cells, no formulas; places that lead to the text; one log. */
import { describe, expect, test } from 'vitest'
import type { Section, WriteContext } from '../../src/writers/contract.js'
import { writer as csv } from '../../src/writers/csv.js'
import { toRecord } from '../../src/writers/record.js'
import { writer as sarif } from '../../src/writers/sarif.js'
import { auditedExample } from '../support/audited.js'

const record = toRecord(auditedExample(), { tokens: true })
const contextOf = (...sections: Section[]): WriteContext => ({
  language: 'en',
  colour: false,
  width: 80,
  sections,
})

describe('csv', () => {
  const headers: [Section, RegExp, RegExp][] = [
    [
      'findings',
      /^\uFEFFdocument,check,rule,state/,
      /^example\.txt,c1,sum-of-parts,mismatch,error,true,2000 \+ 15 = 2016,/,
    ],
    ['facts', /^\uFEFFdocument,fact,indicator,/, /^example\.txt,f1,学校数,/],
    ['repairs', /^\uFEFFdocument,actual,replacement,status/, /^example\.txt,教导,教育,suggested,swap,0\.6,/],
    ['words', /^\uFEFFdocument,text,pos,/, /^example\.txt,一、,m,0,2,/],
  ]
  test.each(headers)('of %s has their columns and a row each', (section, header, row) => {
    const lines = csv.write(record, contextOf(section)).split('\r\n')
    expect(lines[0]).toMatch(header)
    expect(lines[1]).toMatch(row)
  })

  test('says where each row stands: line and column from 1, and offsets', () => {
    const [header, ...rows] = csv.write(record, contextOf('facts')).trimEnd().split('\r\n')
    const names = header!.split(',')
    const cells = rows[0]!.split(',')
    // Counted from the end: a sentence has commas of its own.
    const cell = (name: string) => cells.at(names.indexOf(name) - names.length)
    const { start } = record.facts[0]!
    const before = record.source.text.slice(0, start)
    expect(cell('start')).toBe(String(start))
    expect(cell('line')).toBe(String(before.split('\n').length))
    expect(cell('lineColumn')).toBe(String(start - before.lastIndexOf('\n')))
  })

  test('has its header once, whether or not there are rows', () => {
    const joined = csv.join!(contextOf('findings'))
    expect(joined.add(record)).toMatch(/^\uFEFFdocument/)
    expect(joined.add(record)).not.toContain('document,check')
    expect(joined.end()).toBe('')
    expect(csv.join!(contextOf('findings')).end()).toMatch(/^\uFEFFdocument,check/)
  })

  test('has no formulas, and doubles quotes', () => {
    const check = { ...record.checks[0]!, expression: '=1+1', code: 'a "b", c' }
    const text = csv.write({ ...record, checks: [check] }, contextOf('findings'))
    expect(text).toContain(",'=1+1,")
    expect(text).toContain(',"a ""b"", c",')
  })
})

describe('sarif', () => {
  const parse = (...sections: Section[]) => JSON.parse(sarif.write(record, contextOf(...sections)))

  test('holds the findings with their places, and nothing that holds', () => {
    const holds = { ...record.checks[0]!, id: 'c2', state: 'holds' as const, severity: 'info' as const }
    const checks = [...record.checks, holds]
    const log = JSON.parse(sarif.write({ ...record, checks }, contextOf('findings')))
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    expect(run.results).toHaveLength(1)
    expect(run.results[0]).toMatchObject({ ruleId: 'sum-of-parts', ruleIndex: 0, level: 'error' })
    const { region, artifactLocation } = run.results[0].locations[0].physicalLocation
    expect(artifactLocation.uri).toBe('example.txt')
    const { charOffset, charLength, snippet, startLine, startColumn } = region
    expect(record.source.text.slice(charOffset, charOffset + charLength)).toBe(snippet.text)
    const line = record.source.text.split('\n')[startLine - 1]!
    expect(line.slice(startColumn - 1)).toMatch(new RegExp(`^${snippet.text}`))
  })

  test('holds corrections with what mends them', () => {
    const { results } = parse('repairs').runs[0]
    expect(results).toHaveLength(record.corrections.length)
    const [suggested, { ruleId, level, fixes }] = results
    expect(suggested.level).toBe('note')
    expect([ruleId, level]).toEqual(['swap', 'warning'])
    const [{ deletedRegion, insertedContent }] = fixes[0].artifactChanges[0].replacements
    const { charOffset, charLength, endLine, endColumn } = deletedRegion
    expect(record.source.text.slice(charOffset, charOffset + charLength)).toBe('黉舍')
    expect(insertedContent.text).toBe('学校')
    const upToEnd = record.source.text.split('\n')[endLine - 1]!.slice(0, endColumn - 1)
    expect(upToEnd).toMatch(/黉舍$/)
  })

  test('is one log with one run for several documents', () => {
    const joined = sarif.join!(contextOf('findings'))
    const log = JSON.parse(joined.add(record) + joined.add(record) + joined.end())
    expect(log.runs).toHaveLength(1)
    expect(log.runs[0].results).toHaveLength(2)
  })
})
