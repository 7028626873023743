/**
 * Points and commas in the figures of a scan, which are misread most: what stands around a figure tells how it is printed.
 * Those of a column have one form, and a text that groups its thousands groups all of them.
 */
import type { ExtractedDocument } from '../model/document.js'
import type { Fact } from '../model/fact.js'
import type { Rival } from '../model/recognition.js'
import type { Table } from '../model/table.js'
import type { CheckDraft } from './contract.js'

/** What is told of a figure that may have been misread. */
export type Doubt = Pick<CheckDraft, 'severity' | 'code' | 'expression' | 'facts' | 'parameters'>

const sign = /^[+\-−－]/
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const decimals = /^\d+\.(\d+)$/
/** A figure with a point that may have been a comma. */
const withPoint = /^[1-9]\d{0,2}\.\d{3}$/
/** Units in which figures of thousands are not usual, and three decimals are. */
const largeUnit = /^(?:[万亿]|[%‰])/
/** Characters of a figure on either side of a place that are looked at. */
const longest = 24
/** So many others show how figures are printed. */
const fewestAlike = 2

/** Whether a point or comma stands between digits. */
export function isSeparator(text: string, at: number): boolean {
  return /^\d[.,，．]\d/.test(text.slice(Math.max(0, at - 1), at + 2))
}

/** Figures as they are written, with the signs of either width as their narrow ones. */
const written = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/
const beforeFigure = /(?<![\d.,，．])[\d.,，．]+$/
const ofFigure = /^[\d.,，．]*/
const narrow = (text: string) => text.replace(/，/g, ',').replace(/．/g, '.')

/**
 * Whether only one of point and comma can stand at a place: 58.44 and 12,486,371.52 would be no figures with the other
 * one, while 58,701 and 58.701 are both.
 */
export function isToldByForm(text: string, at: number, rivals: readonly Rival[]): boolean {
  if (!rivals.every(({ text: rival }) => /^[.,，．]$/.test(rival))) return false
  const before = narrow(beforeFigure.exec(text.slice(Math.max(0, at - longest), at))?.[0] ?? '')
  const [read, ...behind] = narrow(ofFigure.exec(text.slice(at, at + longest))?.[0] ?? '')
  const other = read === '.' ? ',' : '.'
  const withSign = (sign: string) => before + sign + behind.join('').replace(/[.,]$/, '')
  return read !== undefined && written.test(withSign(read)) && !written.test(withSign(other))
}

const withoutSign = (text: string) => text.trim().replace(sign, '')

/** How a figure is printed: with grouped thousands, or with so many decimals; undefined where neither. */
function formOf(text: string): string | undefined {
  const figure = withoutSign(text)
  if (grouped.test(figure)) return 'grouped'
  const [, behind] = decimals.exec(figure) ?? []
  return behind?.length.toString()
}

interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly form: string | undefined
}

function columnsOf({ cells, columns }: Table, text: string): Cell[][] {
  return columns.map(({ column }) =>
    cells
      .filter((cell) => cell.column === column && cell.columnSpan === 1)
      .map(({ start, end }) => {
        const printed = text.slice(start, end)
        return { start, end, text: printed, form: formOf(printed) }
      }),
  )
}

/** Offsets of all separators whose figure is printed as others of its column are: these are as they should be. */
export function separatorsOfColumns({ tables, text }: ExtractedDocument): Set<number> {
  const told = new Set<number>()
  for (const cells of tables.flatMap((table) => columnsOf(table, text))) {
    for (const { start, end, form } of cells) {
      const alike = form === undefined ? 0 : cells.filter((cell) => cell.form === form).length - 1
      if (alike < fewestAlike) continue
      for (let at = start; at < end; at++) if (isSeparator(text, at)) told.add(at)
    }
  }
  return told
}

const doubtOf = (code: string, expression: string, facts: readonly Fact[]): Doubt => ({
  severity: 'warning',
  code,
  expression,
  facts: facts.map(({ id }) => id),
})

/** Figures with a point in columns of figures with commas: 58.701 among 61,225 and 7,904. */
function pointsInColumn(cells: readonly Cell[], facts: readonly Fact[]): Doubt[] {
  const alike = cells.filter(({ form }) => form === 'grouped').length
  const others = cells.filter(({ text }) => withPoint.test(withoutSign(text)))
  if (alike < fewestAlike || others.length >= alike) return []
  return others.map((cell) => {
    const own = facts.filter(({ start, end }) => start >= cell.start && end <= cell.end)
    return doubtOf('point-for-comma', cell.text, own)
  })
}

const figure = /\d[\d.,]*\d/g

/** Figures of sentences with a point before three digits, in a text that groups its thousands: 21.640台 beside 8,920台. */
function pointsInText({ facts }: ExtractedDocument): Doubt[] {
  const hasFigure = (fact: Fact, form: RegExp) =>
    (fact.text.match(figure) ?? []).some((one) => form.test(one))
  if (facts.filter((fact) => hasFigure(fact, grouped)).length < fewestAlike) return []
  return facts
    .filter((fact) => fact.cell === null && !largeUnit.test(fact.unit) && hasFigure(fact, withPoint))
    .map((fact) => doubtOf('point-for-comma-in-text', fact.text, [fact]))
}

export function pointsForCommas(document: ExtractedDocument): Doubt[] {
  const columns = document.tables.flatMap((table) => columnsOf(table, document.text))
  return [...columns.flatMap((cells) => pointsInColumn(cells, document.facts)), ...pointsInText(document)]
}
