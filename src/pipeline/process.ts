/**
 * The main entry point: a text or the bytes of a document in, records out.
 * Invariant: the same input, options and resources give the same record on every machine.
 */
import type { AuditedDocument, SourceDocument } from '../model/document.js'
import { ProcessingError, stages } from '../model/message.js'
import { documentOf } from '../readers/document.js'
import { type ReadOptions, readDocuments } from '../readers/read.js'
import { toRecord } from '../writers/record.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { StageOptions } from './stages.js'
import { runStages } from './stages.js'

export interface ProcessOptions extends StageOptions {
  /** Add the tokens of the repaired text to the record. */
  readonly tokens?: boolean
}

/** Path, encoding and limits of the bytes beside what the stages take. */
export interface DocumentOptions extends ProcessOptions, ReadOptions {
  /** Most UTF-16 code units of a document's text; no limit by default. A record can take a kilobyte for each. */
  readonly maxCharacters?: number
}

/** The document that a plain string is: its bytes are its UTF-8 form. */
function sourceOfText(text: string): SourceDocument {
  const bytes = Buffer.from(text, 'utf8')
  return documentOf(bytes, { path: null, entry: null }, { text, mediaType: 'text/plain' })
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

/** The document, or where its text is longer than `limit`: an empty one that says so. Only an entry of many has one. */
function withinLimit(source: SourceDocument, limit: number): SourceDocument {
  const characters = source.text.length
  if (characters <= limit) return source
  const { entry, path } = source.origin
  const code = 'text-too-long'
  const parameters = { path: entry ?? path ?? '-', characters, limit }
  if (entry === null) throw new ProcessingError(code, parameters)
  return {
    ...source,
    text: '',
    stated: [],
    pageStarts: [],
    messages: [...source.messages, { stage: 'read', level: 'error', code, parameters }],
  }
}

/**
 * Reads bytes and yields each document that they hold, with all stages run. Throws ProcessingError where the input as
 * a whole fails; an entry of an archive that does is an empty document with an error among its messages.
 */
export async function* analyseDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<AuditedDocument> {
  const { maxCharacters: limit = Number.POSITIVE_INFINITY } = options
  for await (const source of readDocuments(bytes, options))
    yield runStages(withinLimit(source, limit), options)
}

/** Yields the record of each document that the bytes hold: one, or those of an archive. Throws ProcessingError. */
export async function* processDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<DocumentRecord> {
  for await (const document of analyseDocument(bytes, options)) yield recordOf(document, options)
}
