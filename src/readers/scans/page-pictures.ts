/** Pages of a package that are pictures in files of their own: each is recognised in its place. */
import type { Message } from '../../model/message.js'
import type { Recognition } from '../../model/recognition.js'
import type { Drawing } from '../drawing.js'
import type { PrintedPage } from '../printed/page.js'
import type { ReadPage, ScanOptions } from './contract.js'
import { scanMessages } from './messages.js'
import { printedScanOf, readScans } from './read.js'
import { recogniserOf } from './recogniser.js'
import { recognitionOf } from './recognition.js'

export interface ScannedPackage {
  /** Recognised pages by their place, from 0. */
  readonly printed: ReadonlyMap<number, PrintedPage>
  readonly messages: readonly Message[]
  recognitionOf(drawing: Drawing): Recognition
}

/**
 * Names of pictures by the place of their page, and the files by name; a page whose file is missing, or is of a kind that
 * is not recognised, stays as it is. Undefined where nothing can be recognised.
 */
export async function readPagePictures(
  names: ReadonlyMap<number, string>,
  files: ReadonlyMap<string, Uint8Array>,
  scans: ScanOptions,
): Promise<ScannedPackage | undefined> {
  const recogniser = await recogniserOf(scans)
  if (recogniser === undefined) return undefined
  const pages: ReadPage[] = []
  for (const [at, name] of names) {
    const file = files.get(name)
    if (file === undefined) continue
    try {
      const [page] = await readScans(recogniser.readPicture(file), 'picture')
      if (page !== undefined) pages.push({ ...page, page: at + 1 })
    } catch (cause) {
      // A picture that cannot be opened is told as a page without text; the others are read.
      if ((cause as { code?: string }).code !== 'damaged-file') throw cause
    }
  }
  return {
    printed: new Map(pages.map((page) => [page.page - 1, printedScanOf(page)])),
    messages: scanMessages(pages),
    recognitionOf: (drawing) => recognitionOf(drawing, pages, recogniser),
  }
}
