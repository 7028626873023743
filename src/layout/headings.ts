/**
 * Headings and labels of Chinese official documents: 一、 （一） 1. （1） 一是 — at the start of a line, and inside a long
 * line after the end of a sentence or a space. Offsets are those of the source.
 */

/** A label and where its heading ends; `end` equals the label's end where the text behind it is no heading. */
export interface Label {
  readonly start: number
  readonly labelEnd: number
  readonly level: number
}

const numerals = '一二三四五六七八九十'
const labels: readonly { readonly level: number; readonly pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`[${numerals}]{1,3}[、．.](?![${numerals}])`, 'y') },
  { level: 2, pattern: new RegExp(`[（(][${numerals}]{1,3}[）)]`, 'y') },
  { level: 3, pattern: /[0-9０-９]{1,2}[.．、](?![0-9０-９])/y },
  { level: 4, pattern: /[（(][0-9０-９]{1,2}[）)]/y },
  { level: 4, pattern: new RegExp(`[${numerals}]是(?![${numerals}否])`, 'y') },
]

/** What may stand before a label inside a line. */
const opensLabel = new Set('。；;：: 　！？!?')
const firsts = new Set(`${numerals}（(0123456789０１２３４５６７８９`)

/** The label that begins at an offset, if one does. */
function labelAt(text: string, at: number, end: number): Label | undefined {
  if (!firsts.has(text[at]!)) return undefined
  for (const { level, pattern } of labels) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null || at + match[0].length > end) continue
    return { start: at, labelEnd: at + match[0].length, level }
  }
  return undefined
}

/** Whether what follows a label can be a heading or an item: text, not the rest of a number or of a list of names. */
function opensText(text: string, { start, labelEnd }: Label, end: number): boolean {
  let at = labelEnd
  while (at < end && (text[at] === ' ' || text[at] === '　')) at++
  if (at >= end) return false
  const isFigure = /[0-9０-９]/.test(text[start]!)
  return isFigure ? /[\u4e00-\u9fff“"《]/.test(text[at]!) : /[\u4e00-\u9fff“"《0-9A-Za-z]/.test(text[at]!)
}

/** All labels of a line `[start, end)`. Inside a line a label stands behind the end of a sentence or a space. */
export function findLabels(text: string, start: number, end: number): Label[] {
  const found: Label[] = []
  for (let at = start; at < end; at++) {
    if (at > start && !opensLabel.has(text[at - 1]!)) continue
    const label = labelAt(text, at, end)
    if (label === undefined || !opensText(text, label, end)) continue
    found.push(label)
    at = label.labelEnd - 1
  }
  return found
}

/** Behind these a phrase goes on. */
const goesOn = new Set('的和及与或在对以为把将、，,')

/** Headings are no longer than this, and no shorter behind their label than that. */
const longestHeading = 48
const shortestHeading = 4

/** A space parts a heading from text only where at least this much text follows it. */
const shortestText = 8

/**
 * Whether a space ends the heading behind a label. It does not where a page break tore a word: behind a particle, within
 * the first characters, or in an item of a list that ends in a semicolon. 一是 opens a clause, which no space ends.
 */
function endsAtSpace(text: string, label: Label, at: number, end: number): boolean {
  if (goesOn.has(text[at - 1]!) || text[label.labelEnd - 1] === '是') return false
  const rest = text.slice(at, end).trimEnd()
  return at - label.labelEnd >= shortestHeading && rest.length > shortestText && !/[；;]$/.test(rest)
}

/**
 * Where the heading behind a label ends: behind the first 。 or before the first space, if that comes soon and the text
 * goes on, or at the end of the piece; undefined where there is no such end.
 */
export function headingEnd(text: string, label: Label, end: number): number | undefined {
  let at = label.labelEnd
  while (at < end && (text[at] === ' ' || text[at] === '　')) at++
  const limit = Math.min(end, at + longestHeading)
  for (; at < limit; at++) {
    const character = text[at]!
    if (character === '。' || character === '：' || character === ':') return at + 1
    if (character === ' ' || character === '　') {
      if (endsAtSpace(text, label, at, end)) return at
    }
    if (character === '；' || character === ';') return undefined
  }
  return at === end ? end : undefined
}
