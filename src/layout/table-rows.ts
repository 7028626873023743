/**
 * Lines of plain text as rows of a table that may be: their cells, parted by bars, tabs, gaps or single blanks, and which
 * lines go on with each other.
 */
import { append } from '../model/lists.js'
import type { Line } from './lines.js'

export interface Piece {
  readonly start: number
  readonly end: number
  /** Where it is not the line of its row. */
  readonly line?: Line
  /** Where it goes on, in lines below that of its row. */
  readonly rest?: readonly Piece[]
}

/** A line as a row: its cells in order, blank ones as empty pieces. */
export interface Row {
  readonly line: Line
  readonly cells: readonly Piece[]
  /** Columns before its first cell: a head may lack the cell above the labels. */
  readonly shift?: number
}

/** How the cells of a line are told from each other; undefined where the line is no row of that kind. */
export type Splitter = (text: string, start: number, end: number) => Piece[] | undefined

/** Cells hold little text. */
const longestCell = 40
const figure = /^[(-]?[-+−－]?\d[\d,，]*(?:\.\d+)?[%‰）)]?$/
/** 345人, 减少0.48个百分点. */
const figureWithUnit =
  /^(?:[增减上下提降][\u4e00-\u9fff])?[-+−－]?\d[\d,，]*(?:\.\d+)?[\u4e00-\u9fff%‰]{1,4}$/
export const period =
  /^(?:(?:19|20)\d\d年?|\d{1,2}月|[12]?\d?-?\d{1,2}月(?:累计)?|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?|(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2})$/
const missing = /^(?:[-—–─－]+|…+|\/)$/
export const label = /[\u4e00-\u9fff]/

export function isFigure(text: string): boolean {
  return figure.test(text) || (figureWithUnit.test(text) && !period.test(text))
}

function trimmed(text: string, start: number, end: number): Piece {
  const printed = text.slice(start, end)
  const content = printed.trim()
  const from = start + (content === '' ? 0 : printed.indexOf(content))
  return { start: from, end: from + content.length }
}

/** Cells between separators. */
export function split(text: string, start: number, end: number, separators: RegExp): Piece[] {
  const cells: Piece[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(separators)) {
    cells.push(trimmed(text, from, start + match.index))
    from = start + match.index + match[0].length
  }
  return [...cells, trimmed(text, from, end)]
}

const bars = /[|｜│┃]/g
/** A line that is drawn between rows. */
const ruled = /^[\s|｜│┃+\-=─━┌┐└┘├┤┬┴┼:：]+$/

export const byBars: Splitter = (text, start, end) => {
  const cells = split(text, start, end, bars)
  if (cells.length < 3) return undefined
  // Bars at both ends of a line part nothing.
  const isBlank = (piece: Piece | undefined) => piece !== undefined && piece.start === piece.end
  const from = isBlank(cells[0]) ? 1 : 0
  const inner = cells.slice(from, isBlank(cells.at(-1)) ? -1 : undefined)
  return inner.length < 2 ? undefined : inner
}

const blanks = /[ \u3000\u00a0]+/g
/** 1 234 567 is one figure. */
const inGroups = /^[-+−]?\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?$/

/** A cell that holds nothing but several figures is as many cells: programs that lose columns leave one blank there. */
function figuresIn(text: string, cell: Piece): Piece[] {
  const pieces = split(text, cell.start, cell.end, blanks)
  const isOne = pieces.length === 1 || inGroups.test(textOf(text, cell))
  return isOne || !pieces.every((piece) => isValue(textOf(text, piece))) ? [cell] : pieces
}

/** The whole line counts: a tab at its start or end has a blank cell beside it. */
export const byTabs: Splitter = (text, start, end) => {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const cells = split(text, lineStart, lineEnd < 0 ? text.length : lineEnd, /\t/g)
  return cells.length < 2 ? undefined : cells.flatMap((cell) => figuresIn(text, cell))
}

export const byGaps: Splitter = (text, start, end) => {
  const cells = split(text, start, end, /[ \u3000\u00a0]{2,}/g)
  return cells.length < 2 ? undefined : cells.flatMap((cell) => figuresIn(text, cell))
}

const single = /^[\u4e00-\u9fff]$/

/** 指 标 is one word: characters that blanks spread over a cell, as one piece. */
export function joinSpread(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  let isOpen = false
  for (const piece of pieces) {
    const isSingle = single.test(textOf(text, piece))
    if (isSingle && isOpen) joined.push({ ...joined.pop()!, end: piece.end })
    else joined.push(piece)
    isOpen = isSingle
  }
  return joined
}

/** 城关小学 12 345: a label, and at least two figures behind it; of a head, the words. */
export const byBlanks: Splitter = (text, start, end) => {
  const cells = joinSpread(text, split(text, start, end, blanks))
  return cells.length < 3 ? undefined : cells
}

/** A line among rows parted by tabs that has blanks in their place: its cells are of the kinds of the row before it. */
function looseCells(text: string, { start, end }: Line, before: Row | undefined): Piece[] | undefined {
  const cells = split(text, start, end, blanks)
  const isLike = (piece: Piece, at: number) =>
    at === 0 || isValue(textOf(text, piece)) === isValue(textOf(text, before!.cells[at]!))
  const isRow = cells.length > 2 && cells.length === before?.cells.length && cells.every(isLike)
  return isRow && isValue(textOf(text, cells.at(-1)!)) ? cells : undefined
}

export const splitters: readonly Splitter[] = [byBars, byTabs, byGaps]

