/** What a reviewer takes along of a document: a workbook, with what she has decided up to now. */
import type { DecisionLog } from '../decisions/decision.js'
import { standingDecisions } from '../decisions/log.js'
import { decideRecord } from '../pipeline/decided.js'
import type { Resources } from '../pipeline/resources.js'
import { sections } from '../writers/contract.js'
import type { Language } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import { writer } from '../writers/xlsx.js'

export interface Download {
  /** Ending of its name, with the dot. */
  readonly extension: string
  readonly mediaType: string
  make(record: DocumentRecord): Promise<Uint8Array>
}

/** The workbook of a record. Tables and models are asked for when a decision is first followed. */
export function workbookDownload(
  log: DecisionLog,
  language: Language,
  resources: () => Promise<Resources>,
): Download {
  return {
    extension: '.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    async make(record) {
      // Some decisions are about words wherever they stand, so all of them are asked.
      const isDecided = standingDecisions(log).length > 0
      const shown = isDecided ? decideRecord(record, [log], await resources()).record : record
      const file = writer.open({ language, colour: false, width: 80, sections })
      file.add(shown)
      return file.end()
    },
  }
}
