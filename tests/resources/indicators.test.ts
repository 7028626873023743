/** The tables of indicators: ids are unique, rates name what they divide, users add their own. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { foldWidth } from '../../src/model/fold.js'
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

test('ids of the catalogue are unique, and no spelling has two owners of one measure', () => {
  const all = [...table.spellings.values()].flat()
  const owners = new Map(all.map((indicator) => [indicator.id, indicator]))
  expect([...owners.keys()].filter((id) => !/^[a-z]+\.[a-z0-9-]+(\.[a-z-]+)?$/.test(id))).toEqual([])
  const names = [...owners.values()].map(({ name, measure }) => `${name} ${measure}`)
  expect(new Set(names).size).toBe(names.length)
  const lost = [...owners.values()].filter(
    ({ id, name }) => !table.spellings.get(foldWidth(name))?.some((found) => found.id === id),
  )
  expect(lost).toEqual([])
})

test('indicators that statisticians tell apart have ids of their own', () => {
  const idOf = (spelling: string) =>
    table.spellings
      .get(spelling)
      ?.map(({ id }) => id)
      .join(' ')
  const pairs = [
    ['净利润', '归母净利润'],
    ['城镇登记失业率', '城镇调查失业率'],
    ['农业总产值', '农林牧渔业总产值'],
    ['门急诊量', '总诊疗人次'],
    ['水土流失面积', '水土流失治理面积'],
    ['存货周转天数', '应收账款周转天数'],
  ] as const
  for (const [one, two] of pairs) expect([idOf(one), one]).not.toEqual([idOf(two), one])
  expect(pairs.flat().filter((spelling) => idOf(spelling) === undefined)).toEqual([])
})
