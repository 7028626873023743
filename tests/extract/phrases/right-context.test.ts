/** The words behind a number, where those before it do not say what is measured. */
import { describe, expect, test } from 'vitest'
import { readRightContext } from '../../../src/extract/phrases/right-context.js'
import { rangeOf, reading } from '../check.js'

const behind = (text: string, hasNext = false) => readRightContext(reading(text), rangeOf(text), hasNext)

describe('the last number of its clause', () => {
  test.each([
    ['专任保安', '专任保安'],
    [' 专任保安', '专任保安'],
    ['的边缘户', '边缘户'],
    ['参加普通高考', '普通高考参加'],
    ['学校超过规定标准', '超过规定标准学校'],
    ['行政村全部完成道路硬化', '完成道路硬化行政村'],
    ['行政村中完成道路硬化', '完成道路硬化行政村'],
    ['学校超过规定标准 ', '超过规定标准学校'],
    ['学校全部完成道路硬化', '完成道路硬化学校'],
    ['的学校全部完成道路硬化', '完成道路硬化学校'],
    ['的校全部完成道路硬化', '完成道路硬化校全部'],
    ['学校超过省里规定的最低标准', '学校'],
  ])('%s', (text, words) => {
    expect(behind(text)).toEqual({ words, end: text.length })
  })

  test.each(['', ' ', '的', '、教师', '和教师', '与教师', '及教师'])('%j has none', (text) => {
    expect(behind(text)).toBeUndefined()
  })

  test('a predicate of ten characters is part of the name, a longer one is not', () => {
    expect(behind('学校超过甲乙丙丁戊己庚辛')?.words).toBe('超过甲乙丙丁戊己庚辛学校')
    expect(behind('学校超过甲乙丙丁戊己庚辛壬')?.words).toBe('学校')
  })

  test('words and objects are cut off', () => {
    expect(behind('甲'.repeat(30))?.words).toBe('甲'.repeat(24))
    expect(behind(`参加${'甲'.repeat(30)}`)?.words).toBe(`${'甲'.repeat(20)}参加`)
  })
})

describe('another number follows', () => {
  test('a connector ends the words', () => {
    expect(behind('专职教练和', true)).toEqual({ words: '专职教练', end: 4 })
    expect(behind('专职教练、裁判员', true)).toEqual({ words: '专职教练', end: 4 })
  })

  test('a verb begins the words of the next one', () => {
    expect(behind('学校发放奖金', true)).toEqual({ words: '学校', end: 2 })
    expect(behind('参加培训', true)).toBeUndefined()
  })

  test('else the noun ends where a known one does, and all words are looked at again', () => {
    expect(behind('教师学生', true)).toEqual({ words: '教师', end: 0 })
    expect(behind('幼儿园甲乙', true)).toEqual({ words: '幼儿园', end: 0 })
    expect(behind('教师乙', true)).toEqual({ words: '教师', end: 0 })
    expect(behind('教师小学在校学生', true)).toEqual({ words: '教师', end: 0 })
    expect(behind('甲乙丙', true)).toBeUndefined()
  })

  test('amounts and rates are no nouns that are counted', () => {
    expect(behind('甲经费乙', true)).toBeUndefined()
    expect(behind('甲利润率乙', true)).toBeUndefined()
  })

  test('a noun has fourteen characters at the most', () => {
    expect(behind(`${'甲'.repeat(12)}教师乙`, true)?.words).toBe(`${'甲'.repeat(12)}教师`)
    expect(behind(`${'甲'.repeat(13)}教师乙`, true)).toBeUndefined()
  })
})

test('the range is not left', () => {
  const text = '30名保安员参加培训'
  expect(readRightContext(reading(text), { start: 3, end: 6 }, false)).toEqual({ words: '保安员', end: 6 })
})
