/**
 * Widths that a PDF states for ranges of characters: `/W` of a font, and `/W2` where it writes downwards. pdfjs makes an
 * array as long as each range, so that a few bytes can ask for all memory. They are looked at first, in all spellings: with
 * remarks between the numbers, under an escaped name, by reference, and in compressed objects. What is compressed in a rarer
 * way, or encrypted, is ended by the memory that reading may take.
 */
import { ProcessingError } from '../../model/message.js'
import { type ObjectStream, objectStreams, objectsOf } from './object-streams.js'

/** No table of characters has codes beyond those of Unicode. */
const mostCodes = 0x11_0000

/** A remark with a slash could hold the name that is looked for, and be read again and again. */
const remark = String.raw`%[^\r\n/]{0,200}[\r\n]`
const blanks = String.raw`(?:[\s\0]|${remark}){0,20}`
const reference = String.raw`\d{1,10}\s{1,9}\d{1,5}\s{1,9}R`
const list = String.raw`\[(?:[\s\0\d.[\]R+-]|${remark})*`
const widths = new RegExp(`/(?:W|#57)(2|#32)?${blanks}(${list}|${reference})`, 'g')
const object = /(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj\s{0,9}(\[[\s\0\d.[\]R+-]*|\d{1,20})/g
const remarks = new RegExp(remark, 'g')

/** The value of a numbered object, as it is written; undefined where it is no list and no number. */
type Resolve = (number: string) => string | undefined

const isList = (written: string) => written.startsWith('[')

/** Objects are looked for when the first is asked for. */
function resolver(text: string, streams: readonly ObjectStream[]): Resolve {
  let known: ReadonlyMap<string, string> | undefined
  return (number) => {
    known ??= new Map([
      ...streams.flatMap(objectsOf),
      ...[...text.matchAll(object)].map(([, of, written]) => [of!, written!] as const),
    ])
    return known.get(number)
  }
}

/** What stands in a list: numbers, and NaN for each list inside. References are followed once. */
function itemsOf(written: string, resolve: Resolve): number[] {
  const items: number[] = []
  let depth = 0
  for (const [token] of written.replace(remarks, ' ').matchAll(/[[\]R]|[+-]?[\d.]+/g)) {
    if (token === '[') {
      if (++depth === 2) items.push(Number.NaN)
    } else if (token === ']') {
      if (--depth === 0) break
    } else if (depth === 1 && token !== 'R') {
      items.push(Number(token))
    } else if (depth === 1) {
      items.push(Number(resolve(String(items.splice(-2)[0]))))
    }
  }
  return items
}

/** The longest range of characters; so many numbers stand behind a range. */
function longestRange(items: readonly number[], behind: number): number {
  let longest = 0
  for (let at = 0; at + 1 < items.length; ) {
    const last = items[at + 1]!
    if (!Number.isNaN(last)) longest = Math.max(longest, last - items[at]!)
    at += Number.isNaN(last) ? 2 : 2 + behind
  }
  return longest
}

/**
 * Throws ProcessingError `absurd-widths` where widths are stated for more characters than there are. `text` has a character
 * for each byte.
 */
export function refuseAbsurdWidths(bytes: Uint8Array, text: string): void {
  const streams = objectStreams(bytes, text)
  const resolve = resolver(text, streams)
  for (const place of [text, ...streams.map(({ content }) => content)]) {
    for (const [, downwards, value] of place.matchAll(widths)) {
      const written = isList(value!) ? value! : (resolve(value!.split(/\s/)[0]!) ?? '')
      const range = longestRange(itemsOf(written, resolve), downwards === undefined ? 1 : 3)
      if (range > mostCodes) throw new ProcessingError('absurd-widths', { count: range })
    }
  }
}
