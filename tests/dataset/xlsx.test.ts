import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { format } from '../../src/dataset/formats/xlsx.js'
import { tables } from '../../src/dataset/tables.js'
import { writeWorkbook } from '../../src/dataset/workbook.js'
import { readDocuments } from '../../src/readers/read.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import type { ColumnType, ColumnValue, Table } from '../../src/writers/tables/columns.js'
import { rowsOf } from '../../src/writers/tables/columns.js'
import { factTable } from '../../src/writers/tables/facts.js'
import { sheetOf } from '../../src/writers/workbook/sheets.js'
import { temporaryFolder } from '../support/folder.js'
import type { ReadCell } from '../support/sheets.js'
import { partsOf, rowsOfSheet, sheetsOf } from '../support/sheets.js'
import { awkwardRecord, recordOfFacts } from './awkward.js'
import { datasetDocuments, exampleRecord } from './documents.js'

async function written(records: readonly DocumentRecord[]): Promise<string> {
  const path = join(temporaryFolder(), 'dataset.xlsx')
  await format.write([path], datasetDocuments(records), { language: 'en', drop: [] })
  return path
}

async function expectedRows(table: Table, records: readonly DocumentRecord[]): Promise<ColumnValue[][]> {
  const rows: ColumnValue[][] = []
  for await (const document of datasetDocuments(records)) rows.push(...rowsOf(table, document, 'en'))
  return rows
}

/** What a spreadsheet shows of a text, by the limits of the format. */
function shown(text: string): string {
  const readable = text.replace(/\p{Surrogate}|\0|\uFFFE/gu, '\uFFFD').replace(/\r\n?/g, '\n')
  return readable.length > 32_767 ? `${readable.slice(0, 32_766)}…` : readable
}

/** Whether a spreadsheet, which computes in doubles, gives these digits back. */
function survives(figure: string): boolean {
  const digits = figure.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
  return /^[-\d.]+$/.test(figure) && digits.length <= 15 && Number.isFinite(Number(figure))
}

function expectedCell(cell: ColumnValue, type: ColumnType): unknown {
  if (cell === null) return undefined
  if (typeof cell === 'boolean') return { type: 'b', text: cell ? '1' : '0' }
  if (typeof cell === 'number') return { type: 'n', text: String(cell) }
  if (type === 'decimal' && survives(cell)) return { type: 'n', text: cell }
  if (type === 'date' && cell === '2016-12-31') return { type: 'n', text: '42735' }
  return { type: 'inlineStr', text: shown(cell) }
}

const withoutStyle = (cell: ReadCell | undefined) => cell && { type: cell.type, text: cell.text }

const dated = recordOfFacts([
  { period: { text: '2016年底', start: '2016-12-31', end: '2016-12-31', grain: 'day', inferred: null } },
  { period: { text: '光绪年间', start: '1875-02-25', end: null, grain: 'range', inferred: null } },
])
const factSheet = sheetOf(factTable)
const records = [exampleRecord(), awkwardRecord(), dated]

