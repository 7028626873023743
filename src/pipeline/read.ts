/** Bytes to documents. */
import { createHash } from 'node:crypto'
import type { LaidOutDocument, SourceDocument } from '../model/document.js'
import { revise } from '../model/edit.js'
import { foldWidth } from '../model/fold.js'
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

export function layOut(source: SourceDocument): LaidOutDocument {
  const blocks = [...source.text.matchAll(/[^\n]+/g)].map((match, line) => ({
    kind: 'paragraph' as const,
    level: 0,
    label: null,
    start: match.index,
    end: match.index + match[0].length,
    at: { page: null, line: line + 1, cell: null },
  }))
  const folded = foldWidth(source.text)
  const edits = []
  for (let i = 0; i < folded.length; i++) {
    if (folded[i] !== source.text[i]) edits.push({ start: i, end: i + 1, replacement: folded[i]! })
  }
  return { ...source, blocks, joins: [], normalised: revise(source.text, edits) }
}
