/** Quantities of any text, without the other stages: the library's `findQuantities`. */

import { formatExact, formatOrNull } from '../model/exact.js'
import type { Quantity as Inner } from '../model/fact.js'
import { once } from '../model/once.js'
import { findQuantities as findWithUnits } from '../quantities/scan.js'
import type { UnitTable } from '../resources/units.js'
import { loadUnits } from '../resources/units.js'
import type { Resources } from './resources.js'

/** What `findQuantities` yields: values are decimals or fractions as records have them, "457.76" and "1/3". */
export type Quantity = Inner<string>

const shippedUnits: () => UnitTable = once(() => loadUnits())

/** A quantity with its values as records have them. */
export function withStrings(quantity: Inner): Quantity {
  const { value, low, high, base, printed } = quantity
  return {
    ...quantity,
    value: formatOrNull(value),
    low: formatOrNull(low),
    high: formatOrNull(high),
    base: { ...base, value: formatOrNull(base.value) },
    printed: { ...printed, value: formatExact(printed.value) },
  }
}

/**
 * Every quantity of a text, in order, with its unit, bound and exact value; offsets index the text that is given.
 * Units are those of the resources, or those that ship.
 */
export function findQuantities(text: string, resources?: Pick<Resources, 'units'>): Quantity[] {
  return findWithUnits(text, resources?.units ?? shippedUnits()).map(withStrings)
}
