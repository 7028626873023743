/** Tables of plain text that go on over the end of a page are one table, with one head. */
import { expect, test } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'

const boilerplate = loadBoilerplate()

/** The cells of a text, a row a line, with the number of its table in front; lines set aside in brackets. */
async function rowsOf(text: string): Promise<string[]> {
  for await (const source of readDocuments(Buffer.from(text), { path: 'table.txt' })) {
    const rows = new Map<string, string[]>()
    for (const { kind, at, start, end } of layOut(source, boilerplate).blocks) {
      if (at.cell === null && kind !== 'boilerplate') continue
      const key = at.cell === null ? `(${start})` : `${at.cell.table} ${at.cell.row}`
      rows.set(key, [...(rows.get(key) ?? []), source.text.slice(start, end)])
    }
    return [...rows].map(([key, cells]) =>
      key.startsWith('(') ? `(${cells[0]})` : `${key[0]} ${cells.join(' ')}`,
    )
  }
  throw new Error('no document')
}

const lead = ['表2 各业产值', '单位：万元']
const head = '项目\t2021年\t2022年'
const first = ['农业产值\t120.5\t131.2', '林业产值\t33.2\t35.0', '牧业产值\t88.1\t90.4']
const second = ['工业产值\t310.2\t333.0', '建筑业产值\t95.4\t99.9', '运输业产值\t40.1\t41.8']
const page = (...lines: readonly (string | readonly string[])[]) => lines.flat().join('\n')
const spaced = (line: string) => `0 ${line.replaceAll('\t', ' ')}`
const whole = [head, ...first, ...second].map(spaced)

test.each([
  ['without a head', page(second)],
  ['with its head again', page(head, second)],
  ['with a caption', page('续表2', head, second)],
  [
    'with its title, what goes on and another unit',
    page('', '表2 各业产值（续）', '计量单位：万元', head, second),
  ],
])('a page %s', async (_, next) => {
  const rows = await rowsOf(`${page(lead, head, first)}\f${next}\n`)
  expect(rows.filter((row) => !row.startsWith('('))).toEqual(whole)
  expect(rows.filter((row) => row.startsWith('(')).length).toBe(
    next.split('\n').filter(Boolean).length - second.length,
  )
})

test('a caption is enough where pages are not known', async () => {
  const rows = await rowsOf(page(lead, head, first, '', '（接上表）', head, second))
  expect(rows.filter((row) => !row.startsWith('('))).toEqual(whole)
})

test('another table on the next page is another table', async () => {
  const other = ['类别\t2021年\t2022年', ...second]
  const rows = await rowsOf(`${page(lead, head, first)}\n\f${page('', '表3 其他', other)}\n`)
  expect(rows.filter((row) => row.startsWith('1 '))).toHaveLength(4)
})

test.each([
  ['its label behind the figures', ['机关事业单位养老保险\t4.1\t4.5', '缴费支出']],
  ['its figures behind the label', ['机关事业单位养老保险', '缴费支出\t4.1\t4.5']],
])('a row that a page cuts, %s', async (_, [one, two]) => {
  const rows = await rowsOf(`${page(lead, head, first, one!)}\f${page(two!, second)}\n`)
  expect(rows.map((row) => row.replaceAll(' ', ''))).toContain(
    one!.includes('\t') ? '0机关事业单位养老保险4.14.5缴费支出' : '0机关事业单位养老保险缴费支出4.14.5',
  )
})

test('a heading at the end of a page is none', async () => {
  const rows = await rowsOf(`${page(lead, head, first, '工业')}\f${page(second)}\n`)
  expect(rows).toContain('0 工业')
})
