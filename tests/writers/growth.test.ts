/** What is made of a record, and of many: it costs in proportion to their length. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexRecords, inTurn, queueOf, summaryOf } from '../../src/review/record-index.js'
import { wordFileOf } from '../../src/tracked/word-file.js'
import { sections, type WriteContext } from '../../src/writers/contract.js'
import { writers } from '../../src/writers/index.js'
import { openCover } from '../../src/writers/page/cover/cover.js'
import { viewOf } from '../../src/writers/page/view.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { temporaryFolder } from '../support/folder.js'
import { growthOf, mostGrowth } from '../support/growth.js'
import { recordsOf, reportPage } from '../support/records.js'
import { manyOf } from './many.js'

const patience = 300_000
/** Of a report of a page; four times as many fit into the memory of a test. */
const mostCopies = 512
const context: WriteContext = { language: 'zh', colour: false, width: 80, sections }
const [page] = await recordsOf(reportPage, 'a.html')
const damage = [{ kind: 'mask' as const, start: 0, end: 4, detail: '2023' }]
const record = { ...page!, damage }

function coverOf(records: readonly DocumentRecord[]): string {
  const cover = openCover('zh')
  for (const [index, one] of records.entries())
    cover.add(viewOf(one, 'zh', ''), `${index}.html`, (id) => `${index}.html#${id}`)
  return cover.html([]).text
}

const makers: Readonly<Record<string, (records: readonly DocumentRecord[]) => unknown>> = {
  ...Object.fromEntries(
    writers.map((writer) => [
      `the format ${writer.id}`,
      (records: readonly DocumentRecord[]) => {
        if (writer.isFile !== true) {
          const joined = writer.join?.(context)
          if (records.length === 1 || joined === undefined)
            return records.map((one) => writer.write(one, context))
          return [...records.map((one) => joined.add(one)), joined.end()]
        }
        const file = writer.open(context)
        for (const one of records) file.add(one)
        return file.end()
      },
    ]),
  ),
  'the cover sheet': coverOf,
  'tracked changes': (records) => Promise.all(records.map((one) => wordFileOf(one, undefined))),
  'the queue of a review': (records) => [
    records.map((one, index) => summaryOf(one, index)),
    inTurn(records.flatMap((one, index) => queueOf(one, index))),
  ],
}

describe.each(Object.entries(makers))('%s costs in proportion', (_, make) => {
  it('to the length of a document', { timeout: patience }, async () => {
    const made = new Map<number, DocumentRecord>()
    const work = (count: number) => {
      const many = made.get(count) ?? manyOf(record, count)
      made.set(count, many)
      return make([many])
    }
    expect(await growthOf(work, 8, mostCopies)).toBeLessThan(mostGrowth)
  })

  it('to the number of documents', { timeout: patience }, async () => {
    const work = (count: number) => make(Array.from({ length: count }, () => record))
    expect(await growthOf(work, 8, mostCopies)).toBeLessThan(mostGrowth)
  })
})

it('the index of a review costs in proportion to its records', { timeout: patience }, async () => {
  const folder = temporaryFolder()
  const line = `${JSON.stringify(record)}\n`
  const work = async (count: number) => {
    const path = join(folder, `${count}.jsonl`)
    writeFileSync(path, line.repeat(count))
    const index = await indexRecords(path, 'a.jsonl')
    index.close()
  }
  expect(await growthOf(work, 8, mostCopies)).toBeLessThan(mostGrowth)
})
