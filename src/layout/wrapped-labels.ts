/**
 * Labels of tables in plain text that go on in a line of their own: 基本养老保险缴 446.11 446.11, and below it 费支出.
 * Words alone in a line are only taken for the rest of a label where nothing else can be meant, or where labels end at
 * the same width again and again.
 */
import type { Line } from './lines.js'
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

const lengthOf = ({ start, end }: Piece) => end - start
const isAlone = ({ cells }: Row) => cells.length === 1

/** A row with the line above it in front of its label. */
function completed(row: Row, label: Piece, opening: Row): Row {
  const rest = [{ ...label, line: row.line }, ...(label.rest ?? [])]
  const whole = { ...opening.cells[0]!, line: opening.line, rest }
  return { ...row, cells: row.cells.map((cell) => (cell === label ? whole : cell)) }
}

/** A row whose label goes on in the line below it. */
function continued(row: Row, label: Piece, { cells: [piece], line }: Row): Row {
  const rest = [...(label.rest ?? []), { ...piece!, line }]
  return { ...row, cells: row.cells.map((cell) => (cell === label ? { ...label, rest } : cell)) }
}

/**
 * The rows of a table, each label with the lines that go on with it. Where a page ends, a label that is as wide as any is
 * cut in two.
 */
export function joinLabels(
  text: string,
  rows: readonly Row[],
  isNewPage: (before: Line, next: Line) => boolean,
): readonly Row[] {
  const labelOf = (row: Row) => row.cells[labelAt(text, row)]
  const widthOf = (row: Row) => lengthOf(labelOf(row) ?? { start: 0, end: 0 })
  const longest = rows.reduce((most, row) => (isAlone(row) ? most : Math.max(most, widthOf(row))), 0)
  const isWide = (row: Row) => widthOf(row) >= longest - slack
  const followed = rows.filter(
    (row, at) => !isAlone(row) && rows[at + 1] !== undefined && isAlone(rows[at + 1]!),
  )
  const isWrapped = followed.length >= fewestWrapped && followed.every(isWide)
  const joined: Row[] = []
  /** The row that a row makes together with the one before it. */
  const togetherWith = (before: Row, row: Row): Row | undefined => {
    const label = labelOf(before)
    const own = isAlone(row) ? row.cells[0] : labelOf(row)
    if (label === undefined || own === undefined || opensList.test(textOf(text, own))) return undefined
    const isCut = isWide(before) && isNewPage(before.line, row.line)
    const isOpen = isOpened(textOf(text, label))
    if (isAlone(before)) return !isAlone(row) && (isOpen || isCut) ? completed(row, own, before) : undefined
    const goesOn = isWrapped || label.line !== undefined || lengthOf(own) === 1 || isOpen || isCut
    return isAlone(row) && goesOn ? continued(before, label, row) : undefined
  }
  for (const row of rows) {
    const before = joined.at(-1)
    const whole = before === undefined ? undefined : togetherWith(before, row)
    if (whole === undefined) joined.push(row)
    else joined[joined.length - 1] = whole
  }
  return joined
}
