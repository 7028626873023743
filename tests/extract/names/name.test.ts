/** Names of what is measured: known ones, suffixes by unit, heads, cleaning. */
import { describe, expect, test } from 'vitest'
import { cleanNoun, isCutOff, withoutCuts } from '../../../src/extract/names/clean-noun.js'
import {
  bareUnit,
  endsWithCue,
  findHead,
  findKnown,
  isPersonNoun,
  measureOf,
  term,
} from '../../../src/extract/names/heads.js'
import { nameOf } from '../../../src/extract/names/name.js'
import { indicators } from '../../support/tables.js'
import { quantityOf } from '../check.js'

test.each([
  ['万人次', '人次'],
  ['亿元', '元'],
  ['百万千瓦', '瓦'],
  ['万', '万'],
  ['人', '人'],
  ['', ''],
])('%s without its scale is %s', (unit, bare) => {
  expect(bareUnit(unit)).toBe(bare)
})

test.each([
  ['12人', 'person'],
  ['12名', 'person'],
  ['3万人', 'person'],
  ['12所', 'count'],
  ['12人次', 'count'],
  ['3亿元', 'money'],
  ['5%', 'percent'],
])('%s measures %s', (text, measure) => {
  expect(measureOf(quantityOf(text), indicators)).toBe(measure)
})

describe('cleaned', () => {
  test.each([
    [' 、教师的', '教师'],
    ['和教师、', '教师'],
    ['教师 人数', '教师人数'],
    ['学校（含分校）占地', '学校（含分校）占地'],
    ['学校(含分校)占地', '学校占地'],
    ['县(市)公路', '县(市)公路'],
    ['设备(一类)采购', '设备(一类)采购'],
    ['设备(第一类)采购', '设备采购'],
    ['浓度(PM2.5)均值', '浓度(PM2.5)均值'],
    ['“双一流”学校', '“双一流”学校'],
    ['“双一流学校', '双一流学校'],
    ['双一流”学校', '双一流学校'],
    ['下同)教师', '教师'],
    ['和参与', '参与'],
    ['与和谐', '和谐'],
    ['教师与', '教师'],
    ['教师总和', '教师总和'],
    ['教师', '教师'],
  ])('%s is %s', (words, noun) => {
    expect(cleanNoun(words)).toBe(noun)
  })

  test('of a clause the end stays', () => {
    expect(cleanNoun('甲'.repeat(36))).toBe('甲'.repeat(36))
    expect(cleanNoun(`乙${'甲'.repeat(36)}`)).toBe('甲'.repeat(36))
  })
})

test.each([
  ['经济损失则', true],
  ['原则', false],
  ['这一球以', true],
  ['衣着', false],
  ['了保险', true],
  ['了解人数', false],
  ['就业人数', false],
  ['较去年同期', true],
  ['较大事故', false],
  ['上季度相比', true],
  ['比重', false],
])('%s is cut off: %s', (words, is) => {
  expect(isCutOff(words)).toBe(is)
})

/** Words, the number, and the name with its head. */
test.each([
  ['达标率也', '达标率'],
  ['但每头盈利', '每头盈利'],
  ['了解', '了解'],
])('%s without what cuts it off: %s', (words, rest) => {
  expect(withoutCuts(words)).toBe(rest)
})

