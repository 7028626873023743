/** Which lines of a column are one paragraph: by how far they reach, where they begin, how they are set and what they say. */
import { median } from './geometry.js'
import type { PageLine } from './ruled.js'
import { isSetOtherwise } from './spread.js'
import { wordsOfLine } from './words.js'

/** In parts of the type size: an indent, what a full line may lack beside a word, how type of another role differs. */
const indent = 1.2
const shortfall = 0.8
const otherSize = 0.15
/** In parts of the width of a column: how far lines reach that end inside a sentence. */
const leastRagged = 0.65
/** In parts of the usual distance between lines; in parts of the type size, for all lines may be paragraphs. */
const paragraphGap = 1.5
const widestLeading = 3
const fewestLines = 3
interface TextColumn {
  readonly lines: readonly PageLine[]
  readonly left: number
  readonly right: number
  /** Usual distance between its lines. */
  readonly leading: number
}

export function columnOf(lines: readonly PageLine[]): TextColumn {
  const gaps = lines.slice(1).map((line, index) => line.y - lines[index]!.y)
  return {
    lines,
    left: lines.reduce((least, { segments }) => Math.min(least, segments[0]!.left), Number.POSITIVE_INFINITY),
    right: lines.reduce((most, { segments }) => Math.max(most, segments.at(-1)!.right), 0),
    leading: median(gaps.filter((gap) => gap > 0)) ?? Number.POSITIVE_INFINITY,
  }
}

/** A line with the column that it stands in. */
export interface FlowLine {
  readonly line: PageLine
  readonly column: TextColumn
}

/** What is never broken: a figure or Latin word, or one character, with the punctuation that may not open a line. */
const unbroken = /^(?:[\x21-\x7e]+|.)[，。；：、）”》！？％]*/u

/** How much room the first word of a line takes, in parts of the type size. */
function firstWordWidth(text: string): number {
  const [word = ''] = unbroken.exec(text) ?? []
  return [...word].reduce((width, character) => width + (character < '\x80' ? 0.5 : 1), 0)
}

const closed = /(?:[。；：！？;:!?…]|(?<!\d)\.)[”"’》）)]?$/

/** What opens an item of a list, or a heading. */
const label =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节条部]|[①-⑳•●■◆])/

/** A name and a colon open an entry of a form. */
const entry = /^[^，。；]{1,8}[：:]/

/** Whether a line ends inside a sentence far enough to the right, where lines are not set to one width. */
function isRagged({ line, column }: FlowLine, edge: number): boolean {
  const text = wordsOfLine(line)
  const width = line.segments.at(-1)!.right - column.left
  return width >= leastRagged * (edge - column.left) && /[，、；。]/.test(text) && !closed.test(text)
}

const isOfSize = ({ size }: PageLine, other: number) => Math.abs(size - other) <= otherSize * other

/** Whether the lines around one show how wide their column is: few do not, nor do those in other type. */
function showsWidth({ line, column }: FlowLine): boolean {
  let alike = 0
  return column.lines.some((other) => isOfSize(other, line.size) && ++alike >= fewestLines)
}

/** How far to the right full lines reach: of a line alone, before columns or at the end of a page, the next one tells. */
function edgeOf({ column }: FlowLine, next: FlowLine): number {
  return column.lines.length > 1 ? column.right : Math.max(column.right, next.column.right)
}

/** Whether a line goes on with the paragraph that the line before it belongs to. */
export function goesOn(previous: FlowLine, next: FlowLine): boolean {
  const { line, column } = next
  const { size } = line
  if (!isOfSize(previous.line, size)) return false
  const text = wordsOfLine(line)
  const before = wordsOfLine(previous.line)
  // Among few lines the longest one is not full for that.
  if (!showsWidth(previous) && (closed.test(before) || label.test(text))) return false
  // A line is full where the word that opens the next one would not have fit.
  const room = (shortfall + firstWordWidth(text)) * size
  const edge = edgeOf(previous, next)
  const isFull = previous.line.segments.at(-1)!.right >= edge - room
  const isIndented = line.segments[0]!.left > column.left + indent * size
  const leading = Math.min(paragraphGap * column.leading, widestLeading * size)
  const isApart = previous.column === column && line.y - previous.line.y > leading
  const isOpen = isRagged(previous, edge) && !label.test(text)
  if (entry.test(text) && entry.test(before)) return false
  if (closed.test(before) && label.test(text)) return false
  if (isSetOtherwise(previous.line, line)) return false
  return (isFull || isOpen) && !isIndented && !isApart
}

/** Two lines of one paragraph: a space only between Latin words. */
export function joinLines(text: string, next: string): string {
  const isLatin = /[A-Za-z,.]$/.test(text) && /^[A-Za-z]/.test(next)
  return text + (isLatin ? ' ' : '') + next
}
