/**
 * Tables in plain text: runs of lines whose cells are parted by bars, tabs or gaps of blanks, or that hold a label and
 * several figures. A table is claimed only where at least three rows agree in their cells and figures stand under each
 * other beside labels, so that neither prose nor verses nor tables of contents are taken for one.
 * Invariant: cells are sorted and disjoint, and neither start nor end with white space. Linear time.
 */
import type { Block } from '../model/document.js'
import { spanOf } from '../model/span.js'
import type { Line } from './lines.js'

interface Piece {
  readonly start: number
  readonly end: number
}

/** A line as a row: its cells in order, blank ones as empty pieces. */
interface Row {
  readonly line: Line
  readonly cells: readonly Piece[]
}

/** How the cells of a line are told from each other; undefined where the line is no row of that kind. */
type Splitter = (text: string, start: number, end: number) => Piece[] | undefined

/** Cells hold little text. */
const longestCell = 40
/** Rows that have to agree. */
const fewestRows = 3
/** Of the rows with figures, so many have one in the same column, and a label. */
const leastShare = 0.6

const figure = /^[(-]?[-+−－]?\d[\d,，]*(?:\.\d+)?[%‰）)]?$/
const figureWithUnit = /^[-+−－]?\d[\d,，]*(?:\.\d+)?[\u4e00-\u9fff%‰]{1,4}$/
const period = /^(?:(?:19|20)\d\d年?|\d{1,2}月|[12]?\d?-?\d{1,2}月(?:累计)?|(?:19|20)\d\d年\d{1,2}月)$/
const missing = /^(?:[-—–─－]+|…+|\/)$/
const label = /[\u4e00-\u9fff]/

function isFigure(text: string): boolean {
  return figure.test(text) || (figureWithUnit.test(text) && !period.test(text))
}

function trimmed(text: string, start: number, end: number): Piece {
  const printed = text.slice(start, end)
  const content = printed.trim()
  const from = start + (content === '' ? 0 : printed.indexOf(content))
  return { start: from, end: from + content.length }
}

