/** Formats of figures and dates of OpenDocument (ODF 1.3, 16.29) as the codes that Excel writes for them. */
import type { Attributes } from '../xml-part.js'

export const isDataStyle = (name: string) => /^(number|percentage|currency|date|time)-style$/.test(name)

/** More digits are no format. */
const mostDigits = 30
const digits = (written: string | undefined, least: number) =>
  '0'.repeat(Math.min(mostDigits, Math.max(least, Number(written ?? 0) || 0)))

function numberCode(attributes: Attributes): string {
  const { 'decimal-places': decimals, 'min-integer-digits': least, grouping } = attributes
  if (decimals === undefined) return 'General'
  const whole = `${grouping === 'true' ? '#,##' : ''}${digits(least, 1)}`
  const behind = digits(decimals, 0)
  return behind === '' ? whole : `${whole}.${behind}`
}

/** Parts of dates, short and long. */
const dateCodes: Readonly<Record<string, readonly [short: string, long: string]>> = {
  year: ['yy', 'yyyy'],
  month: ['m', 'mm'],
  day: ['d', 'dd'],
  hours: ['h', 'hh'],
  minutes: ['m', 'mm'],
  seconds: ['s', 'ss'],
  'am-pm': ['AM/PM', 'AM/PM'],
}

/** What an element of a format adds to its code; text in it is added by `textCode`. */
export function elementCode(name: string, attributes: Attributes): string {
  if (name === 'number') return numberCode(attributes)
  const codes = dateCodes[name]
  if (codes === undefined) return ''
  const code = codes[attributes.style === 'long' ? 1 : 0]
  return name === 'month' && attributes.textual === 'true' ? code.replace('m', 'mmm') : code
}

/** Text of a format of the kind: signs of percent count, all else is only written. */
export function textCode(kind: string, text: string): string {
  if (kind === 'percentage-style' && text.trim() === '%') return '%'
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`
}
