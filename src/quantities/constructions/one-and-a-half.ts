/**
 * One and a half, the one left out: 个半月, 个半小时.
 */
import { exactDecimal } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { ch } from '../../numerals/characters.js'
import { withoutOne } from '../left-out.js'
import { codeAt, isDigit, isOneOf, type QuantityText } from '../text.js'
import type { SignConstruction } from './contract.js'

/** 个半月, 个半小时: one and a half, the one left out. */
function readOneAndHalf(source: QuantityText, at: number): Quantity | undefined {
  if (
    codeAt(source, at + 1) !== ch.half ||
    isDigit(codeAt(source, at - 1)) ||
    isOneOf(codeAt(source, at - 1), '每这那几各十百')
  )
    return undefined
  const unit = [2, 1]
    .map((length) => ({ end: at + 2 + length, tail: source.text.slice(at + 2, at + 2 + length) }))
    .map(({ end, tail }) => ({
      end,
      value: source.table.units.get(`个${tail}`) ?? source.table.units.get(tail),
    }))
    .find(({ value }) => value?.measure === 'duration')
  if (unit?.value === undefined) return undefined
  const text = source.text.slice(at, unit.end)
  return withoutOne(
    source,
    { at, end: unit.end, text: `${text[0]}${text.slice(2)}`, unit: unit.value },
    exactDecimal('15', -1),
  )
}

export const construction: SignConstruction = {
  id: 'one-and-a-half',
  reads: 'signs',
  starts: '个',
  examples: [{ text: '历时个半月', reads: '个半月', value: '1.5' }],
  nonExamples: ['每个半月', '个体'],
  opens: () => true,
  read: readOneAndHalf,
}
