/**
 * The figure of a cell as text: as its number format shows it, by ssf, where that is the figure that was saved, at most
 * rounded to the decimals that the format asks for. Where a format only abridges (General and scientific show some of the
 * digits, fractions the nearest one, brackets or red stand for a minus) the figure is written out as it was saved.
 * Invariant: no digit that is written differs from the saved figure but by a rounding that is said.
 */
import ssf from 'ssf'
import {
  exactDecimal,
  formatExact,
  isZero,
  lastDigitExponent,
  parseExact,
  shiftValue,
} from '../model/exact.js'

export interface ShownNumber {
  readonly text: string
  /** Whether more decimals were saved than are shown. */
  readonly isRounded: boolean
}

/** What Excel works with; digits behind these are those of the binary fraction. */
const precision = 15
/** A figure this short within the precision, whose further digits are zeros or nines, was meant so. */
const shortMeant = 12

/** Most figures are saved as they are written. */
const plainFigure = /^(?:0|-?[1-9]\d{0,14})$/

/** The decimal that a saved number stands for, without exponent; undefined where it is no number that a cell can hold. */
function savedDecimal(saved: string): string | undefined {
  if (plainFigure.test(saved)) return saved
  const written = writtenDecimal(saved)
  if (written === undefined || !Number.isFinite(Number(saved))) return undefined
  const digits = written.replace(/^-?(0\.0*)?/, '').replace('.', '')
  if (digits.length <= precision || !written.includes('.')) return written
  // Excel saves 66.6 as 66.599999999999994.
  const number = Number(saved)
  const rounded = writtenDecimal(number.toPrecision(precision))!
  const meant = rounded.replace(/^-?(0\.0*)?/, '').replace('.', '').length <= shortMeant
  return meant || Number(rounded) === number ? rounded : written
}

function writtenDecimal(text: string): string | undefined {
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim())
  if (parts === null) return undefined
  const [, sign, whole = '', decimals = '', exponent = '0'] = parts
  return formatExact(exactDecimal(whole + decimals, Number(exponent) - decimals.length, sign === '-'))
}

/** A format's section for the sign of the figure; conditions are left to ssf. */
function sectionOf(format: string, value: string): string {
  const [positive = '', negative, zero] = format.split(';')
  if (value.startsWith('-')) return negative ?? positive
  return value === '0' ? (zero ?? positive) : positive
}

/** Text that a section puts beside the digits is no part of how it shows them. */
function bareSection(section: string): string {
  return section.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\][]*\]/g, '')
}

/** A minus for a figure below zero that the format shows in brackets, in red, or not at all. */
function withSign(text: string, value: string): string {
  if (!value.startsWith('-') || !/\d/.test(text) || /[-−－负負]/.test(text)) return text
  return text.replace(/\(([^()]*)\)/, '$1').replace(/[\d.]/, '-$&')
}

/** General, and text around it, with every digit of the figure. */
function showGeneral(section: string, value: string): string {
  const plain = section
    .replaceAll(/\[\$([^\][-]*)(?:-[^\][]*)?\]|\[[^\][]*\]/g, (_, currency = '') => `"${currency}"`)
    .replace(/general/i, '@')
  const shown: string = ssf.format(plain, value.replace(/^-/, ''))
  return withSign(shown.trim(), value)
}

/** A point that a section only writes, between its digits: 0\\.0, shows tens of thousands with one decimal. */
const writtenPoint = /([0#?])(?:\\\.|"\.")([0#?]+)/

/** The section with a point in place of one that is only written, and the figure that it then shows; ssf knows no such. */
function withRealPoint(section: string, value: string): { readonly section: string; readonly value: string } {
  const decimals = writtenPoint.exec(section)?.[2]?.length
  if (decimals === undefined) return { section, value }
  const pointed = section.replace(writtenPoint, '$1.$2')
  const commas = /[0#?](,+)(?:[^0#?,][^0#?]*)?$/.exec(bareSection(pointed))?.[1]?.length ?? 0
  return {
    section: pointed.replace(/([0#?]),+/, '$1'),
    value: formatExact(shiftValue(parseExact(value), -decimals - 3 * commas)),
  }
}

/** Powers of ten that a format moves the point by: two for each %, minus three for each comma behind the digits. */
function scaleOfFormat(bare: string): number {
  const commas = /[0#?](,+)(?:\.|[^0#?,]*$)/.exec(bare)?.[1]?.length ?? 0
  return 2 * (bare.split('%').length - 1) - 3 * commas
}

/** Whether the digits that are shown are those of the figure, but for rounding. */
function isShown(printed: string, scaled: string, decimals: number): boolean {
  const difference = Math.abs(Number(printed.replaceAll(',', '')) - Math.abs(Number(scaled)))
  return difference <= 0.500001 * 10 ** -decimals && scaled.replaceAll(/[-.]/g, '').length <= precision
}

/** A figure in a format of digits, which may round it. */
function showDigits(shown: string, bare: string, value: string): ShownNumber {
  const printed = /(?:\d[\d,]*)?\.?\d+/.exec(shown)?.[0] ?? ''
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0
  const scaled = shiftValue(parseExact(value), scaleOfFormat(bare))
  if (!isShown(printed, formatExact(scaled), decimals)) return { text: value, isRounded: false }
  const isRounded = !isZero(scaled) && lastDigitExponent(scaled) < -decimals
  return { text: withSign(shown, value), isRounded }
}

/** The figure of a cell, by its format: its code, or the number of one that every workbook has. */
export function showNumber(saved: string, stated: string | number, date1904: boolean): ShownNumber {
  // Excel lets ! stand for the backslash, which ssf does not know.
  const numberFormat = typeof stated === 'string' ? stated.replaceAll('!', '\\') : stated
  const value = savedDecimal(saved)
  const exact: ShownNumber = { text: value ?? saved, isRounded: false }
  const code = typeof numberFormat === 'number' ? ssf.get_table()[numberFormat] : numberFormat
  if (value === undefined || code === '' || code === 'General') return exact
  try {
    const shown: string = ssf.format(numberFormat, Number(value), { date1904 }).trim()
    if (code === undefined || ssf.is_date(code)) return { ...exact, text: shown === '' ? value : shown }
    const section = sectionOf(code, value)
    const bare = bareSection(section)
    if (/general|@/i.test(bare)) return { ...exact, text: showGeneral(section, value) }
    // Nothing, or a word in place of the figure.
    if (!/[0#?]/.test(bare)) return { ...exact, text: shown }
    if (/[eE][+-]|\//.test(bare) || /\[[<>=]/.test(code)) return exact
    const real = withRealPoint(section, value)
    if (real.section === section) return showDigits(shown, bare, value)
    return showDigits(ssf.format(real.section, Number(real.value)), bareSection(real.section), real.value)
  } catch {
    return exact
  }
}
