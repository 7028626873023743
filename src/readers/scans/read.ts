/** Recognised pages as printed ones: in the place of pages that have no text of their own. */
import { ProcessingError } from '../../model/message.js'
import type { PrintedPage } from '../printed/page.js'
import { printedPageOf } from '../printed/page.js'
import type { ReadPage, Recogniser } from './contract.js'
import { inkOfScan } from './ink.js'
import { isReadable } from './messages.js'

/** What recognition gave of a document. */
export interface ScannedPages {
  readonly recogniser: Pick<Recogniser, 'engine' | 'model'>
  readonly pages: readonly ReadPage[]
}

/** A recognised page as it is read; one that could not be read has no text. */
export function printedScanOf(page: ReadPage): PrintedPage {
  return printedPageOf(inkOfScan(isReadable(page) ? page : { ...page, lines: [], rules: [] }))
}

/** All pages. Throws ProcessingError `damaged-file` where the recogniser cannot open the file. */
export async function readScans(pages: AsyncIterable<ReadPage>, format: string): Promise<ReadPage[]> {
  const read: ReadPage[] = []
  try {
    for await (const page of pages) read.push(page)
  } catch (cause) {
    const { code } = cause as { readonly code?: string }
    throw code === 'damaged-picture' ? new ProcessingError('damaged-file', { format }) : cause
  }
  return read
}
