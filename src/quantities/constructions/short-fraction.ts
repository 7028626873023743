/**
 * A fraction without 之, where a measure follows: 三分一汤匙.
 */
import { exactFraction, smallInteger } from '../../model/exact.js'
import type { Numeral } from '../../numerals/numeral.js'
import { readAmount } from '../amount.js'
import { type QuantityText, standsAt } from '../text.js'
import { quantityOf } from '../value.js'
import type { NumeralConstruction } from './contract.js'

/** The fraction that a numeral and 分一 behind it are; undefined where they are none. */
function readFraction(source: QuantityText, numeral: Numeral): Numeral | undefined {
  const { start, end } = numeral
  const parts = numeral.arabic || end !== start + 1 ? Number.NaN : smallInteger(numeral.head.value)
  if (!(parts >= 2 && parts <= 9) || !standsAt(source, end, '分一')) return undefined
  const unit = source.table.units.longest(source.codes, end + 2)?.value
  if (unit === undefined || !['volume', 'mass', 'length', 'area'].includes(unit.measure)) return undefined
  const head = { value: exactFraction(1n, BigInt(parts)), decimals: 0, exponent: 0 }
  return { ...numeral, end: end + 2, headEnd: end + 2, head }
}

export const construction: NumeralConstruction = {
  id: 'short-fraction',
  reads: 'numeral',
  examples: [{ text: '加三分一汤匙', reads: '三分一汤匙', value: '1/3' }],
  nonExamples: ['三分一人', '三分之一'],
  read(source, numeral) {
    const fraction = readFraction(source, numeral)
    return fraction && quantityOf(source, readAmount(source, fraction), false)
  },
}
