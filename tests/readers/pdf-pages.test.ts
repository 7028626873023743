/** Tables of PDFs that go on over pages: what is printed again is read once, a row that a page cuts is one row. */
import { describe, expect, it, test } from 'vitest'
import { readDocuments } from '../../src/readers/read.js'
import { drawnPdf, ruledGrid, shown } from './samples/pdf.js'

type Row = readonly string[]

async function linesOf(pages: readonly (readonly string[])[]): Promise<string[]> {
  for await (const { text } of readDocuments(drawnPdf(pages), { path: 'a.pdf' }))
    return text.trim().split('\n')
  throw new Error('no document')
}

const xs = [80, 200, 300, 400]

/** A page with lines of text above rows, which ruling lines part where `isRuled`. */
function page(above: readonly string[], rows: readonly Row[], isRuled: boolean): string[] {
  const top = 760 - 20 * above.length
  const sides = [...rows, []].map((_, at) => top - 20 * at)
  const texts = rows.flatMap((cells, row) =>
    cells.map((text, column) => shown(xs[column]! + (column === 0 ? 2 : 30), top - 20 * row - 15, text)),
  )
  const lines = above.map((text, at) => shown(100, 750 - 20 * at, text))
  return [...lines, ...texts, ...(isRuled ? ruledGrid(xs, sides) : [])]
}

const title = '表2 各镇收入'
const unit = '单位：万元'
const head: Row[] = [
  ['乡镇', '收入', '支出'],
  ['名称', '2021年', '2022年'],
]
const first: Row[] = [
  ['甲镇', '31.5', '42.1'],
  ['乙镇', '33.9', '40.7'],
  ['丙镇', '35.2', '47.3'],
]
const second: Row[] = [
  ['丁镇', '21.4', '22.8'],
  ['戊镇', '27.6', '29.5'],
  ['己镇', '24.3', '26.0'],
]
const printed = (rows: readonly Row[]) => rows.map((cells) => cells.join('\t'))

describe.each([
  ['with lines', true],
  ['without lines', false],
])('%s', (_, isRuled) => {
  test.each([
    ['nothing', [], []],
    ['all again', [title, unit], head],
    ['a caption, and one row of the head', ['续表2'], head.slice(1)],
    ['the number of the title, and another unit', ['表2（续）', '计量单位：万元'], head],
  ] as const)('%s above the rest', async (_, above, again) => {
    const pages = [
      page([title, unit], [...head, ...first], isRuled),
      page(above, [...again, ...second], isRuled),
    ]
    const body = (await linesOf(pages)).slice(-6)
    expect(body).toEqual(printed([...first, ...second]))
  })
})

describe('a row that a page cuts in two', () => {
  const rowsOf = async (one: Row, two: Row) => {
    const pages = [page([title], [...head, ...first, one], true), page([], [two, ...second], true)]
    return (await linesOf(pages)).slice(6)
  }

  it('has its figures with either half of its label', async () => {
    const whole = ['机关事业单位养老保险基金\t4.1\t4.5', ...printed(second)]
    expect(await rowsOf(['机关事业单位养老保', '4.1', '4.5'], ['险基金', '', ''])).toEqual(whole)
    expect(await rowsOf(['机关事业单位养老保', '', ''], ['险基金', '4.1', '4.5'])).toEqual(whole)
  })

  it('is two rows where the first label is short, or the second numbered', async () => {
    expect((await rowsOf(['其他', '4.1', '4.5'], ['小计', '', '']))[0]).toBe('其他\t4.1\t4.5')
    expect((await rowsOf(['机关事业单位养老保', '', ''], ['1、基金', '4.1', '4.5']))[0]).toContain(
      '机关事业单位养老保',
    )
  })
})
