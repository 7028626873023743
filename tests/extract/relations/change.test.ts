/** Kinds of change, which figures can have them, how far back they are looked for, and the earlier value. */
import { describe, expect, test } from 'vitest'
import type { Mention, MentionChange } from '../../../src/extract/mentions/mention.js'
import { nameOf } from '../../../src/extract/names/name.js'
import {
  canChange,
  kindOf,
  namedFigure,
  nearestFigure,
  priorOf,
} from '../../../src/extract/relations/change.js'
import { formatExact } from '../../../src/model/exact.js'
import { indicators } from '../../support/tables.js'
import { checkLinks, quantityOf } from '../check.js'

test.each([
  ['5%', 'percent'],
  ['三分之一', 'percent'],
  ['2个百分点', 'points'],
  ['0.3个千分点', 'points'],
  ['1.5倍', 'multiple'],
  ['一番', 'multiple'],
  ['5人', 'delta'],
  ['5', 'delta'],
])('%s is a change of kind %s', (text, kind) => {
  expect(kindOf(quantityOf(text))).toBe(kind)
})

/** The change, the figure, and whether the one can be of the other. */
test.each([
  ['2个百分点', '95%', true],
  ['2个百分点', '95人', false],
  ['5%', '95人', true],
  ['5%', '95%', false],
  ['5%', '1:3', true],
  ['1.5倍', '95人', true],
  ['1.5倍', '95%', false],
  ['5人', '95人', true],
  ['5元', '95万元', true],
  ['5元', '95人', false],
  ['5美元', '95万元', false],
  ['5公斤', '95吨', true],
])('%s of %s: %s', (change, figure, is) => {
  const quantity = quantityOf(change)
  expect(canChange(kindOf(quantity), quantity, quantityOf(figure))).toBe(is)
})

function mention(text: string, words = '教师', rest: Partial<Mention> = {}): Mention {
  const quantity = quantityOf(text)
  return {
    quantity,
    role: 'value',
    embedded: false,
    name: nameOf(words, quantity, indicators),
    ...rest,
  } as Mention
}

describe('the figure that changed', () => {
  const change = quantityOf('5人')
  const far = Array.from({ length: 11 }, () => mention('7万元'))

  test('is the nearest that can, up to twelve figures back', () => {
    const [first, second] = [mention('90人'), mention('80人')]
    expect(nearestFigure([first, second, mention('7万元')], 'delta', change)).toBe(second)
    expect(nearestFigure([first, mention('80人', '教师', { role: 'change' })], 'delta', change)).toBe(first)
    expect(nearestFigure([first, ...far], 'delta', change)).toBe(first)
    expect(nearestFigure([first, ...far, mention('7万元')], 'delta', change)).toBeNull()
    expect(nearestFigure([], 'delta', change)).toBeNull()
  })

  test('is the one that the words name, whole, at its start or its end', () => {
    const women = mention('90人', '女教师')
    const pupils = mention('80人', '小学生')
    const all = [women, pupils]
    expect(namedFigure(all, '女教师', 'delta', change)).toBe(women)
    expect(namedFigure(all, '女教师数', 'delta', change)).toBe(women)
    expect(namedFigure(all, '教师数', 'delta', change)).toBe(women)
    expect(namedFigure(all, '女', 'delta', change)).toBe(women)
    expect(namedFigure(all, '医生', 'delta', change)).toBeNull()
    expect(namedFigure([mention('90万元', '女教师')], '女教师', 'delta', change)).toBeNull()
    expect(namedFigure([women, ...far], '女教师', 'delta', change)).toBe(women)
    expect(namedFigure([women, ...far, pupils], '女教师', 'delta', change)).toBeNull()
  })
})

/** The figure, its change, and the value before it. */
describe('the earlier value', () => {
  const prior = (figure: string, change: string, direction: 'increase' | 'decrease' | 'level') => {
    const quantity = quantityOf(change)
    const of = mention(figure)
    const found = priorOf({ of, kind: kindOf(quantity), direction, against: null, prior: null }, quantity)
    return found && formatExact(found.value, found.decimals)
  }

  test.each([
    ['172人', '31人', 'increase', '141'],
    ['172人', '31人', 'decrease', '203'],
    ['31万头', '8000头', 'increase', '30.2'],
    ['2.38万人次', '1260人次', 'increase', '2.254'],
    ['30.25万吨', '1.5万吨', 'increase', '28.75'],
    ['30万吨', '1.25万吨', 'decrease', '31.25'],
    ['91.2%', '3个百分点', 'increase', '88.2'],
    ['91%', '3.45个百分点', 'increase', '87.55'],
    ['3元', '1角', 'increase', '2.9'],
    ['9.85亿元', '1.15亿元', 'increase', '8.70'],
  ] as const)('of %s after %s %s is %s', (figure, change, direction, value) => {
    expect(prior(figure, change, direction)).toBe(value)
  })

  test.each([
    ['172人', '31人', 'level'],
    ['172人', '5%', 'increase'],
    ['172人', '1.5倍', 'increase'],
    ['170余人', '31人', 'increase'],
    ['172人', '近31人', 'increase'],
    ['20xx人', '31人', 'increase'],
    ['172人', '10~15人', 'increase'],
    ['0万头', '8000头', 'increase'],
    ['31万头', '0头', 'increase'],
  ] as const)('of %s after %s %s is open', (figure, change, direction) => {
    expect(prior(figure, change, direction)).toBeNull()
  })

  test('is open where no figure is printed', () => {
    const quantity = quantityOf('31人')
    const change = { of: null, kind: 'delta', direction: 'increase', against: null, prior: null } as const
    expect(priorOf(change, quantity)).toBeNull()
  })
})

