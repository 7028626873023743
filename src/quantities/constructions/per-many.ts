/**
 * Rates per a power of ten of persons or things: 413.63/10万. Invariant: the value is the number before the stroke, and
 * what it is per is a part of the unit.
 */
import type { Quantity } from '../../model/fact.js'
import { isArabic } from '../../numerals/characters.js'
import { scanNumeral } from '../../numerals/scan.js'
import { codeAt, type QuantityText } from '../text.js'
import type { DigitConstruction } from './contract.js'

/** How many digits and signs of a rate are looked at. */
const reach = 24
const pattern = /^(\d+(?:\.\d+)?)(\/(?:10{1,2}[万千]|十[万]|百万|[万千])人?)/

function readRate(source: QuantityText, at: number): Quantity | undefined {
  if (isArabic(codeAt(source, at - 1))) return undefined
  const found = pattern.exec(source.folded.slice(at, at + reach))
  if (found === null) return undefined
  const [text, digits, unit] = found
  const numeral = scanNumeral(source.codes, at, { limit: at + digits!.length })
  if (numeral === undefined) return undefined
  const { value } = numeral.head
  return {
    start: at,
    end: at + text.length,
    text: source.text.slice(at, at + text.length),
    value,
    low: null,
    high: null,
    unit: source.text.slice(at + digits!.length, at + text.length),
    base: { value, unit: unit! },
    bound: 'exact',
    qualifier: null,
    measure: 'rate',
    printed: numeral.head,
  }
}

export const construction: DigitConstruction = {
  id: 'per-many',
  reads: 'digits',
  examples: [
    { text: '发病率413.63/10万', reads: '413.63/10万', value: '413.63' },
    { text: '孕产妇死亡率为25/10万', reads: '25/10万', value: '25' },
  ],
  nonExamples: ['完成3/4', '单价5000元/吨'],
  read: readRate,
}