describe('a unit adds what the noun does not say', () => {
  test.each([
    ['骨干教师', '58名', '骨干教师数', '骨干教师数'],
    ['女教师', '58名', '女教师数', '教师数'],
    ['本科上线', '353人', '本科上线人数', '上线人数'],
    ['新建校舍', '2.3万平方米', '新建校舍面积', '面积'],
    ['校长培训', '3期', '校长培训期数', '培训期数'],
    ['新建农村公路', '12公里', '新建农村公路里程', '里程'],
    ['水渠', '12公里', '水渠长度', '长度'],
    ['教育经费', '3亿元', '教育经费', '经费'],
    ['办公楼租金', '3万元', '办公楼租金', '租金'],
    ['盗窃', '3万元', '盗窃金额', '金额'],
    ['月均房价', '3万元', '月均房价', '房价'],
    ['坝高', '12米', '坝高', '坝高'],
    ['平均时速', '12公里', '平均时速', '时速'],
    ['新生儿体重', '3.2公斤', '新生儿体重', '体重'],
    ['保修期', '12天', '保修期', '保修期'],
    ['抢险演练', '12天', '抢险演练天数', '天数'],
    ['', '4人份', '', ''],
    ['化肥', '12吨', '化肥量', '化肥量'],
    ['合格率', '95%', '合格率', '合格率'],
    ['女职工', '95%', '女职工占比', '占比'],
    ['水库', '12座', '水库数', '水库数'],
    ['单位数', '12个', '单位数', '单位数'],
    ['文艺演出', '12场', '文艺演出场次', '演出场次'],
    ['安全检查', '12次', '安全检查次数', '检查次数'],
    ['查处走私', '12起', '查处走私起数', '起数'],
    ['低保户', '12户', '低保户数', '低保户数'],
    ['搬迁', '12户', '搬迁户数', '搬迁户数'],
    ['招生', '120人', '招生人数', '招生人数'],
    ['志愿者', '120人', '志愿者数', '志愿者数'],
    ['守林人', '12人', '守林人数', '守林人数'],
    ['检查巡河', '12人', '检查巡河人数', '人数'],
    ['农村公路', '12条', '农村公路数', '农村公路数'],
    ['巡河', '12人', '巡河人数', '人数'],
    ['救治患者', '36例', '救治患者例数', '例数'],
    ['参训教师', '260人次', '参训教师人次', '参训人次'],
    ['污水处理设备', '12台次', '污水处理设备台次', '设备台次'],
    ['门诊人次', '20万人次', '门诊人次', '门诊人次'],
    ['女教师数', '58名', '女教师数', '教师数'],
    ['初中生数', '480人', '初中生数', '初中生数'],
    ['公共厕所数', '12个', '公共厕所数', '厕所数'],
    ['总数', '120辆', '总数', '总数'],
    ['森林病虫害防治率', '95%', '森林病虫害防治率', '防治率'],
    ['太阳能板', '12块', '太阳能板数', '太阳能板数'],
    ['新太阳能板', '12块', '新太阳能板数', '能板数'],
  ])('%s with %s', (words, number, indicator, head) => {
    expect(nameOf(words, quantityOf(number), indicators)).toMatchObject({ indicator, head, stem: words })
  })
})

test('what stands before the bare noun is the qualifier', () => {
  expect(nameOf('农村特困小学', quantityOf('3所'), indicators)).toMatchObject({
    indicator: '农村特困小学数',
    qualifier: '农村特困',
    noun: '小学',
    kind: 'thing',
  })
  expect(nameOf('女教师', quantityOf('3名'), indicators)).toMatchObject({ qualifier: '女', noun: '教师' })
  expect(nameOf('住房补助金额', quantityOf('3万元'), indicators).qualifier).toBe('住房补助')
  expect(nameOf('太阳能板', quantityOf('3块'), indicators).qualifier).toBe('')
  expect(nameOf('小学毕业', quantityOf('3人'), indicators).kind).toBe('action')
  expect(nameOf('教育补助', quantityOf('3万元'), indicators).kind).toBe('amount')
  expect(nameOf('教育补助', quantityOf('3人'), indicators).kind).toBe('action')
})

test('what a unit adds is not said twice', () => {
  expect(nameOf('新生培训期', quantityOf('3期'), indicators).indicator).toBe('新生培训期数')
  expect(nameOf('新生培训期数', quantityOf('3期'), indicators).indicator).toBe('新生培训期数')
})