describe('amounts', () => {
  checkLinks([
    [
      '年末职工350人，较年初减少12人。',
      '350人: at 年末',
      '12人: at 年末 change decrease delta of 350人 against 年初 from 362',
    ],
    [
      '全年接待游客86.5万人次，比上年增加9.6万人次。',
      '86.5万人次: at 全年',
      '9.6万人次: at 全年 change increase delta of 86.5万人次 against 上年 from 76.9',
    ],
    [
      '生猪存栏31万头，比上年增加8000头。',
      '31万头:',
      '8000头: change increase delta of 31万头 against 上年 from 30.2',
    ],
    [
      '存款余额120亿元，比年初增加5亿元，增长4.3%。',
      '120亿元:',
      '5亿元: change increase delta of 120亿元 against 年初 from 115',
      '4.3%: change increase percent of 120亿元 against 年初 from null',
    ],
    ['共有学校40所，比上年净增3所。', '40所:', '3所: change increase delta of 40所 against 上年 from 37'],
    [
      '粮食产量30.25万吨，比上年增加1.5万吨。',
      '30.25万吨:',
      '1.5万吨: change increase delta of 30.25万吨 against 上年 from 28.75',
    ],
  ])
})

describe('percentages, points and multiples', () => {
  checkLinks([
    [
      '空气优良率91.2%，同比提高3.4个百分点。',
      '91.2%:',
      '3.4个百分点: change increase points of 91.2% against 同比 from 87.8',
    ],
    [
      '全年用水量2.4亿立方米，同比下降3.2%。',
      '2.4亿立方米: at 全年',
      '3.2%: at 全年 change decrease percent of 2.4亿立方米 against 同比 from null',
    ],
    [
      '出生率为8.1‰，比上年下降0.3个千分点。',
      '8.1‰:',
      '0.3个千分点: change decrease points of 8.1‰ against 上年 from 8.4',
    ],
    [
      '产量达3.6万吨，是上年的2倍。',
      '3.6万吨:',
      '2倍: change increase multiple of 3.6万吨 against 上年 from null',
    ],
    [
      '产量翻了两番，达到3.6万吨。',
      '两番: change increase multiple of 3.6万吨 against null from null',
      '3.6万吨:',
    ],
    [
      '利润总额3.1亿元，是上年的1.5倍，增长50%。',
      '3.1亿元:',
      '1.5倍: change increase multiple of 3.1亿元 against 上年 from null',
      '50%: change increase percent of 3.1亿元 against null from null',
    ],
  ])
})

describe('what was not printed exactly has no earlier value', () => {
  checkLinks([
    [
      '接待游客80余万人次，比上年增加9万人次。',
      '80余万人次:',
      '9万人次: change increase delta of 80余万人次 against 上年 from null',
    ],
    [
      '接待游客86万人次，比上年增加近9万人次。',
      '86万人次:',
      '近9万人次: change increase delta of 86万人次 against 上年 from null',
    ],
    [
      '接待游客86万人次，比上年增加三分之一。',
      '86万人次:',
      '三分之一: change increase percent of 86万人次 against 上年 from null',
    ],
  ])
})

describe('levels', () => {
  checkLinks([
    [
      '合格率由91.5%提高到95.2%，提高3.7个百分点。',
      '91.5%:',
      '95.2%: increase from-to of 91.5% against null from 91.5',
      '3.7个百分点: change increase points of 95.2% against null from 91.5',
    ],
    [
      '费用由去年的3200元下降到2900元，下降300元。',
      '3200元: at 去年',
      '2900元: decrease from-to of 3200元 against 去年 from 3200',
      '300元: change decrease delta of 2900元 against null from 3200',
    ],
    ['机井由320眼增加到356眼。', '320眼:', '356眼: increase from-to of 320眼 against null from 320'],
    [
      '审限由90天缩短至45天，时间缩短一半。',
      '90天:',
      '45天: decrease from-to of 90天 against null from 90',
      '一半: change decrease percent of 45天 against null from null',
    ],
    ['床位达到620张，比上年持平。', '620张:'],
  ])
})

