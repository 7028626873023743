/** The pipeline from end to end: every record keeps its promises, whatever the text and the stage it stops at. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Resources } from '../../src/index.js'
import {
  audit,
  extract,
  findQuantities,
  loadResources,
  parseNumeral,
  processDocument,
  processText,
  repair,
  segment,
  stages,
} from '../../src/index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { root } from '../repo/source.js'
import { checkRecord } from '../support/invariants.js'

const reports = join(root, 'corpus/reports')
const ids = readdirSync(reports, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const spun = '全市共有黉舍98所，此中：小学78所，中学20所。咱们要踊跃推动教导奇迹进展，增强黉舍治理。'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
})

async function recordsOf(bytes: Uint8Array): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for await (const record of processDocument(bytes, { resources, path: 'a.txt' })) records.push(record)
  return records
}

describe.each(ids)('own report %s', (id) => {
  test.each(['clean.txt', 'damaged.txt'])('%s gives a true record, the same twice', async (name) => {
    const bytes = readFileSync(join(reports, id, name))
    const [record] = await recordsOf(bytes)
    checkRecord(record!)
    expect(await recordsOf(bytes)).toEqual([record])
  })

  test('a text at hand gives what its bytes give', async () => {
    const bytes = readFileSync(join(reports, id, 'damaged.txt'))
    const [record] = await recordsOf(bytes)
    const same = processText(bytes.toString('utf8'), { resources })
    expect(same).toEqual({ ...record, origin: same.origin })
    expect(same.id).toBe(record!.id)
  })
})

test('any text gives a true record', () => {
  const word = fc.constantFrom(
    ...'黉舍 咱们 教导 此中 20xx年 98所 ,. 。 \n （一） 一、 ， 5.2个百分点 三分之一 万 \u3000 x 𠀀 占 %'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      checkRecord(processText(words.join(''), { resources, tokens: true, assume: 'spun' }))
    }),
    { numRuns: 200 },
  )
})

test('any characters give a true record', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      checkRecord(processText(text, { resources, tokens: true }))
    }),
    { numRuns: 200 },
  )
})

describe('stages', () => {
  test.each(stages.slice(1))('stopping at %s leaves the later parts empty', (until) => {
    const record = processText(spun, { resources, until })
    checkRecord(record)
    const last = stages.indexOf(until)
    expect(record.stages).toEqual(until === 'audit' ? undefined : stages.slice(0, last + 1))
    expect(record.facts.length > 0).toBe(last >= stages.indexOf('extract'))
    expect(record.checks.length > 0).toBe(last >= stages.indexOf('audit'))
  })

  test('join what a page break tore, also in a word for which another is only suggested', () => {
    const text = '全县共有各级各类黉 舍108所，此中教 导品质不息进步的有12所，各项轨 制不息美满。'
    const { corrections, repaired } = processText(text, { resources, assume: 'spun', applyFrom: 1 })
    expect(corrections.some(({ kind }) => kind === 'swap')).toBe(true)
    expect(repaired.text).not.toContain(' ')
  })

  test('tell how long they took, outside of the record', () => {
    const told: string[] = []
    processText(spun, { resources, onTiming: (stage) => told.push(stage) })
    expect([...new Set(told)]).toEqual(['layout', 'repair', 'segment', 'extract', 'audit'])
  })
})

describe('the library', () => {
  test('gives each part alone', () => {
    const whole = processText(spun, { resources, tokens: true })
    expect(repair(spun, { resources }).repaired.text).toContain('学校98所')
    expect(segment(spun, { resources }).tokens.map(({ text }) => text)).toContain('学校')
    expect(segment(spun, { resources }).segmenter).toMatch(/^nodejieba \d+\.\d+\.\d+$/)
    expect(whole.segmenter).toBe(segment(spun, { resources }).segmenter)
    expect(extract(spun, { resources }).facts).toEqual(whole.facts)
    expect(audit(spun, { resources }).checks).toEqual(whole.checks)
  })

  test('assume clean takes the text as it stands', () => {
    expect(repair(spun, { resources, assume: 'clean' })).toMatchObject({
      repaired: { text: spun },
      corrections: [],
      spin: { assumed: true },
    })
  })

  test('reads numbers without resources', () => {
    expect(parseNumeral('两万三千')).toMatchObject({ value: '23000', decimals: 0 })
    expect(findQuantities('投入5000余万元')).toMatchObject([
      { start: 2, end: 9, value: '5000', low: '5000', high: '6000', unit: '万元', bound: 'more-than' },
    ])
  })

  test('refuses texts above a limit by name', async () => {
    const bytes = new TextEncoder().encode(spun)
    const read = async () => {
      for await (const _ of processDocument(bytes, { resources, maxCharacters: 5 })) break
    }
    await expect(read()).rejects.toMatchObject({ code: 'text-too-long', parameters: { limit: 5 } })
  })
})
