/** Annotations of the project's own texts stand where they say. */
import { expect, test } from 'vitest'
import { isRightName, readOwn } from '../../measure/names/gold.js'

const texts = readOwn()

test('there are texts of many kinds', () => {
  expect(texts.length).toBeGreaterThan(40)
})

test.each(texts)('$id: figures are sorted, apart, and slice to what is printed', ({ text, facts }) => {
  let end = 0
  for (const fact of facts) {
    expect(fact.start).toBeGreaterThanOrEqual(end)
    expect(text.slice(fact.start, fact.end)).toBe((fact as typeof fact & { text: string }).text)
    expect(text.slice(fact.start, fact.end)).toMatch(/[\d一二三四五六七八九十百千万两半〇零几数首]/)
    end = fact.end
  }
})

test('names are equal but for marks, a subject before and what a unit adds behind', () => {
  const fact = {
    start: 0,
    end: 1,
    indicator: '乡镇卫生院床位数',
    accepted: ['乡镇卫生院病床'],
    optional: false,
    rank: false,
  }
  for (const name of ['全县乡镇卫生院床位', '乡镇卫生院的床位数', '乡镇卫生院病床数'])
    expect(isRightName(name, fact)).toBe(true)
  for (const name of ['床位数', '卫生院床位数', '']) expect(isRightName(name, fact)).toBe(false)
})
