/**
 * Facts from table cells: the header cells above a number and left of it name what is measured, with unit (单位:万元) and
 * period. Cells are the blocks given by the format.
 */
import { isFraction, ratioOf, scaleValue } from '../model/exact.js'
import type { Quantity } from '../model/fact.js'
import { findQuantities } from '../quantities/scan.js'
import type { UnitTable } from '../resources/units.js'
import type { Paragraph } from './clauses/paragraph.js'
import type { Mention } from './mentions/mention.js'
import { nameOf } from './names/name.js'
import { resolvePeriod, yearIn } from './phrases/period.js'
import { readPhrase } from './phrases/phrase.js'
import type { Spans } from './phrases/spans.js'
import type { Range, Reading } from './reading.js'

type CellText = Paragraph & { readonly cell: NonNullable<Paragraph['cell']>; readonly text: string }

function cellsOf(reading: Reading, paragraphs: readonly Paragraph[]): Map<number, CellText[]> {
  const tables = new Map<number, CellText[]>()
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'table' || paragraph.cell === null) continue
    const cell: CellText = {
      ...paragraph,
      cell: paragraph.cell,
      text: reading.text.slice(paragraph.start, paragraph.end).trim(),
    }
    const list = tables.get(cell.cell.table)
    if (list === undefined) tables.set(cell.cell.table, [cell])
    else list.push(cell)
  }
  return tables
}

const onlyNumber = /^[\d.,%\-+\s]+$/
/** 单位:万元, or a unit in brackets at the end of a header. */
const unitNote = /单位[::]?\s*([^\s)),,]+)|\(([^()]*)\)\s*$/

function isHeader({ text }: CellText): boolean {
  return text !== '' && !onlyNumber.test(text)
}

interface Headers {
  readonly row: string
  readonly columns: readonly string[]
  /** The cell over the row headers, which may say the unit of all. */
  readonly corner: string
}

/** Header cells of a number: the first text of its row, the texts above it, and the corner. */
function headersOf(cell: CellText, cells: readonly CellText[]): Headers {
  const { row, column } = cell.cell
  const left = cells.find((other) => other.cell.row === row && other.cell.column < column && isHeader(other))
  const above = cells.filter(
    ({ cell: other }) =>
      other.row < row && other.column <= column && other.column + other.columnSpan > column,
  )
  const corner = cells.find((other) => other.cell.row < row && other.cell.column === left?.cell.column)
  return {
    row: left?.text ?? '',
    columns: above.filter(isHeader).map(({ text }) => text),
    corner: corner !== undefined && isHeader(corner) ? corner.text : '',
  }
}

/** A number whose unit a header says, scaled as if it were printed with it. */
function withUnit(quantity: Quantity, note: string | undefined, units: UnitTable): Quantity {
  const one = quantity.unit !== '' || note === undefined ? undefined : findQuantities(`1${note}`, units)[0]
  if (one === undefined || one.unit === '') return quantity
  const { value } = quantity
  const isScalable =
    value !== null && !isFraction(value) && one.base.value !== null && !isFraction(one.base.value)
  const scaled = isScalable ? scaleValue(value, ratioOf(one.base.value!)) : null
  return { ...quantity, unit: one.unit, measure: one.measure, base: { value: scaled, unit: one.base.unit } }
}

function mentionOf(
  reading: Reading,
  cell: CellText,
  quantity: Quantity,
  headers: Headers,
  year: number | null,
  units: UnitTable,
  spans: Spans,
): Mention {
  const left = { start: cell.start, end: cell.start }
  const dated = headers.columns.find((text) => yearIn(text) !== undefined)
  const unit = [headers.row, ...headers.columns, headers.corner]
    .map((text) => unitNote.exec(text))
    .find((match) => match !== null)
  const clean = (text: string) => text.replace(unitNote, '')
  const columns = headers.columns.filter((text) => text !== dated)
  const words = [headers.row, ...columns].map(clean).join('')
  const named = withUnit(quantity, unit?.[1] ?? unit?.[2], units)
  return {
    quantity: named,
    phrase: readPhrase(reading, left, spans, false),
    name: nameOf(words, named, reading.table),
    words,
    implicit: true,
    role: 'value',
    parent: null,
    change: null,
    ratio: null,
    embedded: false,
    planned: false,
    estimated: false,
    subject: null,
    period: dated === undefined ? null : resolvePeriod(dated, year),
    frame: null,
    left,
    isBound: false,
    depth: 0,
    sentence: { start: cell.start, end: cell.end },
    section: cell.headings.map(({ start, end }: Range) => reading.text.slice(start, end).trim()),
    confidence: 0.8,
  }
}

/** The mentions of all numbers in table cells, by their quantity. Header cells that hold a number are read too. */
export function readTables(
  reading: Reading,
  paragraphs: readonly Paragraph[],
  quantities: readonly Quantity[],
  year: number | null,
  units: UnitTable,
  spans: Spans,
): ReadonlyMap<Quantity, Mention> {
  const mentions = new Map<Quantity, Mention>()
  const tables = cellsOf(reading, paragraphs)
  if (tables.size === 0) return mentions
  let next = 0
  for (const cells of tables.values()) {
    for (const cell of cells) {
      while (next < quantities.length && quantities[next]!.start < cell.start) next++
      for (; next < quantities.length && quantities[next]!.end <= cell.end; next++) {
        mentions.set(
          quantities[next]!,
          mentionOf(reading, cell, quantities[next]!, headersOf(cell, cells), year, units, spans),
        )
      }
    }
  }
  return mentions
}
