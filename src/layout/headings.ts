/**
 * Headings and labels of Chinese official documents: 一、 （一） 1. （1） 一是, at the start of a line, and inside a long line
 * after the end of a sentence or a space. Offsets index the source.
 */

/** A label and where its heading ends; `end` equals the label's end where the text behind it is no heading. */
export interface HeadingLabel {
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
  { level: 4, pattern: new RegExp(`[${numerals}]是(?!否|[${numerals}]{1,2}[，,。；、])`, 'y') },
]

/** What may stand before a label inside a line. */
const opensLabel = new Set('。；;：: 　！？!?')
const firsts = new Set(`${numerals}（(0123456789０１２３４５６７８９`)

/** The label that begins at an offset, if one does. */
function labelAt(text: string, at: number, end: number): HeadingLabel | undefined {
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
function opensText(text: string, { start, labelEnd }: HeadingLabel, end: number): boolean {
  let at = labelEnd
  while (at < end && (text[at] === ' ' || text[at] === '　')) at++
  if (at >= end) return false
  const isFigure = /[0-9０-９]/.test(text[start]!)
  return isFigure ? /[\u4e00-\u9fff“"《]/.test(text[at]!) : /[\u4e00-\u9fff“"《0-9A-Za-z]/.test(text[at]!)
}

const article = new RegExp(`第[${numerals}百零〇0-9]{1,6}[章节条编]`, 'y')

/** Whether a chapter or an article of a law begins at an offset. */
export function startsArticle(text: string, at: number): boolean {
  article.lastIndex = at
  return article.test(text)
}

/** All labels of a line `[start, end)`. Inside a line a label stands behind the end of a sentence or a space. */
export function findLabels(text: string, start: number, end: number): HeadingLabel[] {
  const found: HeadingLabel[] = []
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

const tornCharacter = /[ 　][\u4e00-\u9fff][ 　]/y
const tornWords = /[ 　][\u4e00-\u9fff、“”‘’《》]{1,14}。./y

/**
 * Whether a space ends the heading behind a label. It does not where a page break tore a word: behind a particle, within
 * the first characters, before a single character, or in an item of a list that ends in a semicolon; nor, where other
 * headings of the level end in a full stop, shortly before one. 一是 opens a clause, which no space ends.
 */
function endsAtSpace(
  text: string,
  label: HeadingLabel,
  at: number,
  end: number,
  style: HeadingStyle,
): boolean {
  if (goesOn.has(text[at - 1]!) || text[label.labelEnd - 1] === '是') return false
  const torn = style === 'sentence' ? [tornCharacter, tornWords] : [tornCharacter]
  for (const pattern of torn) {
    pattern.lastIndex = at
    if (pattern.test(text) && pattern.lastIndex <= end) return false
  }
  const rest = text.slice(at, end).trimEnd()
  return at - label.labelEnd >= shortestHeading && rest.length > shortestText && !/[；;]$/.test(rest)
}

/** How the headings of a level end in a document: in a full stop, or in some other way. */
export type HeadingStyle = 'sentence' | 'other'

/** The way that most headings of each level end, from the labels of a document with the ends of their pieces. */
export function findStyles(
  text: string,
  labels: readonly { readonly label: HeadingLabel; readonly end: number }[],
): ReadonlyMap<number, HeadingStyle> {
  const balance = new Map<number, number>()
  for (const { label, end } of labels) {
    const stop = headingEnd(text, label, end, 'other')
    if (stop === undefined) continue
    const isSentence = text[stop - 1] === '。' && stop < end
    balance.set(label.level, (balance.get(label.level) ?? 0) + (isSentence ? 1 : -1))
  }
  return new Map([...balance].map(([level, sum]) => [level, sum > 0 ? 'sentence' : 'other']))
}

/** 三、采购预算：498万元: what the words before the colon measure stands right behind it, so that they head nothing. */
const statesValue = /[：:][ 　]{0,4}(?:(?:人民币|约|[￥¥$])[ 　]?)?[-–]?\d/y

/**
 * Where the heading behind a label ends: behind the first 。 or before the first space, if that comes soon and the text
 * goes on, or at the end of the piece; undefined where there is no such end.
 */
export function headingEnd(
  text: string,
  label: HeadingLabel,
  end: number,
  style: HeadingStyle,
): number | undefined {
  let at = label.labelEnd
  while (at < end && (text[at] === ' ' || text[at] === '　')) at++
  const limit = Math.min(end, at + longestHeading)
  for (; at < limit; at++) {
    const character = text[at]!
    statesValue.lastIndex = at
    if (statesValue.test(text)) return undefined
    if (character === '。' || character === '：' || character === ':') return at + 1
    if (character === ' ' || character === '　') {
      if (endsAtSpace(text, label, at, end, style)) return at
    }
    if (character === '；' || character === ';') return undefined
  }
  return at === end ? end : undefined
}
