/**
 * Degrees below zero in words: 零下四摄氏度.
 */
import { negate } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { scanNumeral } from '../../numerals/scan.js'
import { readAmount } from '../amount.js'
import { behindBlanks, type QuantityText, standsAt } from '../text.js'
import { quantityOf } from '../value.js'
import type { SignConstruction } from './contract.js'

/** 零下四摄氏度. */
function readBelowZero(source: QuantityText, at: number): Quantity | undefined {
  const numeral = scanNumeral(source.codes, behindBlanks(source, at + 2))
  if (numeral === undefined) return undefined
  const amount = readAmount(source, numeral)
  if (amount.unit?.measure !== 'temperature') return undefined
  const value = negate(amount.printed.value)
  return quantityOf(source, { ...amount, start: at, printed: { ...amount.printed, value } }, false)
}

export const construction: SignConstruction = {
  id: 'below-zero',
  reads: 'signs',
  starts: '零',
  examples: [{ text: '最低气温零下四摄氏度', reads: '零下四摄氏度', value: '-4' }],
  nonExamples: ['零下三人', '零售'],
  opens: (source, at) => standsAt(source, at, '零下'),
  read: readBelowZero,
}
