/** The right name of a figure is among its candidates, wherever its words stand. */
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../../src/extract/extract.js'
import { ruledChooser } from '../../../src/extract/naming/choose.js'
import { featureNames, featuresOf } from '../../../src/extract/naming/features.js'
import { resources, segmentedText } from '../../support/document.js'

/** The candidates of every figure of a text in order, each named as a list of right names says, else by the rules. */
function candidatesIn(text: string, right: readonly string[] = []): string[][] {
  const found: string[][] = []
  extractFacts(segmentedText(text), {
    ...resources,
    choose: (place, candidates) => {
      const names = candidates.map(({ name }) => name.indicator)
      found.push(names)
      const wanted = names.indexOf(right[found.length - 1] ?? '')
      return wanted < 0 ? ruledChooser(place, candidates) : { at: wanted, likely: 1, evidence: null }
    },
  })
  return found
}

test('what a figure is compared with is none', () => {
  const change = candidatesIn('月活用户达1.18亿人，较去年同期的1.2亿人减少1.7%。').at(-1)!
  expect(change).toContain('月活用户人数')
  expect(change.filter((name) => name.startsWith('较'))).toEqual([])
})

test.each(['入学率99%，投入80万元。', '入学率99%，新增80所。'])('%s: no amount is a rate', (text) => {
  const [rate, amount] = candidatesIn(text)
  expect(rate).toContain('入学率')
  expect(amount).not.toContain('入学率')
})

test('a sum is named by none of what it adds up', () => {
  const sum = candidatesIn('事业收入3万元，其他收入2万元，收入合计5万元。').at(-1)!
  expect(sum).toContain('收入合计')
  expect(sum.filter((name) => name.includes('事业') || name.includes('其他'))).toEqual([])
  expect(candidatesIn('水产品产值9万元，产量合计5万吨。').at(-1)).toContain('水产品产量')
})

test('a share is not what has it', () => {
  const share = candidatesIn('卫生支出5亿元，政府支出占26%。').at(-1)!
  expect(share).toContain('政府支出占比')
  expect(share).not.toContain('政府支出')
})

test('what an institution has is of all of its name', () => {
  const beds = candidatesIn('日间照料中心4家，床位60张。').at(-1)!
  expect(beds).toContain('日间照料中心床位数')
  expect(beds).not.toContain('日间照料床位数')
  expect(candidatesIn('农村小学4所，中学2所。').at(-1)).toContain('农村中学数')
})

test('what is left of a word owns no rate', () => {
  const rate = candidatesIn('毕业3412人，降入初中3398人，升学率为99.59%。').at(-1)!
  expect(rate).toContain('升学率')
})

test('mass is no area', () => {
  const [, , mass] = candidatesIn('小麦播种面积4.2万亩，产量2万吨，分别增加0.1万亩和0.2万吨。', [
    '小麦播种面积',
    '产量',
    '小麦播种面积',
  ]).slice(1)
  expect(mass).toContain('产量')
  expect(mass).not.toContain('小麦播种面积')
})

test.each([
  {
    it: '和 joins words of one piece where 、 follows',
    text: '纸和纸板类、木材类产量分别增长4%和6%。',
    right: ['纸和纸板类产量', '木材类产量'],
    joined: '类、木材',
  },
  {
    it: 'none is of the list as a whole',
    text: '仓储业和快递业营业额分别增长4%和6%。',
    right: ['仓储业营业额', '快递业营业额'],
    joined: '业和快递',
  },
])('of figures in a row, $it', ({ text, right, joined }) => {
  const found = candidatesIn(text, right)
  for (const [at, names] of found.entries()) expect(names).toContain(right[at])
  expect(found[0]!.filter((name) => name.includes(joined))).toEqual([])
})

test.each([
  ['旅游收入居全省首位，达30亿元。', '旅游收入'],
  ['旅游收入首次突破亿元，达1.3亿元。', '旅游收入'],
  ['五年间旅游收入30亿元。', '旅游收入'],
  ['2019年初中在校生500人。', '初中在校生数'],
  ['县医院平均住院日7.5日，镇卫生院5.5日。', '镇卫生院平均住院日'],
])('%s: %s', (text, name) => {
  expect(candidatesIn(text).at(-1)).toContain(name)
})

