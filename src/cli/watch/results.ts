/**
 * What comes out of a watched folder: below `done` a folder of each file's name with the repaired text, a page and a
 * workbook; below `failed` a copy of each file that could not be read, and why. A file that comes again replaces its
 * results, as long as nobody has changed them.
 */
import { basename } from 'node:path'
import { sections } from '../../writers/contract.js'
import type { Language } from '../../writers/language.js'
import { mostInOnePage, pageOfDocuments } from '../../writers/page/page.js'
import type { DocumentRecord } from '../../writers/schema.js'
import { writer as workbook } from '../../writers/xlsx.js'
import type { OutputFolder } from '../output-folder.js'

/** Writes what was made of a file. `path` is its name below the watched folder. */
export function writeResults(
  folder: OutputFolder,
  path: string,
  records: readonly DocumentRecord[],
  language: Language,
): void {
  const file = workbook.open({ language, colour: false, width: 100, sections })
  const page = pageOfDocuments(language)
  for (const [index, record] of records.entries()) {
    const number = records.length === 1 ? '' : `-${index + 1}`
    folder.write(`done/${path}/text${number}.txt`, record.repaired.text)
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
