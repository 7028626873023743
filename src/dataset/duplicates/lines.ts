/**
 * Short lines at the borders of a document, as far as they reach from its edge without a heading, a table or a longer
 * paragraph between: the only place where a site's furniture is looked for. Reports share lines too (特此报告), so a
 * line must also show that it is a site's: it holds an address, or one stands further inside.
 */
import type { BlockRecord, DocumentRecord } from '../../writers/schema.js'
import { hashText } from './hash.js'

const longestLine = 60
/** At each border. */
const mostLines = 12

/** Numbers a line in the list: start, end, hash of two words, traits. */
export const lineStride = 5

/** Traits of a line, as bits. */
export const lineTraits = { head: 1, telling: 2 } as const

/** An address in the web, or the sign of a copyright. Addresses of mail are how offices sign. */
const address =
  /(?:https?:\/\/|www\.|(?<![@\w.-])(?:[a-z\d-]+\.)+(?:com|cn|net|org|cc|info|top|vip)(?![a-z\d]))|©/i

function isLine({ kind, start, end }: BlockRecord): boolean {
  return (kind === 'paragraph' || kind === 'list-item' || kind === 'footnote') && end - start < longestLine
}

/** `[start, end, hash, hash, traits]` of each line, from the edges inwards: those of the head, then those of the tail. */
export function linesOf({ blocks, source }: DocumentRecord): Uint32Array {
  const own = blocks.filter(({ kind }) => kind !== 'boilerplate')
  const numbers: number[] = []
  const isInside = own.findIndex((block) => !isLine(block))
  // A document of nothing but short lines has no inside, and no border.
  if (isInside < 0) return new Uint32Array()
  const head = own.slice(0, Math.min(isInside, mostLines))
  const tail: BlockRecord[] = []
  for (let index = own.length - 1; isLine(own[index]!) && tail.length < mostLines; index--)
    tail.push(own[index]!)
  for (const [lines, border] of [
    [head, lineTraits.head],
    [tail, 0],
  ] as const) {
    for (const { start, end } of lines) {
      const text = source.text.slice(start, end)
      // Counters and page numbers differ from document to document.
      const form = text.replace(/\s+/g, '').replace(/\d+/g, '0')
      const traits = border | (address.test(text) ? lineTraits.telling : 0)
      numbers.push(start, end, hashText(form, 1), hashText(form, 2), traits)
    }
  }
  return Uint32Array.from(numbers)
}
