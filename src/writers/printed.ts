/** The value of a fact in the digits that were printed: 44.60 and 2,016 stay what the report has. */
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
