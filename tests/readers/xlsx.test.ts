/** Workbooks as Excel shows them: what is hidden is no text and is said, what was never computed is said. */
import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readDocuments } from '../../src/readers/read.js'
import { archiveOf, xlsxOf } from './samples/office.js'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of sheets by the rows of each; the main part and the sheets have names of their own. */
async function read(sheets: readonly (readonly [state: string, columns: string, rows: string])[]) {
  const bytes = archiveOf({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/book.xml"/></Relationships>`,
    '[Content_Types].xml':
      '<Types><Override PartName="/xl/book.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/book.xml': `<workbook xmlns:r="${office}"><sheets>${sheets.map(([state], at) => `<sheet name="表${at}" state="${state}" r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/book.xml.rels': `<Relationships>${sheets.map((_, at) => `<Relationship Id="s${at}" Type="${office}/worksheet" Target="tables/${at}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(([, columns, rows], at) => [
        `xl/tables/${at}.xml`,
        `<worksheet><cols>${columns}</cols><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  })
  for await (const { text, messages } of readDocuments(bytes, { path: 'a.xlsx' })) return { text, messages }
  throw new Error('no document')
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const row = (cells: readonly string[], attributes = '') => `<row ${attributes}>${cells.join('')}</row>`

it('hidden rows, columns and sheets are not read, and counted where something stands in them', async () => {
  const rows = [
    row(['乡镇', '代码', '学校'].map(cell)),
    row(['白水镇', '077', '18'].map(cell)),
    row(['旧镇', '078', '9'].map(cell), 'hidden="1"'),
    row([], 'hidden="1"'),
  ].join('')
  const { text, messages } = await read([
    ['visible', '<col min="2" max="2" hidden="1"/><col min="9" max="12" hidden="true"/>', rows],
    ['hidden', '', row([cell('底稿')])],
    ['veryHidden', '', row([cell('底稿')])],
  ])
  expect(text).toBe('表0\n乡镇\t学校\n白水镇\t18\n')
  expect(messages).toEqual([
    { stage: 'read', level: 'warning', code: 'hidden-cells', parameters: { rows: 1, columns: 1, sheets: 2 } },
  ])
})

it('formulas whose value was not saved are said, with the first cell', async () => {
  const rows = [
    row(['乡镇', '学校'].map(cell)),
    row([cell('白水镇'), '<c><f>1+1</f><v>2</v></c>']),
    row([cell('石桥乡'), '<c><f>1+2</f><v></v></c>', '<c><f>B3</f></c>']),
  ].join('')
  const { text, messages } = await read([['visible', '', rows]])
  expect(text).toBe('表0\n乡镇\t学校\n白水镇\t2\n石桥乡\n')
  expect(messages).toEqual([
    { stage: 'read', level: 'warning', code: 'uncomputed-formulas', parameters: { cell: 'B3', count: 2 } },
  ])
})

it('characters that are written by their codes are what they stand for', async () => {
  const { text } = await read([['visible', '', row([cell('学校_x000D_\n数'), cell('A_x005F_x0041_')])]])
  expect(text).toBe('表0\n学校数\tA_x0041_\n')
})

it.each(['book.xlsx', 'book.xls', 'book.ods', 'book.fods'])(
  '%s, which LibreOffice wrote, is read as it is shown',
  async (path) => {
    const bytes = readFileSync(new URL(`samples/libreoffice/${path}`, import.meta.url))
    for await (const { text, stated, messages } of readDocuments(bytes, { path })) {
      expect(text).toBe('学校\n2019年学校情况\n乡镇\t学校\t截至\n白水镇\t18\t2019年12月31日\n占比\t8.5%\n')
      expect(stated.filter(({ at }) => at.cell !== null)).toHaveLength(8)
      expect(messages.map(({ code, parameters }) => [code, parameters])).toEqual([
        ['hidden-cells', { rows: 1, columns: 1, sheets: 1 }],
      ])
    }
  },
)

it('cells of a binary workbook are shown by their format, those that fail by their error', async () => {
  const sheet = utils.aoa_to_sheet([
    ['乡镇', '学校', '比例', '日期'],
    ['白水镇', 1234.5, 0.256, 43830],
  ])
  Object.assign(sheet.B2, { z: '#,##0.00' })
  Object.assign(sheet.C2, { z: '0.0%' })
  Object.assign(sheet.D2, { z: 'm/d/yy' })
  utils.sheet_add_aoa(sheet, [[{ t: 'e', v: 7 }, true]], { origin: 'A3' })
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '表')
  const bytes = write(book, { type: 'buffer', bookType: 'biff8' })
  for await (const { text } of readDocuments(bytes, { path: 'a.et' }))
    expect(text.trim().split('\n').slice(2)).toEqual(['白水镇\t1,234.50\t25.6%\t2019/12/31', '#DIV/0!\tTRUE'])
})

it('texts that the cells share are found where the relationships forget them', async () => {
  const parts = unzipSync(xlsxOf([['学校', '教师']]))
  const name = 'xl/_rels/workbook.xml.rels'
  const forgotten = strFromU8(parts[name]!).replace(/<Relationship [^>]*sharedStrings[^>]*>/, '')
  expect(forgotten).not.toContain('sharedStrings')
  for await (const { text } of readDocuments(archiveOf({ ...parts, [name]: forgotten }), { path: 'a.xlsx' }))
    expect(text).toContain('学校\t教师')
  expect.assertions(2)
})
