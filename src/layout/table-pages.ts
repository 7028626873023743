/**
 * Tables of plain text that go on over the end of a page, or under a caption that says so: their parts are one table, and
 * what is printed again above a part is set aside.
 * Linear in the lines.
 */
import { most } from '../model/lists.js'
import type { Line } from './lines.js'
import { isFigure, period, type Row, textOf } from './table-rows.js'

type Run = readonly Row[]
/** Whether a page ends between two lines. */
type PageTest = (before: Line, next: Line) => boolean

/** 续表, 续表2 各业产值, （接上表）, 表2（续）. */
const caption =
  /^(?:[（(]?[接续]上?[页表][\d—–-]{0,9}[）)]?(?:\s.{0,40})?|.{1,40}[（(](?:接上[页表]|续表?\d{0,2})[）)])$/
const unitNote = /^[（(]?(?:计量|货币|金额)?单\s?位\s?[:：]/
const notes = /[（(]?(?:计量|货币|金额)?单\s?位\s?[:：]\s?[^\s）)]{1,20}[）)]?/g
/** Lines between two parts, and above a table, where its title stands. */
const mostBetween = 6

/** What the rows of a head say, but for its unit and blanks. */
const keyOf = (text: string, { cells }: Row) =>
  cells.map((cell) => textOf(text, cell).replace(notes, '').replace(/\s/g, '')).join('\t')

function headOf(text: string, run: Run): Run {
  const isBody = ({ cells }: Row) =>
    cells.slice(1).some((cell) => isFigure(textOf(text, cell)) && !period.test(textOf(text, cell)))
  return run.slice(0, Math.max(0, run.findIndex(isBody)))
}

/** How many rows at a place are the last ones of a head, printed again. */
function againAt(rows: readonly string[], at: number, head: readonly string[]): number {
  for (let from = 0; from < head.length; from++) {
    const own = head.slice(from)
    if (own.every((key, index) => rows[at + index] === key)) return own.length
  }
  return 0
}

/** The rows of a table without captions among them and heads printed again; what is left out goes to `repeated`. */
function withoutRepeats(text: string, run: Run, isNewPage: PageTest, repeated: Set<Line>): Run {
  const keys = run.map((row) => keyOf(text, row))
  const head = headOf(text, run).map((row) => keyOf(text, row))
  const isCaption = ({ cells }: Row) => cells.length === 1 && caption.test(textOf(text, cells[0]!))
  const kept: Row[] = []
  for (let at = 0; at < run.length; ) {
    const row = run[at]!
    const captions = at >= head.length && isCaption(row) ? 1 : 0
    const isAgain = captions > 0 || (at > 0 && isNewPage(run[at - 1]!.line, row.line))
    const left = captions + (isAgain ? againAt(keys, at + captions, head) : 0)
    if (left === 0) kept.push(row)
    for (const { line } of run.slice(at, at + left)) repeated.add(line)
    at += Math.max(1, left)
  }
  return kept
}

const widthOf = (run: Run) => most(run.map(({ cells, shift = 0 }) => cells.length + shift))

/** The tables of a text in order, each with its parts on other pages. */
export function joinOverPages(
  text: string,
  lines: readonly Line[],
  tables: readonly Run[],
  isNewPage: PageTest,
): { readonly tables: Run[]; readonly repeated: ReadonlySet<Line> } {
  const places = new Map(lines.map((line, at) => [line, at]))
  const repeated = new Set<Line>()
  const joined: Run[] = []
  const lineText = ({ start, end }: Line) => text.slice(start, end)
  const isPrintedAbove = (run: Run, line: Line) => {
    const first = places.get(run[0]!.line)!
    return lines
      .slice(Math.max(0, first - mostBetween), first)
      .some((other) => lineText(other) === lineText(line))
  }
  /** The rows of a part that are new, where it goes on with a table. */
  const restOf = (before: Run, part: Run): Run | undefined => {
    const last = before.at(-1)!.line
    const next = part[0]!.line
    const between = lines.slice(places.get(last)! + 1, places.get(next)!)
    if (between.length > mostBetween || widthOf(before) !== widthOf(part)) return undefined
    const printed = between.filter(({ start, end }) => start < end)
    const captions = printed.filter((line) => caption.test(lineText(line)))
    const isAgain = (line: Line) =>
      captions.includes(line) || unitNote.test(lineText(line)) || isPrintedAbove(before, line)
    if ((captions.length === 0 && !isNewPage(last, next)) || !printed.every(isAgain)) return undefined
    const head = headOf(text, part).map((row) => keyOf(text, row))
    const own = headOf(text, before).map((row) => keyOf(text, row))
    const again = againAt(head, 0, own)
    if (again < head.length) return undefined
    for (const line of [...printed, ...part.slice(0, again).map((row) => row.line)]) repeated.add(line)
    return part.slice(again)
  }
  for (const run of tables) {
    const before = joined.at(-1)
    const rest = before === undefined ? undefined : restOf(before, run)
    if (rest === undefined) joined.push(run)
    else joined[joined.length - 1] = [...before!, ...rest]
  }
  return { tables: joined.map((run) => withoutRepeats(text, run, isNewPage, repeated)), repeated }
}
