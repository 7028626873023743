/** Pictures of the pages of scans, drawn one at a time when they are asked for; the last few are held. */
import type { DocumentRecord } from '../writers/schema.js'
import type { ReviewSession } from './session.js'

/** A picture as the browser shows it. */
export interface PagePicture {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The picture of a page, from 1, of a document by its number; undefined where there is none. */
export type PictureOf = (document: number, page: number) => Promise<PagePicture | undefined>

type RecognisedPage = NonNullable<DocumentRecord['recognition']>['pages'][number]

/** Draws a page of the document that a record was made of; undefined where that is not at hand. */
export type DrawPage = (record: DocumentRecord, page: RecognisedPage) => Promise<PagePicture | undefined>

const mostHeld = 12

/** Pages that a record does not name are none, whatever the document holds. */
export function openPictures(session: Pick<ReviewSession, 'document'>, draw: DrawPage): PictureOf {
  const held = new Map<string, PagePicture>()
  let turn: Promise<unknown> = Promise.resolve()

  async function picture(number: number, wanted: number): Promise<PagePicture | undefined> {
    const key = `${number}/${wanted}`
    const known = held.get(key)
    if (known !== undefined) return known
    const record = (await session.document(number))?.record
    const page = record?.recognition?.pages.find((one) => one.page === wanted)
    const drawn = record === undefined || page === undefined ? undefined : await draw(record, page)
    if (drawn === undefined) return undefined
    held.set(key, drawn)
    if (held.size > mostHeld) held.delete(held.keys().next().value!)
    return drawn
  }

  return (number, page) => {
    // One that fails is told to who asked for it; the next one is drawn all the same.
    const drawn = turn.catch(() => {}).then(() => picture(number, page))
    turn = drawn
    return drawn
  }
}
