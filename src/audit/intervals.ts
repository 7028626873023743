/**
 * Interval arithmetic on printed figures. A figure stands for every value that rounds to what is printed; 余, 近, 约 and
 * similar words widen the interval. Counts of single things are exact. After statcheck (Nuijten et al. 2016), which
 * compares reported statistics as rounded intervals.
 * Invariant: `low <= high`; all values of one comparison have one unit.
 */
import { decimal, type ExactDecimal, type Interval, printedInterval, toDecimal } from '../model/decimal.js'
import { isFraction, lastDigitExponent } from '../model/exact.js'
import type { Fact } from '../model/fact.js'

/** exact: one value; rounded: within its printed precision; loose: bounded by a word or a range; masked: unknown. */
export type FigureKind = 'exact' | 'rounded' | 'loose' | 'masked'

export interface Figure extends Interval {
  readonly fact: Fact
  readonly kind: FigureKind
  /** The printed value; null for ranges and masks. */
  readonly value: ExactDecimal | null
  /** The value of one unit of the last printed digit. */
  readonly step: ExactDecimal
}

const infinity = decimal(Infinity)
const one = decimal(1)
const ten = decimal(10)
const two = decimal(2)

/** A bound word leaves one unit of the last digit that is not zero open, on the side that the record leaves null. */
function looseInterval(fact: Fact, value: ExactDecimal): Interval {
  const reach = ten.pow(lastDigitExponent(fact.printed.value))
  const low = fact.low === null ? null : toDecimal(fact.low)
  const high = fact.high === null ? null : toDecimal(fact.high)
  switch (fact.bound) {
    case 'approx':
      return {
        low: low ?? value.minus(reach),
        high: high ?? value.plus(low === null && high !== null ? 0 : reach),
      }
    case 'more-than':
    case 'at-least':
      return { low: low ?? value, high: high ?? infinity }
    default:
      return { low: low ?? infinity.neg(), high: high ?? value }
  }
}

const countedMeasures: ReadonlySet<string> = new Set(['count', 'duration', 'age'])

/** A count of things, days or years one by one: no rounding stands behind it. */
function isCounted({ measure, printed, unit, base }: Fact): boolean {
  const isScaled = measure === 'count' && unit !== base.unit
  return countedMeasures.has(measure) && printed.exponent >= 0 && !isScaled
}

/** The figure of a fact in its printed unit; undefined where it has neither value nor bounds. */
export function figureOf(fact: Fact): Figure | undefined {
  const step = ten.pow(fact.printed.exponent)
  if (fact.recovered !== null) {
    const value = toDecimal(fact.recovered.value)
    return { fact, kind: 'exact', value, low: value, high: value, step: one }
  }
  if (fact.bound === 'masked' || fact.bound === 'range') {
    if (fact.low === null || fact.high === null) return undefined
    const kind = fact.bound === 'masked' ? 'masked' : 'loose'
    return { fact, kind, value: null, low: toDecimal(fact.low), high: toDecimal(fact.high), step }
  }
  if (fact.value === null) return undefined
  const value = toDecimal(fact.value)
  if (fact.bound !== 'exact') return { fact, kind: 'loose', value, step, ...looseInterval(fact, value) }
  if (isCounted(fact) || isFraction(fact.value)) {
    return { fact, kind: 'exact', value, low: value, high: value, step: one }
  }
  return { fact, kind: 'rounded', value, step, ...printedInterval({ ...fact.printed, value: fact.value }) }
}

/** The same figure in another unit: every value times a factor. */
function scaleFigure(figure: Figure, factor: ExactDecimal): Figure {
  return {
    ...figure,
    value: figure.value?.times(factor) ?? null,
    low: figure.low.times(factor),
    high: figure.high.times(factor),
    step: figure.step.times(factor),
  }
}

/** How many base units one printed unit is; undefined where the record does not say. */
function factorOf(fact: Fact): ExactDecimal | undefined {
  if (fact.unit === fact.base.unit) return one
  if (fact.value === null || fact.base.value === null) return undefined
  const value = toDecimal(fact.value)
  return value.isZero() ? undefined : toDecimal(fact.base.value).div(value)
}

/** The figure of a fact in its base unit. */
export function baseFigure(fact: Fact): Figure | undefined {
  const figure = figureOf(fact)
  const factor = factorOf(fact)
  return figure && factor && scaleFigure(figure, factor)
}

export function addIntervals(intervals: readonly Interval[]): Interval {
  const zero = one.minus(one)
  return intervals.reduce<Interval>(
    (sum, { low, high }) => ({ low: sum.low.plus(low), high: sum.high.plus(high) }),
    { low: zero, high: zero },
  )
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) }
}

/** The quotient of two intervals of non-negative values; undefined where the divisor can be zero. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(0) || a.low.lt(0)) return undefined
  return { low: b.high.isFinite() ? a.low.div(b.high) : one.minus(one), high: a.high.div(b.low) }
}

export function scaleInterval({ low, high }: Interval, factor: ExactDecimal): Interval {
  return { low: low.times(factor), high: high.times(factor) }
}

export function meet(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high)
}

/** Wider by one unit of the last printed digit: what cutting off instead of rounding leaves open. */
export function allowTruncation(figure: Figure): Interval {
  const half = figure.step.div(two)
  return { low: figure.low, high: figure.high.plus(half) }
}
