/** Pictures of the pages of scans for reports, drawn from the document where that is at hand. */
import { shownPages } from '../readers/scans/shown.js'
import { originalIn } from '../tracked/original.js'
import type { PagePictures } from '../writers/page/scan/pictures.js'
import { pictureAddress, picturesWanted } from '../writers/page/scan/pictures.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { Settings } from './options.js'

/** Undefined where none are wanted or can be had. `input` are the bytes that the document stands in. */
export async function picturesOf(
  record: DocumentRecord,
  input: Uint8Array | undefined,
  { pageImages = 'auto' }: Pick<Settings, 'pageImages'>,
): Promise<PagePictures | undefined> {
  const wanted = input === undefined ? [] : picturesWanted(record, pageImages)
  const original = wanted.length === 0 ? undefined : originalIn(input!, record)
  if (original === undefined) return undefined
  const shown = await shownPages(original, record.origin.mediaType, wanted)
  return shown.length === 0 ? undefined : new Map(shown.map((page) => [page.page, pictureAddress(page)]))
}
