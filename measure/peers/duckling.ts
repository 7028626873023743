/** Cases of duckling: numerals, and quantities of money, length, volume, temperature, duration and mass. */

import { parseNumeral } from '../../src/numerals/parse.js'
import { findQuantities, type Quantity } from '../../src/pipeline/quantities.js'
import type { UnitTable } from '../../src/resources/units.js'
import {
  compareNumbers,
  describe,
  inBase,
  isClose,
  type PeerCase,
  readJson,
  seenNumbers,
  toNumber,
} from './cases.js'

interface Expected {
  readonly raw: string
  readonly value?: number
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly grain?: string
}

interface Cases {
  readonly cases: readonly { input: string; expected: Expected }[]
}

/** Duckling's units in our base units; several where a base may be printed differently. */
const units: Readonly<Record<string, { factor: number; bases: readonly string[] }>> = {
  CNY: { factor: 1, bases: ['CNY'] },
  HKD: { factor: 1, bases: ['HKD'] },
  USD: { factor: 1, bases: ['USD'] },
  EUR: { factor: 1, bases: ['EUR'] },
  GBP: { factor: 1, bases: ['GBP'] },
  JPY: { factor: 1, bases: ['JPY'] },
  // Duckling's dollar is any currency that is not named.
  Dollar: { factor: 1, bases: ['CNY', 'USD'] },
  Cent: { factor: 0.01, bases: ['CNY', 'USD'] },
  Millimetre: { factor: 0.001, bases: ['米'] },
  Centimetre: { factor: 0.01, bases: ['米'] },
  Metre: { factor: 1, bases: ['米'] },
  Kilometre: { factor: 1000, bases: ['米'] },
  Inch: { factor: 0.0254, bases: ['米'] },
  Foot: { factor: 0.3048, bases: ['米'] },
  Yard: { factor: 0.9144, bases: ['米'] },
  Mile: { factor: 1609.344, bases: ['米'] },
  Gram: { factor: 0.001, bases: ['千克'] },
  Kilogram: { factor: 1, bases: ['千克'] },
  Pound: { factor: 0.45359237, bases: ['千克'] },
  Ounce: { factor: 0.028349523125, bases: ['千克'] },
  Litre: { factor: 1, bases: ['升'] },
  Millilitre: { factor: 0.001, bases: ['升'] },
  Gallon: { factor: 3.785411784, bases: ['升'] },
  Celsius: { factor: 1, bases: ['℃'] },
  Fahrenheit: { factor: 1, bases: ['℉'] },
  Degree: { factor: 1, bases: ['度', '℃'] },
  Second: { factor: 1, bases: ['秒'] },
  Minute: { factor: 60, bases: ['秒'] },
  Hour: { factor: 3600, bases: ['秒'] },
  Day: { factor: 86400, bases: ['秒'] },
  Week: { factor: 604800, bases: ['秒'] },
  Month: { factor: 1, bases: ['月'] },
  Quarter: { factor: 3, bases: ['月'] },
  Year: { factor: 12, bases: ['月'] },
}

/** The ends that a record states: of an exact value both are the value. */
function endsOf(quantity: Quantity): { low: string | null; high: string | null } {
  if (quantity.bound === 'exact' || quantity.bound === 'approx')
    return { low: quantity.value, high: quantity.value }
  return { low: quantity.low, high: quantity.high }
}

/** Duckling prints a month and a half as 45 days. */
function daysOfMonths(expected: Expected, base: string): number | undefined {
  return base === '月' && expected.grain === 'Day' && expected.value !== undefined
    ? expected.value / 30
    : undefined
}

function agrees(quantity: Quantity, expected: Expected, table: UnitTable): boolean {
  const unit = units[expected.unit ?? expected.grain ?? '']
  if (unit === undefined) return false
  const months = daysOfMonths(expected, quantity.base.unit)
  if (months === undefined && !unit.bases.includes(quantity.base.unit)) return false
  const { low, high } = endsOf(quantity)
  const matches = (own: string | null, wanted: number | undefined) => {
    if (wanted === undefined) return true
    return own !== null && isClose(scaled(quantity, own, table), months ?? wanted * unit.factor)
  }
  return matches(low, expected.value ?? expected.min) && matches(high, expected.value ?? expected.max)
}

/** The currency of a prefix decides the base, so that a 元 behind it counts as one of that currency. */
function scaled(quantity: Quantity, value: string, table: UnitTable): number {
  const own = value === quantity.value ? quantity.base.value : null
  return toNumber(own ?? inBase(quantity, value, table))
}

export function ducklingCases(folder: string, table: UnitTable): PeerCase[] {
  const numerals = readJson<Cases>(folder, 'duckling', 'Numeral.json').cases.map(
    ({ input, expected }): PeerCase => {
      const own = parseNumeral(input)
      const wanted = expected.value ?? Number.NaN
      const isWhole = own !== undefined && isClose(toNumber(own.value), wanted)
      const disagreement = isWhole ? undefined : compareNumbers(seenNumbers(input, table), [wanted])
      return { suite: 'duckling-numeral', input, expected: expected.raw, disagreement }
    },
  )
  const files = ['AmountOfMoney', 'Distance', 'Volume', 'Temperature', 'Duration', 'Quantity']
  const quantities = files.flatMap((file) =>
    readJson<Cases>(folder, 'duckling', `${file}.json`).cases.map(({ input, expected }): PeerCase => {
      const found = findQuantities(input, { units: table })
      const passes = found.length === 1 && agrees(found[0]!, expected, table)
      return {
        suite: 'duckling-quantity',
        input,
        expected: expected.raw,
        disagreement: passes ? undefined : describe(found),
      }
    }),
  )
  return [...numerals, ...quantities]
}
