/**
 * The text of OpenDocument as paragraphs and tables. What was deleted is kept aside by the format and is no text; what is
 * hidden is none; a field is what was saved of it; a text box stands behind the paragraph that holds it.
 */

import { raised, withoutSymbols } from '../word/characters.js'
import type { Flow } from '../word/flow.js'
import { withSpace } from '../word/lists.js'
import type { Attributes } from '../xml-part.js'
import { parsePart } from '../xml-part.js'
import type { FormulaReader } from './formulas.js'
import { newFormulaReader } from './formulas.js'
import type { Numbering } from './numbering.js'
import { newNumbering } from './numbering.js'
import type { OdfStyle, OdfStyles } from './styles.js'
import type { TableBuilder } from './tables.js'
import { newTable } from './tables.js'

/** What a part holds. */
export interface OdfText {
  readonly flow: Flow
  readonly notes: Flow
  /** Headers and footers of the master pages that are used. */
  readonly edges: Flow
}

/** Elements whose insides are no text of the document as it is shown. */
const skipped = new Set(
  'tracked-changes annotation ruby-text note-citation forms scripts settings meta binary-data title desc list-style outline-style notes hidden-text'.split(
    ' ',
  ),
)
/** What lists and tables of contents are made of. */
const sources = /-source$/
/** Drawings that can hold text. */
const boxes = new Set(
  'text-box custom-shape rect ellipse circle line polygon polyline path connector caption measure regular-polygon'.split(
    ' ',
  ),
)
const edges = /^(header|footer)(-left|-first)?$/

interface OpenParagraph {
  line: string
  readonly level: number
  label: string
  /** Whether white space would go on with white space. */
  isBlank: boolean
  /** Text boxes that are anchored in it. */
  readonly boxes: Flow[number][]
  /** How it looks, and each span that is open in it. */
  readonly looks: OdfStyle[]
}

interface Reading {
  readonly styles: OdfStyles
  readonly numbering: Numbering
  readonly paragraphs: OpenParagraph[]
  readonly tables: TableBuilder[]
  /** The text, and the cells, boxes and notes in it that are open. */
  readonly flows: Flow[number][][]
  readonly notes: Flow[number][]
  readonly edges: Flow[number][]
  readonly formulaAt: (address: string) => string
  /** Master pages so far, and whether the open one is used. */
  masters: number
  isMasterUsed: boolean
  /** Whether a label that a program saved is open. */
  isLabel: boolean
}

/** Adds text as its span shows it; white space of the file is one blank at most, `exact` text stands as it is. */
function addText({ paragraphs, isLabel }: Reading, text: string, isExact = false): void {
  const paragraph = paragraphs.at(-1)
  if (paragraph === undefined) return
  const { isHidden, isRaised, font } = paragraph.looks.at(-1)!
  if (isHidden) return
  const collapsed = isExact ? text : text.replaceAll(/[ \t\r\n]+/g, ' ')
  const shown = !isExact && paragraph.isBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
  if (shown === '') return
  if (isLabel) {
    paragraph.label += shown
    return
  }
  const plain = withoutSymbols(shown, font)
  paragraph.line += isRaised ? raised(plain, paragraph.line) : plain
  paragraph.isBlank = !isExact && shown.endsWith(' ')
}

function openParagraph(reading: Reading, name: string, attributes: Attributes): void {
  const { styles, numbering, paragraphs } = reading
  const look = styles.style('paragraph', attributes['style-name'])
  const level = name === 'h' ? Math.max(1, Number(attributes['outline-level'] ?? 1) || 1) : 0
  // What is hidden is not counted, nor what stands in a box of a paragraph.
  const isCounted = !look.isHidden && attributes['is-list-header'] !== 'true' && paragraphs.length === 0
  const counted = () => (level > 0 ? numbering.headingLabel(level, look.list) : numbering.labelOf(look.list))
  const label = isCounted ? counted() : ''
  paragraphs.push({ line: '', level, label, isBlank: true, boxes: [], looks: [look] })
}

function closeParagraph({ paragraphs, flows }: Reading): void {
  const { line, label, level, boxes: behind, looks } = paragraphs.pop()!
  const flow = flows.at(-1)!
  const text = label + line.trimEnd()
  if (text.trim() !== '') flow.push({ kind: 'paragraph', text, level, indent: looks[0]!.indent })
  for (const part of behind) flow.push(part)
}

/** Opens a span, or what is hidden as one: text in it looks as the style says, on top of what is around it. */
function openSpan({ styles, paragraphs }: Reading, attributes: Attributes, isHidden = false): void {
  const paragraph = paragraphs.at(-1)
  if (paragraph === undefined) return
  const around = paragraph.looks.at(-1)!
  const own = styles.style('text', attributes['style-name'])
  paragraph.looks.push({
    ...own,
    font: own.font === '' ? around.font : own.font,
    isHidden: isHidden || own.isHidden || around.isHidden,
  })
}

type Opener = (reading: Reading, attributes: Attributes, name: string) => void

const openFlow: Opener = ({ flows }) => flows.push([])
const paragraph: Opener = (reading, attributes, name) => openParagraph(reading, name, attributes)

/** More blanks in a row say nothing. */
const mostBlanks = 1000

