/**
 * Lines of a text, and which of them belong to the hosting site: those that match a pattern of the table, that occur
 * twice, or that are page numbers.
 * Invariant: lines are sorted and cover everything but the line breaks.
 */
import type { Block, SourceDocument } from '../model/document.js'
import type { BoilerplateTable } from '../resources/boilerplate.js'
import { noticeStart } from './notices.js'

export interface Line {
  /**
   * Offsets without the line break and without white space at either end; equal for an empty line. A notice behind the
   * text of a line is a line of its own.
   */
  readonly start: number
  readonly end: number
  /** Counts from 1. */
  readonly number: number
  /** White space stands before the text. */
  readonly indented: boolean
  readonly boilerplate: boolean
  /** The format states what it is, so nothing is to be found out. */
  readonly stated: boolean
}

/** A shorter line may well stand twice. */
const shortestRepeat = 12

/** Fewer numbers in a row are no page numbers. */
const shortestNumbering = 3

/** Lines that hold a number alone, where those of the text count on by one: page numbers. */
function findPageNumbers(lines: readonly Line[], text: string): ReadonlySet<number> {
  const numbered = lines.filter(
    ({ start, end, stated }) => !stated && /^\d{1,4}$/.test(text.slice(start, Math.min(end, start + 5))),
  )
  const counts = numbered.map(({ start, end }) => Number(text.slice(start, end)))
  const isNumbering =
    counts.length >= shortestNumbering && counts.every((count, index) => count === counts[0]! + index)
  return new Set(isNumbering ? numbered.map(({ number }) => number) : [])
}

/**
 * Where in a line, trimmed, the notice begins. What the format states is taken as it is, but for a site's own headings,
 * such as those over its recommendations, and rows of a table that begin with one of its labels.
 */
function findNotice(text: string, line: string, block: Block | undefined, table: BoilerplateTable): number {
  if (block === undefined || block.kind === 'heading') return noticeStart(line, table)
  const first = text.slice(block.start, block.end)
  const isLabel = block.kind === 'table' && /[:：]$/.test(first)
  return isLabel && noticeStart(first, table) === 0 ? 0 : line.length
}

/** The lines of a text. Time is in proportion to its length. */
export function findLines(
  { text, stated }: Pick<SourceDocument, 'text' | 'stated'>,
  table: BoilerplateTable,
): Line[] {
  const lines: Line[] = []
  let previous = ''
  let start = 0
  let nextStated = 0
  for (let number = 1; start <= text.length; number++) {
    let next = text.indexOf('\n', start)
    if (next < 0) next = text.length
    const raw = text.slice(start, next)
    const line = raw.trim()
    const from = line === '' ? start : start + raw.indexOf(line[0]!)
    while (nextStated < stated.length && stated[nextStated]!.end <= start) nextStated++
    const block = stated[nextStated]
    const isStated = block !== undefined && block.start < next
    const isOpen = !isStated || block.kind === 'heading'
    const repeated = isOpen && line.length >= shortestRepeat && line === previous
    const end = from + line.length
    const notice =
      line === '' || repeated ? from : from + findNotice(text, line, isStated ? block : undefined, table)
    const common = { number, indented: from > start, stated: isStated }
    const body = line.slice(0, notice - from).trimEnd()
    // Of empty lines in a row the first one stands for all.
    const before = lines.at(-1)
    if (body !== '' || (line === '' && before?.start !== before?.end)) {
      lines.push({ ...common, start: from, end: from + body.length, boilerplate: false })
    }
    if (notice < end) lines.push({ ...common, start: notice, end, boilerplate: true })
    if (line !== '') previous = line
    start = next + 1
  }
  const pageNumbers = findPageNumbers(lines, text)
  if (pageNumbers.size === 0) return lines
  return lines.map((line) => (pageNumbers.has(line.number) ? { ...line, boilerplate: true } : line))
}
