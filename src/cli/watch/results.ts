/**
 * What comes out of a watched folder: below `done` a folder of each file's name with the repaired text, a page, a
 * workbook, and of a Word document that very file with tracked changes; below `failed` a copy of each file that could not
 * be read, and why. A file that comes again replaces its results, as long as nobody has changed them.
 */
import { basename } from 'node:path'
import { originalIn } from '../../tracked/original.js'
import { wordFileOf } from '../../tracked/word-file.js'
import { sections } from '../../writers/contract.js'
import type { Language } from '../../writers/language.js'
import { mostInOnePage, pageOfDocuments } from '../../writers/page/page.js'
import type { DocumentRecord } from '../../writers/schema.js'
import { writer as workbook } from '../../writers/xlsx.js'
import type { OutputFolder } from '../output-folder.js'

/** A file that was put in. */
export interface PutIn {
  /** Below the watched folder. */
  readonly path: string
  readonly bytes: Uint8Array
}

interface ResultOptions {
  readonly language: Language
  readonly maxBytes: number
}

/** The Word file with tracked changes, and its ending; undefined of a document that is none of Word. */
async function trackedFile(
  record: DocumentRecord,
  bytes: Uint8Array,
  { language, maxBytes }: ResultOptions,
): Promise<{ readonly bytes: Uint8Array; readonly ending: string } | undefined> {
  const original = originalIn(bytes, record)
  if (original === undefined || !/wordprocessingml/.test(record.origin.mediaType)) return undefined
  return wordFileOf(record, original, { language, isAccepted: false, maxBytes })
}

/** Writes what was made of a file. */
export async function writeResults(
  folder: OutputFolder,
  { path, bytes }: PutIn,
  records: readonly DocumentRecord[],
  options: ResultOptions,
): Promise<void> {
  const { language } = options
  const file = workbook.open({ language, colour: false, width: 100, sections })
  const page = pageOfDocuments(language)
  for (const [index, record] of records.entries()) {
    const number = records.length === 1 ? '' : `-${index + 1}`
    folder.write(`done/${path}/text${number}.txt`, record.repaired.text)
    const tracked = await trackedFile(record, bytes, options)
    if (tracked !== undefined) folder.write(`done/${path}/tracked${number}${tracked.ending}`, tracked.bytes)
    if (index < mostInOnePage) page.add(record)
    if (index < workbook.mostJoined!) file.add(record)
  }
  folder.write(`done/${path}/page.html`, page.text())
  folder.write(`done/${path}/tables.xlsx`, file.end())
}

/** Writes why a file failed, with the file where its bytes could be read. */
export function writeFailure(
  folder: OutputFolder,
  path: string,
  bytes: Uint8Array | undefined,
  sentence: string,
): void {
  if (bytes !== undefined) folder.write(`failed/${path}/${basename(path)}`, bytes)
  folder.write(`failed/${path}/why.txt`, `${sentence}\n`)
}
