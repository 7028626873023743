/** Numbers of formulas and programs, and those that only look like them. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('operands', () => {
  checkNumbers([
    ['( x + 6 ) * 2', 'code: 6', 'code: 2'],
    ['由 x－9＜y 可知', 'code: 9'],
    ['20＜μ≤30', 'code: 20', 'code: 30'],
    ['12*50*10', 'code: 12', 'code: 50', 'code: 10'],
    ['g[k - 1]', 'code: 1'],
    ['区间[0, 1]', 'code: 0', 'code: 1'],
    ['令 U－1 可逆', 'code: 1'],
    ['5/f(x)=y', 'code: 5'],
  ])
})

describe('figures beside signs', () => {
  checkNumbers([
    ['差异显著(P<0.05)', '<0.05: 0.05 [, 0.05]  less-than ＜ (other)'],
    ['AUC≥0.87', '≥0.87: 0.87 [0.87, ]  at-least ≥ (other)'],
    ['评分4.8(满分5)', '4.8: 4.8  (other)', '5: 5  (other)'],
    ['增长-5.1', '-5.1: -5.1  (other)'],
    ['温度(-5)', '-5: -5  (other)'],
    ['合计 120+80', '120: 120  (other)', '80: 80  (other)'],
    ['人数(人) 35', '35: 35  (other)'],
    ['长8m*5m', '8m: 8 m (length) = 8 米', '5m: 5 m (length) = 5 米'],
  ])
})
