/** CSV cells come back as they went in, and none is run. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CsvCell, csvLine } from '../../src/writers/cells.js'

it.each<[CsvCell, string]>([
  ['23,456', '"23,456"'],
  ['-4.5%', '-4.5%'],
  ['-1,234.5', '"-1,234.5"'],
  ['-1/3', '-1/3'],
  ['+7', '+7'],
  [-3.2, '-3.2'],
  ['=2+3', "'=2+3"],
  ['-2+3', "'-2+3"],
  ['-3%+cmd', "'-3%+cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝2+3', "'＝2+3"],
  ['\t=2+3', "'\t=2+3"],
  ['说"行"', '"说""行"""'],
  ['上\n下', '"上\n下"'],
  [null, ''],
  [12n, '12'],
])('%s is written %s', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`)
})

/** The cells of one line, by RFC 4180. */
function cellsOf(line: string): string[] {
  const cells = `,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/gs)
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!)
}

it('a line has as many cells as it was given, each with its text', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'0123456789.,%-+=@"\'\n\r 增长') })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const read = cellsOf(csvLine(cells))
      expect(read).toHaveLength(cells.length)
      for (const [index, text] of read.entries()) expect([cells[index], `'${cells[index]}`]).toContain(text)
    }),
  )
})
