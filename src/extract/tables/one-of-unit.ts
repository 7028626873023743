/** What one of a unit is that stands by itself in a table, without a number in front of it. */
import type { Quantity } from '../../model/fact.js'
import { findQuantities } from '../../quantities/scan.js'
import type { UnitTable } from '../../resources/units.js'

/** 10^9/L: a power of ten that is printed with the unit. */
export const isPower = (unit: string) => /^[×x*]?10\^\d{1,2}\//.test(unit)

/** One of a unit, where the whole text is one. */
export function oneOf(unit: string, units: UnitTable): Quantity | undefined {
  const printed = isPower(unit) ? `1×${unit.replace(/^[×x*]/, '')}` : `1${unit}`
  const [one] = findQuantities(printed, units)
  return one?.end === printed.length ? one : undefined
}
