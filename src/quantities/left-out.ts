/** Quantities whose first digit, a one, is left out in speech: 个半月, 米九. */
import type { Exact } from '../model/exact.js'
import type { Quantity } from '../model/fact.js'
import type { Unit } from '../resources/units.js'
import { endsOf, readBoundAfter } from './bound.js'
import type { QuantityText } from './text.js'
import { baseOf } from './value.js'

interface Spoken {
  readonly at: number
  readonly end: number
  readonly text: string
  readonly unit: Unit
}

/** A quantity whose first digit, a one, is left out. */
export function withoutOne(source: QuantityText, { at, end, text, unit }: Spoken, value: Exact): Quantity {
  const after = readBoundAfter(source, end)
  return {
    start: at,
    end: after?.at ?? end,
    text: source.text.slice(at, after?.at ?? end),
    value,
    ...(after === undefined ? { low: null, high: null } : endsOf(after.word, value)),
    unit: text,
    base: baseOf(value, 0, unit),
    bound: after?.word.bound ?? 'exact',
    qualifier: after?.word.word ?? null,
    measure: unit.measure,
    printed: { value, decimals: 1, exponent: -1 },
  }
}
