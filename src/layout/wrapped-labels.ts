/**
 * Labels of tables in plain text that go on in a line of their own: 基本养老保险缴 446.11 446.11, and below it 费支出.
 * Words alone in a line are only taken for the rest of a label where nothing else can be meant, or where labels end at
 * the same width again and again.
 */
import { type Piece, type Row, textOf } from './table-rows.js'

/** So many labels that end at the same width show where their column ends; they are no more than so much shorter. */
const fewestWrapped = 2
const slack = 1

const words = /[\u4e00-\u9fff]/
const opensList = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|其中|[加减]：)|[：:]$/

function labelAt(text: string, { cells }: Row): number {
  return cells.findIndex((cell) => words.test(textOf(text, cell)))
}

const isOpened = (label: string) => /[（(][^（()）]*$/.test(label)

/** The rows of a table, each label with the lines that go on with it. */
export function joinLabels(text: string, rows: readonly Row[]): readonly Row[] {
  const labelOf = (row: Row) => {
    const at = labelAt(text, row)
    return at < 0 ? undefined : row.cells[at]!
  }
  const lengthOf = ({ start, end }: Piece) => end - start
  const full = rows.filter(({ cells }) => cells.length > 1)
  const longest = full.reduce(
    (most, row) => Math.max(most, lengthOf(labelOf(row) ?? { start: 0, end: 0 })),
    0,
  )
  const isAlone = (row: Row | undefined) => row !== undefined && row.cells.length === 1
  const followed = rows.filter((row, at) => row.cells.length > 1 && isAlone(rows[at + 1]))
  const isWide = (row: Row) => lengthOf(labelOf(row) ?? { start: 0, end: 0 }) >= longest - slack
  const isWrapped = followed.length >= fewestWrapped && followed.every(isWide)
  const joined: Row[] = []
  for (const row of rows) {
    const before = joined.at(-1)
    const label = before === undefined || isAlone(before) ? undefined : labelOf(before)
    const piece = row.cells[0]!
    const own = textOf(text, piece)
    const goesOn =
      label !== undefined &&
      isAlone(row) &&
      !opensList.test(own) &&
      (isWrapped || label.line !== undefined || own.length === 1 || isOpened(textOf(text, label)))
    if (!goesOn) {
      joined.push(row)
      continue
    }
    const rest = [...(label.rest ?? []), { ...piece, line: row.line }]
    const cells = before!.cells.map((cell) => (cell === label ? { ...label, rest } : cell))
    joined[joined.length - 1] = { ...before!, cells }
  }
  return joined
}
