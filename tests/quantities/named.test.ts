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

describe('phases of what is built', () => {
  checkNumbers([
    ['机场二期投资', 'name: 二期'],
    ['培训班二期', '二期: 2 期'],
    ['电厂2期', '2期: 2 期'],
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
    ['十三届全国人大三次会议', 'ordinal: 十三届', 'ordinal: 三次会议'],
    ['召开三次会议', '三次: 3 次'],
    ['他大睁两眼', 'idiom: 睁两眼'],
    ['新打机井两眼', '两眼: 2 眼'],
  ])
})

describe('what was counted before', () => {
  checkNumbers([
    ['这三种做法', 'idiom: 三种'],
    ['那5名学生', 'idiom: 5名'],
    ['上述两项', 'idiom: 两项'],
    ['这三年', '三年: 3 年 (duration) = 36 月'],
    ['他们二人', 'idiom: 二人'],
    ['其中三种', '三种: 3 种'],
  ])
})

describe('articles', () => {
  checkNumbers([
    ['一座小镇', 'idiom: 一座'],
    ['新建小学一所', '一所: 1 所'],
    ['新建一所小学、两所中学', '一所: 1 所', '两所: 2 所'],
    ['两项专利和一款产品', '两项: 2 项', '一款: 1 款'],
    ['死亡一人', '一人: 1 人'],
    ['一座以上', '一座以上: 1 [1, ] 座 at-least 以上'],
  ])
})
