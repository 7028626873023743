/** Texts of one shape and growing length, through all stages: what they cost grows with their length, and no faster. */
import { describe, expect, it } from 'vitest'
import { proseOf } from '../../src/dataset/prose.js'
import type { Block } from '../../src/model/document.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { writer as report } from '../../src/writers/report.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { growthOf, mostGrowth } from '../support/growth.js'
import { nameOf, shapes } from './shapes.js'

const resources = await loadResources()
async function recordOf(text: string, path: string): Promise<DocumentRecord> {
  for await (const record of processDocument(Buffer.from(text), { resources, path })) return record
  throw new Error('no document')
}

const patience = 300_000

describe('costs in proportion to its length', { timeout: patience }, () => {
  it('a line without the end of a sentence', async () => {
    const work = (length: number) => {
      const text = '甲县,98,12.5,'.repeat(length)
      const block = { kind: 'paragraph', start: 0, end: text.length } as Block
      const record = { blocks: [block], source: { text }, facts: [] } as unknown as DocumentRecord
      return Array.from({ length: 20 }, () => proseOf(record))
    }
    expect(await growthOf(work, 20_000)).toBeLessThan(mostGrowth)
  })

  /** Tables alone, for what they cost is a small part of the whole; so the growth that is asked for is less, too. */
  it('a table whose head returns', async () => {
    const options = { resources, path: 'a.txt', until: 'extract', assume: 'clean' } as const
    const row = (at: number) => `名称\t2018年\t2019年\n清河${at}\t1\t2\n`
    const work = async (panels: number) => {
      const text = Array.from({ length: panels }, (_, at) => row(at)).join('')
      const records: DocumentRecord[] = []
      for await (const record of processDocument(Buffer.from(text), options)) records.push(record)
      return records
    }
    expect(await growthOf(work, 1000)).toBeLessThan(6)
  })

  /** Figures alone, too: the more often 的 stands in a clause, the more names it might hold. */
  it('a clause of many 的', async () => {
    const options = { resources, path: 'a.txt', until: 'extract', assume: 'clean' } as const
    const work = async (count: number) => {
      const text = `${Array.from({ length: count }, (_, at) => `${nameOf(at)}的`).join('')}学校12所。`
      for await (const { facts } of processDocument(Buffer.from(text), options)) expect(facts).toHaveLength(1)
    }
    expect(await growthOf(work, 8000)).toBeLessThan(mostGrowth)
  })

  it('a table of many columns', () => {
    const row = (cell: string, columns: number) => `|${cell}`.repeat(columns)
    const work = (columns: number) =>
      recordOf(`${row('a', columns)}|\n${row('-', columns)}|\n${row('1', columns)}|`, 'a.md')
    return expect(growthOf(work)).resolves.toBeLessThan(mostGrowth)
  })
})

describe.each(Object.entries(shapes))('%s: costs in proportion to its length', (_, ofStage) => {
  it('has five shapes or more', () => expect(Object.keys(ofStage).length).toBeGreaterThanOrEqual(5))

  it.each(Object.entries(ofStage))('%s', { timeout: patience }, async (_, shape) => {
    const work = (count: number) => recordOf(shape(count), 'a.txt')
    expect(await growthOf(work)).toBeLessThan(mostGrowth)
  })
})

it('a report of any number of masks is written', async () => {
  const record = await recordOf('20xx年，全县有学校12所。', 'a.txt')
  const many = { ...record, damage: Array.from({ length: 150_000 }, () => record.damage[0]!) }
  const written = report.write(many, {
    language: 'en',
    colour: false,
    width: 80,
    sections: ['repairs', 'facts', 'findings'],
  })
  expect(written.split('\n').length).toBeGreaterThan(150_000)
})
