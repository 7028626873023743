/**
 * A workbook that grows on the disk: further sheets where one is full, and one that says what the columns hold.
 * Invariant: sheets are packed as their rows come; in the end the parts lie in the file and nothing beside it.
 */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../writers/language.js'
import type { SheetCell } from '../writers/workbook/figure.js'
import type { FinishedSheet } from '../writers/workbook/frame.js'
import { columnPart, frameOf } from '../writers/workbook/frame.js'
import { headedColumns, titleOf } from '../writers/workbook/heads.js'
import { sheetXml } from '../writers/workbook/sheet.js'
import type { Sheet } from '../writers/workbook/sheets.js'
import type { GrowingPart } from '../writers/workbook/zip-file.js'
import { growPart, writeZip } from '../writers/workbook/zip-file.js'
import type { DatasetDocument } from './contract.js'
import type { RowFile } from './table-files.js'
import { writeRows } from './table-files.js'

/** Most rows of a sheet, its header included. */
export const sheetRows = 1_048_576
/** Bytes of a sheet before packing from which on the next rows go into another: parts of a ZIP end at 4 GiB. */
const sheetBytes = 2 * 1024 ** 3
const batchCharacters = 256 * 1024

interface Workbook {
  readonly folder: string
  readonly rowsPerSheet: number
  readonly language: Language
  /** Finished sheets of each kind. */
  readonly sheets: FinishedSheet[][]
  opened: number
}

function openSheet(sheet: Sheet<DatasetDocument>, index: number, workbook: Workbook): RowFile<SheetCell> {
  const finished: FinishedSheet[] = []
  const columns = headedColumns(sheet, workbook.language)
  const name = titleOf(sheet, workbook.language)
  workbook.sheets[index] = finished
  let part: GrowingPart | undefined
  let xml: ReturnType<typeof sheetXml>
  let batch = ''
  let rows = 0
  const start = () => {
    workbook.opened += 1
    const file = `sheet${workbook.opened}.xml`
    xml = sheetXml(columns, index === 0 && finished.length === 0)
    batch = xml.opening
    rows = 1
    part = growPart(`xl/worksheets/${file}`, join(workbook.folder, file))
    return part
  }
  const finish = async (growing: GrowingPart) => {
    await growing.write(batch + xml.closing(rows))
    batch = ''
    part = undefined
    const title = finished.length === 0 ? name : `${name} ${finished.length + 1}`
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

/** Writes the workbook to `path`, which must not exist. Throws ProcessingError `workbook-too-large`. */
export async function writeWorkbook(
  path: string,
  sheets: readonly Sheet<DatasetDocument>[],
  documents: AsyncIterable<DatasetDocument>,
  language: Language,
  rowsPerSheet = sheetRows,
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    const folder = await mkdtemp(`${path}.`)
    try {
      const workbook: Workbook = { folder, rowsPerSheet, language, sheets: [], opened: 0 }
      const files = sheets.map((sheet, index) => ({
        open: async () => openSheet(sheet, index, workbook),
        rows: (document: DatasetDocument) => sheet.rows(document, language),
      }))
      await writeRows(files, documents)
      const all = [...workbook.sheets.flat(), columnPart(sheets, language)]
      await writeZip(file, [...frameOf(all), ...all.map(({ part }) => part)])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  } finally {
    await file.close()
  }
}
