/** All numbers of a text: words with a numeral in them, units shared by a list. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('a list of bare numbers shares the last unit', () => {
  checkNumbers([
    [
      '增长2.6、1.5个百分点',
      '2.6: 2.6 个百分点 (percentage-point)',
      '1.5个百分点: 1.5 个百分点 (percentage-point)',
    ],
    [
      '增长2.6和1.5个百分点',
      '2.6: 2.6 个百分点 (percentage-point)',
      '1.5个百分点: 1.5 个百分点 (percentage-point)',
    ],
    [
      '增长2.6及1.5个百分点',
      '2.6: 2.6 个百分点 (percentage-point)',
      '1.5个百分点: 1.5 个百分点 (percentage-point)',
    ],
    [
      '增长2.6与1.5个百分点',
      '2.6: 2.6 个百分点 (percentage-point)',
      '1.5个百分点: 1.5 个百分点 (percentage-point)',
    ],
    [
      '增长2.6、 1.5个百分点',
      '2.6: 2.6 个百分点 (percentage-point)',
      '1.5个百分点: 1.5 个百分点 (percentage-point)',
    ],
    ['35人、42和51人', '35人: 35 人', '42: 42 人', '51人: 51 人'],
    ['新增35、42万人', '35: 35 万人 = 350000 人', '42万人: 42 万人 = 420000 人'],
    ['补助35、42万元', '35: 35 万元 (money) = 350000 CNY', '42万元: 42 万元 (money) = 420000 CNY'],
    [
      '增长3%、2.5和4.5个百分点',
      '3%: 3 % (percent)',
      '2.5: 2.5 个百分点 (percentage-point)',
      '4.5个百分点: 4.5 个百分点 (percentage-point)',
    ],
  ])
})

describe('but not past another mark, a hedge or a ratio', () => {
  checkNumbers([
    ['增长2.6，1.5个百分点', '2.6: 2.6  (other)', '1.5个百分点: 1.5 个百分点 (percentage-point)'],
    ['35余、42人', '35余: 35 [35, 36]  more-than 余 (other)', '42人: 42 人'],
    ['1:2、42人', '1:2: 1/2  (ratio)', '42人: 42 人'],
  ])
})

describe('words with numerals in them', () => {
  checkNumbers([
    ['二级及以上', 'name: 二级及以上'],
    ['三甲以上医院', 'name: 三甲以上'],
    ['三甲医院', 'name: 三甲'],
    ['每周一次', 'idiom: 一次'],
    ['每周一', 'date: 周一'],
    ['每周一、周二', 'date: 周一', 'date: 周二'],
    ['星期三百', '三百: 300  (other)'],
    ['万一', 'idiom: 万一'],
    ['三八妇女节', 'name: 三八妇女节'],
    ['三八', 'name: 三八'],
    ['统一', 'idiom: 统一'],
    ['十分重要', 'idiom: 十分'],
    ['2个一级', '2个: 2 个', 'name: 一级'],
    ['5G网络', 'name: 5G'],
    ['15G', '15G: 15 G (other) = 15000000000 '],
    ['2.5G', '2.5G: 2.5 G (other) = 2500000000 '],
    ['4A级景区3家', 'name: 4A级', '3家: 3 家'],
    ['中国5A级', 'name: 5A级'],
    ['二十一世纪', 'date: 二十一世纪'],
    ['第十二个五年规划', 'ordinal: 第十二', 'name: 五年规划'],
    ['“十三五”规划', 'date: 十三五'],
  ])
})

describe('numbers beside words', () => {
  checkNumbers([
    ['2020年6月、7月', 'date: 2020年6月', 'date: 7月'],
    ['一万元', '一万元: 10000 元 (money) = 10000 CNY'],
    ['12万吨粮食', '12万吨: 12 万吨 (mass) = 120000000 千克'],
    ['一户', '一户: 1 户'],
    ['万千瓦'],
  ])
})

describe('a word with a numeral at its end gives way to the number that goes on from there', () => {
  checkNumbers([
    ['每周一十人', '一十人: 10 人'],
    ['每周一百人', '一百人: 100 人'],
    ['每周一万人', '一万人: 10000 人'],
    ['每周一开会', 'date: 周一'],
  ])
})

describe('the unit behind the last number of a list', () => {
  checkNumbers([
    ['到15、16人', '15: 15 人', '16人: 16 人'],
    ['到15、 16人', '15: 15 人', '16人: 16 人'],
    ['到15、  16人', '15: 15  (other)', '16人: 16 人'],
    ['到15，16人', '15: 15  (other)', '16人: 16 人'],
    ['近15、16人', '近15: 15 [, 15]  approx 近 (other)', '16人: 16 人'],
  ])
})

describe('an idiom that is all of the text is the number that it says', () => {
  checkNumbers([
    ['一次', '一次: 1 次'],
    ['共一次', 'idiom: 一次'],
    ['一次性', 'idiom: 一次性'],
  ])
})
