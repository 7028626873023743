/**
 * Whole pages: one document, several in one page, and the index of a folder of pages. A page is one file that needs
 * nothing else: its policy lets in its own sheet and script, by their hashes, and nothing from anywhere.
 */
import { createHash } from 'node:crypto'
import type { Language } from '../language.js'
import type { DocumentRecord } from '../schema.js'
import type { PageAssets } from './assets.js'
import { pageAssets } from './assets.js'
import { openCover } from './cover/cover.js'
import { documentPart } from './document.js'
import type { Html } from './html.js'
import { embedJson, html, trusted } from './html.js'
import { clientWords } from './notes.js'
import { overviewEnd, overviewRow, overviewStart } from './overview.js'
import type { PagePictures } from './scan/pictures.js'
import { titleOf, viewOf } from './view.js'
import { word } from './words.js'

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function policyFor({ script, sheet }: PageAssets, hasPictures: boolean): string {
  return [
    "default-src 'none'",
    ...(hasPictures ? ['img-src data:'] : []),
    `style-src ${hashOf(sheet)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** What every page opens with. The script must not hold what would end its element; a test sees to it. */
export function pageStart(title: string, language: Language, hasPictures = false): Html {
  const assets = pageAssets()
  return html`<!doctype html>
<html lang=${language === 'zh' ? 'zh-Hans' : 'en'}>
<head>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${trusted(policyFor(assets, hasPictures))}">
<meta name=viewport content="width=device-width, initial-scale=1">
<meta name=referrer content=no-referrer>
<meta name=color-scheme content="light dark">
<title>${title}</title>
<style>${trusted(assets.sheet)}</style>
</head>
<body>
<main>
`
}

/** What every page ends with: the panel that marks fill, its words, the script. */
export function pageEnd(language: Language): Html {
  const close = word(language, 'page.close-hint')
  return html`</main>
<footer class=foot>${word(language, 'page.made')}</footer>
<aside id=panel aria-live=polite hidden><button type=button aria-label="${close}" title="${close}">✕</button><div></div></aside>
<script type="application/json" id=words>${embedJson(clientWords(language))}</script>
<script>${trusted(pageAssets().script)}</script>
</body>
</html>
`
}

/** The page of one document; `home` leads back to the index of a folder of pages. */
export function documentPage(
  record: DocumentRecord,
  language: Language,
  { home, pictures }: { readonly home?: string; readonly pictures?: PagePictures } = {},
): string {
  const view = viewOf(record, language, '', pictures)
  const back =
    home === undefined ? null : html`<p class=back><a href="${home}">← ${word(language, 'page.back')}</a></p>`
  return [
    pageStart(titleOf(view), language, view.pictures.size > 0),
    back,
    documentPart(view),
    pageEnd(language),
  ]
    .map((part) => part?.text ?? '')
    .join('')
}

/** More documents than this make a page that phones do not open. */
export const mostInOnePage = 200

/** What a cover sheet opens with, up to its tiles. */
function coverStart(documents: number, language: Language, hasPictures = false): Html {
  const count = word(language, 'page.documents', { count: documents })
  const title = `${word(language, 'cover.title')} · ${count}`
  return html`${pageStart(title, language, hasPictures)}<header class=head><h1>${title}</h1>`
}

/** A page that documents are added to one by one. */
export interface PageOfDocuments {
  add(record: DocumentRecord, pictures?: PagePictures): void
  /**
   * The page: that of the document where there is one only, else a cover sheet and each document folded. `failures` are
   * sentences on what was no record.
   */
  text(failures?: readonly string[]): string
}

interface Shown {
  readonly record: DocumentRecord
  readonly pictures?: PagePictures
}

/** Holds the documents as they will stand in the page, not their records. */
export function pageOfDocuments(language: Language): PageOfDocuments {
  const rows: string[] = []
  const parts: string[] = []
  const cover = openCover(language)
  let first: Shown | undefined
  let hasPictures = false
  const addPart = ({ record, pictures }: Shown) => {
    const name = `d${rows.length + 1}`
    const view = viewOf(record, language, `${name}-`, pictures)
    hasPictures ||= view.pictures.size > 0
    rows.push(overviewRow(view, `#${name}`).text)
    cover.add(view, `#${name}`, (id) => `#${name}-${id}`)
    const part = html`<details class=doc id=${name}><summary lang=zh>${titleOf(view)}</summary>
${documentPart(view)}</details>
`
    parts.push(part.text)
  }
  return {
    add(record, pictures) {
      const shown = { record, ...(pictures && { pictures }) }
      if (first === undefined && rows.length === 0) {
        first = shown
        return
      }
      if (first !== undefined) addPart(first)
      first = undefined
      addPart(shown)
    },
    text(failures = []) {
      if (first !== undefined) return documentPage(first.record, language, first)
      const head = html`${coverStart(rows.length, language, hasPictures)}${cover.html(failures)}${overviewStart(language)}`
      return [head.text, ...rows, overviewEnd.text, ...parts, pageEnd(language).text].join('')
    },
  }
}

/** The cover sheet of a folder of pages, which leads to each of them. It holds of each document what its rows show. */
export function coverOfPages(language: Language) {
  const rows: string[] = []
  const cover = openCover(language)
  return {
    /** `href` leads to the page of the document. */
    add(record: DocumentRecord, href: string): void {
      const view = viewOf(record, language, '')
      rows.push(overviewRow(view, href).text)
      cover.add(view, href, (id) => `${href}#${id}`)
    },
    text(failures: readonly string[]): string {
      const head = html`${coverStart(rows.length, language)}${cover.html(failures)}${overviewStart(language)}`
      return [head.text, ...rows, overviewEnd.text, pageEnd(language).text].join('')
    },
  }
}
