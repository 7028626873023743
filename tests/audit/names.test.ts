/** What the names of facts say about how they stand to each other. */
import { describe, expect, test } from 'vitest'
import type { WrittenFact } from '../../measure/eval/written-fact.js'
import { isRate, isShare, namesWhole, pairNames, rateStem, samePeriod } from '../../src/audit/names.js'
import { claims } from '../support/tables.js'
import { about } from './check.js'

const named = (indicator: string, details: Partial<WrittenFact> = {}) =>
  about('12%', { indicator, ...details })

test('shares name their whole', () => {
  expect(isShare(named('女党员占党员总数比重'), claims)).toBe(true)
  expect(isShare(named('女党员', { head: '占比' }), claims)).toBe(true)
  expect(isShare(named('入学率', { head: '入学率' }), claims)).toBe(false)
})

test('rates are quotients by name and measure', () => {
  expect(isRate(named('小学入学率'), claims)).toBe(true)
  expect(isRate(named('小学入学', { head: '入学率' }), claims)).toBe(true)
  expect(isRate(named('小学入学率', { head: '入学人数' }), claims)).toBe(false)
  expect(isRate(named('小学入学率', { role: 'change' }), claims)).toBe(false)
  expect(isRate(named('小学入学率', { measure: 'count' }), claims)).toBe(false)
  for (const measure of ['percent', 'rate', 'ratio', 'multiple', 'other'] as const)
    expect(isRate(named('小学入学率', { measure }), claims)).toBe(true)
  expect(isRate(named('用电频率'), claims)).toBe(false)
})

test.each([
  ['入学率', '入学'],
  ['女生占比', '女生'],
  ['女生比例', '女生'],
  ['率', '率'],
  ['占比', '占比'],
  ['人数', '人数'],
])('the stem of %s is %s', (name, stem) => {
  expect(rateStem(name, claims)).toBe(stem)
})

describe('pairs of which the first cannot exceed the second', () => {
  test.each([
    ['债务余额', '债务限额', 'same'],
    ['政府债务余额', '政府债务限额', 'same'],
    ['政府债务余额', '全县政府债务限额', 'like'],
    ['全县政府债务余额', '政府债务限额', 'like'],
    ['政府债务余额', '企业债务限额', undefined],
    ['债务限额', '债务余额', undefined],
    ['科研项目立项数', '科研项目申报数', 'same'],
    ['立项数', '学校数', undefined],
    ['申报立项数', '申报数', undefined],
    ['立项数', '申报立项数', undefined],
  ])('%s and %s: %s', (smaller, larger, likeness) => {
    expect(pairNames(named(smaller), named(larger), claims)).toBe(likeness)
  })
})

test('a whole is called like the one that the share names, in three of five characters', () => {
  const share = (whole: string) => named(`女生占${whole}比重`)
  expect(namesWhole(share('在校学生'), named('在校学生数'))).toBe(true)
  expect(namesWhole(share('甲乙丙丁戊'), named('甲乙丙'))).toBe(true)
  expect(namesWhole(share('甲乙丙丁戊'), named('甲乙'))).toBe(false)
  expect(namesWhole(named('女生占比'), named('教师数'))).toBe(true)
  expect(namesWhole(named('女生占在校学生比例'), named('教师数'))).toBe(false)
  expect(namesWhole(named('女生占在校学生份额'), named('教师数'))).toBe(false)
  // Whose own name is rather wrong than right is not the whole that is meant.
  expect(namesWhole(share('在校学生'), { ...named('在校学生数'), confidence: 0.3 })).toBe(false)
})

test('facts speak of one time as far as they say, but for a plan', () => {
  const year = (text: string) => ({ text, start: null, end: null, grain: 'year', inferred: null }) as const
  const [one, two, none] = [
    named('甲', { period: year('2021年') }),
    named('乙', { period: year('2020年') }),
    named('丙'),
  ]
  expect(samePeriod(one, [one, none])).toBe(true)
  expect(samePeriod(one, [one, two])).toBe(false)
  expect(samePeriod(none, [one, two])).toBe(true)
  expect(samePeriod(one, [{ ...two, status: 'planned' }])).toBe(true)
})
