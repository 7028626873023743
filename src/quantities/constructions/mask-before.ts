/**
 * Digits behind a mask: xx.51亿元, xx458元. What is left of the number is no figure. Invariant: it has no value and no
 * ends, since nobody knows how many digits are hidden.
 */
import { isArabic, isLatin } from '../../numerals/characters.js'
import { isMask, readMask } from '../../numerals/mask.js'
import { codeAt, isOneOf, type QuantityText } from '../text.js'
import type { SignConstruction } from './contract.js'
import { maskedQuantity } from './mask.js'

/** Stars that are closed again in the same line set words off: **5人**. */
const reach = 100

function isEmphasis(source: QuantityText, start: number, end: number): boolean {
  if (!isOneOf(codeAt(source, start), '*_')) return false
  const mark = source.text[start]!.repeat(2)
  const line = source.text.slice(end, end + reach).split('\n', 1)[0]!
  return line.includes(mark)
}

function read(source: QuantityText, at: number) {
  const before = codeAt(source, at - 1)
  if (isLatin(before) || isArabic(before) || isMask(before) || isOneOf(before, '.-/&=?#@')) return undefined
  const mask = readMask(source.codes, at, source.codes.length)
  if (mask === undefined || isEmphasis(source, at, mask.end)) return undefined
  return maskedQuantity(source, mask)
}

export const construction: SignConstruction = {
  id: 'mask-before',
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
