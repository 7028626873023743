/** Pictures of the pages of a scan, which go into the page as they are, and which of them are wanted. */
import { isFinding } from '../../../model/check.js'
import type { DocumentRecord } from '../../schema.js'
import { placesOf } from './place.js'

/** Addresses of the pictures of pages (`data:`), by the number of the page. */
export type PagePictures = ReadonlyMap<number, string>

export const pictureChoices = ['auto', 'all', 'none'] as const
/** All pages, none, or up to so many: those with something doubtful first. */
export type PictureChoice = (typeof pictureChoices)[number]

/** A page of a browser with many more takes long to open. */
const mostByItself = 40

export function pictureAddress({ mediaType, bytes }: { mediaType: string; bytes: Uint8Array }): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}

/** Pages with a finding, a correction or a character that may be another. */
function doubtfulPages(record: DocumentRecord): ReadonlySet<number> {
  const found = new Set(record.checks.filter(isFinding).flatMap(({ facts }) => facts))
  const spans = [
    ...record.facts.filter(({ id }) => found.has(id)),
    ...record.corrections.filter(({ kind }) => kind !== 'layout'),
  ]
  return new Set(spans.flatMap(({ start, end }) => placesOf(record, start, end).map(({ page }) => page)))
}

type RecognisedPage = NonNullable<DocumentRecord['recognition']>['pages'][number]

/** The recognised pages whose pictures are wanted, in their order. */
export function picturesWanted(record: DocumentRecord, choice: PictureChoice): readonly RecognisedPage[] {
  const pages = record.recognition?.pages ?? []
  if (choice === 'none') return []
  if (choice === 'all' || pages.length <= mostByItself) return pages
  const doubtful = doubtfulPages(record)
  const first = pages.filter(({ page }) => doubtful.has(page))
  const others = pages.filter(({ page }) => !doubtful.has(page))
  return [...first, ...others].slice(0, mostByItself).sort((one, two) => one.page - two.page)
}
