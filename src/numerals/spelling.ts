/**
 * Numbers as they look, spelt as the grammar of numbers reads them: without characters that nobody sees, ½ as 1/2, 𝟗 as
 * 9, 10⁴ as 10^4. What such a number means is left to the grammar.
 * Invariant: each code unit of the plain text knows the stretch of the given text that it was made from, in order.
 */

/** A text in its plain spelling. */
export interface PlainText {
  readonly text: string
  /** By code unit of the plain text: where what it was made from begins in the given text, and where it ends. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** What a terminal takes for a command: colours, moves of the cursor, titles. Its digits are shown to nobody. */
const command = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -\/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\u009d\n]*(?:\u0007|\u001b\\|\u009c)`
/** Format characters, joiners, marks of direction, variants of shape. */
const unseen = String.raw`[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]`
const raised = '[⁰¹²³⁴-⁹]'
const power = String.raw`(?<=(?<![\p{Nd}.,．，])(?:10|１０))[⁻⁺]?${raised}+`
/** ½, and one that is set with raised and lowered digits. */
const fraction = `(?<!${raised})${raised}+⁄[₀-₉]+|[¼-¾⅐-⅟↉]`
/** Thin spaces part thousands, as commas do. */
const thousands = String.raw`(?<=\p{Nd})[\u2005\u2006\u2009\u202f](?=\p{Nd}{3}(?!\p{Nd}))`
/** Numbers beyond the first plane: 𝟗, 🄁. */
const distant = String.raw`(?=[\u{10000}-\u{10ffff}])\p{N}`
const special = new RegExp(`(${command}|${unseen})|(${power})|(${fraction})|${thousands}|${distant}`, 'gu')
const anySpecial = new RegExp(special, 'u')

/** Signs of every text, which are spelt so already; what looks like nothing stands among them once (U+3164). */
function isPlain(code: number): boolean {
  if (code < 0x80) return code !== 0x1b
  if (code >= 0x3000 && code < 0xa000) return code !== 0x3164
  return (code >= 0xff01 && code <= 0xff5e) || (code >= 0x2010 && code < 0x2028) || code === 0xb7
}

function isAllPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isPlain(text.charCodeAt(at))) return false
  return true
}

/** One code unit for a thin space, or for a number beyond the first plane: a digit as itself, any other sign as one of its kind. */
function standIn(sign: string): string {
  if (/\s/.test(sign)) return ','
  if (/[🄀-🄌]/u.test(sign)) return '①'
  if (!/\p{Nd}/u.test(sign)) return '፩'
  // The digits of every script and style stand in runs of ten, from zero to nine.
  let zero = sign.codePointAt(0)!
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((sign.codePointAt(0)! - zero) % 10)
}

/** ½ behind a digit is added to it; a digit behind ½ is a number of its own. */
function fractionOf(printed: string, before: string, behind: string): string {
  const plain = printed.normalize('NFKC').replace('⁄', '/') + (/^\p{Nd}/u.test(behind) ? ' ' : '')
  return /[\p{Nd}〇零一二三四五六七八九十百千]$/u.test(before) ? `又${plain}` : plain
}

/** The plain spelling of a text; undefined where it is plain as it stands. */
export function spellPlainly(text: string): PlainText | undefined {
  if (isAllPlain(text) || !anySpecial.test(text)) return undefined
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let from = 0
  let last = ''
  const keep = (end: number) => {
    for (let at = from; at < end; at++) {
      starts.push(at)
      ends.push(at + 1)
    }
    if (end === from) return
    pieces.push(text.slice(from, end))
    last = text.slice(from, end)
  }
  for (const { 0: printed, 1: hidden, 2: raisedPower, 3: printedFraction, index } of text.matchAll(special)) {
    keep(index)
    from = index + printed.length
    if (hidden !== undefined) continue
    const plain =
      raisedPower !== undefined
        ? `^${raisedPower.normalize('NFKC').replace('−', '-')}`
        : printedFraction !== undefined
          ? fractionOf(printedFraction, last, text.slice(from, from + 2))
          : standIn(printed)
    pieces.push(plain)
    last = plain
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(plain === printed ? index + unit : index)
      ends.push(plain === printed ? index + unit + 1 : from)
    }
  }
  keep(text.length)
  return { text: pieces.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
