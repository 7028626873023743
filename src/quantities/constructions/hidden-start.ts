/**
 * Digits behind a mask, or a figure of which no digit is left: xx.51亿元, xx458元, __人. Invariant: it has no value and
 * no ends, since nobody knows how many digits are hidden.
 */
import { isArabic, isLatin } from '../../numerals/characters.js'
import { isMask, type MaskedNumber, readMask } from '../../numerals/mask.js'
import { codeAt, isOneOf, type QuantityText } from '../text.js'
import type { SignConstruction } from './contract.js'
import { maskedQuantity } from './mask.js'

/** Units that begin no longer word: 万元, %; and those that a mark must follow: 人, unlike the 人 of 人民. */
const plainUnit = /^(?:[万亿]+(?:元|人次?|吨|亩|户|公里|平方米)|[%‰]|公里|平方米|公顷)/
const wholeUnit = /^(?:元|人次?|名|户|亩|吨)(?=[^\u4e00-\u9fff]|$)/

/** A mask in the place of a whole figure. */
function readWhole(source: QuantityText, at: number): MaskedNumber | undefined {
  const code = codeAt(source, at)
  let end = at
  while (codeAt(source, end) === code) end++
  const hidden = end - at
  if (hidden < 2 || hidden > 4 || isOneOf(code, '*')) return undefined
  const behind = source.text.slice(end, end + 6)
  if (!plainUnit.test(behind) && !wholeUnit.test(behind)) return undefined
  return { start: at, end, low: null, high: null, hidden }
}

function read(source: QuantityText, at: number) {
  const before = codeAt(source, at - 1)
  if (isLatin(before) || isArabic(before) || isMask(before) || isOneOf(before, '.-/&=?#@')) return undefined
  const mask = readMask(source.codes, at, source.codes.length) ?? readWhole(source, at)
  return mask === undefined ? undefined : maskedQuantity(source, mask)
}

export const construction: SignConstruction = {
  id: 'hidden-start',
  reads: 'signs',
  starts: 'xX×*_',
  examples: [
    { text: '完成固定资产投资xx.51亿元', reads: 'xx.51亿元' },
    { text: '农民人均纯收入xx458元', reads: 'xx458元' },
    { text: '增长__.9%', reads: '__.9%' },
    { text: '产值xx亿元', reads: 'xx亿元' },
    { text: '高考上线__人。', reads: '__人' },
  ],
  nonExamples: [
    '中持股份__2019年__年度报告',
    '长5×458米',
    '型号Axx458',
    '**5人**到会',
    'XX人民政府',
    '××名师',
    '_____元',
  ],
  opens: (source, at) => read(source, at) !== undefined,
  read,
}
