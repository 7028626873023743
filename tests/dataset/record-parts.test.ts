/** Records in parts: the same record, from parts that are short each, with turns for others between them. */
import { describe, expect, it } from 'vitest'
import { partsOf, recordOfParts } from '../../src/dataset/record-parts.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { auditedExample } from '../support/audited.js'

const short = toRecord(auditedExample())
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item)
const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, start: 0, end: 2 }
const table = { start: 0, end: 9, table: 0, unit: null, rows: [], columns: [], cells: many(20_000, cell) }
const long: DocumentRecord = { ...short, facts: many(4000, short.facts[0]!), tables: [table, table] }

describe('a record in parts', () => {
  it('comes back as it was', async () => {
    for (const record of [short, long]) expect(await recordOfParts(partsOf(record))).toEqual(record)
  })

  it('is one part where it is short, and many where it is long, also within one table', () => {
    expect(partsOf(short)).toHaveLength(1)
    const lengths = partsOf(long).map(({ length }) => length)
    expect(lengths.length).toBeGreaterThan(20)
    expect(Math.max(...lengths)).toBeLessThan(1_000_000)
  })

  it('lets others have their turn while it is put together', async () => {
    let turns = 0
    const count = () => {
      turns++
      timer = setImmediate(count)
    }
    let timer = setImmediate(count)
    await recordOfParts(many(40, partsOf(long)).flat())
    clearImmediate(timer)
    expect(turns).toBeGreaterThan(5)
  })
})
