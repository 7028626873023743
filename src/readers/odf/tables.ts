/** Tables of OpenDocument: rows and cells with what they repeat and what they cover (ODF 1.3, 9.1). */
import type { Flow, FlowTable } from '../word/flow.js'
import type { GridCell } from '../word/grid.js'
import type { Attributes } from '../xml-part.js'

export interface TableBuilder {
  openRow(attributes: Attributes): void
  openCell(attributes: Attributes): void
  closeCell(content: Flow): void
  /** Places that other cells cover. */
  skipCells(attributes: Attributes): void
  finish(): FlowTable['cells']
}

/** Repeated cells with text in them, in one table; more only cost memory. */
const mostRepeated = 2000
/** What a table can have. */
const mostPlaces = 1_048_576

/** A count of places, of which there is always one. */
export const countOf = (written: string | undefined) =>
  Math.min(mostPlaces, Math.max(1, Math.trunc(Number(written ?? 1)) || 1))

export function newTable(): TableBuilder {
  const cells: GridCell<Flow>[] = []
  const row = { at: -1, column: 0, repeats: 1 }
  const cell = { rowSpan: 1, columnSpan: 1, repeats: 1 }
  let nextRow = 0
  let repeated = 0
  return {
    openRow(attributes) {
      Object.assign(row, { at: nextRow, column: 0, repeats: countOf(attributes['number-rows-repeated']) })
      nextRow += row.repeats
    },
    openCell(attributes) {
      cell.rowSpan = countOf(attributes['number-rows-spanned'])
      cell.columnSpan = countOf(attributes['number-columns-spanned'])
      cell.repeats = countOf(attributes['number-columns-repeated'])
    },
    closeCell(content) {
      const { rowSpan, columnSpan, repeats } = cell
      const isRepeated = content.length > 0
      for (let down = 0; down < (isRepeated ? row.repeats : 1); down++) {
        for (let across = 0; across < (isRepeated ? repeats : 1); across++) {
          if (down + across > 0 && ++repeated > mostRepeated) break
          cells.push({ row: row.at + down, column: row.column + across, rowSpan, columnSpan, content })
        }
      }
      row.column += repeats
    },
    skipCells(attributes) {
      row.column += countOf(attributes['number-columns-repeated'])
    },
    finish: () => cells.sort((one, two) => one.row - two.row || one.column - two.column),
  }
}
