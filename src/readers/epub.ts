/** Electronic books (EPUB): the pages of the book in the order in which it is read, each as a web page is. */
import { ProcessingError } from '../model/message.js'
import { isArchive, readDirectory } from './archive-directory.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing } from './drawing.js'
import { newDrawing, textOf } from './drawing.js'
import { statedType } from './odf/kind.js'

const mediaType = 'application/epub+zip'
/** Pictures, fonts and sounds are never unpacked. */
const wanted = /\.(xml|opf|x?html?|css)$/i

/** Whether a package is a book: it says so, or says nothing and names what a book is read by. */
export function isBook(bytes: Uint8Array): boolean {
  const type = statedType(bytes)
  if (type !== '' || !isArchive(bytes)) return type.startsWith(mediaType)
  return readDirectory(bytes).entries.some(({ name }) => name === 'META-INF/container.xml')
}

/** The markup of a page without its head, where that ends, and the style sheet in the head. */
function withoutHead(markup: string): { readonly markup: string; readonly css: string } {
  const start = markup.search(/<head[\s>]/i)
  const end = start < 0 ? null : /<\/head\s{0,9}>/i.exec(markup.slice(start))
  if (end === null) return { markup, css: '' }
  const head = markup.slice(start, start + end.index)
  const sheets = head.split(/<style\b[^<>]*>/i).slice(1)
  return {
    markup: markup.slice(0, start) + markup.slice(start + end.index + end[0].length),
    css: sheets.map((sheet) => sheet.split(/<\/style/i)[0]).join('\n'),
  }
}

async function draw(bytes: Uint8Array, maxBytes: number): Promise<Drawing> {
  const [{ unpack }, { pagesOf }, { parsePage }, { drawMarkup }, { decodeText }, sheets] = await Promise.all([
    import('./archive.js'),
    import('./epub-pages.js'),
    import('./page.js'),
    import('./markup.js'),
    import('./encoding.js'),
    import('./style-sheets.js'),
  ])
  const drawing = newDrawing()
  for (const page of pagesOf(unpack(bytes, maxBytes, (name) => wanted.test(name)))) {
    // The text of a head is the title of a file, which the page says again.
    const { markup, css } = withoutHead(decodeText(page.bytes).text)
    const { body } = parsePage(markup)
    sheets.applyStyleSheets(body, [...page.sheets.map((sheet) => decodeText(sheet).text), css].join('\n'))
    drawMarkup(body, drawing)
  }
  return drawing
}

export const reader: Reader = {
  id: 'epub',
  mediaTypes: [mediaType],
  extensions: ['.epub'],
  recognises: isBook,
  async *read(bytes, context) {
    const drawing = await draw(bytes, context.maxBytes).catch((cause) => {
      throw cause instanceof ProcessingError ? cause : new ProcessingError('damaged-file', { format: 'epub' })
    })
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated })
  },
}
