/** Masks, ratios, halves and degrees below zero. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('masked digits have ends and no value', () => {
  checkNumbers([
    ['20xx人', '20xx人: ? [2000, 2099] 人 masked'],
    ['20xx万人', '20xx万人: ? [2000, 2099] 万人 masked = ? 人'],
    ['20xx', '20xx: ? [2000, 2099]  masked (other)'],
    ['3x名', '3x名: ? [30, 39] 名 masked'],
    ['20××万元', '20××万元: ? [2000, 2099] 万元 masked (money) = ? CNY'],
    ['20xx 人', '20xx 人: ? [2000, 2099] 人 masked'],
    ['1xxx亿', '1xxx亿: ? [1000, 1999] 亿 masked (other) = ? '],
  ])
})

describe('ratios', () => {
  checkNumbers([
    ['1:3.5', '1:3.5: 10/35  (ratio)'],
    ['0.5:1', '0.5:1: 5/10  (ratio)'],
    ['比为1:15人', '1:15: 1/15  (ratio)'],
    ['师生比1:14.5', '1:14.5: 10/145  (ratio)'],
    ['3:123456789', '3:123456789: 3/123456789  (ratio)'],
    ['123456789:3', '123456789:3: 123456789/3  (ratio)'],
  ])
})

describe('no ratios', () => {
  checkNumbers([
    ['1:0', '1: 1  (other)', '0: 0  (other)'],
    ['1234567890:3', '1234567890: 1234567890  (other)', '3: 3  (other)'],
    ['3:1234567890', '3: 3  (other)', '1234567890: 1234567890  (other)'],
  ])
})

describe('a half', () => {
  checkNumbers([
    ['半小时', '半小时: 0.5 小时 (duration) = 1800 秒'],
    ['半个世纪', '半个世纪: 0.5 个世纪 (duration) = 600 月'],
    ['半个月', '半个月: 0.5 个月 (duration) = 0.5 月'],
    ['半斤', '半斤: 0.5 斤 (mass) = 0.25 千克'],
    ['一半', '一半: 1/2  (ratio)'],
    ['近一半', '近一半: 1/2 [, 1/2]  approx 近 (ratio)'],
    ['一半以上', '一半以上: 1/2 [1/2, ]  at-least 以上 (ratio)'],
    ['约半小时', '约半小时: 0.5 小时 approx 约 (duration) = 1800 秒'],
    ['半小时以上', '半小时以上: 0.5 [0.5, ] 小时 at-least 以上 (duration) = 1800 秒'],
    ['半小时左右', '半小时左右: 0.5 小时 approx 左右 (duration) = 1800 秒'],
  ])
})

describe('no half', () => {
  checkNumbers([['半所学校'], ['个半人'], ['分半人'], ['用时分半钟']])
})

describe('one and a half, the one left out', () => {
  checkNumbers([
    ['个半月', '个半月: 1.5 个月 (duration) = 1.5 月'],
    ['个半小时', '个半小时: 1.5 个小时 (duration) = 5400 秒'],
    ['个半星期', '个半星期: 1.5 个星期 (duration) = 907200 秒'],
    ['个半钟头以上', '个半钟头以上: 1.5 [1.5, ] 个钟头 at-least 以上 (duration) = 5400 秒'],
    ['十个半小时', '十个半小时: 10.5 个小时 (duration) = 37800 秒'],
    ['分半', '分半: 1.5 分 (duration) = 90 秒'],
    ['分半左右', '分半左右: 1.5 分 approx 左右 (duration) = 90 秒'],
  ])
})

describe('one metre, left out', () => {
  checkNumbers([
    ['米八', '米八: 1.8 米 (length)'],
    ['身高米八', '米八: 1.8 米 (length)'],
    ['一米八', '一米八: 1.8 米 (length)'],
    ['米九以上', '米九以上: 1.9 [1.9, ] 米 at-least 以上 (length)'],
  ])
})

describe('no metre', () => {
  checkNumbers([
    ['大米八', 'idiom: 八'],
    ['玉米八', 'idiom: 八'],
    ['米零', 'idiom: 零'],
  ])
})

describe('fractions without 之 before a measure', () => {
  checkNumbers([
    ['三分一汤匙', '三分一汤匙: 1/3 汤匙 (volume) = 0.005 升'],
    ['三分一吨', '三分一吨: 1/3 吨 (mass) = 1000/3 千克'],
    ['3分一吨', '3分: 3 分 (score)', '一吨: 1 吨 (mass) = 1000 千克'],
    ['三分一人', '三分: 3 分 (score)', '一人: 1 人'],
  ])
})

describe('below zero', () => {
  checkNumbers([
    ['零下四摄氏度', '零下四摄氏度: -4 摄氏度 (temperature) = -4 ℃'],
    ['零下4度', '零下4度: -4 度 (temperature)'],
    ['零下12.5摄氏度', '零下12.5摄氏度: -12.5 摄氏度 (temperature) = -12.5 ℃'],
    ['零下 4 度', '零下 4 度: -4 度 (temperature)'],
    ['零下四人', '四人: 4 人'],
    ['上零下4度', '零下4度: -4 度 (temperature)'],
  ])
})
