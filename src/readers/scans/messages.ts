/** What is said of recognised pages: which are blank, which could not be read, which are in traditional characters. */
import type { Message } from '../../model/message.js'
import { isTraditional } from '../../resources/script.js'
import { rangesOf } from '../printed/messages.js'
import type { ReadPage } from './contract.js'
import { confidenceOf } from './recognition.js'

/** Mean confidence of a page whose text is none. */
const leastConfidence = 0.6

/** Whether what was read of a page is a text. A page without any is blank. */
export function isReadable(page: ReadPage): boolean {
  return (confidenceOf(page) ?? 1) >= leastConfidence
}

const textOf = ({ lines }: ReadPage) =>
  lines.map(({ characters }) => characters.map(({ text }) => text).join('')).join('')

const kinds: readonly (readonly [code: string, isMeant: (page: ReadPage) => boolean])[] = [
  ['blank-pages', ({ lines }) => lines.length === 0],
  ['unreadable-pages', (page) => !isReadable(page)],
  ['traditional-scan', (page) => isReadable(page) && isTraditional(textOf(page))],
]

export function scanMessages(pages: readonly ReadPage[]): Message[] {
  return kinds.flatMap(([code, isMeant]): Message[] => {
    const numbers = pages.filter(isMeant).map(({ page }) => page)
    if (numbers.length === 0) return []
    return [{ stage: 'read', level: 'warning', code, parameters: { pages: rangesOf(numbers) } }]
  })
}
