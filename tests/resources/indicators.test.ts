/** The tables of indicators: ids are unique, rates name what they divide, users add their own. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadIndicators } from '../../src/resources/indicators.js'

const table = loadIndicators()

test('ids are unique and begin with their domain', () => {
  const ids = table.indicators.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z]+\.[a-z0-9-]+(\.[a-z-]+)?$/.test(id))).toEqual([])
})

test('every name is found by itself', () => {
  const lost = table.indicators.filter(
    ({ id, name }) => !table.names.get(name)?.some((found) => found.id === id),
  )
  expect(lost).toEqual([])
})

test('a table of the user takes a name over', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'indicators-')), 'own.tsv')
  writeFileSync(
    path,
    'id\tname\taliases\thead\tmeasure\tpart\twhole\nown.pupils\t在校生数\t在校生\t在校生数\tperson\n',
  )
  expect(
    loadIndicators([path])
      .names.get('在校生')
      ?.map(({ id }) => id),
  ).toEqual(['own.pupils'])
})
