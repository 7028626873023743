/** The record and its schema: one of everything, written out by hand, and the JSON Schema that is published. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toRecord } from '../../src/writers/record.js'
import { recordJsonSchema, recordSchema } from '../../src/writers/schema.js'
import { auditedExample } from '../support/audited.js'
import { checkRecord } from '../support/invariants.js'

const fields = [
  'schemaVersion',
  'id',
  'origin',
  'source',
  'repaired',
  'blocks',
  'spin',
  'corrections',
  'damage',
  'facts',
  'tables',
  'checks',
  'coverage',
  'messages',
]

describe('toRecord', () => {
  test('holds the fields of the contract, in its order', () => {
    expect(Object.keys(toRecord(auditedExample()))).toEqual(fields)
    expect(Object.keys(toRecord(auditedExample(), { tokens: true }))).toEqual([...fields, 'tokens'])
  })

  test('keeps every invariant of a record', () => {
    checkRecord(toRecord(auditedExample(), { tokens: true }))
  })

  test('leaves out what serves the stages only', () => {
    expect(toRecord(auditedExample()).facts[0]).not.toHaveProperty('printed')
  })

  test('leads tokens back to the source', () => {
    const { tokens, source } = toRecord(auditedExample(), { tokens: true })
    expect(tokens?.[1]?.source).toEqual({ start: 2, end: source.text.length })
  })

  test('names the stages where some did not run', () => {
    expect(toRecord(auditedExample(), { stages: ['read', 'layout'] }).stages).toEqual(['read', 'layout'])
  })

  test('is plain JSON', () => {
    const record = toRecord(auditedExample(), { tokens: true })
    expect(JSON.parse(JSON.stringify(record))).toEqual(record)
  })
})

describe('the schema', () => {
  test('refuses a value that is no decimal, and an unknown state', () => {
    const record = toRecord(auditedExample())
    const fact = record.facts[0]!
    expect(recordSchema.safeParse({ ...record, facts: [{ ...fact, value: '1e3' }] }).success).toBe(false)
    const check = { ...record.checks[0]!, state: 'fine' }
    expect(recordSchema.safeParse({ ...record, checks: [check] }).success).toBe(false)
  })

  test('accepts a fraction, a masked value and a record of a later minor version', () => {
    const record = toRecord(auditedExample())
    const fact = { ...record.facts[0]!, value: '1/3' }
    expect(recordSchema.safeParse({ ...record, facts: [fact], addedLater: true }).success).toBe(true)
  })

  test('is JSON Schema of draft 2020-12, open to added fields, and the same as the file that ships', () => {
    const schema = recordJsonSchema()
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    // Records of earlier builds have none.
    expect(schema.required).toEqual(fields.filter((field) => field !== 'tables'))
    expect(JSON.stringify(schema)).not.toContain('additionalProperties":false')
    const shipped = readFileSync(new URL('../../schema/record.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(shipped)).toEqual(schema)
  })
})
