/**
 * Tables as text: comma-, semicolon- or tab-separated. The text stays as it stands; its cells are stated as blocks.
 * Quoted cells as RFC 4180 has them; whatever breaks its rules is read as it looks, never refused.
 */
import type { Block } from '../model/document.js'
import { spanOf } from '../model/span.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'

const separators = [',', '\t', ';'] as const

/** The separator that most of the first lines hold. */
function findSeparator(text: string): string {
  const lines = text.slice(0, 10_000).split(/\r?\n/, 20)
  const counts = separators.map((separator) => ({
    separator,
    count: lines.filter((line) => line.includes(separator)).length,
  }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator
}

/** The end of the cell that starts at `start`: the place of the separator or line break behind it. */
function cellEnd(text: string, start: number, separator: string): number {
  let at = start
  if (text[at] === '"') {
    at++
    while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1
    at++
  }
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
  return Math.min(at, text.length)
}

/** Cells with ink, as blocks: without the quotes around them. */
export function findCells(text: string): Block[] {
  const separator = findSeparator(text)
  const blocks: Block[] = []
  let row = 0
  let column = 0
  let line = 1
  for (let start = 0; start <= text.length; ) {
    const end = cellEnd(text, start, separator)
    const printed = text.slice(start, end)
    const inner = printed.trim().replace(/^"(.*)"$/s, '$1')
    const content = inner.trim()
    if (content !== '') {
      const from = start + printed.indexOf(content)
      const cell = { table: 0, row, column, rowSpan: 1, columnSpan: 1 }
      const at = { page: null, line, cell }
      const span = spanOf<'source'>(from, from + content.length)
      blocks.push({ kind: 'table', level: 0, label: null, at, ...span })
    }
    line += printed.split('\n').length - 1
    if (text[end] === '\n') {
      row++
      column = 0
      line++
    } else {
      column++
    }
    start = end + 1
  }
  return blocks
}

export const reader: Reader = {
  id: 'csv',
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  extensions: ['.csv', '.tsv'],
  isPlain: true,
  // Programs write tables as text under the names of workbooks; what is a workbook another reader has taken.
  recognises: (_bytes, path) => /\.(csv|tsv|xlsx?|et)$/i.test(path ?? ''),
  async *read(bytes, context) {
    const decoded = decodeText(bytes, context.encoding)
    const { text, encoding } = decoded
    const messages = messagesOf(decoded)
    yield documentOf(bytes, context, {
      text,
      encoding,
      messages,
      stated: findCells(text),
      mediaType: 'text/csv',
    })
  },
}
