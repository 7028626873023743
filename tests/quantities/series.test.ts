/** Numbers that go on from item to item or from name to name, and figures that only happen to follow each other. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('items of a list', () => {
  checkNumbers([
    ['1，比较\n2，列举', 'list-label: 1', 'list-label: 2'],
    ['6检索\n7路由', 'list-label: 6', 'list-label: 7'],
    ['【1】。论述\n【2】。简述', 'list-label: 【1】', 'list-label: 【2】'],
    ['3：防灾\n4: 减灾', '3: 3  (other)', '4: 4  (other)'],
    ['1，比较', '1: 1  (other)'],
    ['2人离职\n3人入职', '2人: 2 人', '3人: 3 人'],
    ['1 20\n2 30', '1: 1  (other)', '20: 20  (other)', '2: 2  (other)', '30: 30  (other)'],
  ])
})

describe('names that go on', () => {
  checkNumbers([
    ['样本3、样本4', 'name: 3', 'name: 4'],
    ['样本3、样本5', '3: 3  (other)', '5: 5  (other)'],
    ['得分3、得分4', '3: 3  (other)', '4: 4  (other)'],
    ['样本3', '3: 3  (other)'],
  ])
})

describe('items within a line', () => {
  checkNumbers([
    ['请求1、退款；2、赔偿；3、道歉', 'list-label: 1', 'list-label: 2、', 'list-label: 3、'],
    ['分别为1、2、3', '1: 1  (other)', '2: 2  (other)', '3: 3  (other)'],
  ])
})

describe('ordinals that go on', () => {
  checkNumbers([
    ['第1、2、3组', 'ordinal: 第1', 'ordinal: 2', 'ordinal: 3组'],
    ['第二、三次普查', 'ordinal: 第二', 'ordinal: 三次'],
    ['位居第一、5人获奖', 'ordinal: 第一', '5人: 5 人'],
  ])
})
