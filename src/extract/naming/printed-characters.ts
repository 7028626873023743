/** Which characters of some words a stretch of text prints. */

/** By code unit: the last stretch that printed it. The stretch that was asked about last is not read again. */
const printedBy = new Uint32Array(0x10000)
let stretch = 0
let read = ''

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff

/** How many characters of some words do not stand in a text. */
export function unprintedIn(text: string, words: string): number {
  if (text !== read) {
    read = text
    stretch++
    for (let at = 0; at < text.length; at++) printedBy[text.charCodeAt(at)] = stretch
  }
  let count = 0
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at)
    if (printedBy[code] !== stretch && !isLowSurrogate(code)) count++
  }
  return count
}
