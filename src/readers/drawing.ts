/**
 * The text that a reader draws out of a format with structure: line by line, with headings, lists and table cells
 * stated as blocks. Cells of a row are parted by tabs, rows by line breaks.
 * Invariant: stated blocks are sorted, disjoint, and neither start nor end with white space.
 */
import type { Cell } from '../model/cell.js'
import type { Block, BlockKind } from '../model/document.js'
import { ProcessingError } from '../model/message.js'
import { spanOf } from '../model/span.js'
import type { Glyph } from './printed/ink.js'
import type { DrawnText, TracedText } from './traced-text.js'

/** A text that is being drawn. */
export interface Drawing {
  readonly pieces: string[]
  readonly stated: Block[]
  length: number
  /** Of printed pages, the glyphs that were drawn, with the offset of the text that shows them. */
  readonly ink: { readonly start: number; readonly text: string; readonly glyphs: readonly Glyph[] }[]
  /** What is known of where its pieces come from in the file. */
  readonly traced: DrawnText[]
  /** Lines and tables so far; lines count from 1. */
  line: number
  tables: number
}

/** A cell of a table before its place in the text is known. */
export interface DrawnCell extends Omit<Cell, 'table'> {
  readonly text: string
  /** Of printed pages: the glyphs that it shows. */
  readonly glyphs?: readonly Glyph[]
  /** The text that it is of, where it is known where that comes from. */
  readonly traced?: TracedText
}

export function newDrawing(): Drawing {
  return { pieces: [], stated: [], ink: [], traced: [], length: 0, line: 1, tables: 0 }
}

export function textOf(drawing: Drawing): string {
  return drawing.pieces.join('')
}

/** The pieces of a text between separators, without white space around them. */
function piecesOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/**
 * Code units. A small file can say that one text is shown in thousands of cells; an engine holds no string eight times as
 * long as this.
 */
const longestDrawn = 2 ** 26

/** What is known of a text beside what it says. */
interface Known {
  readonly glyphs?: readonly Glyph[] | undefined
  readonly traced?: TracedText | undefined
}

/** Adds text as it is; blocks are told by the caller. Throws ProcessingError `text-too-long`. */
function put(drawing: Drawing, text: string, { glyphs = [], traced }: Known = {}): void {
  if (drawing.length + text.length > longestDrawn)
    throw new ProcessingError('text-too-long', { characters: `>${longestDrawn}`, limit: longestDrawn })
  if (traced !== undefined) drawing.traced.push({ start: drawing.length, drawn: text, traced })
  if (glyphs.length > 0) drawing.ink.push({ start: drawing.length, text, glyphs })
  drawing.pieces.push(text)
  drawing.length += text.length
}

function state(
  drawing: Drawing,
  text: string,
  block: Pick<Block, 'kind' | 'level'> & Pick<Block['at'], 'page' | 'cell'>,
): void {
  const trimmed = text.trim()
  if (trimmed === '') return
  const start = drawing.length + text.indexOf(trimmed)
  const at = { page: block.page, line: drawing.line, cell: block.cell }
  const { kind, level } = block
  drawing.stated.push({ kind, level, label: null, at, ...spanOf<'source'>(start, start + trimmed.length) })
}

/** Adds a line of text; what it is, layout finds out. Lines without ink are left out. */
export function addLine(drawing: Drawing, text: string, known?: Known): void {
  if (text.trim() === '') return
  put(drawing, `${text}\n`, known)
  drawing.line++
}

/** Adds a line without ink, where the format parts its paragraphs by them. */
export function addBlank(drawing: Drawing): void {
  put(drawing, '\n')
  drawing.line++
}

interface StatedPlace extends Known {
  readonly level?: number
  readonly page?: number | null
}

/** Adds a line whose role the format states; its page is told where it is not that of the text around it. */
export function addStated(
  drawing: Drawing,
  text: string,
  kind: BlockKind,
  { level = 0, page = null, ...known }: StatedPlace = {},
): void {
  const line = piecesOf(text, /[\r\n]+/).join(' ')
  state(drawing, line, { kind, level, page, cell: null })
  addLine(drawing, line, known)
}

const han = /[\u2e80-\u9fff\uff00-\uffef]/

/** One line of a cell's text: a break between Chinese characters goes, any other becomes a space. */
export function inOneLine(text: string): string {
  if (!/[\r\n\t]/.test(text)) return text.trim()
  const lines = piecesOf(text, /[\r\n]+/).map((line) => piecesOf(line, /\t+/).join(' '))
  return lines
    .map((line, index) => {
      const isTorn = han.test(lines[index - 1]?.at(-1) ?? '') && han.test(line[0]!)
      return index === 0 || isTorn ? line : ` ${line}`
    })
    .join('')
}

/** Blanks in front of a cell say how far in it stands. */
const indent = /^[ \u00a0\u3000]*(?=[^\s])/

/** What a sheet of Excel can have; more only cost memory. */
const mostColumns = 16_384

/** Throws ProcessingError `too-many-columns`. */
function checkColumn(column: number): void {
  if (column >= mostColumns) throw new ProcessingError('too-many-columns', { limit: mostColumns })
}

/**
 * Adds a table, its cells in reading order. Cells without ink take part only by their tab. Throws ProcessingError
 * `too-many-columns`.
 */
export function addTable(drawing: Drawing, cells: readonly DrawnCell[]): void {
  const table = drawing.tables++
  let row = 0
  let isFirst = true
  for (const { text, glyphs, traced, ...place } of cells) {
    checkColumn(place.column)
    while (row < place.row) {
      // An empty row keeps no line of its own.
      if (!isFirst) {
        put(drawing, '\n')
        drawing.line++
      }
      row = place.row
      isFirst = true
    }
    if (!isFirst) put(drawing, '\t')
    isFirst = false
    const line = inOneLine(text)
    put(drawing, indent.exec(text)?.[0] ?? '')
    state(drawing, line, { kind: 'table', level: 0, page: null, cell: { table, ...place } })
    put(drawing, line, { glyphs, traced })
  }
  if (!isFirst) {
    put(drawing, '\n')
    drawing.line++
  }
}
