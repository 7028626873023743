/** Changes that a sign or a noun with its verb tells, and negative figures that are none. */
import { describe } from 'vitest'
import { checkLinks } from '../check.js'

describe('signs', () => {
  checkLinks([
    [
      '营业收入3.5亿元，同比-5.1%；净利润1.0亿元（+11.8%）。',
      '3.5亿元:',
      '-5.1%: change decrease percent of 3.5亿元 against 同比 from null',
      '1.0亿元:',
      '+11.8%: change increase percent of 1.0亿元 against 同比 from null',
    ],
    [
      '毛利率和净利率分别为76.0%、36.2%，同比分别变化-0.2pct、0.5pct。',
      '76.0%:',
      '36.2%:',
      '-0.2pct: change decrease points of 76.0% against 同比 from 76.2',
      '0.5pct: change increase points of 36.2% against 同比 from 35.7',
    ],
    ['净利率为-5.1%，净利润-1.2亿元。', '-5.1%:', '-1.2亿元:'],
    ['销售额增长-3.2%。', '-3.2%: change decrease percent of ? against null from null'],
  ])
})

describe('rows with strokes', () => {
  checkLinks([
    [
      '收入、利润分别为313.6/113.5亿元，同比分别上升17.2%/20.3%。',
      '313.6:',
      '113.5亿元:',
      '17.2%: change increase percent of 313.6 against 同比 from null',
      '20.3%: change increase percent of 113.5亿元 against 同比 from null',
    ],
  ])
})

describe('verbs with their noun, verbs of one character before a level, and shares', () => {
  checkLinks([
    [
      '收入完成2.8亿元，增收2798万元。农户户均增收3000元。',
      '2.8亿元:',
      '2798万元: change increase delta of 2.8亿元 against null from 2.5202',
      '3000元:',
    ],
    ['演练用时比上次快了45秒。', '45秒: change decrease delta of ? against 上次 from null'],
    ['学生由120人增至180人。', '120人:', '180人: increase from-to of 120人 against null from 120'],
    ['电价由每度0.52元降到0.48元。', '0.52元:', '0.48元: decrease from-to of 0.52元 against null from 0.52'],
    [
      '女生占比较上年提高1.5个百分点，达到46%。',
      '1.5个百分点: change increase points of 46% against 上年 from 44.5',
      '46%:',
    ],
    [
      '工业增加值增长8.2%，增速比全省快3.1个百分点。',
      '8.2%: change increase percent of ? against null from null',
      '3.1个百分点: change increase points of 8.2% against 全省 from 5.1',
    ],
  ])
})
