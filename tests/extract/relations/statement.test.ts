/** Targets, levels and multiples: how a number stands to the one before it. */
import { describe } from 'vitest'
import { checkLinks } from '../check.js'

describe('fractions', () => {
  checkLinks([
    ['一般公共预算收入完成7.2亿元，为年初预算的101.3%。', '7.2亿元:', '101.3%:'],
    [
      '一般公共预算支出12亿元，为上年的1.2倍。',
      '12亿元:',
      '1.2倍: change increase multiple of 12亿元 against 上年 from null',
    ],
  ])
})

describe('the number before is what this one is measured by', () => {
  checkLinks([
    [
      '完成投资8.6亿元，完成年度计划80亿元的10.75%。',
      '8.6亿元:',
      '80亿元: planned',
      '10.75%: = 8.6亿元 / 80亿元',
    ],
    [
      '合格率97.3%，低于98.5%的目标值1.2个百分点。',
      '97.3%:',
      '98.5%: planned',
      '1.2个百分点: change decrease points of 97.3% against 目标值 from 98.5',
    ],
    [
      '用水总量2.85亿立方米，比红线指标3.1亿立方米少0.25亿立方米。',
      '2.85亿立方米:',
      '3.1亿立方米: planned',
      '0.25亿立方米: change decrease delta of 2.85亿立方米 against 红线指标 from 3.10',
    ],
  ])
})

describe('a level that was reached', () => {
  checkLinks([
    [
      '奶类产量翻了一番，达到3.6万吨。',
      '一番: change increase multiple of 3.6万吨 against null from null',
      '3.6万吨:',
    ],
    [
      '合格率提高2个百分点，达到97.3%。',
      '2个百分点: change increase points of 97.3% against null from 95.3',
      '97.3%:',
    ],
    [
      '合格率提高2个百分点。床位达到620张。',
      '2个百分点: change increase points of ? against null from null',
      '620张:',
    ],
    ['平均工期由90天缩短到60天。', '90天:', '60天: decrease from-to of 90天 against null from 90'],
  ])
})
