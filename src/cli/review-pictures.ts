/** Draws the pages of scans for the review, from the documents where they were read or as they were put in. */
import { defaultMaxBytes } from '../model/limits.js'
import type { DrawPage } from '../review/page-pictures.js'
import type { CommandContext } from './contract.js'
import { readOriginal } from './originals.js'
import type { Originals } from './review-downloads.js'

/** The last document is held: pages of one are looked at one after another. */
export function pageDrawer({ terminal, settings }: CommandContext, { near, files }: Originals): DrawPage {
  const { maxBytes = defaultMaxBytes } = settings
  let last: { readonly id: string; readonly bytes: Uint8Array | undefined } | undefined
  return async (record, page) => {
    if (last?.id !== record.id) {
      const bytes = files.original(record) ?? (await readOriginal(terminal, record, near, maxBytes))
      last = { id: record.id, bytes }
    }
    if (last.bytes === undefined) return undefined
    const { shownPages } = await import('../readers/scans/shown.js')
    const [shown] = await shownPages(last.bytes, record.origin.mediaType, [page])
    return shown
  }
}
