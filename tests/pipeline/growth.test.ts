/**
 * Texts of one shape and growing length: what they cost grows with their length, and no faster. Processor time of one
 * length is compared with that of another, so that neither the machine nor its load counts.
 */
import { describe, expect, it } from 'vitest'
import { proseOf } from '../../src/dataset/prose.js'
import type { Block } from '../../src/model/document.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { writer as report } from '../../src/writers/report.js'
import type { DocumentRecord } from '../../src/writers/schema.js'

const resources = await loadResources()
/** The longer text is so many times as long. */
const times = 5
/** What costs the square of its length would cost five times this share of it. */
const slack = 2

async function recordOf(text: string, path: string): Promise<DocumentRecord> {
  for await (const record of processDocument(Buffer.from(text), { resources, path, assume: 'clean' }))
    return record
  throw new Error('no document')
}

async function costOf(work: () => unknown): Promise<number> {
  const { user, system } = process.cpuUsage()
  await work()
  const spent = process.cpuUsage({ user, system })
  return spent.user + spent.system
}

/** How many times the cost of the shorter text the longer one costs; the least of two. */
async function growthOf(work: (length: number) => unknown, length: number): Promise<number> {
  await work(length)
  const short = Math.min(await costOf(() => work(length)), await costOf(() => work(length)))
  const long = Math.min(await costOf(() => work(length * times)), await costOf(() => work(length * times)))
  return long / short
}

const patience = 300_000

describe('costs in proportion to its length', { timeout: patience }, () => {
  it('a line without the end of a sentence', async () => {
    const work = (length: number) => {
      const text = '甲县,98,12.5,'.repeat(length)
      const block = { kind: 'paragraph', start: 0, end: text.length } as Block
      return proseOf({ blocks: [block], source: { text }, facts: [] } as unknown as DocumentRecord)
    }
    expect(await growthOf(work, 20_000)).toBeLessThan(times * slack)
  })

  it('a sentence that goes on and on with parts', () => {
    const work = (parts: number) => recordOf(`全市学校9所，${'其中：小学7所，'.repeat(parts)}。`, 'a.txt')
    return expect(growthOf(work, 900)).resolves.toBeLessThan(times * slack)
  })

  it('a table of many columns', () => {
    const row = (cell: string, columns: number) => `|${cell}`.repeat(columns)
    const work = (columns: number) =>
      recordOf(`${row('a', columns)}|\n${row('-', columns)}|\n${row('1', columns)}|`, 'a.md')
    return expect(growthOf(work, 6000)).resolves.toBeLessThan(times * slack)
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
