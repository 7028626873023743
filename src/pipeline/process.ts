/**
 * The main entry point: a text or the bytes of a document in, records out.
 * Invariant: the same input, options and resources give the same record on every machine.
 */
import type { AuditedDocument, SourceDocument } from '../model/document.js'
import { stages } from '../model/message.js'
import { documentOf } from '../readers/document.js'
import { toRecord } from '../writers/record.js'
import type { DocumentRecord } from '../writers/schema.js'
import { decideRecord } from './decided.js'
import type { DocumentOptions, ProcessOptions } from './options.js'
import { readSources } from './read-sources.js'
import { memberKey, poolDocument } from './source.js'
import type { StageOptions } from './stages.js'
import { runStages } from './stages.js'
import { resourcesTaughtBy } from './weighed.js'

/** The document that a plain string is: its bytes are its UTF-8 form. */
function sourceOfText(text: string): SourceDocument {
  const bytes = Buffer.from(text, 'utf8')
  return documentOf(bytes, { path: null, entry: null }, { text, mediaType: 'text/plain' })
}

/** The record of a document, with the stages named where not all of them ran. */
export function recordOf(document: AuditedDocument, options: ProcessOptions): DocumentRecord {
  const { until = 'audit', tokens = false, decisions, resources } = options
  const partial = until !== 'audit'
  const record = toRecord(document, {
    tokens,
    ...(partial && { stages: stages.slice(0, stages.indexOf(until) + 1) }),
  })
  return decisions === undefined ? record : decideRecord(record, decisions, resources).record
}

/** Processes a text that is at hand as a string. Synchronous. */
export function analyseText(text: string, options: StageOptions): AuditedDocument {
  return runStages(sourceOfText(text), options)
}

/** The options with resources that know what the decisions teach. */
function taught<Options extends ProcessOptions>(options: Options): Options {
  const { decisions, resources } = options
  return decisions === undefined
    ? options
    : { ...options, resources: resourcesTaughtBy(decisions, resources) }
}

/** The record of a text. */
export function processText(text: string, options: ProcessOptions): DocumentRecord {
  return recordOf(analyseText(text, taught(options)), options)
}

/**
 * Reads bytes and yields each document that they hold, with all stages run. Throws ProcessingError where the input as
 * a whole fails; an entry of an archive that does is an empty document with an error among its messages.
 */
export async function* analyseDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<AuditedDocument> {
  const { provenBySource } = options
  for await (const source of readSources(bytes, options)) {
    const sourceProven = provenBySource?.has(memberKey(source)) ?? false
    yield runStages(source, { ...taught(options), sourceProven })
  }
}

/** Yields the record of each document that the bytes hold: one, or those of an archive. Throws ProcessingError. */
export async function* processDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<DocumentRecord> {
  const provenBySource = await poolDocument(bytes, options)
  for await (const document of analyseDocument(bytes, { ...options, provenBySource }))
    yield recordOf(document, options)
}
