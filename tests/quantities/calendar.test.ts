/** Times counted or written otherwise, spans of dates, and numbers that look like either. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('parts of a year as companies write them', () => {
  checkNumbers([
    ['24H1公司营收', 'date: 24H1'],
    ['2024Q3末库存', 'date: 2024Q3末'],
    ['2024前三季度营收', 'date: 2024', 'date: 前三季度'],
    ['型号24H15', 'code: 24H15'],
    ['2018年第04周成交', 'date: 2018年第04周'],
  ])
})

describe('years of another count', () => {
  checkNumbers([
    ['民国24年，大旱', 'date: 民国24年'],
    ['民国二十四年修渠', 'date: 民国二十四年'],
    ['民国17年（1928）造林', 'date: 民国17年（1928）'],
    ['历时24年', '24年: 24 年 (duration) = 288 月'],
  ])
})

describe('spans of dates are one date', () => {
  checkNumbers([
    ['2014年1至9月收案', 'date: 2014年1至9月'],
    ['2021年1—11月收案', 'date: 2021年1—11月'],
    ['10月1日-4日接待', 'date: 10月1日-4日'],
    ['2017年至2019年升学', 'date: 2017年至2019年'],
    ['2020年1月1日零时至12月31日24时', 'date: 2020年1月1日零时至12月31日24时'],
    ['4、5、6月份分别', 'date: 4、5、6月份'],
    ['2019年-2.3%', 'date: 2019年', '-2.3%: -2.3 % (percent)'],
    ['完成2020.6万元', '2020.6万元: 2020.6 万元 (money) = 20206000 CNY'],
  ])
})

describe('signs, groups and parts of a number', () => {
  checkNumbers([
    ['净利润+11.8%', '+11.8%: 11.8 % (percent)'],
    ['毛利率（+0.33pt）', '+0.33pt: 0.33 pt (percentage-point) = 0.33 个百分点'],
    ['费用率降低2.9pct', '2.9pct: 2.9 pct (percentage-point) = 2.9 个百分点'],
    ['每人二亩五分', '二亩五分: 2.5 亩 (area) = 5000/3 平方米'],
    ['每斤28块5，', '28块5: 28.5 块 (money) = 28.5 CNY'],
    ['等候5个多小时', '5个多小时: 5 [5, 6] 个小时 more-than 多 (duration) = 18000 秒'],
    ['百分之八十多的农户', '百分之八十多: 80 [80, 90] % more-than 多 (percent)'],
    ['产业比为25.7:26.8:47.5', '25.7: 25.7  (other)', '26.8: 26.8  (other)', '47.5: 47.5  (other)'],
    ['端口8080', 'code: 8080'],
  ])
})

describe('where something lies, and what is listed on an exchange', () => {
  checkNumbers([
    ['东经102°57′、北纬23°15′', 'code: 102°57′', 'code: 23°15′'],
    ['岭煤能源（609188）年报', 'code: 609188'],
    ['气温25°', '25°: 25 ° (temperature) = 25 ℃'],
  ])
})

describe('long numbers', () => {
  checkNumbers([
    ['电话13800001234', 'code: 13800001234'],
    ['13800001234', 'code: 13800001234'],
    ['23456789012', '23456789012: 23456789012  (other)'],
    ['330102199001011234', 'code: 330102199001011234'],
  ])
})

describe('the year of a book that comes out every year', () => {
  checkNumbers([
    ['云泽年鉴2021', 'date: 2021'],
    ['《云泽统计年鉴2021》', 'date: 2021'],
    ['印发年鉴2021册', '2021册: 2021 册'],
  ])
})

describe('indicators in capital letters', () => {
  checkNumbers([
    ['人均GDP6.8万元', '6.8万元: 6.8 万元 (money) = 68000 CNY'],
    ['PM2.5下降', 'name: PM2.5'],
    ['ISO9001认证', 'name: ISO9001'],
    ['2021、2022、2023年利润', 'date: 2021、2022、2023年'],
  ])
})
