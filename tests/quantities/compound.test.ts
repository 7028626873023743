/** Halves and further parts behind the first unit; sums are exact and in the first unit. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('halves', () => {
  checkNumbers([
    ['三斤半', '三斤半: 3.5 斤 (mass) = 1.75 千克'],
    ['三斤半大米', '三斤半: 3.5 斤 (mass) = 1.75 千克'],
    ['两年半', '两年半: 2.5 年 (duration) = 30 月'],
    ['三个半小时', '三个半小时: 3.5 个小时 (duration) = 12600 秒'],
    ['三个半月', '三个半月: 3.5 个月 (duration) = 3.5 月'],
    ['五分半', '五分半: 5.5 分 (duration) = 330 秒'],
    ['5分半', '5分半: 5.5 分 (score)'],
    ['五分半钟', '五分半钟: 5.5 分钟 (duration) = 330 秒'],
    ['五个半公里', '五个半公里: 5.5 个公里 (length) = 5500 米'],
    ['三斤半公斤', '三斤: 3 斤 (mass) = 1.5 千克', '半公斤: 0.5 公斤 (mass) = 0.5 千克'],
    ['二十分半的成绩', '二十分半: 20.5 分 (score)'],
  ])
})

describe('a half goes with the unit before it, whatever thing follows', () => {
  checkNumbers([
    ['买了两斤半毛豆', '两斤半: 2.5 斤 (mass) = 1.25 千克'],
    ['走了三里半路', '三里半: 3.5 里 (length) = 1750 米'],
  ])
})

describe('smaller units', () => {
  checkNumbers([
    ['123元1角1分', '123元1角1分: 123.11 元 (money) = 123.11 CNY'],
    ['一百元零五角', '一百元零五角: 100.5 元 (money) = 100.5 CNY'],
    ['六斤八两', '六斤八两: 6.8 斤 (mass) = 3.4 千克'],
    ['3小时20分', '3小时20分: 10/3 小时 (duration) = 12000 秒'],
    ['3小时20分钟', '3小时20分钟: 10/3 小时 (duration) = 12000 秒'],
    ['3小时20分30秒', '3小时20分30秒: 401/120 小时 (duration) = 12030 秒'],
    ['五块六毛', '五块六毛: 5.6 块 (money) = 5.6 CNY'],
    ['五块六毛五', '五块六毛五: 5.65 块 (money) = 5.65 CNY'],
    ['五块六毛钱', '五块六毛钱: 5.6 块 (money) = 5.6 CNY'],
    ['3公里500米', '3公里500米: 3.5 公里 (length) = 3500 米'],
    ['3公里 500米', '3公里 500米: 3.5 公里 (length) = 3500 米'],
    ['3公里零500米', '3公里零500米: 3.5 公里 (length) = 3500 米'],
    ['3万元5角', '3万元5角: 30000.5 元 (money) = 30000.5 CNY'],
    ['2天3小时', '2天3小时: 2.125 天 (duration) = 183600 秒'],
    ['2年3个月', '2年3个月: 2.25 年 (duration) = 27 月'],
    ['3吨200公斤', '3吨200公斤: 3.2 吨 (mass) = 3200 千克'],
    ['1.5元5角', '1.5元5角: 2 元 (money) = 2 CNY'],
    ['四角五分', '四角五分: 4.5 角 (money) = 0.45 CNY'],
    ['三尺二寸', '三尺二寸: 3.2 尺 (length) = 16/15 米'],
    ['1公里2米3分米4厘米5毫米', '1公里2米3分米4厘米5毫米: 1.002345 公里 (length) = 1002.345 米'],
    ['1元2角3分', '1元2角3分: 1.23 元 (money) = 1.23 CNY'],
  ])
})

describe('what is no part stands alone', () => {
  checkNumbers([
    ['八两六斤', '八两: 8 两 (mass) = 0.4 千克', '六斤: 6 斤 (mass) = 3 千克'],
    ['2年3月', '2年: 2 年 (duration) = 24 月', 'date: 3月'],
    ['3公里和500米', '3公里: 3 公里 (length) = 3000 米', '500米: 500 米 (length)'],
    ['十元和五角', '十元: 10 元 (money) = 10 CNY', '五角: 5 角 (money) = 0.5 CNY'],
    ['3吨4吨', '3吨: 3 吨 (mass) = 3000 千克', '4吨: 4 吨 (mass) = 4000 千克'],
    ['5公斤6公斤', '5公斤: 5 公斤 (mass) = 5 千克', '6公斤: 6 公斤 (mass) = 6 千克'],
    ['五美元三角', '五美元: 5 美元 (money) = 5 USD', '三角: 3 角 (money) = 0.3 CNY'],
    ['1小时30', '1小时: 1 小时 (duration) = 3600 秒', '30: 30  (other)'],
    ['1/3元5角', '1/3元: 1/3 元 (money) = 1/3 CNY', '5角: 5 角 (money) = 0.5 CNY'],
  ])
})

describe('one spoken digit', () => {
  checkNumbers([
    ['三块零四', '三块零四: 3.04 块 (money) = 3.04 CNY'],
    ['三米九', '三米九: 3.9 米 (length)'],
    ['三米九左右', '三米九左右: 3.9 米 approx 左右 (length)'],
    ['三米九到四米', '三米九到四米: ? [3.9, 4] 米 range (length)'],
    ['三块五以上', '三块五以上: 3.5 [3.5, ] 块 at-least 以上 (money) = 3.5 CNY'],
    ['七成六', '七成六: 7.6 成 (rate) = 76 %'],
    ['三成二', '三成二: 3.2 成 (rate) = 32 %'],
  ])
})

describe('a price and what it is of', () => {
  checkNumbers([['三块五一斤', '三块五: 3.5 块 (money) = 3.5 CNY', '一斤: 1 斤 (mass) = 0.5 千克']])
})

describe('no spoken digit', () => {
  checkNumbers([
    ['三米九长', '三米: 3 米 (length)', 'idiom: 九'],
    ['三米九二', '三米: 3 米 (length)', 'name: 九二'],
    ['3米9', '3米: 3 米 (length)', '9: 9  (other)'],
    ['7成6', '7成: 7 成 (rate) = 70 %', '6: 6  (other)'],
    ['三块五百', '三块: 3 块 (money) = 3 CNY', '五百: 500  (other)'],
    ['三米九千', '三米: 3 米 (length)', '九千: 9000  (other)'],
    ['五块六万', '五块: 5 块 (money) = 5 CNY', '六万: 60000  (other)'],
    ['七成十', '七成: 7 成 (rate) = 70 %', 'idiom: 十'],
    ['一元一', '一元: 1 元 (money) = 1 CNY', 'idiom: 一'],
    ['四角五', '四角: 4 角 (money) = 0.4 CNY', 'idiom: 五'],
  ])
})

describe('minutes before seconds', () => {
  checkNumbers([
    ['用时2分30秒', '2分30秒: 2.5 分 (duration) = 150 秒'],
    ['得2分', '2分: 2 分 (score)'],
  ])
})
