/**
 * The repaired text as Markdown (CommonMark with GitHub's tables): the title and the headings by their levels, tables
 * with their first row as head, everything else as paragraphs. A list item keeps its printed label; 1. is one of
 * Markdown's own only where Markdown would count the same. There is no front matter: many readers take it for text.
 * Invariant: rendered, it shows every character of the blocks and no figure that they have not.
 */
import { offsetMap } from '../model/edit.js'
import type { Span } from '../model/span.js'
import { spanOf } from '../model/span.js'
import { findDropped } from './clean-text.js'
import type { TextWriter, WriteContext } from './contract.js'
import { apart } from './joined.js'
import { escapeCell, escapeHeading, escapeItem, escapeLine, linesOf, pairedIn } from './markdown-escape.js'
import { goesOn, isHeading } from './paragraphs.js'
import { revisionOf } from './revision.js'
import type { BlockRecord, DocumentRecord } from './schema.js'

type CellRecord = NonNullable<BlockRecord['at']['cell']>

/** A block with what is left of its text: as many pieces as what was left out makes of it, none of them empty. */
interface KeptBlock {
  readonly block: BlockRecord
  readonly pieces: readonly KeptPiece[]
}

interface KeptPiece extends Span<'repaired'> {
  readonly text: string
}

/** The rest of a span outside of disjoint spans, which are in order and of which the first ends behind its start. */
function outside({ start, end }: Span<'source'>, spans: Iterable<Span<'source'>>): Span<'source'>[] {
  const left: Span<'source'>[] = []
  let from = start
  for (const span of spans) {
    if (span.start >= end) break
    if (span.start > from) left.push(spanOf(from, span.start))
    from = Math.min(span.end, end)
  }
  if (from < end) left.push(spanOf(from, end))
  return left
}

function* from<Item>(items: readonly Item[], first: number): Generator<Item> {
  for (let index = first; index < items.length; index++) yield items[index]!
}

/** Blocks with text, in order. A record of a run that stopped before layout has no blocks: its text is one. */
function passagesOf(record: DocumentRecord, dropped: readonly Span<'source'>[]): KeptBlock[] {
  const { source, repaired } = record
  const map = offsetMap(revisionOf(record))
  const at = { page: null, line: null, cell: null }
  const whole: BlockRecord = {
    kind: 'paragraph',
    level: 0,
    label: null,
    start: 0,
    end: source.text.length,
    at,
  }
  const passages: KeptBlock[] = []
  let written = 0
  let next = 0
  for (const block of record.blocks.length === 0 ? [whole] : record.blocks) {
    while (next < dropped.length && dropped[next]!.end <= block.start) next++
    const pieces = outside(spanOf(block.start, block.end), from(dropped, next)).flatMap((span) => {
      // What a correction makes of the border of two blocks is written with the first one.
      const { start, end } = map.forward(span)
      const printed = repaired.text.slice(Math.max(start, written), end)
      const text = printed.trim()
      if (text === '') return []
      const first = Math.max(start, written) + printed.indexOf(text)
      written = first + text.length
      return [{ text, ...spanOf<'repaired'>(first, written) }]
    })
    if (pieces.length > 0) passages.push({ block, pieces })
  }
  return passages
}

/** Of the places of a table's grid, at least this share has text; in emptier ones the cells of a row close up. */
const leastFilled = 0.02

const han = /[\u3000-\u9fff\uff00-\uffef]/

const writeRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

interface WrittenCell {
  readonly cell: CellRecord
  /** As it stands in the Markdown. */
  readonly text: string
}

/** A table: rows and columns without any text go, merged cells are written once, at their first place. */
function writeTable(cells: readonly WrittenCell[]): string {
  const rows = new Map<number, WrittenCell[]>()
  for (const written of cells) {
    const row = rows.get(written.cell.row)
    if (row === undefined) rows.set(written.cell.row, [written])
    else row.push(written)
  }
  const used = [...new Set(cells.map(({ cell }) => cell.column))].sort((a, b) => a - b)
  const places = new Map(used.map((column, place) => [column, place]))
  const isSparse = cells.length < rows.size * used.length * leastFilled
  const grid = [...rows.values()].map((row) => {
    const texts: string[] = []
    for (const { cell, text } of row) {
      const place = isSparse ? texts.length : places.get(cell.column)!
      while (texts.length < place) texts.push('')
      const before = texts[place] ?? ''
      const isTorn = han.test(before.at(-1) ?? '') && han.test(text[0] ?? '')
      texts[place] = before === '' || isTorn ? before + text : `${before} ${text}`
    }
    return texts
  })
  const columns = grid.reduce((most, texts) => Math.max(most, texts.length), 0)
  const [head = [], ...body] = grid
  while (head.length < columns) head.push('')
  return [head, head.map(() => '---'), ...body].map(writeRow).join('\n')
}

