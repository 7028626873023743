/** From a numeral to an amount: scale, hedge, unit, spoken money, discounts, shares. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('a hedge between number and unit opens the last printed digit upwards', () => {
  checkNumbers([
    ['新修村道三百余公里', '三百余公里: 300 [300, 400] 公里 more-than 余 (length) = 300000 米'],
    ['开支5000余万元', '5000余万元: 5000 [5000, 6000] 万元 more-than 余 (money) = 50000000 CNY'],
    ['收治病人20多例', '20多例: 20 [20, 30] 例 more-than 多'],
    ['收治病人30几例', '30几例: 30 [30, 40] 例 more-than 几'],
    ['惠及三十余万人', '三十余万人: 30 [30, 40] 万人 more-than 余 = 300000 人'],
    ['补贴3.5余万元', '3.5余万元: 3.5 [3.5, 3.6] 万元 more-than 余 (money) = 35000 CNY'],
    ['约30来个', '约30来个: 30 [30, 40] 个 approx 来'],
    ['2亿多元', '2亿多元: 2 [2, 3] 亿元 more-than 多 (money) = 200000000 CNY'],
    ['1000多万', '1000多万: 1000 [1000, 2000] 万 more-than 多 (other) = 10000000 '],
    ['三万余', '三万余: 30000 [30000, 40000]  more-than 余 (other)'],
    ['三万多', '三万多: 30000 [30000, 40000]  more-than 多 (other)'],
    ['用去30多', '30多: 30 [30, 40]  more-than 多 (other)'],
    ['500余', '500余: 500 [500, 600]  more-than 余 (other)'],
    ['十几个', '十几个: 10 [10, 20] 个 more-than 几'],
    ['负债1000余元', '1000余元: 1000 [1000, 2000] 元 more-than 余 (money) = 1000 CNY'],
  ])
})

describe('来 and 几 without a thing behind are no hedge, nor is 余 before a word', () => {
  checkNumbers([
    ['用去30来', '30: 30  (other)'],
    ['来了30几', '30: 30  (other)'],
    ['500余的', '500: 500  (other)'],
  ])
})

describe('a hedge behind the unit', () => {
  checkNumbers([
    ['办学五年多', '五年多: 5 [5, 6] 年 more-than 多 (duration) = 60 月'],
    ['历时三年多的建设', '三年多: 3 [3, 4] 年 more-than 多 (duration) = 36 月'],
    ['五年来，投资扩大', '五年: 5 年 (duration) = 60 月'],
    ['评分90分多', '90分: 90 分 (score)'],
  ])
})

describe('the scale is printed with the unit', () => {
  checkNumbers([
    ['完成投资3个亿', '3个亿: 3 个亿 (other) = 300000000 '],
    ['完成投资2.6个亿元', '2.6个亿元: 2.6 个亿元 (money) = 260000000 CNY'],
    ['人口12亿', '12亿: 12 亿 (other) = 1200000000 '],
    ['人口12.5亿人', '12.5亿人: 12.5 亿人 = 1250000000 人'],
    ['四五万元', '四五万元: ? [40000, 50000] 元 range (money) = ? CNY'],
    ['数百万元', '数百万元: ? [100, 1000] 万元 range 数 (money) = ? CNY'],
    ['几十人', '几十人: ? [10, 100] 人 range 几'],
  ])
})

describe('a scale word may be the beginning of a unit', () => {
  checkNumbers([
    ['铺路12千米', '12千米: 12 千米 (length) = 12000 米'],
    ['存储50兆字节', '50兆字节: 50 兆字节 (other) = 50000000 字节'],
    ['装机3兆瓦', '3兆瓦: 3 兆瓦 (other) = 3000000 瓦'],
  ])
})

describe('两 is a weight unless something counted follows', () => {
  checkNumbers([
    ['采购大米一两', '一两: 1 两 (mass) = 0.05 千克'],
    ['采购一两个', '一两个: ? [1, 2] 个 range'],
    ['录取一两百人', '一两百人: ? [100, 200] 人 range'],
    ['共有一两', '一两: 1 两 (mass) = 0.05 千克'],
    ['相差一万两万', '一万: 10000  (other)', '两万: 20000  (other)'],
  ])
})

describe('打 is a dozen, but for the beginning of a verb', () => {
  checkNumbers([
    ['采购铅笔20打', '20打: 20 打 = 240 个'],
    ['毛巾5打，肥皂', '5打: 5 打 = 60 个'],
    ['投入500万打造园区', '500万: 500 万 (other) = 5000000 '],
    ['领出3打袜子', '3打: 3 打 = 36 个'],
  ])
})

describe('discounts in tenths', () => {
  checkNumbers([
    ['投放5.8折', '5.8折: 5.8 折 (rate) = 58 %'],
    ['全场九五折', '九五折: 9.5 折 (rate) = 95 %'],
    ['八折优惠', '八折: 8 折 (rate) = 80 %'],
    ['三八折促销', '三八折: 3.8 折 (rate) = 38 %'],
    ['10折', '10折: 10 折 (rate) = 100 %'],
  ])
})

describe('块 is a piece, or spoken money', () => {
  checkNumbers([
    ['花费3.04块', '3.04块: 3.04 块 (money) = 3.04 CNY'],
    ['三百块。', '三百块: 300 块 (money) = 300 CNY'],
    ['三百块地', '三百块: 300 块'],
    ['五块六', '五块六: 5.6 块 (money) = 5.6 CNY'],
    ['展板28块', '28块: 28 块'],
    ['五百塊', '五百塊: 500 塊 (money) = 500 CNY'],
  ])
})

describe('整 and 正 close an amount of money only', () => {
  checkNumbers([
    ['补助五百元整', '五百元整: 500 元整 (money) = 500 CNY'],
    ['补助1.5万元整', '1.5万元整: 1.5 万元整 (money) = 15000 CNY'],
    ['收款八十元正', '八十元正: 80 元 (money) = 80 CNY'],
    ['跑完12公里整', '12公里: 12 公里 (length) = 12000 米'],
  ])
})

describe('shares', () => {
  checkNumbers([
    ['占百分之十五', '百分之十五: 15 % (percent)'],
    ['千分之五', '千分之五: 5 ‰ (percent) = 0.5 %'],
    ['万分之三', '万分之三: 3 ‱ (percent) = 0.03 %'],
    ['三分之一', '三分之一: 1/3  (other)'],
  ])
})

describe('up to three blanks stand before a unit', () => {
  checkNumbers([
    ['4000 元', '4000 元: 4000 元 (money) = 4000 CNY'],
    ['三 万元', '三 万元: 30000 元 (money) = 30000 CNY'],
    ['4000   元', '4000   元: 4000 元 (money) = 4000 CNY'],
    ['4000    元', '4000: 4000  (other)'],
  ])
})

describe('tenths are printed without their point from 11 to 99', () => {
  checkNumbers([
    ['10折', '10折: 10 折 (rate) = 100 %'],
    ['11折', '11折: 1.1 折 (rate) = 11 %'],
    ['99折', '99折: 9.9 折 (rate) = 99 %'],
    ['100折', '100折: 100 折 (rate) = 1000 %'],
  ])
})

describe('a hundred pieces, spoken of alone, are money', () => {
  checkNumbers([
    ['九十九块', '九十九块: 99 块'],
    ['一百块', '一百块: 100 块 (money) = 100 CNY'],
    ['一百块石头', '一百块: 100 块'],
    ['100块', '100块: 100 块'],
  ])
})

describe('scales, halves and further units', () => {
  checkNumbers([
    ['三十余千人', '三十余千人: 30 [30, 40] 千人 more-than 余 = 30000 人'],
    ['三万斤半', '三万斤半: 30000.5 斤 (mass) = 15000.25 千克'],
    ['3万斤5两', '3万斤5两: 30000.5 斤 (mass) = 15000.25 千克'],
    ['3千克5克', '3千克5克: 3.005 千克 (mass)'],
    ['三十几万', '三十几万: 30 [30, 40] 万 more-than 几 (other) = 300000 '],
    ['千分之二', '千分之二: 2 ‰ (percent) = 0.2 %'],
  ])
})

describe('a fraction or a number below zero has no digit that 余 opens', () => {
  checkNumbers([
    ['三分之一多', '三分之一多: 1/3 [1/3, 1/3]  more-than 多 (other)'],
    ['-5余度', '-5余度: -5 [-5, -5] 度 more-than 余 (temperature)'],
  ])
})

describe('the currency before a number', () => {
  checkNumbers([
    ['￥5元', '￥5元: 5 元 (money) = 5 CNY'],
    ['$5元', '$5元: 5 元 (money) = 5 USD'],
    ['USD5', 'USD5: 5  (money) = 5 USD'],
    ['aUSD5', '5: 5  (other)'],
    ['USD5A', 'name: 5A'],
    ['℃5', '5: 5  (other)'],
  ])
})

describe('up to three blanks stand between a number and its unit', () => {
  checkNumbers([
    ['5   元', '5   元: 5 元 (money) = 5 CNY'],
    ['5    元', '5: 5  (other)'],
  ])
})
