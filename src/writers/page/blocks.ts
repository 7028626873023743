/**
 * Source and restored text side by side, block by block: headings, paragraphs, tables as tables, notices of the
 * hosting site greyed. A block that no correction touches says so, and is shown once where there is one column.
 */

import type { BlockRecord } from '../schema.js'
import { type GridPlace, gridRows } from './grid.js'
import type { Html } from './html.js'
import { html, trusted } from './html.js'
import { sheetOf } from './scan/sheet.js'
import type { MarkedText, Side } from './text.js'
import type { PageView } from './view.js'
import { word } from './words.js'

interface Placed {
  readonly block: BlockRecord
  readonly index: number
  readonly start: number
  readonly end: number
}

/** Blocks with their ends moved behind corrections that join them to the next one. */
function placedBlocks({ record }: PageView, { endOf }: MarkedText): Placed[] {
  let reached = 0
  return record.blocks.flatMap((block, index) => {
    const start = Math.max(block.start, reached)
    if (start > block.end || (start === block.end && block.end > block.start)) return []
    const end = endOf(start, block.end)
    reached = end
    return [{ block, index, start, end }]
  })
}

const classes: Readonly<Record<BlockRecord['kind'], string>> = {
  title: 't',
  heading: 'h',
  paragraph: '',
  'list-item': 'i',
  table: 'x',
  caption: 'c',
  footnote: 'n',
  boilerplate: 'g',
}

function isTouched({ record }: PageView, start: number, end: number, from: number): boolean {
  const correction = record.corrections[from]
  return correction !== undefined && correction.start < end && correction.end > start
}

/** Gives for spans that come in order whether a correction stands in them. */
function touchTest(view: PageView): (start: number, end: number) => boolean {
  const { corrections } = view.record
  let next = 0
  return (start, end) => {
    while (next < corrections.length && corrections[next]!.end <= start) next++
    return isTouched(view, start, end, next)
  }
}

function pageMark({ language }: PageView, page: number | null, before: number | null): Html | null {
  if (page === null || page === before) return null
  return html`<p class=pg>${word(language, 'text.page', { page })}</p>`
}

function textRow(
  { block, index, start, end }: Placed,
  view: PageView,
  text: MarkedText,
  touched: boolean,
): Html {
  const names = [classes[block.kind]]
  if (block.kind === 'heading' && block.level > 1) names.push(`h${Math.min(4, block.level)}`)
  if (!touched) names.push('k')
  const row = ['b', ...names.filter(Boolean)].join(' ')
  const side = (name: Side) => trusted(text.mark(start, end, name))
  return html`<div class="${row}" id="${view.prefix}b${index}"><p class=s>${side('source')}</p>
<p class=r>${side('repaired')}</p></div>
`
}

function tableSide(cells: readonly Placed[], view: PageView, text: MarkedText, side: Side): Html {
  const idOf = ({ index }: Placed) => (side === 'repaired' ? html` id="${view.prefix}b${index}"` : null)
  const content = ({ start, end }: Placed) => trusted(text.mark(start, end, side))
  const cellOf = ({ parts: [first, ...rest], rowSpan, columnSpan }: GridPlace<Placed>) => {
    const rowAttribute = rowSpan > 1 ? html` rowspan=${rowSpan}` : null
    const columnAttribute = columnSpan > 1 ? html` colspan=${columnSpan}` : null
    if (first === undefined) return html`<td${columnAttribute}></td>`
    const behind = rest.map((part) => html`<span${idOf(part)}>${content(part)}</span>`)
    return html`<td${idOf(first)}${rowAttribute}${columnAttribute}>${content(first)}${behind}</td>`
  }
  const lines = gridRows(cells, ({ block }) => block.at.cell!).map((row) => html`<tr>${row.map(cellOf)}</tr>`)
  return html`<div class="${side === 'source' ? 's' : 'r'} w"><table>${lines}</table></div>`
}

function tableRow(cells: readonly Placed[], view: PageView, text: MarkedText, touched: boolean): Html {
  return html`<div class="b${touched ? '' : ' k'}">${tableSide(cells, view, text, 'source')}
${tableSide(cells, view, text, 'repaired')}</div>
`
}

/** The rows of one page of the original; null where the format has none. */
interface PageRows {
  readonly page: number | null
  readonly rows: Html[]
}

/** Every block as a row of two columns; cells of one table become one row with two tables. */
function rowsByPage(view: PageView, text: MarkedText): PageRows[] {
  const placed = placedBlocks(view, text)
  const touches = touchTest(view)
  const pages: PageRows[] = [{ page: null, rows: [] }]
  for (let at = 0; at < placed.length; at++) {
    const first = placed[at]!
    const before = pages.at(-1)!.page
    const mark = pageMark(view, first.block.at.page, before)
    if (mark !== null) pages.push({ page: first.block.at.page ?? before, rows: [mark] })
    const { rows } = pages.at(-1)!
    const table = first.block.at.cell?.table
    if (table === undefined) {
      rows.push(textRow(first, view, text, touches(first.start, first.end)))
      continue
    }
    let end = at + 1
    while (placed[end]?.block.at.cell?.table === table) end++
    const cells = placed.slice(at, end)
    const touched = cells.filter(({ start, end: cellEnd }) => touches(start, cellEnd)).length > 0
    rows.push(tableRow(cells, view, text, touched))
    at = end - 1
  }
  return pages
}

const byPage = (one: PageRows, two: PageRows) => (one.page ?? 0) - (two.page ?? 0)

/** All rows; those of a scanned page stand beside its picture, where that is at hand. */
export function blockRows(view: PageView, text: MarkedText): Html[] {
  const pages = rowsByPage(view, text)
  const withText = new Set(pages.map(({ page }) => page))
  const empty = [...view.pictures.keys()]
    .filter((page) => !withText.has(page))
    .map((page) => ({ page, rows: [pageMark(view, page, null)!] }))
  const all = empty.length === 0 ? pages : [...pages, ...empty].sort(byPage)
  return all.map(({ page, rows }) => {
    const sheet = page === null ? null : sheetOf(view, page)
    return sheet === null ? html`${rows}` : html`<div class=scan>${sheet}<div>${rows}</div></div>`
  })
}