export function isMissing(text: string): boolean {
  return missing.test(text)
}

/** A figure or what stands for one. */
export function isValue(text: string): boolean {
  return isFigure(text) || isMissing(text)
}

export const textOf = (text: string, { start, end }: Piece) => text.slice(start, end)

/** Sentences and long texts are no cells. */
export function isShort(text: string, { cells }: Row): boolean {
  return cells.every((cell) => cell.end - cell.start <= longestCell && !/[。；！？]/.test(textOf(text, cell)))
}

/** A short word between a label and its figures: 卫生院 个 88 88. */
const unitWord = /^[（(]?[\u4e00-\u9fff%‰/]{1,4}[）)]?$/
const fewestBehindUnit = 2

/** Rows of a label and bare figures, a unit between them: their head has as many words, or one fewer. */
export function isPlainRow(text: string, { cells }: Row): boolean {
  const [first, second, ...others] = cells.map((cell) => textOf(text, cell))
  const isUnit = second !== undefined && unitWord.test(second) && others.length >= fewestBehindUnit
  return label.test(first!) && (isUnit || isValue(second!)) && others.every(isValue)
}

/** Rows that follow each other, with the place of the first one among the lines. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly first: number
}

/** Words alone in a line between rows: 流动资产：. Such lines part no table, but for the title of the next one. */
const bridge = /^[\u4e00-\u9fff（）()、：:]{2,24}(?<!表)$/
export const longestBridge = 2
/** Other short words stand between two rows with as many cells. */
const looseBridge = /^(?!单位|注)[^\t。；！？，,]{1,40}(?<!表)$/

/** A line as a row of one cell, where it may stand between the rows of a table. */
export function bridgeRow(text: string, line: Line): Row | undefined {
  const { start, end, boilerplate, stated } = line
  const isOpen = !boilerplate && !stated && bridge.test(text.slice(start, end))
  return isOpen ? { line, cells: [{ start, end }] } : undefined
}

function looseBridgeRow(text: string, line: Line): Row | undefined {
  const { start, end, boilerplate, stated } = line
  const words = text.slice(start, end)
  const isOpen = !boilerplate && !stated && looseBridge.test(words) && label.test(words)
  return isOpen ? { line, cells: [{ start, end }] } : undefined
}

/**
 * A line of nothing but figures, one fewer than the row before has cells, below a line of words: these are its label,
 * which stands in the middle beside two lines or more.
 */
function unlabelledRow(text: string, line: Line, before: Row | undefined, above: Row | undefined) {
  const cells = split(text, line.start, line.end, /[ \u3000\u00a0\t]+/g)
  if (before === undefined || above === undefined || cells.length !== before.cells.length - 1)
    return undefined
  const named = before.cells.findIndex((cell) => !isValue(textOf(text, cell)))
  if (named < 0 || !cells.every((cell) => isValue(textOf(text, cell)))) return undefined
  const name = { ...above.cells[0]!, line: above.line }
  return { line, cells: [...cells.slice(0, named), name, ...cells.slice(named)] }
}

/** Whether a row goes on with the rows before it. */
export type GoesOn = (rows: readonly Row[], row: Row) => boolean

/** Lines that nothing else has claimed, as rows, cut where one is no row; words that stand alone do not cut. */
export function runsOf(
  text: string,
  lines: readonly Line[],
  claimed: ReadonlySet<Line>,
  splitter: Splitter,
  goesOn: GoesOn,
): Rows[] {
  const runs: Rows[] = []
  let rows: Row[] = []
  let bridges: Row[] = []
  let isLoose = false
  let first = 0
  const close = () => {
    if (rows.length > 0) runs.push({ rows, first })
    rows = []
    bridges = []
    isLoose = false
  }
  for (const [index, line] of lines.entries()) {
    const { start, end, boilerplate, stated } = line
    const isOpen = !boilerplate && !stated && start < end && !claimed.has(line)
    // A drawn line parts no rows, whoever takes it for page furniture.
    if (splitter === byBars && ruled.test(text.slice(start, end))) continue
    const loose = splitter === byTabs ? looseCells : () => undefined
    const cells = isOpen ? (splitter(text, start, end) ?? loose(text, line, rows.at(-1))) : undefined
    const row = cells === undefined ? undefined : { line, cells }
    const last = rows.findLast((before) => before.cells.length > 1)
    if (splitter === byTabs && isOpen) {
      const unlabelled = unlabelledRow(text, line, last, bridges.at(-1))
      if (unlabelled !== undefined) {
        append(rows, bridges.slice(0, -1))
        rows.push(unlabelled)
        bridges = []
        isLoose = false
        continue
      }
    }
    if (row !== undefined && isShort(text, row) && goesOn([], row)) {
      if (rows.length > 0 && !goesOn(rows, row)) close()
      if (isLoose && row.cells.length !== last?.cells.length) close()
      if (rows.length === 0) first = index
      append(rows, bridges)
      rows.push(row)
      bridges = []
      isLoose = false
      continue
    }
    const isOwn = splitter === byTabs || splitter === byGaps
    const plain = rows.length > 0 && splitter !== byBars ? bridgeRow(text, line) : undefined
    const other = rows.length > 0 && isOwn && plain === undefined ? looseBridgeRow(text, line) : undefined
    if (other !== undefined) isLoose = true
    const lone = plain ?? other
    if (lone !== undefined && bridges.length < longestBridge) bridges.push(lone)
    else close()
  }
  close()
  return runs
}
