/** Markdown: the text as it stands, with its headings and the cells of its tables stated. */
import type { Block } from '../model/document.js'
import { spanOf } from '../model/span.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'

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

/** The cells of a row: what stands between its bars. */
function rowCells({ text, start, number }: MarkdownLine, table: number, row: number): Block[] {
  const blocks: Block[] = []
  let column = 0
  for (const match of text
    .replace(/^\s*\|/, (bar) => ' '.repeat(bar.length))
    .matchAll(/((?:\\.|[^|\\])+)\|?/g)) {
    const content = match[1]!.trim()
    const from = start + match.index + match[1]!.indexOf(content)
    const cell = { table, row, column, rowSpan: 1, columnSpan: 1 }
    if (content !== '') {
      const at = { page: null, line: number, cell }
      const span = spanOf<'source'>(from, from + content.length)
      blocks.push({ kind: 'table', level: 0, label: null, at, ...span })
    }
    column++
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

/** Headings and table cells, sorted. The row of dashes under a table's head is no cell. */
export function findStated(text: string): Block[] {
  const lines = linesOf(text)
  const blocks: Block[] = []
  let tables = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
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
