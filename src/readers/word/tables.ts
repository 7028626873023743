/**
 * Tables while marks of cells and rows are met: paragraphs go into the open cell of the innermost table.
 */
import type { DefinedCell, DefinedRow } from './columns.js'
import { columnsOf } from './columns.js'
import type { Flow, FlowTable } from './flow.js'
import { placeCells } from './grid.js'

interface OpenTable {
  readonly rows: DefinedRow<Flow>[]
  /** Of the open row: its ended cells, and the open one. */
  contents: Flow[]
  cell: Flow[number][]
}

/** Tables nest no deeper in a document that anybody reads. */
export const deepestTable = 16

export interface FlowBuilder {
  /** Opens and closes tables until so many are open. */
  toDepth(depth: number): void
  add(part: Flow[number]): void
  endCell(): void
  /** Ends a row, of which these are the cells. */
  endRow(cells: readonly DefinedCell[]): void
  /** Closes what is open and gives all of it. */
  finish(): Flow
}

export function newFlowBuilder(): FlowBuilder {
  const flow: Flow[number][] = []
  const open: OpenTable[] = []
  const add = (part: Flow[number]) => {
    const inner = open.at(-1)
    if (inner === undefined) flow.push(part)
    else inner.cell.push(part)
  }
  const endCell = () => {
    const inner = open.at(-1)
    if (inner === undefined) return
    inner.contents.push(inner.cell)
    inner.cell = []
  }
  const endRow = (cells: readonly DefinedCell[] = []) => {
    const inner = open.at(-1)
    if (inner === undefined) return
    if (inner.cell.length > 0) endCell()
    inner.rows.push({ contents: inner.contents, cells })
    inner.contents = []
  }
  const close = () => {
    const inner = open.at(-1)!
    // A row without an end, as broken files have it, keeps its text.
    if (inner.contents.length > 0 || inner.cell.length > 0) endRow()
    open.pop()
    const cells = placeCells(columnsOf(inner.rows))
    const table: FlowTable = { kind: 'table', cells }
    if (cells.length > 0) add(table)
  }
  const toDepth = (depth: number) => {
    while (open.length > depth) close()
    while (open.length < depth) open.push({ rows: [], contents: [], cell: [] })
  }
  return {
    toDepth,
    add,
    endCell,
    endRow,
    finish() {
      toDepth(0)
      return flow
    },
  }
}
