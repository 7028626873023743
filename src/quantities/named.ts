/**
 * Chinese numerals in names and idioms that look like a number with its unit: 三门村 is a village, 零企业 counts
 * nothing. Words that no rule makes are in `corpus/units/not-quantities.tsv`.
 * Invariant: a bounded number of characters is looked at from each offset.
 */
import { ch } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import type { Label } from './label.js'
import { codeAt, isOneOf, type QuantityText } from './text.js'

/** Classifiers and kinds that villages are counted with: 三个村, 两级村委, 十条村. */
const countsVillages = '个座处批条类级户组次'
/** Behind 村 and 庄 a longer word goes on: 五成村民, 三公里村道, 五亩庄稼. */
const goesOn = '民道委庄落级寨干医校小里支组两集稼'

/** 五成村, 八里镇: numeral, unit and the kind of a settlement are its name. */
function readSettlement(source: QuantityText, numeral: Numeral): Label | undefined {
  if (numeral.end - numeral.start > 2) return undefined
  const unit = source.table.units.longest(source.codes, numeral.end)
  if (unit === undefined || unit.end > numeral.end + 1) return undefined
  if (isOneOf(codeAt(source, numeral.end), countsVillages)) return undefined
  const isKind = isOneOf(codeAt(source, unit.end), '村屯庄')
  if (!isKind || isOneOf(codeAt(source, unit.end + 1), goesOn)) return undefined
  return { start: numeral.start, end: unit.end + 1, reason: 'name' }
}

/** 零企业, 零案件: none of a thing, as a word; 零起 and 零元 are figures. */
function readNone(source: QuantityText, { start, end }: Numeral): Label | undefined {
  if (codeAt(source, start) !== ch.zero || end - start !== 1) return undefined
  const unit = source.table.units.longest(source.codes, end)
  if (unit === undefined || unit.value.measure !== 'count' || unit.end - end < 2) return undefined
  return { start, end: unit.end, reason: 'idiom' }
}

/** What a Chinese numeral names; undefined where it counts. */
export function readNamed(source: QuantityText, numeral: Numeral): Label | undefined {
  if (numeral.arabic || numeral.scale > 0) return undefined
  return readSettlement(source, numeral) ?? readNone(source, numeral)
}
