/** What makes two facts the same. */
import { expect, test } from 'vitest'
import type { WrittenFact } from '../../measure/eval/written-fact.js'
import { factKey, periodKey } from '../../src/audit/identity.js'
import { about } from './check.js'

const pupils = (details: Partial<WrittenFact> = {}) =>
  about('310人', { indicator: '在校学生人数', head: '人数', ...details })
const year = {
  text: '2021年',
  start: '2021-01-01',
  end: '2021-12-31',
  grain: 'year',
  inferred: null,
} as const

test('the value is no part of it, all else is', () => {
  const key = factKey(pupils())
  expect(key).toBeDefined()
  expect(factKey(pupils({ value: '7', text: '7人', id: 'f9' }))).toBe(key)
  for (const other of [
    { indicator: '在园儿童人数' },
    { indicatorId: 'education.enrolment' },
    { subject: '全县' },
    { place: '白河县' },
    { base: { value: '310', unit: '名' } },
    { status: 'planned' },
    { measure: 'other' },
  ] as const)
    expect(factKey(pupils(other))).not.toBe(key)
})

test('changes, bare heads and short names have none', () => {
  expect(factKey(pupils({ role: 'change' }))).toBeUndefined()
  expect(factKey(pupils({ head: '在校学生人数' }))).toBeUndefined()
  expect(factKey(pupils({ indicator: '学生人数' }))).toBeUndefined()
  expect(factKey(pupils({ indicator: '女学生人数' }))).toBeDefined()
  expect(factKey(pupils({ indicator: '人数', indicatorId: 'education.enrolment' }))).toBeDefined()
})

test('periods by their days, else by their words', () => {
  expect(periodKey(pupils())).toBeNull()
  expect(periodKey(pupils({ period: year }))).toBe('2021-01-01/2021-12-31')
  expect(periodKey(pupils({ period: { ...year, text: '20xx年', start: null } }))).toBe('20xx年')
})
