/** Bytes to documents. */
import { createHash } from 'node:crypto'
import type { SourceDocument } from '../model/document.js'
import { ProcessingError } from '../model/message.js'

export async function* readDocuments(
  bytes: Uint8Array,
  options: { path?: string | null },
): AsyncGenerator<SourceDocument> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProcessingError('unknown-encoding', { path: options.path ?? '-' })
  }
  yield {
    id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    origin: {
      path: options.path ?? null,
      entry: null,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      bytes: bytes.length,
    },
    text,
    stated: [],
    pageStarts: [],
    messages: text === '' ? [{ stage: 'read', level: 'warning', code: 'empty-input' }] : [],
  }
}
