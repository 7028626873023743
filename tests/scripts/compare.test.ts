/** What two records differ in, told by field. */
import { expect, test } from 'vitest'
import { differingLines } from '../../scripts/compare/fields.js'

const lineOf = (facts: readonly object[]) => JSON.stringify({ id: 'a', facts })

test('equal lines differ in nothing', () => {
  expect(differingLines(lineOf([]), lineOf([]))).toEqual([])
})

test.each<[what: string, before: string | undefined, after: string | undefined, told: string[]]>([
  ['a value', lineOf([{ unit: '所' }]), lineOf([{ unit: '个' }]), ['facts[0].unit: "所" → "个"']],
  ['a field that is gone', lineOf([{ unit: '所' }]), lineOf([{}]), ['facts[0].unit: "所" → nothing']],
  ['null for a list', '{"ratio":null}', '{"ratio":[]}', ['ratio: null → []']],
  ['an item', lineOf([{ unit: '所' }]), lineOf([]), ['facts: 1 items → 0 items']],
  ['a record', undefined, lineOf([]), ['is new']],
  ['no record', lineOf([]), undefined, ['is there no more']],
  ['the order of fields', '{"a":1,"b":2}', '{"b":2,"a":1}', ['the same values in other bytes']],
])('%s is told', (_, before, after, told) => {
  expect(differingLines(before, after)).toEqual(told)
})
