/** Chinese numerals in names and idioms that look like a number with its unit. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('names of settlements', () => {
  checkNumbers([
    ['五成村种香菇', 'name: 五成村'],
    ['三门村、八里庄', 'name: 三门村', 'name: 八里庄'],
    ['新建三个村', '三个: 3 个'],
    ['五成村民', '五成: 5 成 (rate) = 50 %'],
    ['三公里村道', '三公里: 3 公里 (length) = 3000 米'],
    ['两级村委', '两级: 2 级'],
    ['5里村', '5里: 5 里 (length) = 2500 米'],
  ])
})

describe('none of a thing', () => {
  checkNumbers([
    ['全县已无零企业村', 'idiom: 零企业'],
    ['火灾零起', '零起: 0 起'],
    ['收费零元', '零元: 0 元 (money) = 0 CNY'],
  ])
})

describe('congresses and idioms', () => {
  checkNumbers([
    ['七次党代会提出', 'ordinal: 七次党代会'],
    ['他大睁两眼', 'idiom: 睁两眼'],
    ['新打机井两眼', '两眼: 2 眼'],
  ])
})
