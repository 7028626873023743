/** Two amounts that are the ends of one. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('joined', () => {
  checkNumbers([
    ['10~15万元', '10~15万元: ? [10, 15] 万元 range (money) = ? CNY'],
    ['10万~15万元', '10万~15万元: ? [10, 15] 万元 range (money) = ? CNY'],
    ['10-15', '10-15: ? [10, 15]  range (other)'],
    ['10至15人', '10至15人: ? [10, 15] 人 range'],
    ['10到15人', '10到15人: ? [10, 15] 人 range'],
    ['10 ~ 15 万元', '10 ~ 15 万元: ? [10, 15] 万元 range (money) = ? CNY'],
    ['3.5~4%', '3.5~4%: ? [3.5, 4] % range (percent)'],
    ['3%~4%', '3%~4%: ? [3, 4] % range (percent)'],
    ['5~6.5万亩', '5~6.5万亩: ? [5, 6.5] 万亩 range (area) = ? 平方米'],
    ['3至5年', '3至5年: ? [3, 5] 年 range (duration) = ? 月'],
    ['10公里到15公里', '10公里到15公里: ? [10, 15] 公里 range (length) = ? 米'],
    ['1/3到1/2', '1/3到1/2: ? [1/3, 1/2]  range (other)'],
    ['港币10到20元', '港币10到20元: ? [10, 20] 元 range (money) = ? HKD'],
  ])
})

describe('between', () => {
  checkNumbers([
    ['10和15人之间', '10和15人之间: ? [10, 15] 人 range'],
    ['10与15人间', '10与15人间: ? [10, 15] 人 range'],
    ['10与15间', '10与15间: ? [10, 15] 间 range'],
    ['10~15间', '10~15间: ? [10, 15] 间 range'],
    ['10至15之间', '10至15之间: ? [10, 15]  range (other)'],
    ['3至5天之间', '3至5天之间: ? [3, 5] 天 range (duration) = ? 秒'],
    ['三百到五百间', '三百到五百间: ? [300, 500] 间 range'],
  ])
})

describe('not between', () => {
  checkNumbers([['10和15人', '10: 10 人', '15人: 15 人']])
})

describe('the higher number lends its place', () => {
  checkNumbers([
    ['两到三千', '两到三千: ? [2000, 3000]  range (other)'],
    ['两到三千元', '两到三千元: ? [2000, 3000] 元 range (money) = ? CNY'],
    ['二到三百', '二到三百: ? [200, 300]  range (other)'],
    ['两到三十元', '两到三十元: ? [2, 30] 元 range (money) = ? CNY'],
    ['8500到3万', '8500到3万: ? [0.85, 3] 万 range (other) = ? '],
    ['8500到3万元', '8500到3万元: ? [0.85, 3] 万元 range (money) = ? CNY'],
    ['5千到1万元', '5千到1万元: ? [0.5, 1] 万元 range (money) = ? CNY'],
  ])
})

describe('the low end is below the high end, else the amounts stand alone', () => {
  checkNumbers([
    ['5万到9000元', '5万: 5 万 (other) = 50000 ', '9000元: 9000 元 (money) = 9000 CNY'],
    ['1/2到1/3', '1/2: 1/2  (other)', '1/3: 1/3  (other)'],
    ['10到10人', '10: 10  (other)', '10人: 10 人'],
  ])
})

describe('other kinds stand alone', () => {
  checkNumbers([
    ['10元到15', '10元: 10 元 (money) = 10 CNY', '15: 15  (other)'],
    ['10元到15人', '10元: 10 元 (money) = 10 CNY', '15人: 15 人'],
    ['10米到15元', '10米: 10 米 (length)', '15元: 15 元 (money) = 15 CNY'],
    ['3到5年级', '3: 3  (other)', 'ordinal: 5年级'],
    ['十几到20人', '十几: 10 [10, 20]  more-than 几 (other)', '20人: 20 人'],
    ['10到20多人', '10: 10  (other)', '20多人: 20 [20, 30] 人 more-than 多'],
    ['10~2020年', '10: 10  (other)', 'date: 2020年'],
    ['10-百人', '10: 10  (other)'],
  ])
})

describe('bounds around', () => {
  checkNumbers([
    ['10~15万元以上', '10~15万元以上: ? [10, 15] 万元 range 以上 (money) = ? CNY'],
    ['10~15万元左右', '10~15万元左右: ? [10, 15] 万元 range 左右 (money) = ? CNY'],
    ['约10~15万元', '约10~15万元: ? [10, 15] 万元 range 约 (money) = ? CNY'],
    ['约10到15万元之间', '约10到15万元之间: ? [10, 15] 万元 range 约 (money) = ? CNY'],
  ])
})

describe('with scales and shares at both ends', () => {
  checkNumbers([
    ['1.5万至2万人', '1.5万至2万人: ? [1.5, 2] 万人 range = ? 人'],
    ['0.5%至1%', '0.5%至1%: ? [0.5, 1] % range (percent)'],
    ['百分之三到百分之五', '百分之三到百分之五: ? [3, 5] % range (percent)'],
  ])
})
