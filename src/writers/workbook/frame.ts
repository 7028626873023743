/** The parts of a workbook that hold its sheets together. Nothing in them names the day it was made. */
import type { Language } from '../language.js'
import type { TabledDocument } from '../tables/columns.js'
import { packPart, zipOf } from '../zip.js'
import { columnRows, columnSheetOf, headedColumns, titleOf } from './heads.js'
import { sheetXml, stylesXml } from './sheet.js'
import type { Sheet } from './sheets.js'
import type { PackedPart } from './zip-file.js'

/** A sheet that has all its rows. */
export interface FinishedSheet<Part extends PackedPart = PackedPart> {
  readonly title: string
  readonly part: Part
}

type WholePart = ReturnType<typeof packPart>

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

/** The parts that hold the sheets together, the list of contents first, as readers expect it; `shown` is the sheet on top. */
export function frameOf(sheets: readonly FinishedSheet[], shown = 0): WholePart[] {
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
    `<bookViews><workbookView${shown === 0 ? '' : ` activeTab="${shown}"`}/></bookViews><sheets>${lines.join('')}</sheets></workbook>`
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

/** The sheet of what the columns of the others hold. */
export function columnPart(
  of: readonly Pick<Sheet, 'name' | 'columns'>[],
  language: Language,
): FinishedSheet<WholePart> {
  const { columns, heads, ...sheet } = columnSheetOf(language)
  const xml = sheetXml(
    columns.map((column, index) => ({ ...column, head: heads[index]! })),
    false,
  )
  const rows = columnRows(of, language)
  const text = xml.opening + rows.map((row, index) => xml.row(row, index + 2)).join('')
  return {
    title: titleOf(sheet, language),
    part: packPart('xl/worksheets/columns.xml', text + xml.closing(rows.length + 1)),
  }
}

/** A workbook that is held whole, for documents that a person can look through. */
export function openWorkbook(sheets: readonly Sheet[], language: Language) {
  const open = sheets.map((sheet) => {
    const columns = headedColumns(sheet, language)
    return { sheet, columns, xml: sheetXml(columns, false), pieces: [] as string[], rows: 1 }
  })
  return {
    add(document: TabledDocument): void {
      for (const one of open) {
        for (const row of one.sheet.rows(document, language)) one.pieces.push(one.xml.row(row, ++one.rows))
      }
    },
    /** The bytes of the file. Throws ProcessingError `workbook-too-large`. */
    end(): Uint8Array {
      // Of documents without findings the next sheet is on top: an empty one looks like a workbook of nothing.
      const shown = Math.max(
        0,
        open.findIndex(({ rows }) => rows > 1),
      )
      const finished = open.map(({ sheet, columns, xml, pieces, rows }, index) => {
        const { opening } = sheetXml(columns, index === shown)
        const text = opening + pieces.join('') + xml.closing(rows)
        return {
          title: titleOf(sheet, language),
          part: packPart(`xl/worksheets/sheet${index + 1}.xml`, text),
        }
      })
      const all = [...finished, columnPart(sheets, language)]
      return zipOf([...frameOf(all, shown), ...all.map(({ part }) => part)])
    },
  }
}