const openers: Readonly<Record<string, Opener>> = {
  p: paragraph,
  h: paragraph,
  span: (reading, attributes) => openSpan(reading, attributes),
  s: (reading, { c }) =>
    addText(reading, ' '.repeat(Math.min(mostBlanks, Math.max(1, Number(c ?? 1) || 1))), true),
  tab: (reading) => addText(reading, '\t', true),
  'line-break': (reading) => addText(reading, '\n', true),
  number: (reading) => {
    const open = reading.paragraphs.at(-1)
    if (open === undefined) return
    open.label = ''
    reading.isLabel = true
  },
  list: ({ numbering }, attributes) => numbering.openList(attributes),
  'list-item': ({ numbering }, attributes) => numbering.openItem(attributes),
  'list-header': ({ numbering }) => numbering.openHeader(),
  note: openFlow,
  object: (reading, { href }) => {
    if (href !== undefined) addText(reading, reading.formulaAt(href), true)
  },
  table: ({ tables }) => tables.push(newTable()),
  'table-row': ({ tables }, attributes) => tables.at(-1)?.openRow(attributes),
  'table-cell': (reading, attributes) => {
    reading.tables.at(-1)?.openCell(attributes)
    reading.flows.push([])
  },
  'covered-table-cell': ({ tables, flows }, attributes) => {
    tables.at(-1)?.skipCells(attributes)
    flows.push([])
  },
  'master-page': (reading, { name = '' }) => {
    reading.isMasterUsed = reading.masters === 0 || reading.styles.masterPages.has(name)
    reading.masters++
  },
}

/** A text box follows the paragraph that it is anchored in. */
function closeBox({ flows, paragraphs }: Reading): void {
  const content = flows.pop()!
  const anchor = paragraphs.at(-1)?.boxes ?? flows.at(-1)!
  for (const part of content) anchor.push(part)
}

const closers: Readonly<Record<string, (reading: Reading) => void>> = {
  p: closeParagraph,
  h: closeParagraph,
  span: ({ paragraphs }) => {
    const looks = paragraphs.at(-1)?.looks
    if (looks !== undefined && looks.length > 1) looks.pop()
  },
  number: (reading) => {
    const open = reading.paragraphs.at(-1)
    if (open !== undefined && reading.isLabel) open.label = withSpace(open.label)
    reading.isLabel = false
  },
  list: ({ numbering }) => numbering.closeList(),
  note: ({ flows, notes }) => {
    for (const part of flows.pop()!) notes.push(part)
  },
  'table-cell': ({ flows, tables }) => {
    const content = flows.pop()!
    const table = tables.at(-1)
    if (table === undefined) for (const part of content) flows.at(-1)!.push(part)
    else table.closeCell(content)
  },
  // What is covered by another cell is not shown.
  'covered-table-cell': ({ flows }) => flows.pop(),
  table: ({ flows, tables }) => {
    const cells = tables.pop()!.finish()
    if (cells.length > 0) flows.at(-1)!.push({ kind: 'table', cells })
  },
}

/** Whether an element and all in it are passed over. */
function isSkipped({ styles }: Reading, name: string, attributes: Attributes): boolean {
  if (skipped.has(name) || sources.test(name)) return true
  if (name === 'section')
    return attributes.display === 'none' || styles.style('section', attributes['style-name']).isHidden
  return name === 'hidden-paragraph' && attributes['is-hidden'] === 'true'
}

/**
 * Reads a part: the content of a document, or its styles for what stands at the edges of pages. `formulaAt` gives the
 * formula of an object by its address.
 */
export function readText(
  part: Uint8Array | undefined,
  styles: OdfStyles,
  formulaAt: (address: string) => string = () => '',
): OdfText {
  const reading: Reading = {
    styles,
    numbering: newNumbering(styles),
    paragraphs: [],
    tables: [],
    flows: [[]],
    notes: [],
    edges: [],
    formulaAt,
    masters: 0,
    isMasterUsed: false,
    isLabel: false,
  }
  /** Open elements inside of one that is skipped, with it. */
  let skippedDepth = 0
  let formula: FormulaReader | undefined
  parsePart(part, {
    open(name, attributes) {
      if (skippedDepth > 0 || isSkipped(reading, name, attributes)) skippedDepth++
      else if (formula !== undefined) formula.open(name)
      else if (name === 'math') formula = newFormulaReader()
      else if (boxes.has(name) || edges.test(name)) reading.flows.push([])
      else openers[name]?.(reading, attributes, name)
    },
    text(piece) {
      if (skippedDepth > 0) return
      if (formula !== undefined) formula.text(piece)
      else addText(reading, piece)
    },
    close(name) {
      if (skippedDepth > 0) skippedDepth--
      else if (formula !== undefined) {
        const line = formula.close()
        if (line === undefined) return
        formula = undefined
        addText(reading, line, true)
      } else if (boxes.has(name)) closeBox(reading)
      else if (edges.test(name)) {
        const content = reading.flows.pop()!
        if (reading.isMasterUsed) for (const edge of content) reading.edges.push(edge)
      } else closers[name]?.(reading)
    },
  })
  return { flow: reading.flows[0]!, notes: reading.notes, edges: reading.edges }
}
