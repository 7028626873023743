/** Words before and behind a quantity that bound it, and characters that make them part of other words. */
import { describe, expect, test } from 'vitest'
import { exactDecimal } from '../../src/model/exact.js'
import { endsOf } from '../../src/quantities/bound.js'
import { checkNumbers } from './check.js'

describe('before the number', () => {
  checkNumbers([
    ['近3000名', '近3000名: 3000 [, 3000] 名 approx 近'],
    ['将近3000名', '将近3000名: 3000 [, 3000] 名 approx 将近'],
    ['接近 60%', '接近 60%: 60 [, 60] % approx 接近 (percent)'],
    ['超30人', '超30人: 30 [30, ] 人 more-than 超'],
    ['不低于 30人', '不低于 30人: 30 [30, ] 人 at-least 不低于'],
    ['不足10户', '不足10户: 10 [, 10] 户 less-than 不足'],
    ['不到3成', '不到3成: 3 [, 3] 成 less-than 不到 (rate) = 30 %'],
  ])
})

describe('negated, a bound is the other one', () => {
  checkNumbers([
    ['不得低于50万元', '不得低于50万元: 50 [50, ] 万元 at-least 不得低于 (money) = 500000 CNY'],
    ['不应超过55分贝', '不应超过55分贝: 55 [, 55] 分贝 at-most 不应超过 (other)'],
    ['未超过20人', '未超过20人: 20 [, 20] 人 at-most 未超过'],
    ['不允许高于40℃', '不允许高于40℃: 40 [, 40] ℃ at-most 不允许高于 (temperature)'],
    ['不超过30人', '不超过30人: 30 [, 30] 人 at-most 不超过'],
  ])
})

describe('part of another word', () => {
  checkNumbers([
    ['附近3000名', '3000名: 3000 名'],
    ['节约30元', '30元: 30 元 (money) = 30 CNY'],
    ['公约30条', '30条: 30 条'],
    ['赶超30人', '30人: 30 人'],
  ])
})

describe('with a word between the bound stays outside of the span', () => {
  checkNumbers([
    ['约有3000名', '3000名: 3000 名 approx 约'],
    ['约为30%', '30%: 30 % approx 约 (percent)'],
    ['超过了30人', '30人: 30 [30, ] 人 more-than 超过'],
    ['至少达到60分', '60分: 60 [60, ] 分 at-least 至少 (score)'],
    ['约需12天', '12天: 12 天 approx 约 (duration) = 1036800 秒'],
    ['约在3天', '3天: 3 天 approx 约 (duration) = 259200 秒'],
  ])
})

describe('上 and 过 bound a bare 百 or 万 only', () => {
  checkNumbers([
    ['上百人', '上百人: 100 [100, ] 人 at-least 上'],
    ['上30人', '30人: 30 人'],
    ['20户以上亿元村', '20户以上: 20 [20, ] 户 at-least 以上'],
    ['过百家', '过百家: 100 [100, ] 家 more-than 过'],
    ['过3家', '3家: 3 家'],
    ['上半小时', '半小时: 0.5 小时 (duration) = 1800 秒'],
    ['上10~15人', '10~15人: ? [10, 15] 人 range'],
  ])
})

describe('behind the unit', () => {
  checkNumbers([
    ['年龄18岁以上', '18岁以上: 18 [18, ] 岁 at-least 以上 (age)'],
    ['60岁以下', '60岁以下: 60 [, 60] 岁 at-most 以下 (age)'],
    ['6岁及以下', '6岁及以下: 6 [, 6] 岁 at-most 及以下 (age)'],
    ['1.5倍有余', '1.5倍有余: 1.5 [1.5, ] 倍 more-than 有余 (multiple)'],
    ['50岁上下', '50岁上下: 50 岁 approx 上下 (age)'],
    ['3日内', '3日内: 3 [, 3] 日 at-most 内 (duration) = 259200 秒'],
  ])
})