/**
 * How many # a heading has. Those with a label follow from it, below the title; others keep what the original says,
 * which where it starts at 1 beside a title starts one lower.
 */
function headingDepths(blocks: readonly BlockRecord[]): (block: BlockRecord) => number {
  const hasTitle = blocks.some(({ kind }) => kind === 'title')
  const isTop = blocks.some(({ kind, level, label }) => kind === 'heading' && label === null && level <= 1)
  const shift = hasTitle && isTop ? 1 : 0
  return ({ level, label }) => Math.min(6, Math.max(1, level + (label === null ? shift : 1)))
}

/** The number of an item that Markdown can have as its own: "1." and a space in front of text. */
function ownNumber({ kind }: BlockRecord, text: string): number | undefined {
  const number = kind === 'list-item' ? /^([1-9]\d{0,2})\. /.exec(text)?.[1] : undefined
  return number === undefined ? undefined : Number(number)
}

/** Cells of one table together, and what is one paragraph; everything else is alone. */
function groupsOf(passages: readonly KeptBlock[], text: string): KeptBlock[][] {
  const groups: KeptBlock[][] = []
  for (const passage of passages) {
    const before = groups.at(-1)?.at(-1)
    const table = passage.block.at.cell?.table
    const isSameTable = table !== undefined && before?.block.at.cell?.table === table
    const gap = before && text.slice(before.pieces.at(-1)!.end, passage.pieces[0]!.start)
    const isOne = before !== undefined && goesOn(before.block, passage.block, gap!)
    if (isSameTable || isOne) groups.at(-1)!.push(passage)
    else groups.push([passage])
  }
  return groups
}

/** Pieces that only white space of one line parts, as one. */
function joinPieces(pieces: readonly KeptPiece[], text: string): string[] {
  const joined: string[] = []
  pieces.forEach((piece, index) => {
    const gap = text.slice(pieces[index - 1]?.end ?? piece.start, piece.start)
    if (index > 0 && /^[^\S\r\n]*$/.test(gap)) joined[joined.length - 1] += gap + piece.text
    else joined.push(piece.text)
  })
  return joined
}

/**
 * The Markdown of a record. `dropped` are spans of the source that are left out, disjoint and in order; what stands
 * before and behind a hole in a paragraph become two.
 */
export function markdownOf(record: DocumentRecord, dropped: readonly Span<'source'>[] = []): string {
  const { text } = record.repaired
  const depthOf = headingDepths(record.blocks)
  const written: string[] = []
  let hasTitle = false
  /** Number of the list item just written: a list of Markdown counts on by one. */
  let counted: number | undefined

  const writeCell = ({ block, pieces }: KeptBlock): WrittenCell[] => {
    const printed = pieces.map((piece) => piece.text).join(' ')
    const { cell } = block.at
    return cell === null ? [] : [{ cell, text: escapeCell(printed) }]
  }
  const writeHeading = (depth: number, pieces: readonly KeptPiece[]) => {
    const line = pieces.flatMap((piece) => linesOf(piece.text)).join(' ')
    written.push(`${'#'.repeat(depth)} ${escapeHeading(line)}`)
  }
  const writeParagraph = (block: BlockRecord, paragraph: string) => {
    const number = ownNumber(block, paragraph)
    const isItem = number !== undefined && (counted === undefined || number === counted + 1)
    counted = isItem ? number : undefined
    const lines = linesOf(paragraph)
    const marks = pairedIn(paragraph)
    const escaped = lines.map((line, index) => (isItem && index === 0 ? escapeItem : escapeLine)(line, marks))
    written.push(escaped.join('\n'))
  }

  const passages = passagesOf(record, dropped)
  for (const group of groupsOf(passages, text)) {
    const [first] = group as [KeptBlock]
    const { block, pieces } = first
    const cells = group.flatMap(writeCell)
    if (cells.length > 0) written.push(writeTable(cells))
    else if (block.kind === 'title' ? !hasTitle : isHeading(block)) {
      writeHeading(block.kind === 'title' ? 1 : depthOf(block), pieces)
    } else {
      const all = group.flatMap((passage) => passage.pieces)
      for (const paragraph of joinPieces(all, text)) writeParagraph(block, paragraph)
    }
    hasTitle ||= block.kind === 'title'
    if (block.kind !== 'list-item') counted = undefined
  }
  return written.length === 0 ? '' : `${written.join('\n\n')}\n`
}

function write(record: DocumentRecord, { drop = [] }: WriteContext): string {
  return markdownOf(record, findDropped({ record }, drop))
}

export const writer: TextWriter = {
  id: 'markdown',
  extension: () => '.md',
  controls: 'kept',
  serves: (sections) => sections.includes('repairs'),
  write,
  // A paragraph that follows another record must not run into it.
  join: apart(write),
}
