/** What is open while a part of a Word package is read: flows, paragraphs, tables, fields. */
import { append } from '../../model/lists.js'
import { nowhere, untraced } from '../traced-text.js'
import { raised, withoutSymbols } from '../word/characters.js'
import type { FieldTrack } from '../word/fields.js'
import { newFieldTrack } from '../word/fields.js'
import type { Flow } from '../word/flow.js'
import type { RowCell } from '../word/grid.js'
import { placeCells } from '../word/grid.js'
import type { ListCounter } from '../word/lists.js'
import type { Style } from './styles.js'
import { plainStyle } from './styles.js'
import type { PartTracer } from './trace.js'

export interface PartContext {
  readonly styleOf: (id: string) => Style
  readonly labelOf: ListCounter
  /** Is told where each piece of text stands. */
  readonly tracer?: PartTracer | undefined
}

interface OpenParagraph {
  line: string
  /** Of each character of the line its number, where it is traced. */
  origins: number[]
  style: Style
  /** List and level of its own; those of its style where it has none. */
  list?: string
  level?: number
  /** The label that a program saved with it, in place of one that is counted. */
  label?: string
  /** How far in its first line stands, in characters. */
  indent?: number
  isMarkDeleted: boolean
  isMarkHidden: boolean
  /** How the open run looks. */
  isHidden: boolean
  isRaised: boolean
  /** Moved up from the line, which is no sign of its own: whole lines may be. */
  isLifted: boolean
  font: string
  /** Whether its last text was moved up, or there is none yet. */
  endsLifted: boolean
  /** Text boxes that are anchored in it. */
  readonly boxes: Flow[number][]
}

interface OpenTable {
  readonly rows: RowCell<Flow>[][]
  /** The open row and the open cell. */
  row: RowCell<Flow>[]
  isRowDeleted: boolean
  column: number
  columnSpan: number
  /** Whether the open cell is one with the cell to its left. */
  isContinued: boolean
  down: RowCell<Flow>['down']
}

export interface PartState extends PartContext {
  /** Names of the open elements. */
  readonly path: string[]
  readonly paragraphs: OpenParagraph[]
  readonly tables: OpenTable[]
  /** The body, and the cells, boxes and notes in it that are open. */
  readonly flows: Flow[number][][]
  readonly fields: FieldTrack
  readonly notes: Flow[number][]
  readonly edges: Flow[number][]
  readonly edgeIds: string[]
  /** Pieces of text so far, and how many there were where each open choice began. */
  pieces: number
  readonly choices: number[]
  /** The line of a paragraph whose end was deleted: it goes on in the next one. */
  carried: Pick<OpenParagraph, 'line' | 'origins'>
}

const nothingCarried = (): PartState['carried'] => ({ line: '', origins: [] })

export function newState(context: PartContext): PartState {
  return {
    ...context,
    path: [],
    paragraphs: [],
    tables: [],
    flows: [[]],
    fields: newFieldTrack(),
    notes: [],
    edges: [],
    edgeIds: [],
    pieces: 0,
    choices: [],
    carried: nothingCarried(),
  }
}

/** Adds text to the open paragraph, as its run shows it; `origin` is the number of its first character. */
export function addText(state: PartState, text: string, origin = nowhere): void {
  const paragraph = state.paragraphs.at(-1)
  const shown = state.fields.take(text)
  if (paragraph === undefined || paragraph.isHidden || shown === '') return
  const plain = withoutSymbols(shown, paragraph.font)
  const isRaised = paragraph.isRaised || (paragraph.isLifted && !paragraph.endsLifted)
  const drawn = isRaised ? raised(plain, paragraph.line) : plain
  paragraph.line += drawn
  paragraph.endsLifted = paragraph.isLifted
  state.pieces++
  if (state.tracer === undefined) return
  const isKnown = origin !== nowhere && drawn.length === text.length
  for (let at = 0; at < drawn.length; at++) paragraph.origins.push(isKnown ? origin + at : nowhere)
}

/** Adds what an element shows that is no text. */
export function addSign(state: PartState, sign: string): void {
  addText(state, sign, state.tracer?.item())
}

export function openParagraph(state: PartState): void {
  const look = { isHidden: false, isRaised: false, isLifted: false, font: '', endsLifted: true }
  const marks = { isMarkDeleted: false, isMarkHidden: false }
  state.paragraphs.push({ ...state.carried, style: plainStyle, boxes: [], ...marks, ...look })
  state.carried = nothingCarried()
}

export function closeParagraph(state: PartState): void {
  const { paragraphs, flows, labelOf } = state
  const { line, origins, style, boxes, isMarkDeleted, isMarkHidden, ...own } = paragraphs.pop()!
  state.fields.take('\n')
  const flow = flows.at(-1)!
  if (isMarkDeleted) state.carried = { line, origins }
  else {
    const list = own.list ?? style.list
    const isCounted = list !== '' && list !== '0' && !(line === '' && isMarkHidden)
    const label = own.label ?? (isCounted ? labelOf(list, own.level ?? style.listLevel) : '')
    const text = label + line
    const traced = state.tracer && { origins: [...untraced(label).origins, ...origins] }
    if (text.trim() !== '')
      flow.push({ kind: 'paragraph', text, level: style.level, indent: own.indent ?? 0, ...traced })
  }
  for (const part of boxes) flow.push(part)
}

export function openTable(state: PartState): void {
  const cell = { column: 0, columnSpan: 1, down: 'none', isContinued: false } as const
  state.tables.push({ rows: [], row: [], isRowDeleted: false, ...cell })
}

export function openRow(state: PartState): void {
  const table = state.tables.at(-1)
  if (table !== undefined) Object.assign(table, { row: [], column: 0, isRowDeleted: false })
}

export function openCell(state: PartState): void {
  const table = state.tables.at(-1)
  if (table !== undefined) Object.assign(table, { columnSpan: 1, down: 'none', isContinued: false })
  state.flows.push([])
}

export function closeCell(state: PartState): void {
  const table = state.tables.at(-1)
  const content = state.flows.pop()!
  if (table === undefined) {
    append(state.flows.at(-1)!, content)
    return
  }
  const { row, column, columnSpan, down, isContinued } = table
  const before = row.at(-1)
  if (isContinued && before !== undefined)
    row[row.length - 1] = { ...before, columnSpan: before.columnSpan + columnSpan }
  else row.push({ column, columnSpan, down, content })
  table.column += columnSpan
}

export function closeRow(state: PartState): void {
  const table = state.tables.at(-1)
  if (table !== undefined && !table.isRowDeleted) table.rows.push(table.row)
}

export function closeTable(state: PartState): void {
  const cells = placeCells(state.tables.pop()!.rows)
  if (cells.length > 0) state.flows.at(-1)!.push({ kind: 'table', cells })
}

/** A text box follows the paragraph that it is anchored in. */
export function closeBox(state: PartState): void {
  const content = state.flows.pop()!
  const anchor = state.paragraphs.at(-1)?.boxes ?? state.flows.at(-1)!
  for (const part of content) anchor.push(part)
}
