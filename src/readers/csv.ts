/**
 * Tables as text: comma-, semicolon- or tab-separated. The text stays as it stands; its cells are stated as blocks. Where
 * a field is asked for as the text, the table is a data set, and each row a document.
 * Quoted cells as RFC 4180 has them; whatever breaks its rules is read as it looks, never refused.
 */
import type { Block } from '../model/document.js'
import { spanOf } from '../model/span.js'
import type { Reader } from './contract.js'
import { documentsOfRow } from './data-set.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'
import { textOfJson } from './json-text.js'

const separators = [',', '\t', ';'] as const

/** The separator that most of the first lines hold. */
function findSeparator(text: string): string {
  const lines = text.slice(0, 10_000).split(/\r?\n/, 20)
  const counts = separators.map((separator) => ({
    separator,
    count: lines.filter((line) => line.includes(separator)).length,
  }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator
}

/** The end of the cell that starts at `start`: the place of the separator or line break behind it. */
function cellEnd(text: string, start: number, separator: string): number {
  let at = start
  if (text[at] === '"') {
    at++
    while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1
    at++
  }
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
  return Math.min(at, text.length)
}

/** A cell as it is printed, from 0 and without what parts it from the next one. */
interface PrintedCell {
  readonly row: number
  readonly column: number
  readonly start: number
  readonly printed: string
}

function* printedCells(text: string): Generator<PrintedCell> {
  const separator = findSeparator(text)
  let row = 0
  let column = 0
  for (let start = 0; start <= text.length; ) {
    const end = cellEnd(text, start, separator)
    yield { row, column, start, printed: text.slice(start, end) }
    column = text[end] === '\n' ? 0 : column + 1
    if (text[end] === '\n') row++
    start = end + 1
  }
}

/** What stands in a cell, without the quotes around it. */
function contentOf(printed: string): string {
  const content = printed.trim()
  const isQuoted = content.length > 1 && content.startsWith('"') && content.endsWith('"')
  return isQuoted ? content.slice(1, -1).trim() : content
}

/** How many lines end in a cell, which is quoted then. */
function lineEndsIn(printed: string): number {
  let count = 0
  for (let at = printed.indexOf('\n'); at >= 0; at = printed.indexOf('\n', at + 1)) count++
  return count
}

/** Cells with ink, as blocks. */
function findCells(text: string): Block[] {
  const blocks: Block[] = []
  let line = 1
  let last = 0
  for (const { row, column, start, printed } of printedCells(text)) {
    line += row - last
    last = row
    const content = contentOf(printed)
    if (content !== '') {
      const from = start + printed.indexOf(content)
      const cell = { table: 0, row, column, rowSpan: 1, columnSpan: 1 }
      const at = { page: null, line, cell }
      const span = spanOf<'source'>(from, from + content.length)
      blocks.push({ kind: 'table', level: 0, label: null, at, ...span })
    }
    line += lineEndsIn(printed)
  }
  return blocks
}

/** What the cells of the first row say. */
function headOf(text: string): string[] {
  const names: string[] = []
  for (const { row, printed } of printedCells(text)) {
    if (row > 0) break
    names.push(contentOf(printed).replaceAll('""', '"'))
  }
  return names
}

/** The rows below the head that are not empty, as objects with its names: the fields of a data set. */
function* dataRows(text: string): Generator<{ readonly number: number; readonly fields: object }> {
  const names = headOf(text)
  let fields: Record<string, string> = {}
  let number = 0
  for (const { row, column, printed } of printedCells(text)) {
    if (row !== number) {
      if (Object.keys(fields).length > 0) yield { number, fields }
      fields = {}
      number = row
    }
    const content = contentOf(printed).replaceAll('""', '"')
    const name = names[column]
    if (row > 0 && name !== undefined && content !== '') fields[name] = content
  }
  if (Object.keys(fields).length > 0) yield { number, fields }
}

const mediaType = 'text/csv'

export const reader: Reader = {
  id: 'csv',
  mediaTypes: [mediaType, 'text/tab-separated-values'],
  extensions: ['.csv', '.tsv'],
  isPlain: true,
  // Programs write tables as text under the names of workbooks; what is a workbook another reader has taken.
  recognises: (_bytes, path) => /\.(csv|tsv|xlsx?|et)$/i.test(path ?? ''),
  async *read(bytes, context) {
    const decoded = decodeText(bytes, context.encoding)
    const { text, encoding, replaced } = decoded
    const { text: field } = context.fields
    if (field !== undefined && headOf(text).includes(field)) {
      for (const { number, fields } of dataRows(text)) {
        const written = new TextEncoder().encode(JSON.stringify(fields))
        const place = { number, mediaType, encoding, replaced }
        yield* documentsOfRow(textOfJson(fields, context.fields), written, place, context)
      }
      return
    }
    const messages = messagesOf(decoded)
    yield documentOf(bytes, context, { text, encoding, messages, stated: findCells(text), mediaType })
  },
}