describe('the workbook', () => {
  test('has a sheet a table, read back cell by cell', async () => {
    const sheets = sheetsOf(await written(records))
    expect(sheets.map(({ title }) => title)).toEqual([
      ...tables.map(({ name }) => name),
      'findings',
      'tables',
      'columns',
    ])
    for (const [index, table] of tables.entries()) {
      const expected = (await expectedRows(table, records)).map((row) =>
        row.map((cell, column) => expectedCell(cell, table.columns[column]!.type)),
      )
      const rows = rowsOfSheet(sheets[index]!)
      expect(rows.map((row) => row.map(withoutStyle))).toEqual(expected)
    }
  })

  test('holds no formula; a text that looks like one is marked as text', async () => {
    const path = await written(records)
    const facts = sheetsOf(path)[1]!
    expect(facts.xml).not.toContain('<f>')
    const formulaLike = [...facts.cells.values()].filter(
      ({ type, text }) => type === 'inlineStr' && /^[=@]/.test(text),
    )
    expect(formulaLike).toHaveLength(3)
    const formats = partsOf(path)
      .get('xl/styles.xml')!
      .match(/<xf [^>]*xfId[^>]*>/g)!
    for (const { style } of formulaLike) expect(formats[style]).toContain('quotePrefix="1"')
  })

  test('has a bold header that stays in sight, widths and filters', async () => {
    const path = await written([exampleRecord()])
    const facts = sheetsOf(path)[1]!
    expect(facts.xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(facts.xml.match(/<col /g)).toHaveLength(factTable.columns.length)
    expect(facts.xml).toContain('<autoFilter ref="A1:AW2"/>')
    const styles = partsOf(path).get('xl/styles.xml')!
    expect(facts.cells.get('A1')).toMatchObject({ text: 'document', style: 1 })
    expect(styles.match(/<font>.*?<\/font>/g)![1]).toContain('<b/>')
    expect(styles.match(/<xf [^>]*xfId[^>]*>/g)![1]).toContain('fontId="1"')
  })

  test('goes on in a second sheet where one is full, and loses nothing', async () => {
    const path = join(temporaryFolder(), 'dataset.xlsx')
    const figures = Array.from({ length: 23 }, (_, index) => String(index))
    const halves = [figures.slice(0, 10), figures.slice(10)]
    const many = halves.map((half) => recordOfFacts(half.map((value) => ({ value }))))
    await writeWorkbook(path, [factSheet], datasetDocuments(many), 'en', 12)
    const sheets = sheetsOf(path)
    expect(sheets.map(({ title }) => title)).toEqual(['facts', 'facts 2', 'facts 3', 'columns'])
    const value = factTable.columns.findIndex(({ name }) => name === 'value')
    const read = sheets.slice(0, 3).map((sheet) => rowsOfSheet(sheet).map((row) => row[value]!.text))
    expect(read.map(({ length }) => length)).toEqual([11, 11, 1])
    expect(read.flat()).toEqual(figures)
    for (const sheet of sheets) expect(sheet.cells.get('A1')!.style).toBe(1)
  })

  test('opens no empty sheet behind one that is just full', async () => {
    const path = join(temporaryFolder(), 'dataset.xlsx')
    const record = recordOfFacts([{ value: '1' }, { value: '2' }])
    await writeWorkbook(path, [factSheet], datasetDocuments([record]), 'en', 3)
    expect(sheetsOf(path).map(({ title }) => title)).toEqual(['facts', 'columns'])
  })

  test('names no time and leaves nothing beside it', async () => {
    const path = await written(records)
    const bytes = readFileSync(path)
    const names = [...partsOf(path).keys()]
    expect(names[0]).toBe('[Content_Types].xml')
    expect(names.filter((name) => name.startsWith('docProps'))).toEqual([])
    // Day and time of the first part, as a ZIP counts them: 1 January 1980.
    expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0x21])
    expect(readdirSync(join(path, '..'))).toEqual(['dataset.xlsx'])
  })

  test('leaves nothing beside it where the documents fail', async () => {
    const folder = temporaryFolder()
    async function* failing() {
      yield* datasetDocuments(records)
      throw new Error('unreadable')
    }
    const writing = format.write([join(folder, 'a.xlsx')], failing(), { language: 'en', drop: [] })
    await expect(writing).rejects.toThrow('unreadable')
    expect(readdirSync(folder)).toEqual(['a.xlsx'])
  })

  test('is read by the reader of spreadsheets, dates and long figures as they are', async () => {
    const long = recordOfFacts([{ ...dated.facts[0]!, value: '128640000000' }])
    const texts: string[] = []
    for await (const { text } of readDocuments(readFileSync(await written([long])), {
      path: 'dataset.xlsx',
    })) {
      texts.push(text)
    }
    expect(texts.join('\n')).toContain('128640000000')
    expect(texts.join('\n')).toContain('2016-12-31')
  })
})
