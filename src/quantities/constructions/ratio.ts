/**
 * Ratios: 1:3.5, 78比65. Invariant: the value is the fraction in the terms that are printed.
 */
import { digitCount, exactFraction, isZero, ratioOf } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { ch, isArabic } from '../../numerals/characters.js'
import type { Numeral } from '../../numerals/numeral.js'
import { scanNumeral } from '../../numerals/scan.js'
import { isRatioContext } from '../clock.js'
import { codeAt, type QuantityText } from '../text.js'
import type { NumeralConstruction } from './contract.js'

/** Behind 比 the second number follows in 78比65; no digit of either may be a part of anything longer. */
const longestScore = 3

/** Whether 比 between two short whole numbers without units makes a ratio of them, as scores are told. */
function isSpoken(source: QuantityText, numeral: Numeral): boolean {
  const isShort = ({ start, end, plain, head }: Numeral) =>
    plain && head.decimals === 0 && end - start <= longestScore
  if (!numeral.arabic || codeAt(source, numeral.end) !== ch.than || !isShort(numeral)) return false
  const second = scanNumeral(source.codes, numeral.end + 1)
  if (second === undefined || !isShort(second) || !second.arabic) return false
  return source.table.units.longest(source.codes, second.end) === undefined
}

/** Whether a colon joins two numbers of Arabic digits, and no third one stands before. */
function isPrinted(source: QuantityText, { start, end, arabic, plain }: Numeral): boolean {
  if (!arabic || !plain || codeAt(source, end) !== ch.colon || !isArabic(codeAt(source, end + 1)))
    return false
  return codeAt(source, start - 1) !== ch.colon || !isArabic(codeAt(source, start - 2))
}

/** 1:3.5 as a ratio; clock times have been read before. 25.7:26.8:47.5 lists three figures, which are read one by one. */
function readRatio(source: QuantityText, numeral: Numeral): Quantity | undefined {
  if (!isPrinted(source, numeral) && !isSpoken(source, numeral)) return undefined
  if (source.table.cues.longestBefore(source.codes, numeral.start) !== undefined) return undefined // 图1:
  const second = scanNumeral(source.codes, numeral.end + 1)
  if (
    second === undefined ||
    !second.plain ||
    isZero(second.head.value) ||
    (codeAt(source, second.end) === ch.colon && isArabic(codeAt(source, second.end + 1))) ||
    digitCount(numeral.head.value) > 9 ||
    digitCount(second.head.value) > 9
  )
    return undefined
  if (
    source.table.units.longest(source.codes, second.end) !== undefined &&
    !isRatioContext(source, numeral.start)
  )
    return undefined
  const ratio = ratioOf(second.head.value)
  const first = ratioOf(numeral.head.value)
  const value = exactFraction(first.numerator * ratio.denominator, first.denominator * ratio.numerator)
  return {
    start: numeral.start,
    end: second.end,
    text: source.text.slice(numeral.start, second.end),
    value,
    low: null,
    high: null,
    unit: '',
    base: { value, unit: '' },
    bound: 'exact',
    qualifier: null,
    measure: 'ratio',
    printed: { value, decimals: 0, exponent: 0 },
  }
}

export const construction: NumeralConstruction = {
  id: 'ratio',
  reads: 'numeral',
  examples: [
    { text: '师生比1:3.5', reads: '1:3.5', value: '10/35' },
    { text: '男女比例105:100', reads: '105:100', value: '105/100' },
    { text: '主场以78比65获胜', reads: '78比65', value: '78/65' },
  ],
  nonExamples: ['共12:学校', '三:二', '图1:2011年收入', '5比3人', '2020比2019'],
  read: readRatio,
}
