/**
 * Markdown, also as programs for scans write it: its text without marks, with headings, notes and the cells of its tables
 * stated. Markup in it is read as in a page.
 */
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing, DrawnCell } from './drawing.js'
import { addBlank, addLine, addStated, addTable, inOneLine, newDrawing, textOf } from './drawing.js'
import { decodeText, messagesOf } from './encoding.js'
import { latexText } from './formula.js'
import { holdsTags, inlineText, markupOf } from './markdown-inline.js'
import { drawMarkup } from './markup.js'
import { innerText } from './markup-text.js'
import type { Page } from './page.js'
import { startOf } from './start.js'

interface Walk {
  readonly lines: readonly string[]
  /** Loaded where the text holds tags. */
  readonly parsePage: ((html: string) => Page) | undefined
  readonly drawing: Drawing
  readonly pageStarts: number[]
}

/** A construction that may begin at a line: how many lines it takes; 0 where it does not begin there. */
type Construction = (walk: Walk, at: number) => number

/** The words of a line, its tags read as in a page. */
function wordsOf({ parsePage }: Walk, line: string): string {
  if (parsePage === undefined || !holdsTags(line)) return inlineText(line)
  return innerText(parsePage(markupOf(line)).body)
}

const longestFrontMatter = 50

/** Data about the text, between two rows of dashes in front of it. */
const frontMatter: Construction = ({ lines, drawing }, at) => {
  if (at > 0 || lines[0]?.trimEnd() !== '---') return 0
  const end = lines.slice(1, longestFrontMatter).findIndex((line) => line.trimEnd() === '---')
  const data = lines.slice(1, end + 1)
  if (end < 1 || !data.every((line) => /^(?:[\w-]+:|[ \t#-])/.test(line))) return 0
  const hasTitle = lines.some((line) => /^ {0,3}#[ \t]/.test(line))
  for (const line of data) {
    const title =
      /^title:(.*)/i
        .exec(line)?.[1]
        ?.trim()
        .replace(/^(["'])(.*)\1$/, '$2') ?? ''
    if (title === '' || hasTitle) addStated(drawing, line, 'boilerplate')
    else addStated(drawing, title, 'heading', { level: 1 })
  }
  return end + 2
}

const fence = /^ {0,3}(`{3,}|~{3,})/

/** Code, as it stands. */
const code: Construction = ({ lines, drawing }, at) => {
  const mark = fence.exec(lines[at]!)?.[1]
  if (mark === undefined) return 0
  let end = at + 1
  while (end < lines.length && !lines[end]!.trim().startsWith(mark)) addLine(drawing, lines[end++]!)
  return end + 1 - at
}

/** Page marks: a comment that speaks of a page, and a number in braces with a line behind it. */
const comment = /^\s*<!--(.*)-->\s*$/
const pageMark = /page|分页|第.{1,6}页/i
const numberedPage = /^\{\d{1,5}\}-{3,}$/

const mark: Construction = ({ lines, drawing, pageStarts }, at) => {
  if (!lines[at]!.includes('--')) return 0
  const said = comment.exec(lines[at]!)?.[1]
  const isPage = said === undefined ? numberedPage.test(lines[at]!.trim()) : pageMark.test(said)
  if (isPage) pageStarts.push(drawing.length)
  return said !== undefined || isPage ? 1 : 0
}

const opening = /^\s*<(?:html|body|table|div|center|p|h[1-6]|ul|ol|details|img|br)\b/i
const tableTags = /<(\/?)table\b/gi

/** How many more tables a line opens than it closes. */
function opened(line: string): number {
  if (!line.includes('<')) return 0
  return [...line.matchAll(tableTags)].reduce((sum, { 1: slash }) => sum + (slash === '' ? 1 : -1), 0)
}

/** Lines that a formula of its own takes at most. */
const longestFormula = 40

/** A formula between lines of two dollars, where a line of text can say it; else it stands as it is printed. */
const formula: Construction = ({ lines, drawing }, at) => {
  if (lines[at]!.trim() !== '$$') return 0
  const length = lines.slice(at + 1, at + 1 + longestFormula).findIndex((line) => line.trim() === '$$')
  const said = length < 1 ? undefined : latexText(lines.slice(at + 1, at + 1 + length).join(' '))
  if (said === undefined) return 0
  addLine(drawing, said)
  return length + 2
}

/** Where tables are closed, counted from the end: whether one behind a line is. */
function lastClosing(lines: readonly string[]): number {
  return lines.findLastIndex((line) => /<\/table\s*>/i.test(line))
}

/** Markup: the tables that a line opens, up to their end, or the line alone. */
function markupFrom(last: number): Construction {
  return ({ lines, drawing, parsePage }, at) => {
    const line = lines[at]!
    let depth = opened(line)
    if (parsePage === undefined || (!opening.test(line) && depth <= 0)) return 0
    let end = at + 1
    while (depth > 0 && end <= last) depth += opened(lines[end++]!)
    drawMarkup(parsePage(markupOf(lines.slice(at, end).join('\n'))).body, drawing)
    return end - at
  }
}

/** The words of a heading without the marks that may close it. */
function headingWords(text: string): string {
  let end = text.trimEnd().length
  while (text[end - 1] === '#') end--
  return /^$|\s$/.test(text.slice(0, end)) ? text.slice(0, end).trim() : text.trim()
}

const heading: Construction = (walk, at) => {
  const { lines, drawing } = walk
  const [, marks, words = ''] = /^ {0,3}(#{1,6})[ \t]+(.*)$/s.exec(lines[at]!) ?? []
  if (marks === undefined) return 0
  addStated(drawing, wordsOf(walk, headingWords(words)), 'heading', { level: marks.length })
  return 1
}

/** A longer line with a row of dashes under it is a paragraph, and the dashes part it from the next one. */
const longestHeading = 45

const underlined: Construction = (walk, at) => {
  const { lines, drawing } = walk
  const words = lines[at]!.trim()
  const under = /^ {0,3}(=+|-{3,})\s*$/.exec(lines[at + 1] ?? '')?.[1]
  if (under === undefined || words === '' || words.length > longestHeading || /[。；|]$/.test(words)) return 0
  addStated(drawing, wordsOf(walk, words), 'heading', { level: under.startsWith('=') ? 1 : 2 })
  return 2
}

const rule: Construction = ({ lines, drawing }, at) => {
  if (!/^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(lines[at]!)) return 0
  addBlank(drawing)
  return 1
}

/** Whether a line is the row of dashes under a table's head. Cell by cell, for one pattern takes the square of a line's length. */
function isDelimiterRow(text: string): boolean {
  const cells = text.trim().split('|')
  if (cells.length > 1 && cells[0] === '') cells.shift()
  if (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()))
}

const entities: Readonly<Record<string, string>> = { nbsp: '\u00a0', ensp: '\u00a0', emsp: '\u3000' }

/** The blanks in front of a cell that are no padding: wide ones, and those that are written by name. */
function blanksBefore(printed: string): string {
  const [blanks] = /^(?:\s|&(?:nbsp|ensp|emsp);)*/.exec(printed)!
  const named = blanks.replace(/&(\w+);/g, (_, name: string) => entities[name]!)
  return named.replace(/[^\u00a0\u3000]/g, '')
}

/** The cells of a row: what stands between its bars, blank ones counted. */
function rowCells(walk: Walk, line: string, row: number): DrawnCell[] {
  const text = line.trim()
  const cells: DrawnCell[] = []
  let column = 0
  for (let from = text.startsWith('|') ? 1 : 0; from < text.length; column++) {
    let to = from
    while (to < text.length && text[to] !== '|') to += text[to] === '\\' ? 2 : 1
    const printed = text.slice(from, to)
    cells.push({
      text: blanksBefore(printed) + wordsOf(walk, printed).trim(),
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
    })
    from = to + 1
  }
  return cells
}

const table: Construction = (walk, at) => {
  const { lines, drawing } = walk
  const under = lines[at + 1] ?? ''
  if (!lines[at]!.includes('|') || !under.includes('-') || !isDelimiterRow(under)) return 0
  let end = at + 2
  const rows = [rowCells(walk, lines[at]!, 0)]
  for (; lines[end]?.includes('|'); end++) rows.push(rowCells(walk, lines[end]!, rows.length))
  addTable(drawing, rows.flat())
  return end - at
}

const footnote: Construction = (walk, at) => {
  const { lines, drawing } = walk
  const words = /^ {0,3}\[\^[^\]]{1,40}\]:(.*)$/.exec(lines[at]!)?.[1]
  if (words === undefined) return 0
  let end = at + 1
  while (/^(?: {4}|\t)[ \t]*\S/.test(lines[end] ?? '')) end++
  const printed = [words, ...lines.slice(at + 1, end)].map((line) => wordsOf(walk, line.trim()))
  addStated(drawing, inOneLine(printed.join('\n')), 'footnote')
  return end - at
}

/** A line of text, without the marks of quotations and lists. */
const text: Construction = (walk, at) => {
  const { lines, drawing } = walk
  const printed = lines[at]!
  const bare = /^[ \t]*[->*+]/.test(printed)
    ? printed.replace(/^(?:[ \t]*>)+[ \t]?/, '').replace(/^([ \t]*)[-*+][ \t]+(?=\S)/, '$1')
    : printed
  const words = wordsOf(walk, bare.endsWith('\\') ? bare.slice(0, -1) : bare)
  if (words.trim() === '') addBlank(drawing)
  else for (const line of words.split('\n')) addLine(drawing, line.trimEnd())
  return 1
}

const sniffed = 2048

interface DrawnMarkdown {
  readonly drawing: Drawing
  /** Starts of pages in the text; empty where no mark parts it. */
  readonly pageStarts: readonly number[]
}

/** The lines of a text, without the break at its end. A plain separator parts them in a third of the time of a pattern. */
function linesOf(source: string): string[] {
  const lines = (source.endsWith('\n') ? source.slice(0, -1) : source).split('\n')
  return source.includes('\r') ? lines.map((line) => line.replace(/\r$/, '')) : lines
}

function drawMarkdown(source: string, parsePage: Walk['parsePage']): DrawnMarkdown {
  const lines = linesOf(source)
  const walk: Walk = { lines, parsePage, drawing: newDrawing(), pageStarts: [] }
  const markup = markupFrom(parsePage === undefined ? -1 : lastClosing(lines))
  const constructions = [
    frontMatter,
    code,
    formula,
    mark,
    markup,
    heading,
    table,
    underlined,
    rule,
    footnote,
    text,
  ]
  for (let at = 0; at < lines.length; ) {
    for (const construction of constructions) {
      const taken = construction(walk, at)
      at += taken
      if (taken > 0) break
    }
  }
  const { drawing, pageStarts } = walk
  return {
    drawing,
    pageStarts: pageStarts.some((start) => start > 0) ? [0, ...pageStarts.filter((start) => start > 0)] : [],
  }
}

export const reader: Reader = {
  id: 'markdown',
  mediaTypes: ['text/markdown'],
  extensions: ['.md', '.markdown'],
  isPlain: true,
  // Markdown may begin with markup, but not with the head of a page.
  recognises(bytes, path) {
    if (!/\.(md|markdown)$/i.test(path ?? '')) return false
    const start = startOf(bytes, sniffed)
    return !/^\W*<!doctype|<head[\s>]/i.test(start)
  },
  async *read(bytes, context) {
    const decoded = decodeText(bytes, context.encoding)
    const { parsePage } = holdsTags(decoded.text) ? await import('./page.js') : { parsePage: undefined }
    const { drawing, pageStarts } = drawMarkdown(decoded.text, parsePage)
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      encoding: decoded.encoding,
      stated: drawing.stated,
      pageStarts,
      messages: messagesOf(decoded),
      mediaType: 'text/markdown',
    })
  },
}
