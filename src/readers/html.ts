/**
 * Web pages: the main text with its tables. Readability finds the article; where it would lose text that reads like a
 * report, the whole page is taken, and what the site put around it is left to the table of notices.
 */
import type { PublicationStatement } from '../model/document.js'
import type { Message } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing } from './drawing.js'
import { textOf } from './drawing.js'
import type { DecodedText } from './encoding.js'
import { decodeText, isUtf8, messagesOf } from './encoding.js'
import { drawMarkup } from './markup.js'
import { keepListStyles } from './markup-lists.js'
import { keepIndents } from './markup-tables.js'
import type { Page } from './page.js'
import { publicationOf, readHead } from './page-head.js'
import { withTitle } from './page-title.js'
import { startOf } from './start.js'
import { applyStyleSheets } from './style-sheets.js'

const opening = /<(!doctype\s+html|html|head|body|meta|title|div|table|p|h1)[\s>/]/i
const sniffed = 2048

/** The encoding that a page states of itself. */
function statedEncoding(bytes: Uint8Array): string | undefined {
  return /<meta[^<>]{1,500}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})/i.exec(
    startOf(bytes, sniffed),
  )?.[1]
}

/** Decodes a page: as stated by the user, by its mark or as UTF-8, by its own statement, by detection. */
function decodePage(bytes: Uint8Array, encoding?: string): DecodedText {
  const own = statedEncoding(bytes)
  if (encoding !== undefined || own === undefined) return decodeText(bytes, encoding)
  const detected = isUtf8(bytes) ? undefined : own
  try {
    return decodeText(bytes, detected)
  } catch {
    return decodeText(bytes)
  }
}

/** Lines of at least so many characters read like a report also where no sentence ends in them. */
const longestLabel = 30
const figure = /^[-+−]?\d[\d,，]*(\.\d+)?[%％‰]?$/

/** Characters of lines that read like a report: sentences, and cells of tables that hold figures. */
function reportLength(drawing: Drawing): number {
  const text = textOf(drawing)
  const cells = drawing.stated.filter(({ kind }) => kind === 'table')
  const withFigures = new Set(
    cells.filter(({ start, end }) => figure.test(text.slice(start, end))).map(({ at }) => at.cell!.table),
  )
  const inCells = cells
    .filter(({ at }) => withFigures.has(at.cell!.table))
    .reduce((sum, { start, end }) => sum + (end - start), 0)
  const reads = (line: string) => /[。；;]/.test(line) || (line.length > longestLabel && /[，,]/.test(line))
  return drawing.pieces.reduce((sum, line) => sum + (reads(line) ? line.length : 0), inCells)
}

/** Of what reads like a report on a page, at least this share must be in what is taken for the article. */
const leastKept = 0.95

interface DrawnPage {
  readonly drawing: Drawing
  readonly publication: PublicationStatement
  readonly frames: readonly string[]
}

/** What is shown of a page; where its style sheets would hide most of it, a script shows that, and the whole is taken. */
function drawShown({ body }: Page, html: string): { readonly whole: Drawing; readonly isShown: boolean } {
  const whole = drawMarkup(body)
  if (!/<style|vertical-align/i.test(html) || !applyStyleSheets(body)) return { whole, isShown: true }
  const shown = drawMarkup(body)
  const isShown = reportLength(shown) * 2 >= reportLength(whole)
  return { whole: isShown ? shown : whole, isShown }
}

async function drawPage(html: string): Promise<DrawnPage> {
  const [{ parsePage }, { findMainContent }] = await Promise.all([
    import('./page.js'),
    import('./main-content.js'),
  ])
  const page = parsePage(html)
  keepIndents(page.body)
  if (/list-style/i.test(html)) keepListStyles(page.body)
  const head = readHead(page.body)
  const { whole, isShown } = drawShown(page, html)
  const publication = publicationOf(head, textOf(whole).split('\n'))
  const content = isShown ? findMainContent(page) : undefined
  const main = content === undefined ? whole : drawMarkup(content)
  const drawn = reportLength(main) < leastKept * reportLength(whole) ? whole : main
  return { drawing: withTitle(drawn, whole, head), publication, frames: head.frames }
}

/** Says which frames hold the text of a page that holds none itself. */
function frameMessages(frames: readonly string[]): Message[] {
  if (frames.length === 0) return []
  return [{ stage: 'read', level: 'warning', code: 'frames', parameters: { files: frames.join(', ') } }]
}

export const reader: Reader = {
  id: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  isPlain: true,
  recognises(bytes, path) {
    if (/\.(x?html?|shtml)$/i.test(path ?? '')) return true
    return (
      /^\s*(<\?xml[^>]*>\s*)?(<!--|<)/.test(startOf(bytes, sniffed).replace(/^ï»¿/, '')) &&
      opening.test(startOf(bytes, sniffed))
    )
  },
  async *read(bytes, context) {
    const decoded = decodePage(bytes, context.encoding)
    const { drawing, publication, frames } = await drawPage(decoded.text)
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType: 'text/html',
      encoding: decoded.encoding,
      stated: drawing.stated,
      publication,
      messages: [...messagesOf(decoded), ...frameMessages(frames)],
    })
  },
}
