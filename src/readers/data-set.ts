/**
 * A row of a data set (an object of JSON, a row of CSV or Parquet) to documents: its text as it stands, or what it
 * draws where it is a page; with the id and the fields that are kept.
 */
import type { SourceDocument } from '../model/document.js'
import type { ReadContext } from './contract.js'
import { withoutControls } from './controls.js'
import { documentOf } from './document.js'
import { messagesOf } from './encoding.js'
import { reader as html } from './html.js'
import type { JsonText } from './json-text.js'

/** Characters of a text that show whether it is a page. */
const sniffed = 2048

/** Where a row stands in its file, and how that was read. */
export interface RowPlace {
  /** From 1: of lines the line, of rows the row; null where the file is one row. */
  readonly number: number | null
  readonly mediaType: string
  readonly encoding: string | null
  /** Characters of the file that could not be decoded. */
  readonly replaced: number
}

/** The documents of a row: one, or those of the page in its text. `written` is the row, which names it. */
export async function* documentsOfRow(
  row: JsonText,
  written: Uint8Array,
  { number, mediaType, encoding, replaced }: RowPlace,
  context: ReadContext,
): AsyncGenerator<SourceDocument> {
  const encoder = new TextEncoder()
  if (html.recognises(encoder.encode(row.text.slice(0, sniffed)), null)) {
    const page = encoder.encode(row.text)
    for await (const document of context.readEntry(page, String(number ?? 1)))
      yield { ...document, origin: { ...document.origin, ...row.input } }
    return
  }
  const parts = [context.entry, number].filter((part) => part !== null)
  const entry = parts.length === 0 ? null : parts.join('/')
  const { removed, ...clean } = withoutControls(row.text)
  const lost = row.text.includes('\uFFFD') ? replaced : 0
  const messages = [...row.messages, ...messagesOf({ replaced: lost, removed })]
  const input = row.input && { input: row.input }
  yield documentOf(written, { ...context, entry }, { ...clean, ...input, encoding, mediaType, messages })
}
