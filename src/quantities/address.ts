/**
 * Where something stands: 人民路188号3栋2层, 25号院4幢301室. Its numbers count nothing. What names houses opens with the
 * number of one (号); 3栋12层 alone are counted.
 * Invariant: a bounded number of characters is looked at around each offset.
 */
import type { Numeral } from '../numerals/numeral.js'
import type { Label } from './label.js'
import { codeAt, isOneOf, type QuantityText, standsAt } from './text.js'

/** The end of a street's name. */
const streetEnd = '路街巷弄道里村庄'
/** What a number of a house, and of a part of it, stands before. */
const parts = ['号', '栋', '幢', '座', '单元', '层', '楼', '室', '门'] as const
/** As far before a number as its house is looked for. */
const reach = 24
/** A house, and parts of it up to here. */
const house = /\d号(?:院|楼)?(?:\d{1,4}(?:栋|幢|座|单元|层|楼|门))*$/

/** 3号、5号楼: numbers in a row of which the last says what they number. */
const numbered = /^号(?:[、,和及与]\d{1,3}号){1,9}(?:[楼栋机井院桥门厅炉坝闸泵站仓库桩线]|厂房|地块)/

/** 3楼会议室: a floor, unless floors are counted (共6楼) or it is part of another word (3楼盘). */
const floor = /^[^共计建\d]?\d{1,2}楼(?![层盘宇房栋幢])/

/** 3室2厅1卫: how a flat is laid out. */
const layout = /^室\d厅(?:\d(?:厨|卫|阳台))*/

/** A number in an address, or in a row of numbered things; undefined where it is none. */
export function readAddress(source: QuantityText, at: number, { end, plain }: Numeral): Label | undefined {
  if (!plain) return undefined
  const part = parts.find((word) => standsAt(source, end, word))
  if (part === undefined) return undefined
  const label: Label = { start: at, end: end + part.length, reason: 'name' }
  if (part === '楼' && floor.test(source.text.slice(Math.max(0, at - 1), end + 2))) return label
  const rooms = part === '室' ? layout.exec(source.text.slice(end, end + reach)) : null
  if (rooms !== null) return { ...label, end: end + rooms[0].length }
  if (part === '号') {
    if (isOneOf(codeAt(source, at - 1), streetEnd)) return label
    return numbered.test(source.text.slice(end, end + reach)) ? label : undefined
  }
  return house.test(source.text.slice(Math.max(0, at - reach), at)) ? label : undefined
}
