/** Cases of JioNLP: amounts of money found in sentences, and phrases that are one amount. */

import { findQuantities, type Quantity } from '../../src/pipeline/quantities.js'
import type { UnitTable } from '../../src/resources/units.js'
import { describe, inBase, isClose, type PeerCase, readJson, toNumber } from './cases.js'

interface Extractions {
  readonly cases: readonly {
    input: string
    expected: readonly { text: string; offset: readonly [number, number] }[]
  }[]
}

interface Phrases {
  readonly cases: readonly {
    input: string
    expected: { num: string | readonly [string, string]; case: string; definition: string } | null
  }[]
}

/** Whether two spans name the same amount: one may hold the words around it that the other leaves out. */
function isSameSpan(quantity: Quantity, text: string, start: number): boolean {
  const end = start + text.length
  return (
    quantity.start < end &&
    start < quantity.end &&
    (quantity.text.includes(text) || text.includes(quantity.text))
  )
}

const openBounds: Readonly<Record<string, readonly string[]>> = {
  accurate: ['exact'],
  blur: ['approx', 'range', 'more-than', 'at-least', 'less-than', 'at-most'],
  'blur-': ['less-than', 'at-most'],
  'blur+': ['more-than', 'at-least'],
}

function agrees(
  quantity: Quantity,
  expected: NonNullable<Phrases['cases'][number]['expected']>,
  table: UnitTable,
): boolean {
  const currency = table.units.get(expected.case)
  if (quantity.measure !== 'money' || quantity.base.unit !== currency?.base) return false
  if (!openBounds[expected.definition]?.includes(quantity.bound)) return false
  const matches = (own: string | null, wanted: string) =>
    own !== null && isClose(toNumber(inBase(quantity, own, table)), Number(wanted))
  if (typeof expected.num === 'string') return matches(quantity.value, expected.num)
  return matches(quantity.low, expected.num[0]) && matches(quantity.high, expected.num[1])
}

export function jionlpCases(folder: string, table: UnitTable): PeerCase[] {
  const suite = 'jionlp-money'
  const extracted = readJson<Extractions>(folder, 'jionlp', 'extract_money.json').cases.map(
    ({ input, expected }) => {
      const found = findQuantities(input, { units: table }).filter((quantity) => quantity.measure === 'money')
      const passes =
        found.length === expected.length &&
        expected.every(({ text, offset }, index) => isSameSpan(found[index]!, text, offset[0]))
      return {
        suite,
        input,
        expected: expected.map(({ text }) => text).join('; '),
        disagreement: passes ? undefined : describe(found),
      } as const
    },
  )
  const parsed = readJson<Phrases>(folder, 'jionlp', 'parse_money.json').cases.map(({ input, expected }) => {
    const found = findQuantities(input, { units: table })
    const passes =
      expected === null ? found.length === 0 : found.length === 1 && agrees(found[0]!, expected, table)
    return {
      suite,
      input,
      expected: JSON.stringify(expected),
      disagreement: passes ? undefined : describe(found),
    } as const
  })
  return [...extracted, ...parsed]
}
