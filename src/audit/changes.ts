/** The change that two printed values make. */
import type { ExactDecimal, Interval } from '../model/decimal.js'
import { decimal } from '../model/decimal.js'
import { printedNumber } from './expressions.js'
import type { Figure } from './intervals.js'
import { divideIntervals, scaleInterval, subtractIntervals } from './intervals.js'

const hundred = decimal(100)
const one = decimal(1)

export interface Computed {
  readonly interval: Interval
  /** Where all figures have one value. */
  readonly value: ExactDecimal | null
  readonly expression: string
}

/** The change that two values make, signed, in the unit of the printed change. */
export function computeChange(kind: string, current: Figure, prior: Figure): Computed | undefined {
  const [now, then] = [printedNumber(current.fact), printedNumber(prior.fact)]
  const difference = subtractIntervals(current, prior)
  const value = current.value && prior.value && current.value.minus(prior.value)
  if (kind === 'delta' || kind === 'points')
    return { interval: difference, value, expression: `${now} - ${then}` }
  if (kind !== 'percent' && kind !== 'multiple') return undefined
  const scale = kind === 'percent' ? hundred : one
  const quotient = divideIntervals(current, prior)
  if (quotient === undefined) return undefined
  return {
    interval: scaleInterval({ low: quotient.low.minus(1), high: quotient.high.minus(1) }, scale),
    value: value && prior.value!.gt(0) ? value.div(prior.value!).times(scale) : null,
    expression: `(${now} - ${then}) / ${then}`,
  }
}
