/**
 * Digits behind a mask: xx.51亿元, xx458元. What is left of the number is no figure. Invariant: it has no value and no
 * ends, since nobody knows how many digits are hidden.
 */
import { isArabic, isLatin } from '../../numerals/characters.js'
import { isMask, readMask } from '../../numerals/mask.js'
import { codeAt, isOneOf, type QuantityText } from '../text.js'
import type { SignConstruction } from './contract.js'
import { maskedQuantity } from './mask.js'

function read(source: QuantityText, at: number) {
  const before = codeAt(source, at - 1)
  if (isLatin(before) || isArabic(before) || isMask(before) || isOneOf(before, '.-/&=?#@')) return undefined
  const mask = readMask(source.codes, at, source.codes.length)
  return mask === undefined ? undefined : maskedQuantity(source, mask)
}

export const construction: SignConstruction = {
  id: 'hidden-start',
  reads: 'signs',
  starts: 'xX×*_',
  examples: [
    { text: '完成固定资产投资xx.51亿元', reads: 'xx.51亿元', isOpen: true },
    { text: '农民人均纯收入xx458元', reads: 'xx458元', isOpen: true },
    { text: '增长__.9%', reads: '__.9%', isOpen: true },
  ],
  nonExamples: ['中持股份__2019年__年度报告', '长5×458米', '型号Axx458', '**5人**到会', '产值xx亿元'],
  opens: (source, at) => read(source, at) !== undefined,
  read,
}
