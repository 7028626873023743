/**
 * Units behind a number: plain units, units in brackets, scale words. One over another is read by `rate.ts`.
 * Invariant: a unit is read, never assumed; without one it is the empty string.
 */
import type { Measure } from '../model/fact.js'
import { isArabic, isLatin, multiplierOf, scaleOf } from '../numerals/characters.js'
import type { Unit } from '../resources/units.js'
import { behindBlanks, codeAt, isOneOf, type QuantityText } from './text.js'

export interface UnitReading {
  readonly end: number
  readonly text: string
  readonly unit: Unit | null
}

/** What makes a verb of 打, which is a dozen before things: 投入500万打造园区. */
const struck = '造击算破通好响开印工扫扰听架假赢牢井掉非拐黑卡磨捞车电出入下断包底基头压气针字败仗球猎'

/** The longest unit at an offset, with blanks before it; Latin units must end where the letters end. */
export function findUnit(source: QuantityText, at: number): UnitReading | undefined {
  const start = behindBlanks(source, at)
  const match = source.table.units.longest(source.codes, start)
  if (match === undefined) return undefined
  const last = codeAt(source, match.end - 1)
  const next = codeAt(source, match.end)
  // 5m20 is no area.
  if ((isLatin(last) || isArabic(last)) && (isLatin(next) || isArabic(next))) return undefined
  // 一万两万 is 10,000 and 20,000.
  if (match.value.name === '两' && isOneOf(next, '万亿')) return undefined
  if (match.value.name === '打' && isOneOf(next, struck)) return undefined
  if (match.value.name === '个') {
    // 六个加仑 counts a measure with 个 before it; 个小时 and 个百分点 are units of their own.
    const measured = source.table.units.longest(source.codes, match.end)
    if (measured?.value.measure === 'volume' && measured.end - match.end > 1) {
      return { end: measured.end, text: source.text.slice(start, measured.end), unit: measured.value }
    }
  }
  return { end: match.end, text: source.text.slice(start, match.end), unit: match.value }
}

/** 2171(人): a unit alone in brackets. */
function readBracketUnit(source: QuantityText, at: number): UnitReading | undefined {
  if (codeAt(source, at) !== 0x28) return undefined
  const inner = findUnit(source, at + 1)
  if (inner === undefined || codeAt(source, inner.end) !== 0x29) return undefined
  return { ...inner, end: inner.end + 1 }
}

const quoteReach = 60

/** 5": inches, where no quotation that the mark could close is open on the line. */
function readInch(source: QuantityText, at: number): UnitReading | undefined {
  if (codeAt(source, at) !== 0x22 || !isArabic(codeAt(source, at - 1))) return undefined
  for (let before = at - 1; before >= 0 && codeAt(source, before) !== 0x0a; before--) {
    if (at - before > quoteReach || isOneOf(codeAt(source, before), '"“”')) return undefined
  }
  const unit = source.table.units.get('英寸') ?? null
  return { end: at + 1, text: source.text.slice(at, at + 1), unit }
}

/** A unit in brackets, or a sign for one; the empty one where none stands behind the number. */
export function readMarkedUnit(source: QuantityText, at: number): UnitReading {
  return readBracketUnit(source, at) ?? readInch(source, at) ?? { end: at, text: '', unit: null }
}

/** Scale words in a row. */
export interface Scale {
  readonly end: number
  readonly power: number
  readonly text: string
}

/** Scale words between a hedge and its unit: 万 of 5000余万元. */
export function readScale(source: QuantityText, at: number): Scale {
  let position = behindBlanks(source, at)
  const start = position
  let power = 0
  while (
    scaleOf(codeAt(source, position)) > 0 ||
    (power === 0 && multiplierOf(codeAt(source, position)) > 1)
  ) {
    if (source.table.units.longest(source.codes, position) !== undefined) break
    power += scaleOf(codeAt(source, position)) || multiplierOf(codeAt(source, position))
    position++
  }
  return power === 0
    ? { end: at, power, text: '' }
    : { end: position, power, text: source.text.slice(start, position) }
}

/** Whether two amounts can be the ends of one range. */
export function isSameKind(a: Unit | null, b: Unit | null): boolean {
  return a === null || b === null || (a.measure === b.measure && a.base === b.base)
}

export function measureOf(unit: Unit | null): Measure {
  return unit?.measure ?? 'other'
}
