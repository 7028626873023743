/** What is said of the pages of a printed document: which are pictures, and which have fonts that cannot be read. */
import type { Message } from '../../model/message.js'
import type { PrintedPage } from './page.js'

/** Numbers of pages as people write them: 1, 3–5. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range !== undefined && range.last === number - 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/**
 * What is said of pages that give no text, or not all of theirs; `empty` are pages without text, `allScanned` the code for
 * a document that has no others.
 */
export function messagesOf(
  pages: readonly PrintedPage[],
  empty: ReadonlySet<number>,
  allScanned: string,
): Message[] {
  const numbersOf = (isMeant: (page: PrintedPage, index: number) => boolean) =>
    pages.flatMap((page, index) => (isMeant(page, index) ? [index + 1] : []))
  const warning = { stage: 'read', level: 'warning' } as const
  const unreadable = numbersOf(({ isUnreadable }) => isUnreadable)
  const pictures = numbersOf((page, index) => empty.has(index) && !page.isUnreadable)
  const messages: Message[] = []
  if (unreadable.length > 0) {
    messages.push({ ...warning, code: 'unreadable-fonts', parameters: { pages: rangesOf(unreadable) } })
  }
  if (pictures.length === pages.length && pages.length > 0) {
    messages.push({ ...warning, code: allScanned, parameters: { pages: pages.length } })
  } else if (pictures.some((page) => pages[page - 1]!.hasPictures)) {
    const scanned = pictures.filter((page) => pages[page - 1]!.hasPictures)
    messages.push({ ...warning, code: 'scanned-pages', parameters: { pages: rangesOf(scanned) } })
  }
  return messages
}
