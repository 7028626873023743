/**
 * Tables in plain text: runs of lines whose cells are parted by bars, tabs or gaps of blanks, or that hold a label and
 * several figures. A table is claimed only where at least three rows agree in their cells and figures stand under each
 * other beside labels, so that neither prose nor verses nor tables of contents are taken for one.
 * Invariant: cells are sorted and disjoint, and neither start nor end with white space. Linear time.
 */
import { displayWidth } from '../model/display-width.js'
import type { Block } from '../model/document.js'
import { append, least, most } from '../model/lists.js'
import { countFirst } from '../model/sorted.js'
import { spanOf } from '../model/span.js'
import { findHeadedRows } from './headed-rows.js'
import type { Line } from './lines.js'
import { withCodes, withFirstFigures, withSerials } from './row-openings.js'
import { isHeadWord } from './table-heads.js'
import { joinOverPages } from './table-pages.js'
import type { GoesOn, Piece, Row, Rows, Splitter } from './table-rows.js'
import {
  bridgeRow,
  byBars,
  byBlanks,
  byGaps,
  byTabs,
  isFigure,
  isPlainRow,
  isShort,
  isValue,
  joinSpread,
  label,
  longestBridge,
  period,
  runsOf,
  split,
  splitters,
  textOf,
} from './table-rows.js'
import { findStacks } from './table-stacks.js'
import { joinLabels } from './wrapped-labels.js'

/** Rows that have to agree. */
const fewestRows = 3
/** Of the rows with figures, so many have one in the same column, and a label. */
const leastShare = 0.6
/** What may stand before the label of a row: parts of a code, and where it has none, nothing. */
const code = /^\d{0,12}$/

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
    const texts = cells.map((cell) => textOf(text, cell))
    const named = texts.findIndex((cell) => label.test(cell) || period.test(cell))
    return named >= 0 && (named < 2 || texts.slice(0, named).every((cell) => code.test(cell)))
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

/** The rows of a table, from the top. */
type Run = readonly Row[]

/** A head of a table whose rows have so many cells. */
function shifted(row: Row, count: number): Row {
  return row.cells.length === count - 1 ? { ...row, shift: 1 } : row
}

/**
 * The head in front of the first row, which blanks may part where tabs part the rows: as many words as there are
 * columns, or words over all but the first. Words that stand alone may come between.
 */
function headBefore(text: string, lines: readonly Line[], first: number, count: number): Row[] {
  const between: Row[] = []
  for (let at = first - 1; at >= 0 && between.length <= longestBridge; at--) {
    const line = lines[at]!
    if (line.boilerplate || line.stated || line.start === line.end) return []
    const cells = joinSpread(text, split(text, line.start, line.end, /[ \u3000\u00a0\t]+/g))
    const isHead = count > 2 && cells.length > 1 && (cells.length === count || cells.length === count - 1)
    if (isHead) {
      const isOver = cells.every((cell) => isHeadWord(textOf(text, cell))) && isShort(text, { line, cells })
      return isOver ? [shifted({ line, cells }, count), ...between] : []
    }
    const lone = bridgeRow(text, line)
    if (lone === undefined) return []
    between.unshift(lone)
  }
  return []
}

function withHead(text: string, lines: readonly Line[], { rows, first }: Rows, count: number): Run {
  return [...headBefore(text, lines, first, count), ...rows]
}

/** Rows of one table that nothing parts but a second head. */
function joinOverHeads(text: string, lines: readonly Line[], runs: readonly Rows[]): Rows[] {
  const joined: { rows: Row[]; first: number }[] = []
  const widthOf = (rows: readonly Row[]) => rows.find(({ cells }) => cells.length > 1)!.cells.length
  for (const { rows, first } of runs) {
    const before = joined.at(-1)
    const count = widthOf(rows)
    const head = headBefore(text, lines, first, count)
    const last = before?.rows.at(-1)?.line
    const isNext = head.length > 0 && lines[first - head.length - 1] === last
    if (before !== undefined && isNext && widthOf(before.rows) === count)
      append(before.rows, [...head, ...rows])
    else joined.push({ rows: [...rows], first })
  }
  return joined
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

/** From where to where each cell of a row reaches in its line, in half characters. */
function reachOf(text: string, { cells }: Row): { readonly from: number; readonly to: number }[] {
  return cells.map(({ start, end }) => {
    const from = displayWidth(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))
    return { from, to: from + displayWidth(text.slice(start, end)) }
  })
}

