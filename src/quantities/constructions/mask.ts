/**
 * Masked digits: 20xx人. Invariant: a masked number has ends and no value.
 */
import type { Quantity } from '../../model/fact.js'
import { type MaskedNumber, readMask } from '../../numerals/arabic.js'
import { scaleOf } from '../../numerals/characters.js'
import { behindBlanks, codeAt, type QuantityText } from '../text.js'
import { measureOf } from '../unit.js'
import type { DigitConstruction } from './contract.js'

/** 20xx人: digits with a mask, and the unit behind them. */
function maskedQuantity(source: QuantityText, mask: MaskedNumber): Quantity {
  const unit = source.table.units.longest(source.codes, behindBlanks(source, mask.end))
  const scaleEnd = scaleOf(codeAt(source, mask.end)) > 0 ? mask.end + 1 : mask.end
  const scaled = scaleEnd > mask.end ? source.table.units.longest(source.codes, scaleEnd) : undefined
  const match = scaled ?? unit
  const end = match?.end ?? scaleEnd
  const { low, high } = mask
  return {
    start: mask.start,
    end,
    text: source.text.slice(mask.start, end),
    value: null,
    low,
    high,
    unit: source.text.slice(mask.end, end).trim(),
    base: { value: null, unit: match?.value.base ?? '' },
    bound: 'masked',
    qualifier: null,
    measure: measureOf(match?.value ?? null),
    printed: { value: low, decimals: 0, exponent: mask.hidden },
  }
}

export const construction: DigitConstruction = {
  id: 'mask',
  reads: 'digits',
  examples: [
    { text: '在校生20xx人', reads: '20xx人', ends: ['2000', '2099'] },
    { text: '投入1XX万元', reads: '1XX万元', ends: ['100', '199'] },
  ],
  nonExamples: ['尺码5xl', '在校生2000人'],
  read(source, at) {
    const mask = readMask(source.codes, at, source.codes.length)
    return mask === undefined ? undefined : maskedQuantity(source, mask)
  },
}
