/** Pages that were recognised, of one shape and growing length: drawing them as text costs in proportion to what is on them. */
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { readDocuments } from '../../src/readers/read.js'
import type { ReadPage } from '../../src/readers/scans/contract.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { growthOf, mostGrowth } from '../support/growth.js'
import { type Box, pageOf, png, recogniserOf } from '../support/scans.js'

const boilerplate = loadBoilerplate()
const patience = 300_000
/** Four times as many are more than any page has. */
const mostBoxes = 4000
const sentence = '全县共有学校12所。'
const many = <T>(count: number, one: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at))
const page = (one: (at: number) => Box, count: number, others: Partial<ReadPage> = {}) => [
  pageOf(many(count, one), others),
]
const line = (at: number): Box => ({ text: sentence, left: 200, top: 200 + at * 50 })

const shapes: Readonly<Record<string, (count: number) => readonly ReadPage[]>> = {
  'lines of a page': (count) => page(line, count),
  'lines at one place': (count) => page(() => line(0), count),
  'lines that lie over each other': (count) => page((at) => ({ ...line(0), top: 200 + at }), count),
  'boxes of a line': (count) => page((at) => ({ text: '县', left: 200 + at * 40, top: 200 }), count),
  'one long box': (count) => page(() => ({ ...line(0), text: sentence.repeat(count) }), 1),
  'boxes in columns': (count) =>
    page(
      (at) => ({ text: String(at), left: 200 + (at % 6) * 200, top: 200 + Math.floor(at / 6) * 50 }),
      count,
    ),
  'short rows in two columns': (count) =>
    page(
      (at) => ({ text: '县，', left: 200 + (at % 2) * 900, top: 200 + Math.floor(at / 2) * 50 }),
      2 * count,
    ),
  'a line of many columns over lines of one': (count) => [
    pageOf([
      ...many(count, (at) => ({ text: '县', left: 200 + at * 100, top: 200 })),
      ...many(count, (at) => line(at + 1)),
    ]),
  ],
  'characters that may have been overlooked': (count) =>
    page(
      () => ({
        ...line(0),
        text: sentence.repeat(count),
        gaps: many(count, (at) => ({ after: at, text: '，', confidence: 0.1 })),
      }),
      1,
    ),
  'characters with rivals': (count) =>
    page(
      (at) => ({
        ...line(at),
        doubts: [{ at: 6, confidence: 0.6, rivals: [{ text: '7', confidence: 0.3 }] }],
      }),
      count,
    ),
  'rules across': (count) =>
    page(line, 3, {
      rules: many(count, (at) => ({ direction: 'across', at: 400 + at, from: 100, to: 1500 })),
    }),
  'a drawn table': (count) => {
    const across = many(count + 1, (at) => ({ direction: 'across' as const, at: 190 + at * 50 }))
    const down = [190, 600, 1000].map((at) => ({ direction: 'down' as const, at }))
    const bottom = 190 + count * 50
    return page((at) => ({ ...line(at >> 1), text: String(at), left: at % 2 === 0 ? 200 : 610 }), 2 * count, {
      rules: [
        ...across.map((rule) => ({ ...rule, from: 190, to: 1000 })),
        ...down.map((rule) => ({ ...rule, from: 190, to: bottom })),
      ],
    })
  },
  pages: (count) => many(count, (at) => pageOf([line(0)], { page: at + 1 })),
}

async function read(pages: readonly ReadPage[]): Promise<void> {
  const scans = { recogniser: recogniserOf(pages) }
  for await (const document of readDocuments(png, { path: 'scan', scans })) layOut(document, boilerplate)
}

describe('pages that were recognised cost in proportion', () => {
  it('have five shapes or more', () => expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(5))

  it.each(Object.entries(shapes))('%s', { timeout: patience }, async (_, shape) => {
    const made = new Map<number, readonly ReadPage[]>()
    const work = (count: number) => {
      const pages = made.get(count) ?? shape(count)
      made.set(count, pages)
      return read(pages)
    }
    expect(await growthOf(work, 100, mostBoxes)).toBeLessThan(mostGrowth)
  })
})
