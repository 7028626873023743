/** One number at one offset: a quantity, or the reason why it is none. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('bare multipliers', () => {
  checkNumbers([
    ['百余人', '百余人: 100 [100, 200] 人 more-than 余'],
    ['约百人', '约百人: 100 人 approx 约'],
    ['近万人', '近万人: 10000 [, 10000] 人 approx 近'],
    ['超亿元', '超亿元: 100000000 [100000000, ] 元 more-than 超 (money) = 100000000 CNY'],
    ['数百', '数百: ? [100, 1000]  range 数 (other)'],
    ['百花', 'name: 百花'],
    ['百姓', 'name: 百姓'],
    ['亿万', 'idiom: 亿万'],
    ['上百', 'idiom: 百'],
    ['数万', '数万: ? [1, 10] 万 range 数 (other) = ? '],
    ['几亿', '几亿: ? [1, 10] 亿 range 几 (other) = ? '],
  ])
})

describe('Chinese numerals without a unit', () => {
  checkNumbers([
    ['十', 'idiom: 十'],
    ['三', 'idiom: 三'],
    ['三四', 'idiom: 三四'],
    ['三四百', '三四百: ? [300, 400]  range (other)'],
    ['三十', '三十: 30  (other)'],
    ['二〇', 'name: 二〇'],
    ['二〇二〇', 'code: 二〇二〇'],
    ['九九', 'name: 九九'],
    ['五六', 'idiom: 五六'],
    ['六一儿童节', 'name: 六一'],
    ['三人', '三人: 3 人'],
    ['九九折', '九九折: 9.9 折 (rate) = 99 %'],
    ['达一以上', '一以上: 1 [1, ]  at-least 以上 (other)'],
    ['三以上', '三以上: 3 [3, ]  at-least 以上 (other)'],
    ['二十多', '二十多: 20 [20, 30]  more-than 多 (other)'],
    ['十来', 'idiom: 十'],
  ])
})

describe('signs that are labels', () => {
  checkNumbers([
    ['①', 'list-label: ①'],
    ['⑳', 'list-label: ⑳'],
    ['⒈', 'list-label: ⒈'],
    ['㈠', 'list-label: ㈠'],
  ])
})

describe('formal digits', () => {
  checkNumbers([
    ['陆地'],
    ['大陆'],
    ['陆', 'idiom: 陆'],
    ['写作陆', 'idiom: 陆'],
    ['为陆', 'idiom: 陆'],
    ['陆元', '陆元: 6 元 (money) = 6 CNY'],
    ['伍佰元', '伍佰元: 500 元 (money) = 500 CNY'],
    ['叁拾万元', '叁拾万元: 300000 元 (money) = 300000 CNY'],
  ])
})

describe('the end of a noun', () => {
  checkNumbers([
    ['人数十', 'idiom: 十'],
    ['总数百'],
    ['数十', '数十: ? [10, 100]  range 数 (other)'],
    ['总数12', '12: 12  (other)'],
  ])
})

describe('a minus', () => {
  checkNumbers([
    ['比值-3', '-3: -3  (other)'],
    ['-3', '-3: -3  (other)'],
    ['−3.5', '−3.5: -3.5  (other)'],
    ['-.5', '-.5: -0.5  (other)'],
    ['负3.5', '负3.5: -3.5  (other)'],
    ['负五度', '负五度: -5 度 (temperature)'],
  ])
})

describe('no minus', () => {
  checkNumbers([
    ['A-3', 'code: 3'],
    ['3-3', '3: 3  (other)', '3: 3  (other)'],
    ['–3', '3: 3  (other)'],
    [')-3', 'code: 3'],
    ['%-3', '3: 3  (other)'],
    ['/-3', '3: 3  (other)'],
  ])
})

describe('a point without a zero', () => {
  checkNumbers([
    ['.5', '.5: 0.5  (other)'],
    ['.5元', '.5元: 0.5 元 (money) = 0.5 CNY'],
    ['a .5', '.5: 0.5  (other)'],
    ['0.5', '0.5: 0.5  (other)'],
  ])
})

describe('letters behind digits', () => {
  checkNumbers([
    ['3xA', 'code: 3xA'],
    ['3kg', '3kg: 3 kg (mass) = 3 千克'],
    ['3A级', 'name: 3A级'],
    ['3t', '3t: 3 t (mass) = 3000 千克'],
    ['5x3', '5: 5  (other)', 'code: x3'],
  ])
})

describe('zero is a number behind a verb that states it', () => {
  checkNumbers([
    ['为零', '零: 0  (other)'],
    ['事故率为零。', '零: 0  (other)'],
    ['降至零', '零: 0  (other)'],
    ['至零人', '零人: 0 人'],
    ['事故率零。', 'idiom: 零'],
    ['为零售', 'idiom: 零售'],
    ['零', 'idiom: 零'],
  ])
})

describe('frames', () => {
  checkNumbers([
    ['二等奖', 'ordinal: 二等奖'],
    ['七年级', 'ordinal: 七年级'],
    ['九年一贯制', 'name: 九年一贯制'],
    ['3年级', 'ordinal: 3年级'],
  ])
})

describe('longer than any report counts', () => {
  checkNumbers([
    [`${'1'.repeat(41)}.5`, `code: ${'1'.repeat(41)}.5`],
    ['12345678901234567890123456789012345678901', 'code: 12345678901234567890123456789012345678901'],
    [
      '1234567890123456789012345678901234567890人',
      '1234567890123456789012345678901234567890人: 1234567890123456789012345678901234567890 人',
    ],
  ])
})

describe('numerals with several scale words', () => {
  checkNumbers([
    ['一千二百三十四万元', '一千二百三十四万元: 12340000 元 (money) = 12340000 CNY'],
    ['二千零五元', '二千零五元: 2005 元 (money) = 2005 CNY'],
    ['1万3千人', '1万3千人: 13000 人'],
    ['3亿5000万元', '3亿5000万元: 350000000 元 (money) = 350000000 CNY'],
    ['十几亿元', '十几亿元: 10 [10, 20] 亿元 more-than 几 (money) = 1000000000 CNY'],
    ['几百万元', '几百万元: ? [100, 1000] 万元 range 几 (money) = ? CNY'],
    ['三十八九个', '三十八九个: ? [38, 39] 个 range'],
  ])
})

describe('a fraction without 之 has two to nine parts', () => {
  checkNumbers([
    ['二分一汤匙', '二分一汤匙: 1/2 汤匙 (volume) = 0.0075 升'],
    ['九分一汤匙', '九分一汤匙: 1/9 汤匙 (volume) = 1/600 升'],
    ['一分一汤匙', '一分: 1 分 (score)', '一汤匙: 1 汤匙 (volume) = 0.015 升'],
    ['十分一汤匙', 'idiom: 十分', '一汤匙: 1 汤匙 (volume) = 0.015 升'],
  ])
})
