/**
 * The main entry: a text or the bytes of a document in, the record out.
 * Invariant: the same input, options and resources give the same record on every machine.
 */
import { createHash } from 'node:crypto'
import type { AuditedDocument, SourceDocument } from '../model/document.js'
import { readDocuments } from '../readers/read.js'
import { toRecord } from '../writers/record.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { StageOptions } from './stages.js'
import { runStages, stages } from './stages.js'

export interface ProcessOptions extends StageOptions {
  /** Add the tokens of the repaired text to the record. */
  readonly tokens?: boolean
}

export interface DocumentOptions extends ProcessOptions {
  /** Name of the input, for its ending and for the record. */
  readonly path?: string | null
  /** Encoding of the bytes, where it is known. */
  readonly encoding?: string
}

/** The document that a plain string is: its bytes are its UTF-8 form. */
function sourceOfText(text: string): SourceDocument {
  const bytes = Buffer.from(text, 'utf8')
  return {
    id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    origin: { path: null, entry: null, mediaType: 'text/plain', encoding: null, bytes: bytes.length },
    text,
    stated: [],
    pageStarts: [],
    messages: text === '' ? [{ stage: 'read', level: 'warning', code: 'empty-input' }] : [],
  }
}

/** The record of a document, with the stages named where not all of them ran. */
export function recordOf(document: AuditedDocument, options: ProcessOptions): DocumentRecord {
  const { until = 'audit', tokens = false } = options
  const partial = until !== 'audit'
  return toRecord(document, {
    tokens,
    ...(partial && { stages: stages.slice(0, stages.indexOf(until) + 1) }),
  })
}

/** Processes a text that is at hand as a string. Synchronous. */
export function analyseText(text: string, options: StageOptions): AuditedDocument {
  return runStages(sourceOfText(text), options)
}

/** The record of a text. */
export function processText(text: string, options: ProcessOptions): DocumentRecord {
  return recordOf(analyseText(text, options), options)
}

/** Reads bytes and yields each document that they hold, with all stages run. */
export async function* analyseDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<AuditedDocument> {
  for await (const source of readDocuments(bytes, options)) yield runStages(source, options)
}

/** Yields the record of each document that the bytes hold: one, or those of an archive. Throws ProcessingError. */
export async function* processDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<DocumentRecord> {
  for await (const document of analyseDocument(bytes, options)) yield recordOf(document, options)
}
