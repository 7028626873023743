/**
 * The characters that numbers are written with, and a fold that brings variants (full-width, traditional, the digits
 * of other scripts) to one form, code unit for code unit. It leaves the order of characters to the scanners.
 * Invariant: folding keeps the length, so offsets of the folded text are those of the text.
 */
import { foldedWidth, foldWidth } from '../model/fold.js'

/** Pairs of variant and standard form, of numerals and of the characters that units are spelt with. */
const variants =
  '萬万億亿兩两倆两俩两貳贰貮贰弐贰參叁叄叁叄叁陸陆漆柒〇零○零點点個个負负鐘钟鍾钟時时裏里裡里幣币圓圆塊块錢钱銭钱餘余馀余' +
  '幾几數数對对雙双湯汤侖仑歲岁週周間间畝亩頃顷噸吨攝摄華华兆兆紐纽葉叶張张臺台台台條条輛辆隻只戶户員员項项處处場场' +
  '−-－-–-—-―-‐-‑-﹣-～~〜~∼~∶:／/⁄/∕/％%．.٫.，,٬,﹪%﹢+'

/** The zero of each script of the first plane that has digits; the other nine stand behind it, in order. */
const zeros =
  '\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040' +
  '\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50' +
  '\uabf0'

const folded = new Uint16Array(0x10000)
for (let code = 0; code < 0x10000; code++) folded[code] = code
for (let code = 0xff01; code <= 0xff5e; code++) folded[code] = code - 0xfee0
for (const zero of zeros) {
  for (let digit = 0; digit < 10; digit++) folded[zero.charCodeAt(0) + digit] = 0x30 + digit
}
for (const blank of [0x3000, 0x00a0, 0x2002, 0x2003, 0x2009, 0x202f]) folded[blank] = 0x20
for (let index = 0; index < variants.length; index += 2) {
  folded[variants.charCodeAt(index)] = variants.charCodeAt(index + 1)
}

/** The code units of a text in their standard form. */
export function foldCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  foldInto(codes, text)
  return codes
}

/** A text in its standard form, of which the code units are known. Most of it is the text itself. */
export function foldedText(text: string, codes: Uint16Array): string {
  let folded = ''
  let kept = 0
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!
    if (code === text.charCodeAt(at)) continue
    folded += text.slice(kept, at) + String.fromCharCode(code)
    kept = at + 1
  }
  return folded + text.slice(kept)
}

/** Writes them to the begin of an array that has room for them. */
export function foldInto(codes: Uint16Array, text: string): void {
  for (let index = 0; index < text.length; index++) codes[index] = folded[text.charCodeAt(index)]!
}

/** The code unit under which tables keep a character of a word. */
export function foldedCode(code: number): number {
  return folded[foldedWidth(code)]!
}

/** The same fold for a short string: the spelling under which tables keep a word. */
export function foldSpelling(text: string): string {
  return foldedText(text, foldCodes(foldWidth(text)))
}

/** The folded text between two offsets. */
export function sliceCodes(codes: Uint16Array, start: number, end: number): string {
  let text = ''
  if (end - start <= 16) {
    // Numbers are short, and a spread of so few costs more than a loop.
    for (let at = start; at < end; at++) text += String.fromCharCode(codes[at]!)
    return text
  }
  for (let from = start; from < end; from += 4096) {
    text += String.fromCharCode(...codes.subarray(from, Math.min(end, from + 4096)))
  }
  return text
}

export const NO_DIGIT = 255
const digits = new Uint8Array(0x10000).fill(NO_DIGIT)
const multipliers = new Uint8Array(0x10000)
const scales = new Uint8Array(0x10000)
const formal = new Uint8Array(0x10000)

function enter(table: Uint8Array, characters: string, values: readonly number[]): void {
  for (let index = 0; index < characters.length; index++) {
    table[characters.charCodeAt(index)] = values[index]!
  }
}
enter(digits, '零一二三四五六七八九两幺', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 1])
enter(digits, '壹贰叁肆伍陆柒捌玖', [1, 2, 3, 4, 5, 6, 7, 8, 9])
enter(multipliers, '十百千拾佰仟', [1, 2, 3, 1, 2, 3])
enter(scales, '万亿兆', [4, 8, 12])
enter(formal, '壹贰叁肆伍陆柒捌玖拾佰仟', new Array(12).fill(1))

/** Value of a Chinese digit, NO_DIGIT for any other character. */
export function chineseDigit(code: number): number {
  return digits[code]!
}

/** 1 for 十, 2 for 百, 3 for 千, 0 for any other character. */
export function multiplierOf(code: number): number {
  return multipliers[code]!
}

/** 4 for 万, 8 for 亿, 12 for 兆, 0 for any other character. */
export function scaleOf(code: number): number {
  return scales[code]!
}

/** A character of the formal (banknote) series, which also serves in ordinary words: 陆地, 肆意. */
export function isFormal(code: number): boolean {
  return formal[code] === 1
}

export function isArabic(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** A sign of multiplication, or a letter in its place. */
export function isTimes(code: number): boolean {
  return code === 0xd7 || code === 0x78 || code === 0x58 || code === 0x2a || code === 0xb7 || code === 0x22c5
}

export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** Ideographs; no punctuation. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)
}

/** Code units that scanners compare with by name. */
export const ch = {
  space: 0x20,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  point: 0x2e,
  slash: 0x2f,
  colon: 0x3a,
  caret: 0x5e,
  tilde: 0x7e,
  twenty: 0x5eff, // 廿
  thirty: 0x5345, // 卅
  forty: 0x534c, // 卌
  several: 0x51e0, // 几
  number: 0x6570, // 数
  liang: 0x4e24, // 两
  yao: 0x5e7a, // 幺
  zero: 0x96f6, // 零
  one: 0x4e00, // 一
  dot: 0x70b9, // 点
  negative: 0x8d1f, // 负
  positive: 0x6b63, // 正
  and: 0x53c8, // 又
  part: 0x5206, // 分
  of: 0x4e4b, // 之
  half: 0x534a, // 半
  more: 0x4f59, // 余
  many: 0x591a, // 多
  dozen: 0x6253, // 打
  year: 0x5e74, // 年
  piece: 0x4e2a, // 个
  than: 0x6bd4, // 比
} as const

/** The offset behind up to three blanks; line breaks do not count. */
export function skipBlanks(codes: Uint16Array, at: number, limit: number): number {
  let position = at
  while (position < limit && position - at < 3 && codes[position] === ch.space) position++
  return position
}
