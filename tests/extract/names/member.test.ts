/** Names of members of a breakdown, completed with the name of their total. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinNames, memberName } from '../../../src/extract/names/member.js'
import { nameOf } from '../../../src/extract/names/name.js'
import { indicators } from '../../support/tables.js'
import { quantityOf } from '../check.js'

test.each([
  ['农业用水', '用水量', '农业用水量'],
  ['公办', '幼儿园数', '公办幼儿园数'],
  ['用水', '用水', '用水'],
  ['用水', '水量', '用水量'],
  ['', '数', '数'],
  ['甲', '', '甲'],
])('%s and %s are joined to %s', (first, second, joined) => {
  expect(joinNames(first, second)).toBe(joined)
})

test('a joined name begins with the first and ends in the second', () => {
  const piece = fc.array(fc.constantFrom('用', '水', '量'), { maxLength: 4 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(piece, piece, (first, second) => {
      const joined = joinNames(first, second)
      expect(joined.startsWith(first) && joined.endsWith(second)).toBe(true)
      expect(joined.length).toBeLessThanOrEqual(first.length + second.length)
    }),
  )
})

/** The member's words and number, those of its total, and the name with its head. */
describe('a member takes the name of its total', () => {
  test.each([
    ['公办', '3所', '幼儿园', '8所', '公办幼儿园数', '学校数'],
    ['镇级', '3所', '幼儿园', '8所', '镇级幼儿园数', '学校数'],
    ['小学', '40所', '学校', '61所', '小学数', '学校数'],
    ['男', '64名', '辅警', '86名', '男辅警数', '辅警数'],
    ['高级技师', '6名', '职工', '86名', '高级技师数', '职工数'],
    ['小学', '310人', '在校学生', '521人', '小学在校生数', '在校生数'],
    ['新招聘', '6人', '教师', '86人', '新招聘教师数', '教师数'],
    ['校长培训', '3期', '业务培训', '9期', '校长培训期数', '培训期数'],
    ['校长', '3期', '业务培训', '9期', '校长业务培训期数', '培训期数'],
    ['公用经费', '3万元', '资金', '9万元', '公用经费', '经费'],
    ['中央', '3万元', '专项资金', '9万元', '中央专项资金', '资金'],
    ['第一产业', '3亿元', '增加值', '9亿元', '第一产业增加值', '增加值'],
    ['公租房', '3万元', '住房补助金额', '9万元', '公租房住房补助金额', '金额'],
    ['外商', '3亿元', '固定资产投资', '9亿元', '外商投资', '投资'],
    ['早稻', '3万亩', '优质粮种植', '9万亩', '早稻种植面积', '种植面积'],
    ['整村搬迁', '3户', '搬迁户数', '9户', '整村搬迁户数', '搬迁户数'],
    ['高考上线率', '95%', '升学率', '96%', '高考上线率', '上线率'],
    ['高考', '95%', '升学率', '96%', '高考升学率', '升学率'],
    ['优', '60天', '有效监测', '90天', '优有效监测天数', '天数'],
  ])('%s %s of %s %s', (words, number, totalWords, totalNumber, indicator, head) => {
    const total = nameOf(totalWords, quantityOf(totalNumber), indicators)
    expect(memberName(words, quantityOf(number), total, indicators)).toMatchObject({ indicator, head })
  })
})

test('without words it is called like its total', () => {
  const total = nameOf('民办幼儿园', quantityOf('8所'), indicators)
  expect(memberName('', quantityOf('3所'), total, indicators)).toEqual({ ...total, qualifier: '' })
})

test('the member of a known name has its own id where it is known, and none where it is not', () => {
  const total = nameOf('在校学生', quantityOf('8人'), indicators)
  const ids = ['小学', '夜校'].map((words) => memberName(words, quantityOf('3人'), total, indicators).id)
  expect(ids).toEqual(['education.enrolment.primary', null])
})

test('what says that a total is one is left out', () => {
  const total = nameOf('总投资', quantityOf('8万元'), indicators)
  expect(memberName('中央', quantityOf('3万元'), total, indicators).indicator).toBe('中央投资')
})
