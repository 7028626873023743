/**
 * A workbook of the tables: one sheet a table, further ones where a sheet is full, and one that says what the columns
 * hold. Nothing in it names the day it was made.
 * Invariant: sheets are packed as their rows come; in the end the parts lie in the file and nothing beside it.
 */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../writers/language.js'
import type { Table } from '../writers/tables/columns.js'
import { packPart } from '../writers/zip.js'
import type { DatasetDocument } from './contract.js'
import { columnRows, columnSheet, sheetXml, stylesXml } from './sheet.js'
import type { RowFile } from './table-files.js'
import { writeTables } from './table-files.js'
import type { GrowingPart, PackedPart } from './zip-file.js'
import { growPart, writeZip } from './zip-file.js'

/** Most rows of a sheet, its header included. */
export const sheetRows = 1_048_576
/** Bytes of a sheet before packing from which on the next rows go into another: parts of a ZIP end at 4 GiB. */
const sheetBytes = 2 * 1024 ** 3
const batchCharacters = 256 * 1024

/** A sheet that has all its rows. */
interface FinishedSheet {
  readonly title: string
  readonly part: PackedPart
}

interface Workbook {
  readonly folder: string
  readonly rowsPerSheet: number
  /** Finished sheets of each table. */
  readonly sheets: FinishedSheet[][]
  opened: number
}

function openTable(table: Table, index: number, workbook: Workbook): RowFile {
  const finished: FinishedSheet[] = []
  workbook.sheets[index] = finished
  let part: GrowingPart | undefined
  let xml: ReturnType<typeof sheetXml>
  let batch = ''
  let rows = 0
  const start = () => {
    workbook.opened += 1
    const name = `sheet${workbook.opened}.xml`
    xml = sheetXml(table.columns, index === 0 && finished.length === 0)
    batch = xml.opening
    rows = 1
    part = growPart(`xl/worksheets/${name}`, join(workbook.folder, name))
    return part
  }
  const finish = async (growing: GrowingPart) => {
    await growing.write(batch + xml.closing(rows))
    batch = ''
    part = undefined
    const title = finished.length === 0 ? table.name : `${table.name} ${finished.length + 1}`
    finished.push({ title, part: await growing.end() })
  }
  const isFull = (growing: GrowingPart) => rows >= workbook.rowsPerSheet || growing.size() >= sheetBytes
  start()
  return {
    add(row) {
      const growing = part ?? start()
      rows += 1
      batch += xml.row(row, rows)
      return batch.length >= batchCharacters || isFull(growing)
    },
    async flush() {
      if (part === undefined) return
      if (isFull(part)) return finish(part)
      await part.write(batch)
      batch = ''
    },
    async end() {
      if (part !== undefined) await finish(part)
    },
    close: async () => part?.close(),
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function relationships(items: readonly { readonly type: string; readonly target: string }[]): string {
  const lines = items.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`
}

/** The parts that hold the sheets together, the list of contents first, as readers expect it. */
function frameOf(sheets: readonly FinishedSheet[]): PackedPart[] {
  const override = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${spreadsheet}.${type}+xml"/>`
  const contents =
    `${declaration}<Types xmlns="${packages}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', 'sheet.main') +
    override('xl/styles.xml', 'styles') +
    `${sheets.map(({ part }) => override(part.name, 'worksheet')).join('')}</Types>`
  const lines = sheets.map(
    ({ title }, index) => `<sheet name="${title}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const workbook =
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
    `<bookViews><workbookView/></bookViews><sheets>${lines.join('')}</sheets></workbook>`
  const targets = sheets.map(({ part }) => ({ type: 'worksheet', target: part.name.slice('xl/'.length) }))
  return [
    packPart('[Content_Types].xml', contents),
    packPart('_rels/.rels', relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }])),
    packPart('xl/workbook.xml', workbook),
    packPart(
      'xl/_rels/workbook.xml.rels',
      relationships([...targets, { type: 'styles', target: 'styles.xml' }]),
    ),
    packPart('xl/styles.xml', stylesXml),
  ]
}

/** The sheet of what the columns hold. */
function columnPart(tables: readonly Table[]): FinishedSheet {
  const xml = sheetXml(columnSheet, false)
  const rows = columnRows(tables)
  const text = xml.opening + rows.map((row, index) => xml.row(row, index + 2)).join('')
  return {
    title: 'columns',
    part: packPart('xl/worksheets/columns.xml', text + xml.closing(rows.length + 1)),
  }
}

/** Writes the workbook to `path`, which must not exist. Throws ProcessingError `workbook-too-large`. */
export async function writeWorkbook(
  path: string,
  tables: readonly Table[],
  documents: AsyncIterable<DatasetDocument>,
  language: Language,
  rowsPerSheet = sheetRows,
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    const folder = await mkdtemp(`${path}.`)
    try {
      const workbook: Workbook = { folder, rowsPerSheet, sheets: [], opened: 0 }
      const openNext = async (table: Table, index: number) => openTable(table, index, workbook)
      await writeTables(tables, openNext, documents, language)
      const sheets = [...workbook.sheets.flat(), columnPart(tables)]
      await writeZip(file, [...frameOf(sheets), ...sheets.map(({ part }) => part)])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  } finally {
    await file.close()
  }
}