describe('no figure of it is printed', () => {
  checkLinks([
    ['降水量增加30毫米。', '30毫米: change increase delta of ? against null from null'],
    ['居民消费价格比上年上涨0.9%。', '0.9%: change increase percent of ? against 上年 from null'],
    ['全县人均收入增长8%。', '8%: of 全县 change increase percent of ? against null from null'],
  ])
})

describe("growth above another one's", () => {
  checkLinks([
    [
      '工业增加值35亿元，增长6.2%，增速高于全省2.1个百分点。',
      '35亿元:',
      '6.2%: change increase percent of 35亿元 against null from null',
      '2.1个百分点: change increase points of 6.2% against 全省 from 4.1',
    ],
    [
      '工业增加值35亿元，增长6.2%，增速低于全省2.1个百分点。',
      '35亿元:',
      '6.2%: change increase percent of 35亿元 against null from null',
      '2.1个百分点: change decrease points of 6.2% against 全省 from 8.3',
    ],
    [
      '入学率99.2%，高于全省1.2个百分点。',
      '99.2%:',
      '1.2个百分点: change increase points of 99.2% against 全省 from 98.0',
    ],
  ])
})

describe('in turn', () => {
  checkLinks([
    [
      '货运量6730万吨，客运量1865万人次，分别增长5.6%和下降38.5%。',
      '6730万吨:',
      '1865万人次:',
      '5.6%: change increase percent of 6730万吨 against null from null',
      '38.5%: change decrease percent of 1865万人次 against null from null',
    ],
    [
      '门诊收入3亿元，住院收入5亿元，分别比上年增加2000万元和3000万元。',
      '3亿元:',
      '5亿元:',
      '2000万元: change increase delta of 3亿元 against 上年 from 2.8',
      '3000万元: change increase delta of 5亿元 against 上年 from 4.7',
    ],
    [
      '门诊收入3亿元，住院收入5亿元，分别增长2%、3%；药品收入1亿元，下降4%。',
      '3亿元:',
      '5亿元:',
      '2%: change increase percent of 3亿元 against null from null',
      '3%: change increase percent of 5亿元 against null from null',
      '1亿元:',
      '4%: change decrease percent of 1亿元 against null from null',
    ],
  ])
})

describe('an earlier value in another unit', () => {
  checkLinks([
    [
      '年末贷款余额12亿元，比年初增加3000万元。',
      '12亿元: at 年末',
      '3000万元: at 年末 change increase delta of 12亿元 against 年初 from 11.7',
    ],
    [
      '年末存栏12万头，比年初减少3000头。',
      '12万头: at 年末',
      '3000头: at 年末 change decrease delta of 12万头 against 年初 from 12.3',
    ],
    [
      '存栏三分之一，比年初减少3000头。',
      '三分之一:',
      '3000头: change decrease delta of ? against 年初 from null',
    ],
  ])
})

describe('the earlier value', () => {
  const prior = (
    now: string,
    size: string,
    kind: MentionChange['kind'] = 'delta',
    direction: MentionChange['direction'] = 'increase',
  ) => {
    const of = { quantity: quantityOf(now) } as Mention
    const found = priorOf({ of, kind, direction, against: null, prior: null }, quantityOf(size))
    return found && [formatExact(found.value), found.decimals]
  }

  test('has the decimals of what is printed in its unit, and those that follow from another one', () => {
    expect(prior('3.0亿元', '0.50亿元')).toEqual(['2.5', 2])
    expect(prior('3.0亿元', '500万元')).toEqual(['2.95', 2])
    expect(prior('97%', '2.0个百分点', 'points')).toEqual(['95', 1])
    expect(prior('97%', '2.0个百分点', 'points', 'decrease')).toEqual(['99', 1])
    expect(prior('3万亿元', '1角')).toEqual(['3', 12])
  })

  test('follows from nothing, in one unit, and not in another', () => {
    expect(prior('0元', '3元', 'delta', 'decrease')).toEqual(['3', 0])
    expect(prior('0万元', '3元', 'delta', 'decrease')).toBeNull()
  })

  test('does not follow from fractions, bounds, masks or percentages', () => {
    expect(prior('三分之一', '5人')).toBeNull()
    expect(prior('5人', '三分之一')).toBeNull()
    expect(prior('50余人', '5人')).toBeNull()
    expect(prior('50人', '近5人')).toBeNull()
    expect(prior('20xx人', '5人')).toBeNull()
    expect(prior('50人', '5%', 'percent')).toBeNull()
    expect(prior('50人', '5人', 'delta', 'level')).toBeNull()
  })
})
