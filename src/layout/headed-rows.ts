/**
 * Tables of words and figures whose cells single blanks part, under a head with as many words: 检验项目 结果 单位. What no
 * other reading of lines takes, since words stand between the figures of their rows.
 * Invariant: only lines that nothing else has claimed, one below the other; linear time.
 */
import type { Line } from './lines.js'
import { isHeadWord } from './table-heads.js'
import { byBlanks, isShort, isValue, type Row, textOf } from './table-rows.js'

/** Rows below the head, and columns, that a table has at least. */
const fewestRows = 3
const fewestColumns = 3
/** Words of a head are short. */
const longestHead = 12
/** 11.8↑, 98*: a figure that its laboratory marked; 3.5-9.5: what is usual. */
const marked = /^[<>≤≥＜＞]?\d[\d,]*(?:\.\d+)?(?:[-~～–—]\d[\d,]*(?:\.\d+)?)?[↑↓*＊HL]?$/

/** What tells rows apart: words, or numbers of trains and models. */
const name = /[\u4e00-\u9fffA-Za-z]/

const isCellValue = (cell: string) => isValue(cell) || marked.test(cell)

function rowOf(text: string, line: Line, claimed: ReadonlySet<Line>): Row | undefined {
  if (line.boilerplate || line.stated || line.start === line.end || claimed.has(line)) return undefined
  const cells = byBlanks(text, line.start, line.end)
  const row = cells === undefined ? undefined : { line, cells }
  return row !== undefined && row.cells.length >= fewestColumns && isShort(text, row) ? row : undefined
}

const hasValue = (text: string, { cells }: Row) => cells.some((cell) => isCellValue(textOf(text, cell)))

function isHead(text: string, { cells }: Row): boolean {
  return cells.every((cell) => {
    const word = textOf(text, cell)
    return word.length <= longestHead && isHeadWord(word) && !isCellValue(word)
  })
}

/** Whether the rows have a column of labels at their beginning and a column of nothing but figures. */
function isTable(text: string, rows: readonly Row[]): boolean {
  const columns = rows[0]!.cells.map((_, at) => rows.map(({ cells }) => textOf(text, cells[at]!)))
  const isSerial = columns[0]!.every((cell, at) => Number(cell) === at + 1)
  const labels = columns[isSerial ? 1 : 0]!
  const isLabelled = labels.every((cell) => name.test(cell) && !isCellValue(cell))
  return isLabelled && columns.slice(isSerial ? 2 : 1).some((column) => column.every(isCellValue))
}

/** 合计 9100 840: what the rows add up to, with a figure for each of their columns and no other words. */
const total = /^(?:合|总|小|共)计$/

/** The row of totals below some rows, its figures under theirs; undefined where none stands there. */
function totalBelow(text: string, line: Line | undefined, rows: readonly Row[], claimed: ReadonlySet<Line>) {
  const row = line === undefined ? undefined : rowOf(text, line, claimed)
  if (row === undefined || !total.test(textOf(text, row.cells[0]!))) return undefined
  const [first, ...figures] = row.cells
  const isValued = (at: number) => at > 0 && rows.every(({ cells }) => isCellValue(textOf(text, cells[at]!)))
  const columns = rows[0]!.cells.flatMap((_, at) => (isValued(at) ? [at] : []))
  const isWhole = figures.every((cell) => isCellValue(textOf(text, cell)))
  if (figures.length !== columns.length || !isWhole) return undefined
  const blank = { start: row.line.start, end: row.line.start }
  const cells = rows[0]!.cells.map((_, at) => (at === 0 ? first! : (figures[columns.indexOf(at)] ?? blank)))
  return { ...row, cells }
}

/** The tables of words and figures among the lines, each with its head first. */
export function findHeadedRows(text: string, lines: readonly Line[], claimed: ReadonlySet<Line>): Row[][] {
  const tables: Row[][] = []
  for (let at = 0; at < lines.length; ) {
    const head = rowOf(text, lines[at]!, claimed)
    const rows: Row[] = []
    for (let next = at + 1; head !== undefined && isHead(text, head) && next < lines.length; next++) {
      const row = rowOf(text, lines[next]!, claimed)
      // Rows have figures and heads have none, so that no line is looked at below more than one head.
      if (row?.cells.length !== head.cells.length || !hasValue(text, row)) break
      rows.push(row)
    }
    if (head === undefined || rows.length < fewestRows || !isTable(text, rows)) {
      at++
      continue
    }
    const sum = totalBelow(text, lines[at + rows.length + 1], rows, claimed)
    tables.push([head, ...rows, ...(sum === undefined ? [] : [sum])])
    at += tables.at(-1)!.length
  }
  return tables
}
