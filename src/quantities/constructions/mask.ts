/**
 * Masked digits: 20xx人, 3.xx亿元. Invariant: a masked number has no value, and ends only where whole digits are hidden
 * behind those that are printed.
 */
import { exactDecimal } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { scaleOf } from '../../numerals/characters.js'
import { type MaskedNumber, readMask } from '../../numerals/mask.js'
import { behindBlanks, codeAt, type QuantityText } from '../text.js'
import { measureOf } from '../unit.js'
import type { DigitConstruction } from './contract.js'

/** How long a masked count is at most; longer ones are numbers of cards and accounts. */
const longestCount = 11

const zero = exactDecimal('0', 0)

/** 20xx人: digits with a mask, and the unit behind them; undefined where a single sign stands before no unit. */
export function maskedQuantity(source: QuantityText, mask: MaskedNumber): Quantity | undefined {
  const unit = source.table.units.longest(source.codes, behindBlanks(source, mask.end))
  const scaleEnd = scaleOf(codeAt(source, mask.end)) === 0 ? mask.end : mask.end + 1
  const scaled = source.table.units.longest(source.codes, scaleEnd)
  const match = scaled ?? unit
  const end = match?.end ?? scaleEnd
  if (end === mask.end && (mask.hidden === 1 || mask.low === null)) return undefined
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
    printed: { value: low ?? zero, decimals: 0, exponent: mask.hidden },
  }
}

export const construction: DigitConstruction = {
  id: 'mask',
  reads: 'digits',
  examples: [
    { text: '在校生20xx人', reads: '20xx人', ends: ['2000', '2099'] },
    { text: '投入1XX万元', reads: '1XX万元', ends: ['100', '199'] },
    { text: '完成投资3.xx亿元', reads: '3.xx亿元' },
    { text: '增长1x.5%', reads: '1x.5%' },
    { text: '补助20__人', reads: '20__人', ends: ['2000', '2099'] },
  ],
  nonExamples: ['尺码5xl', '在校生2000人', '令y为3x+2', '长2×3米', '尾号为621700324000****'],
  read(source, at) {
    const mask = readMask(source.codes, at, source.codes.length)
    return mask === undefined || mask.end - mask.start > longestCount
      ? undefined
      : maskedQuantity(source, mask)
  },
}
