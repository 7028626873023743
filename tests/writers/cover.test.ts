/** The cover sheet of a set: what it counts, what it compares, what it draws, and that each number leads to its place. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { processText } from '../../src/pipeline/library.js'
import { openCover } from '../../src/writers/page/cover/cover.js'
import { viewOf } from '../../src/writers/page/view.js'
import type { DocumentRecord, FactRecord } from '../../src/writers/schema.js'

function recordOf(
  text: string,
  change: (fact: FactRecord) => Partial<FactRecord> = () => ({}),
): DocumentRecord {
  const record = processText(text, { assume: 'clean' })
  return { ...record, facts: record.facts.map((fact) => ({ ...fact, ...change(fact) })) }
}

function coverOf(records: readonly DocumentRecord[], failures: readonly string[] = []) {
  const cover = openCover('en')
  for (const [index, record] of records.entries()) {
    const name = `${index + 1}.html`
    cover.add(viewOf(record, 'en', ''), name, (id) => `${name}#${id}`)
  }
  const { document } = parseHTML(`<html><body><header>${cover.html(failures).text}</body></html>`)
  const linesOf = (id: string) =>
    [...document.querySelectorAll(`#${id} tbody tr`)].map((row) => row.textContent!)
  const linksIn = (id: string) =>
    [...document.querySelectorAll(`#${id} a`)].map((link) => link.getAttribute('href'))
  const tile = (href: string) => document.querySelector(`.tiles a[href="#${href}"]`)?.textContent
  return { document, linesOf, linksIn, tile }
}

/** Year by year, of a county that is named as its place. */
const school = (year: number, count: number | string) =>
  recordOf(`${year}年，全县共有学校${count}所。`, () => ({ place: '青河县' }))

test('tells which totals are not the sum of their parts, with a link to the finding and to the figure', () => {
  const record = recordOf('2019年，全县共有学校2016所，其中：小学2000所，中学15所。')
  const [total] = record.facts
  const [check] = record.checks
  const { linesOf, linksIn, tile } = coverOf([recordOf('今天下雨。'), record])
  expect(tile('sums')).toBe('1')
  expect(linesOf('sums')).toHaveLength(1)
  expect(linesOf('sums')[0]).toContain('2000 + 15 = 2016')
  expect(linksIn('sums')).toEqual([`2.html#${check!.id}`, `2.html#${total!.id}`])
  expect(linesOf('others')).toEqual([])
})

describe('figures of several documents', () => {
  test('that differ are told with each statement, those of named places apart from others', () => {
    const named = coverOf([school(2019, 120), school(2019, 121), school(2018, 119)])
    expect(named.tile('differ')).toBe('1')
    expect(named.linksIn('differ')).toEqual(['1.html#f1', '2.html#f1'])
    const unnamed = coverOf([120, 121].map((count) => recordOf(`2019年，全县共有学校${count}所。`)))
    expect(unnamed.tile('differ')).toBe('0')
    expect(unnamed.document.querySelectorAll('#differ details tbody tr')).toHaveLength(1)
  })

  test.each([
    ['the same', '投资1.2亿元', '投资1.20亿元', 0],
    ['another precision', '投资1.2亿元', '投资1.24亿元', 0],
    ['another unit', '投资1.2亿元', '投资12000万元', 0],
    ['more than rounding', '投资1.2亿元', '投资1.26亿元', 1],
  ])('%s', (_, one, other, count) => {
    const records = [one, other].map((said) =>
      recordOf(`2019年，全县完成固定资产${said}。`, () => ({ place: '青河县', implicit: false })),
    )
    expect(coverOf(records).linesOf('differ')).toHaveLength(count)
  })

  test('whose names were carried over are not compared', () => {
    const records = [120, 121].map((count) =>
      recordOf(`2019年，全县共有学校${count}所。`, () => ({ place: '青河县', implicit: true })),
    )
    expect(coverOf(records).linesOf('differ')).toEqual([])
  })
})

describe('an indicator over the years', () => {
  test('is a line for each place, each point a link', () => {
    const records = [2017, 2018, 2019].map((year, at) => school(year, 118 + at))
    const { document, linksIn } = coverOf(records)
    expect(document.querySelectorAll('#series polyline')).toHaveLength(1)
    expect(linksIn('series').slice(0, 3)).toEqual(['1.html#f1', '2.html#f1', '3.html#f1'])
    expect(document.querySelector('#series text.of')!.textContent).toBe('青河县 120所')
  })

  test('has no point where documents state it differently', () => {
    const { document } = coverOf([school(2017, 1), school(2018, 2), school(2018, 3), school(2019, 4)])
    expect(document.querySelectorAll('#series circle')).toHaveLength(2)
  })

  test('is one of several places where names begin with theirs', () => {
    const text = (year: number) =>
      `${year}年，青河县在校学生${year + 100}人。${year}年，白石县在校学生${year + 300}人。`
    const { document } = coverOf([2018, 2019].map((year) => recordOf(text(year))))
    const names = [...document.querySelectorAll('#series text.of')].map(({ textContent }) => textContent)
    expect(names).toEqual(['白石县 2319人', '青河县 2119人'])
  })
})

test('a total whose parts add up is drawn with its parts', () => {
  const record = recordOf('2019年，全县共有学校20所，其中：小学12所，中学7所，幼儿园1所。')
  const { document, linksIn } = coverOf([record])
  expect(document.querySelectorAll('#shares > .figures > figure > svg rect')).toHaveLength(3)
  expect(new Set(linksIn('shares'))).toEqual(new Set(['f1', 'f2', 'f3', 'f4'].map((id) => `1.html#${id}`)))
})

test('says what was not read, and which documents are reworded how much', () => {
  const base = recordOf('2019年，全县共有学校20所。')
  const spun: DocumentRecord = { ...base, spin: { ...base.spin, rate: 0.25, verdict: 'spun' } }
  const failed: DocumentRecord = {
    ...base,
    messages: [{ stage: 'read', level: 'error', code: 'empty-input', start: 0, end: 0 }],
  }
  const { document, tile, linksIn } = coverOf([spun, failed], ['<a.pdf> is damaged'])
  expect(tile('unread')).toBe('2')
  expect(document.querySelector('#unread')!.textContent).toContain('<a.pdf> is damaged')
  expect(linksIn('unread')).toEqual(['2.html'])
  expect(linksIn('spin')).toEqual(['1.html'])
  expect(document.querySelector('#spin')!.textContent).toContain('25%')
})