describe('the right name is a candidate', () => {
  test.each([
    ['as it is printed, whatever the indicator is called', '公路总里程1240公里。', ['公路总里程']],
    ['without adverbs', '骨科共收治病人830人。', ['骨科收治病人数']],
    ['whose it is stands in the clause before', '全乡有敬老院3所，床位90张。', ['敬老院数', '敬老院床位数']],
    [
      'whose it is stands in a clause without a figure',
      '口腔门诊，接诊病人1200人次。',
      ['口腔门诊接诊病人人次'],
    ],
    ['the noun stands in the clause before', '林业增加值下降1%，渔业增长3%。', ['林业增加值', '渔业增加值']],
    [
      'another verb before the same object',
      '新收劳动争议案件90件，办结85件。',
      ['新收劳动争议案件数', '办结劳动争议案件数'],
    ],
    ['in a row', '苹果、梨产量分别为3万吨和2万吨。', ['苹果产量', '梨产量']],
    ['a number inside', '80岁以上老人460人。', ['80岁以上老人数']],
    ['behind the figure', '向村民发放8000株树苗。', ['树苗数']],
    ['of a share', '女教师占教师总数的61%。', ['女教师占比']],
    ['of what changed', '茶叶产量12吨，增长5%。', ['茶叶产量', '茶叶产量']],
    ['of each, not one of them', '图书4万册，生均纸质图书30册。', ['图书册数', '生均纸质图书册数']],
    ['in another currency', '茶厂亏损58万元（折合9万美元）。', ['茶厂亏损', '茶厂亏损']],
    ['behind a verb that no name opens with', '卫生院设病床30张。', ['病床数']],
    [
      'with the begin of an earlier name',
      '查处涉渔行政案件41起，刑事案件7起。',
      ['查处涉渔行政案件数', '查处涉渔刑事案件数'],
    ],
    [
      'in a row that another number follows',
      '招生、在校生和毕业生分别为820人、2470人和790人，三年巩固率98.6%。',
      ['招生人数', '在校生数', '毕业生数'],
    ],
    [
      'in a row whose pieces are counted',
      '养老、工伤和失业三项保险参保人数分别为3万人、2万人和1万人。',
      ['', '养老保险参保人数', '工伤保险参保人数', '失业保险参保人数'],
    ],
    [
      'in an item below the paragraph that names the noun',
      '市属企业利润总额238亿元。\n\n（1）机械企业154亿元。',
      ['市属企业利润总额', '机械企业利润总额'],
    ],
    ['under a heading', '一、职业教育\n\n招生3100人。', ['职业教育招生人数']],
  ])('%s', (_, text, right) => {
    const found = candidatesIn(text, right)
    right.forEach((name, at) => {
      if (name !== '') expect(found[at]).toContain(name)
    })
  })
})

test('each name is a candidate once, and that of the rules is one of them', () => {
  const text = '全县有小学78所，在校生2.1万人，比上年增加300人；初中12所，在校生1.1万人。'
  extractFacts(segmentedText(text), {
    ...resources,
    choose: (place, candidates) => {
      const names = candidates.map(({ name }) => name.indicator)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toContain(place.mention.name.indicator)
      return ruledChooser(place, candidates)
    },
  })
})

test('names that the rules composed have no rivals', () => {
  expect(candidatesIn('财政收入7.2亿元，为年初预算的101.3%。').at(-1)).toHaveLength(1)
  expect(candidatesIn('小学适龄儿童15089人，入学15051人，入学率99.75%。').at(-1)).toEqual([
    '小学适龄儿童入学率',
  ])
})

test('a long row costs no more than a short one a figure', () => {
  const row = `甲、乙产量分别为${Array.from({ length: 200 }, (_, at) => `${at + 3}吨`).join('、')}。`
  for (const names of candidatesIn(row)) expect(names.length).toBeLessThan(60)
})

test('features are numbers, as many as have a name', () => {
  extractFacts(segmentedText('全乡有敬老院3所，床位90张，占全县的12%。'), {
    ...resources,
    choose: (place, candidates) => {
      for (const features of featuresOf(place, candidates)) {
        expect(features).toHaveLength(featureNames.length)
        expect(features.every(Number.isFinite)).toBe(true)
      }
      return ruledChooser(place, candidates)
    },
  })
  expect(new Set(featureNames).size).toBe(featureNames.length)
})

test('quotation marks around nothing, and signs joined to words, are no names', () => {
  const [width, height, output] = candidatesIn('屏幕分辨率1920×1080。力争“十四五”末产值突破3亿元。')
  expect(output).toContain('“十四五”末产值')
  expect(output!.filter((name) => name.includes('“”'))).toEqual([])
  expect(height).toContain('屏幕分辨率')
  expect(height!.filter((name) => /^×./.test(name))).toEqual([])
  expect(width).toContain('屏幕分辨率')
})

describe('what another part of the same total is called', () => {
  const text = '全市有学校89所，其中：小学78所，普通高中2所，幼儿园9所。'

  test('stands before no other part of it', () => {
    const names = candidatesIn(text, ['学校数', '小学数', '普通高中数'])
    expect(names[3]).toContain('幼儿园数')
    expect(names[3]).not.toContain('普通高中幼儿园数')
  })
})

describe('whose a figure is stands near by', () => {
  const homes = '东山敬老院有护工12名，西河村有果树30亩，茶园40亩，竹林50亩，鱼塘60亩，'

  test('in the four figures before and the first of the sentence', () => {
    const right = ['东山敬老院护工数', '西河村果树面积', '茶园面积', '竹林面积', '鱼塘面积']
    const near = candidatesIn(`${homes}床位90张。`, right)[5]!
    expect(near).toContain('西河村床位数')
    const far = candidatesIn(`${homes}水库7座，床位90张。`, [...right, '水库数'])[6]!
    expect(far).toContain('东山敬老院床位数')
    expect(far).not.toContain('西河村床位数')
  })

  test('in the heading right above, for the first sentence under it', () => {
    const [first, second] = candidatesIn('一、职业教育\n\n（一）成人中专\n\n招生310人。毕业280人。')
    expect(first).toContain('成人中专招生人数')
    expect(first!.filter((name) => name.includes('职业教育'))).toEqual([])
    expect(second!.filter((name) => name.startsWith('成人中专毕'))).toEqual([])
  })
})

test('persons that were counted before name no sum of money', () => {
  const names = candidatesIn('全场职工300人。全厂产值5万元。', ['全场职工数'])
  expect(names[1]).toContain('产值')
  expect(names[1]!.filter((name) => /职工(?:金额)?$/.test(name))).toEqual([])
})
