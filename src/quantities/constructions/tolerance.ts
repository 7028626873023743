/**
 * A value with what it may differ by: 52.3±8.6岁, 25℃±2℃, 直径0.25±0.02mm, (9.6±1.8)d. The value stays the printed one; its
 * ends are those of the tolerance. Invariant: both numbers have one unit, the second one or the bracket has that of both.
 */
import { addValues, negate } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { isArabic } from '../../numerals/characters.js'
import type { Numeral } from '../../numerals/numeral.js'
import { scanNumeral } from '../../numerals/scan.js'
import { type Amount, readAmount } from '../amount.js'
import { readUnitBehind } from '../rate.js'
import { behindBlanks, codeAt, isOneOf, type QuantityText } from '../text.js'
import { isSameKind } from '../unit.js'
import { quantityOf } from '../value.js'
import type { NumeralConstruction } from './contract.js'

const sign = '±'
/** Around these the sign is one of a formula. */
const ofFormulas = '+*×÷/=<>^()√'

/** The amount behind ±; undefined where no number stands there, or one that is not plainly printed. */
function readDeviation(source: QuantityText, at: number): Amount | undefined {
  const mark = behindBlanks(source, at)
  if (!isOneOf(codeAt(source, mark), sign)) return undefined
  const start = behindBlanks(source, mark + 1)
  const numeral = isArabic(codeAt(source, start)) ? scanNumeral(source.codes, start) : undefined
  return numeral?.high === null ? readAmount(source, numeral) : undefined
}

function isOfFormula(source: QuantityText, start: number, end: number): boolean {
  const before = codeAt(source, start - 1)
  const behind = codeAt(source, behindBlanks(source, end))
  return (
    (isOneOf(before, ofFormulas) && !isOneOf(before, '=(')) ||
    (isOneOf(behind, ofFormulas) && !isOneOf(behind, '()'))
  )
}

/** The bracket around both with the unit behind it; undefined where there is none. */
function readBracket(source: QuantityText, first: Amount, deviation: Amount) {
  if (first.unit !== null || deviation.unit !== null) return undefined
  if (!isOneOf(codeAt(source, first.start - 1), '(') || !isOneOf(codeAt(source, deviation.end), ')'))
    return undefined
  const { unit, text, end } = readUnitBehind(source, behindBlanks(source, deviation.end + 1))
  return unit === null ? undefined : { start: first.start - 1, end, unit, unitText: text, scale: 0 }
}

function readTolerance(source: QuantityText, numeral: Numeral): Quantity | undefined {
  const first = numeral.arabic ? readAmount(source, numeral) : undefined
  const deviation = first?.high === null ? readDeviation(source, first.end) : undefined
  if (first === undefined || deviation === undefined || isOfFormula(source, first.start, deviation.end))
    return undefined
  if (first.unit !== null && deviation.unit !== null && !isSameKind(first.unit, deviation.unit))
    return undefined
  const { unit, unitText, scale } = first.unitText === '' ? deviation : first
  if (deviation.unitText !== '' && deviation.unitText !== unitText) return undefined
  const { value } = first.printed
  const whole = readBracket(source, first, deviation) ?? { end: deviation.end, unit, unitText, scale }
  const quantity = quantityOf(source, { ...first, ...whole }, false)
  return {
    ...quantity,
    low: addValues(value, negate(deviation.printed.value)),
    high: addValues(value, deviation.printed.value),
    bound: 'approx',
    qualifier: sign,
  }
}

export const construction: NumeralConstruction = {
  id: 'tolerance',
  reads: 'numeral',
  examples: [
    { text: '年龄52.3±8.6岁，', reads: '52.3±8.6岁', value: '52.3' },
    { text: '保温25℃±2℃', reads: '25℃±2℃', value: '25' },
    { text: '直径0.25 ± 0.02 mm', reads: '0.25 ± 0.02 mm', value: '0.25' },
    { text: '得分85.2±6.1，', reads: '85.2±6.1', value: '85.2' },
    { text: '住院时间为（9.6±1.8）天，', reads: '（9.6±1.8）天', value: '9.6' },
    { text: '尿酸(312 ± 45) μmol/L，', reads: '(312 ± 45) μmol/L', value: '312' },
  ],
  nonExamples: ['2*3±1', '3±1=4', '5±2+x', '误差±2%'],
  read: readTolerance,
}
