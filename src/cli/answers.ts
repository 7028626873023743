/**
 * What a question was answered, as a table for reading, or as CSV, JSON or JSON Lines for programs. All but the table
 * are written row by row. Invariant: a value is written exactly as the database has it, but in the table, where one
 * line is one row, controls are signs, and what does not fit on a terminal is cut.
 */

import type { Answer, SqlValue } from '../dataset/sqlite/connection.js'
import { most } from '../model/lists.js'
import { byteOrderMark, csvLine } from '../writers/cells.js'
import { showInLine } from '../writers/controls.js'
import { clip, displayWidth, pad } from '../writers/width.js'

export const answerFormats = ['table', 'csv', 'json', 'jsonl'] as const
export type AnswerFormat = (typeof answerFormats)[number]

const figure = /^-?\d[\d.,]*(\/\d+)?$/
const gap = 2
/** Columns of a terminal below which no cell is cut. */
const narrowest = 8

function textOf(value: SqlValue): string {
  if (value === null) return ''
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}

/** Widths that fit: the widest columns give way first. */
function fitted(widths: readonly number[], available: number): number[] {
  const fitting = [...widths]
  let excess = widths.reduce((sum, width) => sum + width + gap, -gap) - available
  while (excess > 0) {
    const widest = most(fitting)
    if (widest <= narrowest) break
    const next = Math.max(narrowest, ...fitting.filter((width) => width < widest))
    const wide = fitting.flatMap((width, index) => (width === widest ? [index] : []))
    const less = Math.min(widest - next, Math.ceil(excess / wide.length))
    for (const index of wide) fitting[index]! -= less
    excess -= less * wide.length
  }
  return fitting
}

function* tableLines(
  { columns: names, rows }: Answer,
  available: number,
  style: (text: string) => string,
): Generator<string> {
  // A line is a row, so line breaks are blanks.
  const columns = names.map(showInLine)
  const cells = [...rows].map((row) =>
    row.map((value) => textOf(value).replaceAll(/\s+/g, ' ')).map(showInLine),
  )
  if (cells.length === 0) return
  const natural = columns.map((name, index) =>
    cells.reduce((width, row) => Math.max(width, displayWidth(row[index]!)), displayWidth(name)),
  )
  const widths = fitted(natural, available)
  const sides = columns.map((_, index) => {
    const filled = cells.map((row) => row[index]!).filter((cell) => cell !== '')
    return filled.length > 0 && filled.every((cell) => figure.test(cell)) ? 'left' : 'right'
  })
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(clip(cell, widths[index]!), widths[index]!, sides[index]))
      .join(' '.repeat(gap))
      .trimEnd()
  yield `${style(line(columns))}\n`
  for (const row of cells) yield `${line(row)}\n`
}

/** CSV as spreadsheets read it: the head is there even where there are no rows. */
function* csvLines({ columns, rows }: Answer): Generator<string> {
  yield byteOrderMark + csvLine(columns)
  for (const row of rows) yield csvLine(row.map(textOf))
}

function jsonObject(columns: readonly string[], row: readonly SqlValue[]): string {
  const members = columns.map((name, index) => {
    const value = row[index]!
    const isPlain = typeof value !== 'bigint' && !(value instanceof Uint8Array)
    return `${JSON.stringify(name)}:${JSON.stringify(isPlain ? value : textOf(value))}`
  })
  return `{${members.join(',')}}`
}

function* jsonLines({ columns, rows }: Answer): Generator<string> {
  for (const row of rows) yield `${jsonObject(columns, row)}\n`
}

function* jsonArray({ columns, rows }: Answer): Generator<string> {
  let opening = '['
  for (const row of rows) {
    yield `${opening}\n  ${jsonObject(columns, row)}`
    opening = ','
  }
  yield opening === '[' ? '[]\n' : '\n]\n'
}

export interface AnswerStyle {
  /** Columns that a table may take; infinite outside of terminals. */
  readonly width: number
  /** Sets off the head of a table. */
  head(text: string): string
}

/** Pieces of the output, to be written one after the other. */
export function answerText(answer: Answer, format: AnswerFormat, style: AnswerStyle): Iterable<string> {
  switch (format) {
    case 'table':
      return tableLines(answer, style.width, style.head)
    case 'csv':
      return csvLines(answer)
    case 'json':
      return jsonArray(answer)
    case 'jsonl':
      return jsonLines(answer)
  }
}
