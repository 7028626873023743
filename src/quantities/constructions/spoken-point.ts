/**
 * A decimal point that is written as it is spoken, before a scale or a share: 2点5亿元, 3点6%. Behind a day or a part of it, 点 tells the hour.
 */
import { addValues, shiftValue } from '../../model/exact.js'
import { digitRunEnd } from '../../numerals/arabic.js'
import { ch, isArabic } from '../../numerals/characters.js'
import type { Numeral } from '../../numerals/numeral.js'
import { scanNumeral } from '../../numerals/scan.js'
import { readAmount } from '../amount.js'
import { codeAt, isOneOf, type QuantityText } from '../text.js'
import { quantityOf } from '../value.js'
import type { NumeralConstruction } from './contract.js'

/** More digits are spoken one by one. */
const mostDecimals = 3
/** What hours stand behind: 3日8点, 下午2点, 凌晨4点. */
const beforeHours = '日号午晨晚早夜间刻上'

/** What no hour is followed by. */
const shares: ReadonlySet<string> = new Set(['percent', 'percentage-point', 'multiple'])

function isOfShare({ codes, table }: QuantityText, end: number): boolean {
  return shares.has(table.units.longest(codes, end)?.value.measure ?? '')
}

/** The decimal that a whole number, 点 and digits with a scale or of a share are; undefined where they are none. */
function readPoint(source: QuantityText, numeral: Numeral): Numeral | undefined {
  const { codes } = source
  const { start, end, head, arabic, plain } = numeral
  if (!arabic || !plain || head.decimals > 0 || codes[end] !== ch.dot || !isArabic(codes[end + 1] ?? 0))
    return undefined
  if (isOneOf(codeAt(source, start - 1), beforeHours)) return undefined
  const tail = scanNumeral(codes, end + 1)
  const decimals = tail === undefined ? 0 : tail.headEnd - end - 1
  if (tail === undefined || decimals > mostDecimals) return undefined
  if (tail.scale < 4 && !isOfShare(source, tail.end)) return undefined
  if (digitRunEnd(codes, end + 1, codes.length) !== tail.headEnd) return undefined
  const value = addValues(head.value, shiftValue(tail.head.value, -decimals))
  return { ...tail, start, head: { value, decimals, exponent: -decimals } }
}

export const construction: NumeralConstruction = {
  id: 'spoken-point',
  reads: 'numeral',
  examples: [
    { text: '销售收入2点5亿元', reads: '2点5亿元', value: '2.5' },
    { text: '新增就业3点25万人', reads: '3点25万人', value: '3.25' },
    { text: '增长3点6个百分点', reads: '3点6个百分点', value: '3.6' },
    { text: '利率3点85%', reads: '3点85%', value: '3.85' },
  ],
  nonExamples: ['早上8点5万人到场', '3日8点5万人到场', '2点5分', '2点5'],
  read(source, numeral) {
    const decimal = readPoint(source, numeral)
    return decimal && quantityOf(source, readAmount(source, decimal), false)
  },
}