/** From where to where the cells of each column reach; undefined where columns overlap. */
function columnReaches(text: string, full: readonly Row[]) {
  const reaches = full.map((row) => reachOf(text, row))
  const columns = (reaches[0] ?? []).map((_, at) => ({
    from: least(reaches.map((row) => row[at]!.from)),
    to: most(reaches.map((row) => row[at]!.to)),
  }))
  return columns.some(({ from }, at) => at > 0 && from < columns[at - 1]!.to) ? undefined : columns
}

/** Places a row that lacks cells by what its cells stand under; undefined where that leaves a doubt. */
function underColumns(text: string, row: Row, columns: ReturnType<typeof columnReaches>): Row | undefined {
  if (columns === undefined) return undefined
  const places = reachOf(text, row).map(({ from, to }) => {
    const under = columns.flatMap((column, at) => (from < column.to && column.from < to ? [at] : []))
    return under.length === 1 ? under[0]! : -1
  })
  if (places.some((place, at) => place < 0 || (at > 0 && place <= places[at - 1]!))) return undefined
  const blank = { start: row.line.start, end: row.line.start }
  return { ...row, cells: columns.map((_, at) => row.cells[places.indexOf(at)] ?? blank) }
}

/** A table of nothing but figures, as tabs and bars part them: nobody knows what they are of, but they are one. */
function isBareGrid(text: string, rows: readonly Row[]): boolean {
  const [first, ...others] = rows
  if (others.length < fewestRows - 1 || first!.cells.length < fewestRows) return false
  const isValueOrBlank = (cell: Piece) => cell.start === cell.end || isValue(textOf(text, cell))
  return rows.every(({ cells }) => cells.length === first!.cells.length && cells.every(isValueOrBlank))
}

/**
 * The rows of a run that are a table; undefined where they make none. A row with fewer cells is one of them only where
 * it is plain which ones it lacks.
 */
function tableOf(text: string, lines: readonly Line[], run: Rows, splitter: Splitter): Run | undefined {
  const joined = splitter === byBars ? run.rows : joinLabels(text, run.rows, () => false)
  const rows = splitter === byTabs ? withCodes(text, withSerials(text, joined)) : joined
  const several = rows.filter(({ cells }) => cells.length > 1)
  const count = commonCount(several)
  if (splitter !== byGaps && isBareGrid(text, rows)) return rows
  if (!isTable(text, several, count)) return undefined
  const hasFigure = ({ cells }: Row) => cells.some((cell) => isFigure(textOf(text, cell)))
  // A head with other columns than the rows stands over none of them.
  const fits = (row: Row) => row.cells.length === count || (row.cells.length > 1 && hasFigure(row))
  const full = rows.findIndex(fits)
  const isFirst = full === 0
  // Right above the full rows a head may have one cell fewer.
  const from =
    splitter === byGaps && !isFirst && shifted(rows[full - 1]!, count).shift === 1 ? full - 1 : full
  const own = rows.slice(from, rows.findLastIndex(fits) + 1)
  const isValueAt = valueColumns(text, own, count)
  const isFull = ({ cells }: Row) => cells.length === count
  const reaches = splitter === byGaps ? columnReaches(text, own.filter(isFull)) : undefined
  const placed = own.flatMap((row, at) => {
    const isPlaced = row.cells.length === count || row.cells.length === 1 || (at === 0 && !fits(row))
    if (isPlaced || splitter === byBars) return [row]
    return moveRight(text, row, isValueAt) ?? underColumns(text, row, reaches) ?? []
  })
  if (isFirst) return withHead(text, lines, { rows: placed, first: run.first }, count)
  if (splitter === byTabs) {
    const first = lines.indexOf(own[0]!.line, run.first)
    return withHead(text, lines, { rows: placed, first }, count)
  }
  const [top, ...others] = placed
  return splitter === byGaps && top === own[0] ? [shifted(top!, count), ...others] : placed
}

/**
 * A row that lacks its last cells: only where these are ones of per cent and its own are not, so that no other can be
 * meant.
 */
