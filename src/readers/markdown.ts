/** Markdown: the text as it stands, with its headings and the cells of its tables stated. */
import type { Cell } from '../model/cell.js'
import type { Block } from '../model/document.js'
import { spanOf } from '../model/span.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'
import { cellsOfMarkup } from './markup-cells.js'

const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/

/** Whether a line is the row of dashes under a table's head. Cell by cell, for one pattern takes the square of a line's length. */
function isDelimiterRow(text: string): boolean {
  const cells = text.trim().split('|')
  if (cells.length > 1 && cells[0] === '') cells.shift()
  if (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()))
}

/** The words of a heading without the marks that may close it. */
function headingWords(text: string): string {
  let end = text.trimEnd().length
  while (text[end - 1] === '#') end--
  return text.slice(0, end).trimEnd()
}

interface MarkdownLine {
  readonly text: string
  readonly start: number
  readonly number: number
}

function linesOf(text: string): MarkdownLine[] {
  let start = 0
  return text.split('\n').map((line, index) => {
    const found = { text: line.replace(/\r$/, ''), start, number: index + 1 }
    start += line.length + 1
    return found
  })
}

function cellBlock(text: string, start: number, end: number, line: number, cell: Cell): Block[] {
  const printed = text.slice(start, end)
  const content = printed.trim()
  if (content === '') return []
  const from = start + printed.indexOf(content)
  const at = { page: null, line, cell }
  return [{ kind: 'table', level: 0, label: null, at, ...spanOf<'source'>(from, from + content.length) }]
}

/** The cells of a row: what stands between its bars, blank ones counted. */
function rowCells({ text, start, number }: MarkdownLine, table: number, row: number): Block[] {
  const blocks: Block[] = []
  const end = text.trimEnd().length
  let column = 0
  for (let from = /^\s*\|?/.exec(text)![0].length; from < end; column++) {
    let to = from
    while (to < end && text[to] !== '|') to += text[to] === '\\' ? 2 : 1
    const cell = { table, row, column, rowSpan: 1, columnSpan: 1 }
    const placed = cellBlock(text, from, Math.min(to, end), number, cell)
    blocks.push(
      ...placed.map((block) => ({ ...block, ...spanOf<'source'>(start + block.start, start + block.end) })),
    )
    from = to + 1
  }
  return blocks
}

function headingBlock({ text, start, number }: MarkdownLine): Block | undefined {
  const match = heading.exec(text)
  const words = headingWords(match?.[2] ?? '')
  if (match === null || words === '') return undefined
  const from = start + text.indexOf(words, match[1]!.length)
  const at = { page: null, line: number, cell: null }
  const level = match[1]!.length
  return { kind: 'heading', level, label: null, at, ...spanOf<'source'>(from, from + words.length) }
}

const tableTag = /<table[\s>]/i

/** A table written as markup: the text stays as it stands, its cells are stated. */
function readMarkupTable(text: string, { start, number }: MarkdownLine, end: number, table: number) {
  const from = start + text.slice(start).search(tableTag)
  let line = number
  let counted = start
  const blocks = cellsOfMarkup(text, from, end).flatMap(({ start: first, end: last, ...place }) => {
    for (; counted < first; counted++) if (text[counted] === '\n') line++
    return cellBlock(text, first, last, line, { table, ...place })
  })
  return blocks
}

/** Headings and table cells, sorted. The row of dashes under a table's head is no cell. */
export function findStated(text: string): Block[] {
  const lines = linesOf(text)
  const blocks: Block[] = []
  let tables = 0
  const ends = [...text.matchAll(/<\/table\s*>/gi)].map(({ index }) => index)
  let passed = 0
  const nextEnd = (start: number) => {
    while (passed < ends.length && ends[passed]! <= start) passed++
    return ends[passed]
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const end = tableTag.test(line.text) ? nextEnd(line.start) : undefined
    if (end !== undefined) {
      blocks.push(...readMarkupTable(text, line, end, tables))
      tables++
      while (index + 1 < lines.length && lines[index + 1]!.start < end) index++
      continue
    }
    const found = headingBlock(line)
    if (found !== undefined) blocks.push(found)
    const under = lines[index + 1]?.text ?? ''
    if (!line.text.includes('|') || !under.includes('-') || !isDelimiterRow(under)) continue
    blocks.push(...rowCells(line, tables, 0))
    index += 2
    for (let row = 1; lines[index]?.text.includes('|'); row++, index++) {
      blocks.push(...rowCells(lines[index]!, tables, row))
    }
    tables++
    index--
  }
  return blocks
}

export const reader: Reader = {
  id: 'markdown',
  mediaTypes: ['text/markdown'],
  extensions: ['.md', '.markdown'],
  recognises: (_bytes, path) => /\.(md|markdown)$/i.test(path ?? ''),
  async *read(bytes, context) {
    const decoded = decodeText(bytes, context.encoding)
    const { text, encoding } = decoded
    const messages = messagesOf(decoded)
    yield documentOf(bytes, context, {
      text,
      encoding,
      messages,
      stated: findStated(text),
      mediaType: 'text/markdown',
    })
  },
}