describe('part of the word behind', () => {
  checkNumbers([
    ['3日内容', '3日: 3 日 (duration) = 259200 秒'],
    ['3日内部', '3日: 3 日 (duration) = 259200 秒'],
    ['5岁上下学', '5岁: 5 岁 (age)'],
    ['50岁上下班', '50岁: 50 岁 (age)'],
  ])
})

describe('控制在 is a limit unless the bound behind says more', () => {
  checkNumbers([
    ['控制在5%', '控制在5%: 5 [, 5] % at-most 控制在 (percent)'],
    ['控制在5%以内', '5%以内: 5 [, 5] % at-most 以内 (percent)'],
    ['控制在5%左右', '5%左右: 5 % approx 左右 (percent)'],
    ['控制在8小时内', '8小时内: 8 [, 8] 小时 at-most 内 (duration) = 28800 秒'],
  ])
})

describe('what is compared with a named value is bounded, and the value is exact', () => {
  checkNumbers([
    ['低于98.5%的目标值', '98.5%: 98.5 % (percent)'],
    ['低于98.5%的其他城市平均水平', '98.5%: 98.5 % (percent)'],
    ['超过45%的全省平均水平', '45%: 45 % (percent)'],
  ])
})

describe('other comparisons bound the value', () => {
  checkNumbers([
    ['低于98.5%目标值', '低于98.5%: 98.5 [, 98.5] % less-than 低于 (percent)'],
    ['低于98.5%的其他邻近城市的平均', '低于98.5%: 98.5 [, 98.5] % less-than 低于 (percent)'],
    ['不低于98.5%的目标值', '不低于98.5%: 98.5 [98.5, ] % at-least 不低于 (percent)'],
    ['超过300万元的限额', '超过300万元: 300 [300, ] 万元 more-than 超过 (money) = 3000000 CNY'],
  ])
})

describe('around the number', () => {
  checkNumbers([
    ['比三十大', '三十: 30 [30, ]  more-than 大 (other)'],
    ['比30少', '30: 30 [, 30]  less-than 少 (other)'],
    ['比 30 低', '30: 30 [, 30]  less-than 低 (other)'],
    ['比60高', '60: 60 [60, ]  more-than 高 (other)'],
    ['比60小', '60: 60 [, 60]  less-than 小 (other)'],
  ])
})

describe('a verb before the base governs a share or multiple', () => {
  checkNumbers([
    ['约占全县的三分之一', '三分之一: 1/3  approx 约 (other)'],
    ['约占全县的30%', '30%: 30 % approx 约 (percent)'],
    ['约占全县人口总数的三分之一', '三分之一: 1/3  approx 约 (other)'],
    ['约为2018年的五倍', 'date: 2018年', '五倍: 5 倍 approx 约 (multiple)'],
    ['约相当于2018年的五倍', 'date: 2018年', '五倍: 5 倍 approx 约 (multiple)'],
  ])
})

describe('no verb, no bound; nor across a mark, nor for a count', () => {
  checkNumbers([
    ['是上年的2倍', '2倍: 2 倍 (multiple)'],
    ['约占全县，的三分之一', '三分之一: 1/3  (other)'],
    ['约占全县的30人', '30人: 30 人'],
    ['近年全县的三分之一', '三分之一: 1/3  (other)'],
  ])
})

describe('a comparison around a score', () => {
  checkNumbers([
    ['比90分多', '90分: 90 [90, ] 分 more-than 多 (score)'],
    ['比90分少', '90分: 90 [, 90] 分 less-than 少 (score)'],
  ])
})

describe('a verb governs over at most twenty characters', () => {
  checkNumbers([
    ['约占全县城乡居民日常家用消费支出全年合计总的三分之一', '三分之一: 1/3  approx 约 (other)'],
    ['约占全县城乡居民日常家用消费支出全年合计总额的三分之一', '三分之一: 1/3  (other)'],
  ])
})

test('a word that is no bound opens no end', () => {
  const word = { word: '几', bound: 'range', notAfter: '' } as const
  expect(endsOf(word, exactDecimal('3', 1))).toEqual({ low: null, high: null })
})
