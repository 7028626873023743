/** A table cell: which table of the document, and where in it. All count from 0. */
export interface Cell {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}
