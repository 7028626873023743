/** Runs of a new Word document, with an account of which characters of the source they say. */
import { escapeXml } from './xml.js'

/** Spans of the source in the order in which they were written; null for a character that is not of the source. */
export type Written = ({ readonly start: number; readonly end: number } | null)[]

/** A character of white space that XML has no room for, or Word no sign, is a blank. */
const asBlank = (text: string) => text.replace(/[\f\v\u0085\u2028\u2029]/g, ' ')

/** A run that says `[start, end)` of the text. A carriage return says nothing. */
export function runMarkup(text: string, start: number, end: number, written: Written): string {
  let markup = ''
  let at = start
  for (const piece of text.slice(start, end).split(/([\n\t\r])/)) {
    const next = at + piece.length
    if (piece === '\n') markup += '<w:br/>'
    else if (piece === '\t') markup += '<w:tab/>'
    else if (piece !== '' && piece !== '\r')
      markup += `<w:t xml:space="preserve">${escapeXml(asBlank(piece))}</w:t>`
    if (piece !== '\r' && next > at) written.push({ start: at, end: next })
    at = next
  }
  return `<w:r>${markup}</w:r>`
}
