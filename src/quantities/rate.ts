/**
 * A unit over others: 元/吨, 人每平方公里, 元/人·月, 吨标准煤/万元, W/(m·K). What stands below a slash may be a noun that
 * is no unit, where nothing goes on behind it: 元/学期.
 * Invariant: every part is printed; the factor is that of the units that are known.
 */
import type { Ratio } from '../model/exact.js'
import { ch, isHan, multiplierOf, scaleOf } from '../numerals/characters.js'
import type { Unit } from '../resources/units.js'
import { codeAt, isOneOf, isWordCharacter, type QuantityText } from './text.js'
import { findUnit, readMarkedUnit, type UnitReading } from './unit.js'

const per = 0x6bcf
/** Signs between units that stand below together. */
const joining = '·・•⋅/'
const mostBelow = 3
/** A noun such as 学期 or 标准箱, a sign such as K. */
const longestNoun = 3

const one: Ratio = { numerator: 1n, denominator: 1n }

/** Units below a line, as one. */
interface Below {
  readonly end: number
  readonly name: string
  readonly base: string
  readonly factor: Ratio
}

function product(first: Ratio, second: Ratio): Ratio {
  return {
    numerator: first.numerator * second.numerator,
    denominator: first.denominator * second.denominator,
  }
}

/** Scale words in front of a unit below: 万 of 万元. */
function scaleAt(source: QuantityText, at: number): { readonly end: number; readonly power: number } {
  let end = at
  let power = 0
  for (; end < at + 2; end++) {
    const step = scaleOf(codeAt(source, end)) || multiplierOf(codeAt(source, end))
    if (step === 0) break
    power += step
  }
  return { end, power }
}

/** What may stand below beside units: a noun; within brackets, a sign too; or nothing. */
type Others = ((code: number) => boolean) | null

/** A noun that ends where the words do. */
function nounAt(
  source: QuantityText,
  at: number,
  isOfNoun: (code: number) => boolean,
): UnitReading | undefined {
  let end = at
  while (end < at + longestNoun && isOfNoun(codeAt(source, end))) end++
  if (end === at || isWordCharacter(codeAt(source, end))) return undefined
  const text = source.text.slice(at, end)
  return { end, text, unit: { name: text, measure: 'count', factor: one, base: text } }
}

/** One unit below, with the scale in front of it. */
function partAt(source: QuantityText, at: number, others: Others): Below | undefined {
  const scale = scaleAt(source, at)
  const known = findUnit(source, at) ?? (scale.power > 0 ? findUnit(source, scale.end) : undefined)
  const reading = known ?? (others === null ? undefined : nounAt(source, at, others))
  if (reading == null || reading.unit === null) return undefined
  const { factor, base, name } = reading.unit
  const isScaled = scale.power > 0 && reading.end - reading.text.length >= scale.end
  const scaled = isScaled ? { ...factor, numerator: factor.numerator * 10n ** BigInt(scale.power) } : factor
  const prefix = isScaled ? source.text.slice(at, scale.end) : ''
  return { end: reading.end, name: prefix + name, base, factor: scaled }
}

/** What stands below: one unit, several joined, or several in brackets. */
function belowAt(source: QuantityText, at: number, given: Others): Below | undefined {
  const isBracketed = codeAt(source, at) === 0x28
  const others = isBracketed ? isWordCharacter : given
  let below = partAt(source, isBracketed ? at + 1 : at, others)
  for (let count = 1; below !== undefined && count < mostBelow; count++) {
    if (!isOneOf(codeAt(source, below.end), joining)) break
    const next = partAt(source, below.end + 1, others)
    if (next === undefined) break
    below = {
      end: next.end,
      name: `${below.name}·${next.name}`,
      base: `${below.base}·${next.base}`,
      factor: product(below.factor, next.factor),
    }
  }
  if (below === undefined || !isBracketed) return below
  return codeAt(source, below.end) === 0x29 ? { ...below, end: below.end + 1 } : undefined
}

/** The unit that was read, over what stands behind it. */
function readRate(source: QuantityText, reading: UnitReading): UnitReading {
  const code = codeAt(source, reading.end)
  const isSlash = code === ch.slash
  if (reading.unit === null || (!isSlash && code !== per)) return reading
  if (!isSlash && findUnit(source, reading.end + 1)?.unit?.measure === 'count') return reading
  const below = belowAt(source, reading.end + 1, isSlash ? isHan : null)
  if (below === undefined) return reading
  const { name, factor, base } = reading.unit
  const unit: Unit = {
    name: `${name}/${below.name}`,
    measure: 'rate',
    factor: product(factor, { numerator: below.factor.denominator, denominator: below.factor.numerator }),
    base: `${base}/${below.base}`,
  }
  return { end: below.end, text: source.text.slice(reading.end - reading.text.length, below.end), unit }
}

/** A unit, alone, over others or in brackets; the empty one where none stands behind the number. */
export function readUnitBehind(source: QuantityText, at: number): UnitReading {
  const found = findUnit(source, at)
  return found === undefined ? readMarkedUnit(source, at) : readRate(source, found)
}
