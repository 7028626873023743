/** What a reviewer takes along of a document, as it is decided now. */
import type { DecisionLog } from '../decisions/decision.js'
import { standingDecisions } from '../decisions/log.js'
import { decideRecord } from '../pipeline/decided.js'
import type { Resources } from '../pipeline/resources.js'
import { sections } from '../writers/contract.js'
import type { Language } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import { writer } from '../writers/xlsx.js'
import type { ReviewSession } from './session.js'

/** A file that the browser keeps. */
export interface Download {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The file of a document by its number; undefined where there is none. */
export type DownloadOf = (number: number) => Promise<Download | undefined>

export interface DownloadSource {
  readonly session: ReviewSession
  readonly log: DecisionLog
  readonly language: Language
  /** Tables and models, asked for when a decision is first followed. */
  readonly resources: () => Promise<Resources>
}

/** A name for the file of a document: that of its input, of which nothing is a path. `ending` has its dot. */
export function fileNameOf({ origin }: DocumentRecord, ending: string): string {
  const last = (origin.entry ?? origin.path ?? '').split(/[\\/]/).at(-1)!
  const stem = last.replace(/\.[^.]*$/, '').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
  return `${stem === '' ? 'document' : stem.slice(0, 100)}${ending}`
}

/** The record of a document with what its reviewer decided; undefined where there is none of this number. */
export async function decidedDocument(
  { session, log, resources }: DownloadSource,
  number: number,
): Promise<DocumentRecord | undefined> {
  const reviewed = await session.document(number)
  // Some decisions are about words wherever they stand, so all of them are asked.
  if (reviewed === undefined || standingDecisions(log).length === 0) return reviewed?.record
  return decideRecord(reviewed.record, [log], await resources()).record
}

/** The workbook of a document. */
export function workbookDownload(source: DownloadSource): DownloadOf {
  return async (number) => {
    const record = await decidedDocument(source, number)
    if (record === undefined) return undefined
    const file = writer.open({ language: source.language, colour: false, width: 80, sections })
    file.add(record)
    return {
      name: fileNameOf(record, '.xlsx'),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: file.end(),
    }
  }
}
