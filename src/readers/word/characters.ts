/**
 * Characters of Word documents that need telling: raised digits, and characters of the symbol fonts, which stand at
 * places of the private use area. Tables after the fonts' own charts.
 */

const raisedSigns = new Map([...'0123456789+-−'].map((plain, at) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'[at]!]))

/** Digits as raised ones; undefined for anything else. */
export function raisedDigits(text: string): string | undefined {
  if (!/^[-+−]?\d+$/.test(text)) return undefined
  return [...text].map((sign) => raisedSigns.get(sign)!).join('')
}

/** Raised text: digits stay raised, so that 10 with a raised 4 is not 104; behind the letters of a unit they are plain (km2). */
export function raised(text: string, before: string): string {
  return /[A-Za-z]$/.test(before) ? text : (raisedDigits(text) ?? text)
}

/** In half points: what is moved up by less is set straight, as a figure beside a picture. */
export const leastLift = 4

/** Pairs of a place in the font and the character that it shows. */
type Chart = Readonly<Record<number, string>>

const wingdings: Chart = {
  108: '●',
  109: '○',
  110: '■',
  111: '□',
  113: '□',
  114: '□',
  117: '◆',
  168: '□',
  216: '➢',
  224: '→',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

const wingdings2: Chart = { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 163: '□' }

/** Letters are Greek, by their sound; signs stand where they do in the font. */
const symbol: Chart = {
  ...Object.fromEntries(
    [...'abcdefghiklmnopqrstuxyz'].map((letter, at) => [
      letter.charCodeAt(0),
      'αβχδεφγηικλμνοπθρστυξψζ'[at]!,
    ]),
  ),
  ...Object.fromEntries([...'0123456789+-.,%()<>=/'].map((sign) => [sign.charCodeAt(0), sign])),
  68: 'Δ',
  83: 'Σ',
  87: 'Ω',
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '·',
  184: '÷',
  185: '≠',
  187: '≈',
}

const charts = new Map<string, Chart>([
  ['wingdings', wingdings],
  ['wingdings 2', wingdings2],
  ['symbol', symbol],
])

/** What a symbol font shows at a code; nothing where it is no sign that a text would have. */
export function symbolOf(font: string, code: number): string {
  const chart = charts.get(font.toLowerCase()) ?? wingdings
  return chart[code & 0xff] ?? ''
}

/** A text without places of the private use area that symbol fonts take; Wingdings where the font is not said. */
export function withoutSymbols(text: string, font = ''): string {
  return text.replace(/[\uf020-\uf0ff]/g, (sign) => symbolOf(font, sign.charCodeAt(0)))
}