function withoutLast(text: string, row: Row, full: Row): Row | undefined {
  const isRate = (piece: Piece) => /[%‰]$/.test(textOf(text, piece))
  const missing = full.cells.slice(row.cells.length)
  const isSure =
    missing.every(isRate) && row.cells.every((cell, at) => isRate(cell) === isRate(full.cells[at]!))
  const blank = { start: row.line.start, end: row.line.start }
  return isSure ? { ...row, cells: [...row.cells, ...missing.map(() => blank)] } : undefined
}

/** Rows of a label and bare figures, with the head in front of them. */
function plainTableOf(text: string, lines: readonly Line[], run: Rows): Run | undefined {
  const all = withFirstFigures(text, run.rows)
  const several = all.filter(({ cells }) => cells.length > 1)
  const count = commonCount(several)
  const full = several.filter(({ cells }) => cells.length === count)
  if (full.length < fewestRows) return undefined
  const rows = all.flatMap((row) => {
    if (row.cells.length === 1 || row.cells.length === count || row.shift !== undefined) return [row]
    return row.cells.length > count ? [] : (withoutLast(text, row, full[0]!) ?? [])
  })
  return withHead(text, lines, { ...run, rows }, count)
}

/** A cell that goes on in other lines is a block in each. */
function cellsOf(run: Run, table: number): Block[] {
  return run.flatMap((row, at) =>
    row.cells.flatMap((cell, column): Block[] => {
      const place = { row: at, column: column + (row.shift ?? 0), rowSpan: 1, columnSpan: 1 }
      return [cell, ...(cell.rest ?? [])].flatMap(({ start, end, line = row.line }): Block[] => {
        if (start === end) return []
        const location = { page: null, line: line.number, cell: { table, ...place } }
        return [{ kind: 'table', level: 0, label: null, at: location, ...spanOf<'source'>(start, end) }]
      })
    }),
  )
}

/** A line that is printed again above a part of a table. */
function repeatedBlock({ start, end, number }: Line): Block {
  const location = { page: null, line: number, cell: null }
  return { kind: 'boilerplate', level: 0, label: null, at: location, ...spanOf<'source'>(start, end) }
}

/**
 * The cells of the tables of a text, as sorted blocks, with lines that are printed again on later pages; `first` is the
 * number of its first table.
 */
export function findTables(
  text: string,
  lines: readonly Line[],
  first: number,
  pageStarts: readonly number[],
): Block[] {
  const pageOf = ({ start }: Line) => countFirst(pageStarts.length, (at) => pageStarts[at]! <= start)
  const isNewPage = (before: Line, next: Line) => pageOf(before) < pageOf(next)
  const claimed = new Set<Line>()
  const tables: Run[] = []
  const claim = (run: Run | undefined) => {
    if (run === undefined) return
    tables.push(run)
    for (const { line, cells } of run) {
      claimed.add(line)
      for (const { line: own, rest = [] } of cells)
        for (const other of [own, ...rest.map((piece) => piece.line)])
          if (other !== undefined) claimed.add(other)
    }
  }
  for (const splitter of splitters) {
    for (const run of runsOf(text, lines, claimed, splitter, () => true))
      claim(tableOf(text, lines, run, splitter))
  }
  const isPlain: GoesOn = (rows, row) => {
    const before = rows.findLast(({ cells }) => cells.length > 1)
    // A row may lack its last cell, and the next one has it again.
    return (
      isPlainRow(text, row) && (before === undefined || Math.abs(before.cells.length - row.cells.length) <= 1)
    )
  }
  const plain = joinOverHeads(text, lines, runsOf(text, lines, claimed, byBlanks, isPlain))
  for (const run of plain) claim(plainTableOf(text, lines, run))
  for (const rows of findHeadedRows(text, lines, claimed)) claim(rows)
  for (const rows of findStacks(text, lines, claimed)) {
    const [head, ...others] = rows
    tables.push([shifted(head!, others[0]!.cells.length), ...others])
  }
  tables.sort((one, two) => one[0]!.line.start - two[0]!.line.start)
  const paged = joinOverPages(text, lines, tables, isNewPage)
  const cells = paged.tables.flatMap((run, at) => cellsOf(joinLabels(text, run, isNewPage), first + at))
  return [...cells, ...[...paged.repeated].map(repeatedBlock)].sort((one, two) => one.start - two.start)
}