describe('known', () => {
  test('the longest name that the words end in, of a measure that fits', () => {
    expect(findKnown('全县在校学生', 'person', indicators)).toMatchObject({
      start: 2,
      indicator: { id: 'education.enrolment' },
    })
    expect(findKnown('在校学生', 'money', indicators)).toBeUndefined()
    expect(findKnown('在校学生', 'any', indicators)?.indicator.id).toBe('education.enrolment')
    expect(findKnown('毫无此名', 'any', indicators)).toBeUndefined()
  })

  test('a rate is known by any quotient, and a count by none', () => {
    for (const measure of ['percent', 'ratio', 'multiple', 'other'] as const)
      expect(findKnown('入学率', measure, indicators)?.indicator.id).toBe('education.admission-rate')
    expect(findKnown('入学率', 'count', indicators)).toBeUndefined()
    expect(findKnown('入学率', 'person', indicators)).toBeUndefined()
    expect(findKnown('平均分', 'percent', indicators)?.indicator.id).toBe('education.average-score')
  })

  test('a number without a unit is no person and no money', () => {
    expect(findKnown('班级', 'other', indicators)?.indicator.id).toBe('education.classes')
    expect(findKnown('在校学生', 'other', indicators)).toBeUndefined()
    expect(findKnown('助学金', 'other', indicators)).toBeUndefined()
  })

  test('a capacity or a length of time is known in any unit, but is no count of persons', () => {
    expect(findKnown('装机容量', 'energy', indicators)?.indicator.id).toBe('environment.installed')
    expect(findKnown('平均住院日', 'count', indicators)?.indicator.id).toBe('health.stay')
    expect(findKnown('装机容量', 'person', indicators)).toBeUndefined()
    expect(findKnown('平均住院日', 'person', indicators)).toBeUndefined()
  })

  test('what is counted may be weighed, and nothing else', () => {
    expect(findKnown('存栏', 'mass', indicators)?.indicator.id).toBe('agriculture.stock')
    expect(findKnown('存栏', 'area', indicators)).toBeUndefined()
    expect(findKnown('公路通车里程', 'mass', indicators)).toBeUndefined()
  })

  test('the id is that of the whole name', () => {
    const ids = ['在校学生', '小学在校学生', '私塾在校学生'].map(
      (words) => nameOf(words, quantityOf('5人'), indicators).id,
    )
    expect(ids).toEqual(['education.enrolment', 'education.enrolment.primary', null])
  })

  test('an action that persons do is one', () => {
    expect(nameOf('小学招生', quantityOf('5人'), indicators)).toMatchObject({
      kind: 'action',
      noun: '招生',
      qualifier: '小学',
    })
  })
})

test('the bare noun stands before the word for the total', () => {
  expect(nameOf('公交车总数', quantityOf('120辆'), indicators)).toMatchObject({
    indicator: '公交车总数',
    head: '公交车数',
    stem: '公交车',
  })
})

test('heads', () => {
  expect(findHead('骨干教师', indicators)?.noun).toBe('骨干教师')
  expect(findHead('小学数', indicators)?.noun).toBe('小学')
  expect(findHead('桌椅', indicators)).toBeUndefined()
  expect(findHead('桌椅数', indicators)).toBeUndefined()
})

test('persons', () => {
  expect(isPersonNoun('代课教师', indicators)).toBe(true)
  expect(isPersonNoun('护林者', indicators)).toBe(true)
  expect(isPersonNoun('小学', indicators)).toBe(false)
  expect(isPersonNoun('桌椅', indicators)).toBe(false)
  expect(endsWithCue('护林者', 'person-end', indicators)).toBe(true)
  expect(endsWithCue('者护林', 'person-end', indicators)).toBe(false)
})

test('the words that tables put behind a name', () => {
  const words = (['person', 'percent', 'plan', 'share', 'growth', 'road'] as const).map(
    (key) => term(indicators, key).thing,
  )
  expect(words).toEqual(['数', '占比', '完成率', '占', '增速', '里程'])
})
