/** The value of a fact in the digits that were printed: 44.60 and 2,016 stay what the report has. */
import { parseNumeral } from '../numerals/parse.js'
import type { FactRecord } from './schema.js'

const plainNumber = /\d[\d,]*(?:\.\d+)?/

/** The printed digits, if these say the value alone; else the value. */
export function printedDigits({ text, value }: Pick<FactRecord, 'text' | 'value'>): string | null {
  const [printed] = plainNumber.exec(text.normalize('NFKC')) ?? []
  if (printed === undefined || value === null) return value
  const [, sign = '', size = ''] = /^(-?)(.*)$/.exec(value) ?? []
  const bare = printed.replaceAll(',', '')
  const rest = bare.startsWith(size) ? bare.slice(size.length) : undefined
  const isSame = rest === '' || (rest !== undefined && bare.includes('.') && /^\.?0*$/.test(rest))
  return isSame ? sign + printed : value
}

type Printed = Pick<FactRecord, 'text' | 'value' | 'unit'>

/** To how many decimals the value was printed, in its unit; null where it is none, or was printed in several parts. */
export function printedDecimals({ text, value, unit }: Printed): number | null {
  if (value === null || value.includes('/')) return null
  const number = text.endsWith(unit) ? text.slice(0, text.length - unit.length) : text
  const parsed = parseNumeral(number)
  if (parsed?.value === value) return parsed.decimals
  const digits = printedDigits({ text, value })!
  const isPrinted = text
    .normalize('NFKC')
    .replaceAll(',', '')
    .includes(digits.replace(/^-/, '').replaceAll(',', ''))
  return isPrinted ? (digits.split('.')[1]?.length ?? 0) : null
}
