/** RTF as a drawing: the text as Word shows it, with its notes and what stands at the edges of pages behind it. */
import type { Drawing } from '../drawing.js'
import { newDrawing } from '../drawing.js'
import { drawEdges, drawFlow, drawNotes } from '../word/flow.js'
import type { Destination } from './groups.js'
import { destinationOf } from './groups.js'
import type { Group, State } from './state.js'
import { addText, closeFlow, endParagraph, flowOf, flushBytes, groupOf, newState, openFlow } from './state.js'
import type { Token } from './tokens.js'
import { tokensOf } from './tokens.js'
import { words } from './words.js'

/** Names of headings in the table of styles, in English and Chinese programs. */
const heading = /^(?:heading|标题)\s*([1-9])\b/i

/** An entry of the table of styles ends: a heading has its level by its name. */
function endStyle(state: State): void {
  const level = heading.exec(state.name.trim())?.[1]
  if (level !== undefined) state.levels.set(state.entry, Number(level))
  Object.assign(state, { name: '', entry: 0 })
}

/** A label is printed with a tab or blank behind it, of which one stays where a figure may follow a digit. */
function endLabel(state: State): void {
  const label = state.label.trim()
  state.label = ''
  if (label !== '' && !/^[\u2022\uf020-\uf0ff·]/.test(label))
    flowOf(state).paragraph.text += /[\dA-Za-z]$/.test(label) ? `${label} ` : label
}

function openGroup(state: State): void {
  state.groups.push({ ...groupOf(state), isOwn: false })
}

/** What the end of a group that turned to a destination does. */
const endings: Readonly<Partial<Record<Destination, (state: State) => void>>> = {
  label: endLabel,
  field: (state) => addText(state, flowOf(state).fields.end()),
  note: (state) => closeFlow(state, state.notes),
  edge: (state) => closeFlow(state, state.edges),
  box: (state) => closeFlow(state, state.boxes),
}

function closeGroup(state: State): void {
  if (state.groups.length === 1) return
  const { destination, isOwn } = groupOf(state)
  if (destination === 'styles') endStyle(state)
  if (isOwn) endings[destination]?.(state)
  state.groups.pop()
}

/** Turns the open group to what its first word says. */
function turnGroup(state: State, group: Group, destination: Destination): void {
  if (group.destination === 'skipped') return
  Object.assign(group, { destination, isOwn: true })
  if (destination === 'instruction') flowOf(state).fields.begin()
  if (destination === 'note' || destination === 'edge' || destination === 'box') openFlow(state)
}

function readWord(state: State, word: string, value: number | undefined, isMarked: boolean): void {
  const group = groupOf(state)
  const destination = destinationOf(word, isMarked)
  if (destination !== undefined) turnGroup(state, group, destination)
  else if (group.destination !== 'skipped' && Object.hasOwn(words, word)) words[word]!(state, value)
}

/** Takes text, but for the signs that stand in for a character that was given by its number. */
function readBytes(state: State, { bytes, isEscaped }: Extract<Token, { kind: 'text' }>): void {
  const from = isEscaped ? Math.min(1, state.passed) : Math.min(bytes.length, state.passed)
  state.passed -= from
  state.bytes += bytes.slice(from)
}

export interface DrawnRtf {
  readonly drawing: Drawing
  /** Whether the file ends before what it began does. */
  readonly isCut: boolean
}

/** Draws a file. What is broken or cut off is read as far as it goes. */
export function drawRtf(bytes: Uint8Array): DrawnRtf {
  const state = newState()
  let isMarked = false
  for (const token of tokensOf(Buffer.from(bytes).toString('latin1'))) {
    if (token.kind === 'text') {
      readBytes(state, token)
      continue
    }
    flushBytes(state)
    const isWord = 'word' in token
    if (!isWord) state.passed = 0
    if (isWord) readWord(state, token.word, token.value, isMarked)
    else if (token.kind === 'open') openGroup(state)
    else closeGroup(state)
    isMarked = isWord && token.word === '*'
  }
  flushBytes(state)
  const isCut = state.groups.length > 1
  while (state.groups.length > 1) closeGroup(state)
  endParagraph(state)
  const drawing = newDrawing()
  drawFlow(drawing, state.flows[0]!.builder.finish())
  drawNotes(drawing, state.notes)
  drawFlow(drawing, state.boxes)
  drawEdges(drawing, state.edges)
  return { drawing, isCut }
}
