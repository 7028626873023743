/**
 * A spoken one that is left out before its unit: 米九 for 1.9 metres, 分半 for one and a half minutes.
 */
import { exactDecimal } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { ch, chineseDigit, isHan, NO_DIGIT } from '../../numerals/characters.js'
import { readBoundAfter } from '../bound.js'
import { withoutOne } from '../left-out.js'
import { codeAt, isOneOf, isWordCharacter, type QuantityText } from '../text.js'
import type { SignConstruction } from './contract.js'

/** 米九 and 分半 between other signs than characters: 1.9米, one and a half minutes. */
function readSpokenOne(source: QuantityText, at: number): Quantity | undefined {
  const next = codeAt(source, at + 1)
  const isMetre = isOneOf(codeAt(source, at), '米')
  const before = codeAt(source, at - 1)
  if (isWordCharacter(before) && !(isMetre && isOneOf(before, '高长宽'))) return undefined
  const end = at + 2
  const digit = chineseDigit(next)
  if (isMetre ? digit === NO_DIGIT || digit === 0 : next !== ch.half) return undefined
  const after = readBoundAfter(source, end)
  if (after === undefined && isHan(codeAt(source, end))) return undefined
  const unit = source.table.units.get(isMetre ? '米' : '分钟')
  if (unit === undefined) return undefined
  const spoken = { at, end, text: source.text.slice(at, at + 1), unit }
  return withoutOne(source, spoken, exactDecimal(`1${isMetre ? digit : 5}`, -1))
}

export const construction: SignConstruction = {
  id: 'spoken-one',
  reads: 'signs',
  starts: '米分',
  examples: [
    { text: '身高米九', reads: '米九', value: '1.9' },
    { text: '分半', reads: '分半', value: '1.5' },
  ],
  nonExamples: ['大米九袋', '分三次'],
  opens: () => true,
  read: readSpokenOne,
}
