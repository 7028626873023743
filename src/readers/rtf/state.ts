/** What is open while RTF is read: groups, the flow that text goes to, its paragraph and its row. */
import { charactersIn } from '../indent.js'
import { raised, withoutSymbols } from '../word/characters.js'
import type { DefinedCell } from '../word/columns.js'
import type { FieldTrack } from '../word/fields.js'
import { newFieldTrack } from '../word/fields.js'
import type { Flow } from '../word/flow.js'
import type { FlowBuilder } from '../word/tables.js'
import { deepestTable, newFlowBuilder } from '../word/tables.js'
import { decodeBytes, encodingOfPage } from './encodings.js'
import type { Destination } from './groups.js'

/** What a group has from the one around it, and may change for itself. */
export interface Group {
  destination: Destination
  /** Whether it turned to its destination itself, and does not only have it from the group around it. */
  isOwn: boolean
  isHidden: boolean
  isRaised: boolean
  /** Moved up from the line, which is no sign of its own: whole lines may be. */
  isLifted: boolean
  font: number
  /** How many signs for older programs stand behind a character that is given by its number. */
  fallbacks: number
}

interface Paragraph {
  text: string
  /** Whether its last text was moved up, or there is none yet. */
  endsLifted: boolean
  level: number
  isInTable: boolean
  depth: number
  /** How far in it stands and its first line further, in twentieths of a point. */
  left: number
  first: number
}

interface Row {
  left: number
  cells: DefinedCell[]
  down: DefinedCell['down']
  isContinued: boolean
}

/** A flow with its open paragraph and the cells of the row that was defined last. */
interface OpenFlow {
  readonly builder: FlowBuilder
  readonly fields: FieldTrack
  paragraph: Paragraph
  row: Row
  /** The row around the one of an inner table that is being defined. */
  outerRow: Row
}

const newParagraph = (): Paragraph => ({
  text: '',
  endsLifted: true,
  level: 0,
  isInTable: false,
  depth: 1,
  left: 0,
  first: 0,
})
export const newRow = (): Row => ({ left: 0, cells: [], down: 'none', isContinued: false })

const newFlow = (): OpenFlow => ({
  builder: newFlowBuilder(),
  fields: newFieldTrack(),
  paragraph: newParagraph(),
  row: newRow(),
  outerRow: newRow(),
})

export interface State {
  readonly groups: Group[]
  readonly flows: OpenFlow[]
  readonly notes: Flow[number][]
  readonly edges: Flow[number][]
  readonly boxes: Flow[number][]
  defaultFont: number
  /** Encoding of the document, and of fonts that have one of their own. */
  encoding: string
  readonly fonts: Map<number, string>
  /** The open entry of the table of fonts or styles: its number; of styles also its name so far. */
  entry: number
  name: string
  readonly levels: Map<number, number>
  label: string
  /** Bytes of text that are not decoded yet, and signs that are still to be passed over. */
  bytes: string
  passed: number
}

export function newState(): State {
  const group: Group = {
    destination: 'text',
    isOwn: false,
    isHidden: false,
    isRaised: false,
    isLifted: false,
    font: -1,
    fallbacks: 1,
  }
  return {
    groups: [group],
    flows: [newFlow()],
    notes: [],
    edges: [],
    boxes: [],
    defaultFont: -1,
    encoding: encodingOfPage(0),
    fonts: new Map(),
    entry: -1,
    name: '',
    levels: new Map(),
    label: '',
    bytes: '',
    passed: 0,
  }
}

export const groupOf = ({ groups }: State) => groups.at(-1)!
export const flowOf = ({ flows }: State) => flows.at(-1)!

/** Adds text to where the open group writes. */
export function addText(state: State, text: string): void {
  const { destination, isHidden, isRaised, isLifted } = groupOf(state)
  const { paragraph, fields } = flowOf(state)
  if (destination === 'skipped' || destination === 'fonts' || isHidden) return
  if (destination === 'styles') state.name += text
  else if (destination === 'label') state.label += text
  else {
    const shown = withoutSymbols(fields.take(text))
    const isUp = isRaised || (isLifted && !paragraph.endsLifted)
    paragraph.text += isUp ? raised(shown, paragraph.text) : shown
    paragraph.endsLifted = isLifted
  }
}

/** Decodes the bytes so far, in the encoding of their font. Characters of two bytes may come in pieces. */
export function flushBytes(state: State): void {
  if (state.bytes === '') return
  const encoding = state.fonts.get(groupOf(state).font) ?? state.encoding
  const text = decodeBytes(state.bytes, encoding)
  state.bytes = ''
  addText(state, text)
}

/** Ends the open paragraph; it goes into its cell, or behind the tables before it. */
export function endParagraph(state: State): void {
  const { builder, paragraph, fields } = flowOf(state)
  const { text, level, isInTable, depth, left, first } = paragraph
  const indent = charactersIn(left + first)
  fields.take('\n')
  builder.toDepth(isInTable ? Math.min(deepestTable, Math.max(1, depth)) : 0)
  if (text.trim() !== '') builder.add({ kind: 'paragraph', text, level, indent })
  paragraph.text = ''
  paragraph.endsLifted = true
}

export function endCell(state: State, depth: number): void {
  const { paragraph, builder } = flowOf(state)
  Object.assign(paragraph, { isInTable: true, depth })
  endParagraph(state)
  builder.endCell()
}

export function endRow(state: State, depth: number): void {
  const { builder, row } = flowOf(state)
  builder.toDepth(Math.min(deepestTable, depth))
  builder.endRow(row.cells)
}

/** Defines a cell up to its right border. */
export function defineCell({ row }: OpenFlow, right: number): void {
  const { down, isContinued } = row
  row.cells.push({ left: row.cells.at(-1)?.right ?? row.left, right, down, isContinued })
  Object.assign(row, { down: 'none', isContinued: false })
}

export function resetParagraph({ paragraph }: OpenFlow): void {
  Object.assign(paragraph, { ...newParagraph(), text: paragraph.text })
}

export function openFlow(state: State): void {
  state.flows.push(newFlow())
}

/** Closes a flow into the notes or edges. */
export function closeFlow(state: State, into: Flow[number][]): void {
  endParagraph(state)
  for (const part of state.flows.pop()!.builder.finish()) into.push(part)
}
