/**
 * The unit of a figure in a table: printed with it, in the label or the unit column of its row, in the heads of its
 * column, or for all of the table above it. A unit is read, never assumed: one that does not go with what is named
 * (万元 with a number of persons) is not taken.
 */
import { isFraction, ratioOf, scaleValue } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { findQuantities } from '../../quantities/scan.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { UnitTable } from '../../resources/units.js'
import { bareUnit, findHead, findKnown, isPersonUnit } from '../names/heads.js'
import { isPower, oneOf } from './one-of-unit.js'
import type { WordReader } from './words.js'

/** 单位:万元, also of several kinds: 单位:所、人. */
const unitNote =
  /(?<![\u4e00-\u9fff])(?:计量|货币|金额)?单位:\s*([^\s,;()]{1,40}(?<=\/)\([^\s,;()]{1,20}\)|[^\s,;()]+)/

/** Between the units of a note; a slash parts them only where it makes no unit of them. */
const betweenUnits = [/[、,和及]/, /[、/,和及]/]

/** The units that a line or a cell says for a table; several where they go by what is counted. */
export function unitsIn(text: string, reader: WordReader): readonly string[] {
  const printed = unitNote.exec(text.replace(/单\s+位/g, '单位'))?.[1]
  if (printed === undefined) return []
  if (reader.isUnit(printed)) return [printed]
  for (const sign of betweenUnits) {
    const units = printed.split(sign).filter((unit) => unit !== '')
    if (units.every((unit) => reader.isUnit(unit))) return units
  }
  return []
}

/** A number with a unit, scaled as if it were printed with it. */
export function withUnit(quantity: Quantity, unit: string | null, units: UnitTable): Quantity {
  if (quantity.unit !== '' || unit === null) return quantity
  const whole = oneOf(unit, units)
  const one = whole ?? findQuantities(`1${unit}`, units)[0]
  if (one === undefined || one.unit === '') return quantity
  if (whole === undefined) return withNoun(quantity, unit, one)
  const { value } = quantity
  const isScalable =
    value !== null && !isFraction(value) && one.base.value !== null && !isFraction(one.base.value)
  const scaled = isScalable ? scaleValue(value, ratioOf(one.base.value!)) : null
  return {
    ...quantity,
    unit: isPower(unit) ? unit : one.unit,
    measure: one.measure,
    base: { value: scaled, unit: one.base.unit },
  }
}

/** A number of 万手: of what nobody counts elsewhere. */
function withNoun(quantity: Quantity, unit: string, one: Quantity): Quantity {
  const { value } = quantity
  const scale = one.base.value
  if (value === null || scale === null || isFraction(value) || isFraction(scale)) return quantity
  const base = { value: scaleValue(value, ratioOf(scale)), unit: unit.slice(one.end - 1) }
  return { ...quantity, unit, measure: 'count', base }
}

/** Ends in a word for persons; one character alone is no such word: 卫生, 施工. */
function endsInPersons(name: string, { cues }: IndicatorTable): boolean {
  return [2, 3, 4].some((length) => cues['person-end'].start.get(name.slice(-length)) !== undefined)
}

/** 性别比, 价格指数: numbers of no unit. */
const ratioName = /(?:比|比例|比值|指数|系数)(?:\([^()]{0,20}\))?$/

/** What of persons, money and things a name speaks of; undefined where that is not known. */
function sortOf(name: string, table: IndicatorTable): 'person' | 'money' | 'thing' | 'rate' | undefined {
  const head = findHead(name, table)
  if (ratioName.test(name) || head?.kind === 'rate' || table.cues.rate.says(name.slice(-1))) return 'rate'
  if (head?.kind === 'person' || (head === undefined && endsInPersons(name, table))) return 'person'
  if (findKnown(name, 'any', table)?.indicator.measure === 'money') return 'money'
  return head?.kind === 'thing' || head?.kind === 'household' ? 'thing' : undefined
}

function sortOfUnit(
  unit: string,
  units: UnitTable,
  table: IndicatorTable,
): 'person' | 'money' | 'thing' | undefined {
  const measure = findQuantities(`1${unit}`, units)[0]?.measure
  if (measure === 'money') return 'money'
  if (measure !== 'count') return undefined
  return isPersonUnit(bareUnit(unit), table) ? 'person' : 'thing'
}

const amountOfMoney = /(?:[价额费款]|价格|收费标准)$/

/** The unit in the unit column of a row: that of counted goods is none of their price. */
export function rowUnitFor(
  unit: string,
  column: string,
  units: UnitTable,
  table: IndicatorTable,
): string | null {
  const isMoney = amountOfMoney.test(column) || sortOf(column, table) === 'money'
  const sort = sortOfUnit(unit, units, table)
  return isMoney && (sort === 'thing' || sort === 'person') ? null : unit
}

/** The unit of changes and shares that stands among those of a table. */
export function rateUnitOf(stated: readonly string[]): string | null {
  return stated.length > 1 ? (stated.find((unit) => /[%‰]$/.test(unit)) ?? null) : null
}

/** Which of a table's units goes with one of the names, the most telling name first. */
export function unitFor(
  names: readonly string[],
  stated: readonly string[],
  units: UnitTable,
  table: IndicatorTable,
): string | null {
  const sorts = names.filter((name) => name !== '').map((name) => sortOf(name, table))
  if (sorts.includes('rate')) return null
  const sort = sorts.find((found) => found !== undefined)
  // 单位：件、%: amounts have the one that is no rate.
  const amounts = stated.filter((unit) => !/[%‰]$/.test(unit))
  const [only] = stated.length > 1 ? amounts : stated
  if (only !== undefined && (stated.length === 1 || amounts.length === 1)) {
    const isMoney = sortOfUnit(only, units, table) === 'money'
    return isMoney && sort === 'person' ? null : only
  }
  const fitting = stated.filter((unit) => sortOfUnit(unit, units, table) === sort)
  return sort !== undefined && fitting.length === 1 ? fitting[0]! : null
}
