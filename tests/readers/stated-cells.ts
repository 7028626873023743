/** Cells that a reader states. */
import type { SourceDocument } from '../../src/model/document.js'

/** Each as "table row,column rows×columns text". */
export function cellsOf({ text, stated }: SourceDocument): string[] {
  return stated.flatMap(({ at: { cell }, start, end }) =>
    cell === null
      ? []
      : [
          `${cell.table} ${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${text.slice(start, end)}`,
        ],
  )
}
