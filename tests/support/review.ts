/** A review for tests: a file of records, its index, a log, and the routes, with a clock that counts. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadResources } from '../../src/pipeline/resources.js'
import type { ReviewAssets } from '../../src/review/app.js'
import { openEntrance, reviewApp } from '../../src/review/app.js'
import { workbookDownload } from '../../src/review/downloads.js'
import { openFiles } from '../../src/review/files.js'
import { logPath, openLog } from '../../src/review/open-log.js'
import { type DrawPage, openPictures } from '../../src/review/page-pictures.js'
import { emptyIndex, indexRecords } from '../../src/review/record-index.js'
import { openSession } from '../../src/review/session.js'
import type { Weigh } from '../../src/review/weighed-index.js'
import { weighedIndex } from '../../src/review/weighed-index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { temporaryFolder } from './folder.js'
import { recordsOf } from './records.js'

export const token = 'of-this-test'
/** What lets a page of this machine in, once. */
export const entrance = 'of-this-start'
/** Most bytes of a file that is put in. */
export const mostBytes = 100_000
export const host = '127.0.0.1:4321'
const assets: ReviewAssets = { page: '<p>page', script: 'script', sheet: 'sheet' }

/** What a document is downloaded as. */
export const wordDownload = {
  name: "表 1's.docx",
  mediaType: 'application/x-test',
  bytes: Uint8Array.of(80, 75),
}

export interface TestReviewOptions {
  readonly reviewer?: string
  readonly folder?: string
  readonly assets?: ReviewAssets
  readonly hosts?: () => readonly string[]
  /** Weighs records with what is decided; by default they stay as they are. */
  readonly weigh?: Weigh
  /** Draws pages of scans; by default there are none. */
  readonly draw?: DrawPage
  /** Told where a record cannot be weighed; by default that fails the test. */
  readonly onFailure?: (cause: unknown) => void
}

/** Opens a review of records, in a folder of its own unless one is given. It is closed when the test ends. */
export async function openTestReview(records: readonly DocumentRecord[], options: TestReviewOptions = {}) {
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  const folder = options.folder ?? temporaryFolder()
  const input = temporaryFolder({ 'records.jsonl': lines })
  const given =
    records.length === 0 ? emptyIndex : await indexRecords(join(input, 'records.jsonl'), 'records.jsonl')
  const { reviewer = 'li' } = options
  const path = logPath(folder, reviewer)
  const log = openLog(path, reviewer)
  const { weigh = async (record) => record, draw = async () => undefined } = options
  const {
    onFailure = (cause: unknown) => {
      throw cause
    },
  } = options
  const index = weighedIndex({ index: given, log, weigh, onFailure })
  let minutes = 0
  const session = openSession(index, log, () => new Date(Date.UTC(2024, 4, 1, 8, minutes++)).toISOString())
  const hosts = options.hosts ?? (() => [host])
  const downloads = {
    docx: async (number: number) => (await session.document(number)) && wordDownload,
    workbook: workbookDownload({ session, log, language: 'en', resources: () => loadResources() }),
  }
  const read = async (bytes: Uint8Array, name: string) => recordsOf(bytes, name)
  const files = openFiles({ session, language: 'en', read })
  const app = reviewApp({
    ...{ session, downloads, files, token, hosts },
    pictures: openPictures(session, draw),
    assets: options.assets ?? assets,
    entrance: openEntrance(entrance),
    maxBytes: mostBytes,
  })
  const close = () => {
    index.close()
    given.close()
    files.close()
    log.close()
  }
  onTestFinished(close)
  return { app, session, files, index, log, path, folder, records: join(input, 'records.jsonl') }
}