/** Cells between separators. */
function split(text: string, start: number, end: number, separators: RegExp): Piece[] {
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

const byBars: Splitter = (text, start, end) => {
  const cells = split(text, start, end, bars)
  if (cells.length < 3) return undefined
  // Bars at both ends of a line part nothing.
  const isBlank = (piece: Piece | undefined) => piece !== undefined && piece.start === piece.end
  const from = isBlank(cells[0]) ? 1 : 0
  const inner = cells.slice(from, isBlank(cells.at(-1)) ? -1 : undefined)
  return inner.length < 2 ? undefined : inner
}

/** The whole line counts: a tab at its start or end has a blank cell beside it. */
const byTabs: Splitter = (text, start, end) => {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const cells = split(text, lineStart, lineEnd < 0 ? text.length : lineEnd, /\t/g)
  return cells.length < 2 ? undefined : cells
}

const byGaps: Splitter = (text, start, end) => {
  const cells = split(text, start, end, /[ \u3000\u00a0]{2,}/g)
  return cells.length < 2 ? undefined : cells
}

/** 城关小学 12 345: a label, and at least two figures behind it; of a head, the words. */
const byBlanks: Splitter = (text, start, end) => {
  const cells = split(text, start, end, /[ \u3000\u00a0]+/g)
  return cells.length < 3 ? undefined : cells
}

const splitters: readonly Splitter[] = [byBars, byTabs, byGaps]

/** A figure or what stands for one. */
function isValue(text: string): boolean {
  return isFigure(text) || missing.test(text)
}

const textOf = (text: string, { start, end }: Piece) => text.slice(start, end)

/** Sentences and long texts are no cells. */
function isShort(text: string, { cells }: Row): boolean {
  return cells.every((cell) => cell.end - cell.start <= longestCell && !/[。；！？]/.test(textOf(text, cell)))
}

/** The number of cells that most rows have. */
function commonCount(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = 0
  for (const [count, times] of counts) {
    if (times > (counts.get(best) ?? 0) || (times === counts.get(best) && count > best)) best = count
  }
  return best
}

/** Entries of a table of contents: one number behind each text, and it only rises. */
function isContents(text: string, rows: readonly Row[]): boolean {
  const numbers = rows.map(({ cells }) => textOf(text, cells.at(-1)!))
  const isPage = numbers.every((number) => /^\d{1,4}$/.test(number))
  return isPage && numbers.every((number, at) => at === 0 || Number(number) >= Number(numbers[at - 1]))
}

/** Whether the rows that have as many cells as most are those of a table. */
function isTable(text: string, rows: readonly Row[], count: number): boolean {
  const full = rows.filter(({ cells }) => cells.length === count)
  if (full.length < fewestRows || count < 2) return false
  const withFigures = full.filter(({ cells }) => cells.slice(1).some((cell) => isFigure(textOf(text, cell))))
  if (withFigures.length < 2) return false
  const labelled = withFigures.filter(({ cells }) => {
    return cells.slice(0, 2).some((cell) => label.test(textOf(text, cell)) || period.test(textOf(text, cell)))
  })
  if (labelled.length < withFigures.length * leastShare) return false
  const columns = Array.from({ length: count - 1 }, (_, at) => at + 1)
  const aligned = columns.filter((column) => {
    const values = withFigures.filter(({ cells }) => isValue(textOf(text, cells[column]!)))
    return values.length >= Math.max(2, withFigures.length * leastShare)
  })
  if (aligned.length === 0) return false
  return count > 2 || (!isContents(text, withFigures) && full.length > withFigures.length)
}

/** Rows of a label and bare figures: their head has as many words, or one fewer. */
function isPlainRow(text: string, { cells }: Row): boolean {
  const [first, ...others] = cells.map((cell) => textOf(text, cell))
  return label.test(first!) && others.every(isValue)
}

interface Run {
  readonly rows: readonly Row[]
  /** Columns before the first cell of the first row: a head may lack the cell above the labels. */
  readonly shift: number
}

/** Rows that follow each other, with the place of the first one among the lines. */
interface Rows {
  readonly rows: readonly Row[]
  readonly first: number
}

function shiftOf({ cells }: Row, count: number): number {
  return cells.length === count - 1 ? 1 : 0
}

/** Words alone in a line between rows: 流动资产：. Such lines part no table, but for the title of the next one. */
const bridge = /^[\u4e00-\u9fff（）()、：:]{2,24}(?<!表)$/
const longestBridge = 2

/** A line as a row of one cell, where it may stand between the rows of a table. */
function bridgeRow(text: string, line: Line): Row | undefined {
  const { start, end, boilerplate, stated } = line
  const isOpen = !boilerplate && !stated && bridge.test(text.slice(start, end))
  return isOpen ? { line, cells: [{ start, end }] } : undefined
}

/**
 * The head in front of the first row, which blanks may part where tabs part the rows: as many words as there are
 * columns, or years over all but the first. Words that stand alone may come between.
 */
function headBefore(text: string, lines: readonly Line[], first: number, count: number): Row[] {
  const between: Row[] = []
  for (let at = first - 1; at >= 0 && between.length <= longestBridge; at--) {
    const line = lines[at]!
    if (line.boilerplate || line.stated || line.start === line.end) return []
    const cells = split(text, line.start, line.end, /[ \u3000\u00a0\t]+/g)
    const isWord = (cell: Piece) => {
      const words = textOf(text, cell)
      return period.test(words) || (label.test(words) && !/\d/.test(words))
    }
    const isYears = cells.length === count - 1 && cells.every((cell) => period.test(textOf(text, cell)))
    const isHead = count > 2 && cells.length > 1 && (cells.length === count || isYears)
    if (isHead)
      return cells.every(isWord) && isShort(text, { line, cells }) ? [{ line, cells }, ...between] : []
    const lone = bridgeRow(text, line)
    if (lone === undefined) return []
    between.unshift(lone)
  }
  return []
}

function withHead(text: string, lines: readonly Line[], { rows, first }: Rows, count: number): Run {
  const head = headBefore(text, lines, first, count)
  return { rows: [...head, ...rows], shift: head.length > 0 ? shiftOf(head[0]!, count) : 0 }
}

/** Whether most of the full rows have a figure in a column, for each column. */
function valueColumns(text: string, rows: readonly Row[], count: number): boolean[] {
  const full = rows.filter(({ cells }) => cells.length === count)
  return Array.from({ length: count }, (_, column) => {
    return full.filter(({ cells }) => isValue(textOf(text, cells[column]!))).length * 2 > full.length
  })
}

/**
 * A row that lacks its first cells, moved under the columns of its kind; undefined where it may lack others, so that
 * nobody knows under which head its figures stand.
 */
function moveRight(text: string, { line, cells }: Row, isValueAt: readonly boolean[]): Row | undefined {
  const missing = isValueAt.length - cells.length
  if (missing <= 0) return undefined
  const matches = (shift: number) =>
    cells.filter((cell, at) => isValue(textOf(text, cell)) === isValueAt[at + shift]).length
  const isSure = matches(missing) === cells.length && matches(0) < cells.length
  const blank = { start: line.start, end: line.start }
  return isSure ? { line, cells: [...Array.from({ length: missing }, () => blank), ...cells] } : undefined
}

/**
 * The rows of a run that are a table; undefined where they make none. A row with fewer cells is one of them only where
 * it is plain which ones it lacks.
 */
function tableOf(text: string, lines: readonly Line[], run: Rows, splitter: Splitter): Run | undefined {
  const { rows } = run
  const several = rows.filter(({ cells }) => cells.length > 1)
  const count = commonCount(several)
  if (!isTable(text, several, count)) return undefined
  const hasFigure = ({ cells }: Row) => cells.some((cell) => isFigure(textOf(text, cell)))
  // A head with other columns than the rows stands over none of them.
  const fits = (row: Row) => row.cells.length === count || (row.cells.length > 1 && hasFigure(row))
  const full = rows.findIndex(fits)
  const isFirst = full === 0
  // Right above the full rows a head may have one cell fewer.
  const from = splitter === byGaps && !isFirst && shiftOf(rows[full - 1]!, count) > 0 ? full - 1 : full
  const own = rows.slice(from, rows.findLastIndex(fits) + 1)
  const isValueAt = valueColumns(text, own, count)
  const placed = own.flatMap((row, at) => {
    const isPlaced = row.cells.length === count || row.cells.length === 1 || (at === 0 && !fits(row))
    return isPlaced || splitter === byBars ? [row] : (moveRight(text, row, isValueAt) ?? [])
  })
  if (isFirst) return withHead(text, lines, { rows: placed, first: run.first }, count)
  return { rows: placed, shift: splitter === byGaps ? shiftOf(own[0]!, count) : 0 }
}

/** Rows of a label and bare figures, with the head in front of them. */
function plainTableOf(text: string, lines: readonly Line[], run: Rows): Run | undefined {
  const full = run.rows.filter(({ cells }) => cells.length > 1)
  return full.length < fewestRows ? undefined : withHead(text, lines, run, full[0]!.cells.length)
}

function cellsOf({ rows, shift }: Run, table: number): Block[] {
  return rows.flatMap((row, at) =>
    row.cells.flatMap(({ start, end }, column): Block[] => {
      if (start === end) return []
      const place = { row: at, column: column + (at === 0 ? shift : 0), rowSpan: 1, columnSpan: 1 }
      const location = { page: null, line: row.line.number, cell: { table, ...place } }
      return [{ kind: 'table', level: 0, label: null, at: location, ...spanOf<'source'>(start, end) }]
    }),
  )
}

/** Whether a row goes on with the rows before it. */
type GoesOn = (rows: readonly Row[], row: Row) => boolean

/** Lines that nothing else has claimed, as rows, cut where one is no row; words that stand alone do not cut. */
function runsOf(
  text: string,
  lines: readonly Line[],
  claimed: ReadonlySet<Line>,
  splitter: Splitter,
  goesOn: GoesOn,
): Rows[] {
  const runs: Rows[] = []
  let rows: Row[] = []
  let bridges: Row[] = []
  let first = 0
  const close = () => {
    if (rows.length > 0) runs.push({ rows, first })
    rows = []
    bridges = []
  }
  for (const [index, line] of lines.entries()) {
    const { start, end, boilerplate, stated } = line
    const isOpen = !boilerplate && !stated && start < end && !claimed.has(line)
    // A drawn line parts no rows, whoever takes it for page furniture.
    if (splitter === byBars && ruled.test(text.slice(start, end))) continue
    const cells = isOpen ? splitter(text, start, end) : undefined
    const row = cells === undefined ? undefined : { line, cells }
    if (row !== undefined && isShort(text, row) && goesOn([], row)) {
      if (rows.length > 0 && !goesOn(rows, row)) close()
      if (rows.length === 0) first = index
      rows.push(...bridges, row)
      bridges = []
      continue
    }
    const lone = rows.length > 0 && splitter !== byBars ? bridgeRow(text, line) : undefined
    if (lone !== undefined && bridges.length < longestBridge) bridges.push(lone)
    else close()
  }
  close()
  return runs
}

/** The cells of the tables of a text, as sorted blocks; `first` is the number of its first table. */
export function findTables(text: string, lines: readonly Line[], first: number): Block[] {
  const claimed = new Set<Line>()
  const tables: Run[] = []
  const claim = (run: Run | undefined) => {
    if (run === undefined) return
    tables.push(run)
    for (const { line } of run.rows) claimed.add(line)
  }
  for (const splitter of splitters) {
    for (const run of runsOf(text, lines, claimed, splitter, () => true))
      claim(tableOf(text, lines, run, splitter))
  }
  const isPlain: GoesOn = ([before], row) =>
    isPlainRow(text, row) && (before === undefined || before.cells.length === row.cells.length)
  for (const run of runsOf(text, lines, claimed, byBlanks, isPlain)) claim(plainTableOf(text, lines, run))
  tables.sort((one, two) => one.rows[0]!.line.start - two.rows[0]!.line.start)
  return tables.flatMap((run, at) => cellsOf(run, first + at))
}
