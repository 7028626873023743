/** Facts of written sentences: names, breakdowns, changes, ratios, periods, status, and what is no fact. */
import { describe, expect, test } from 'vitest'
import { factsOf } from '../support/document.js'
import { checkFacts } from './check.js'

function checkNames(text: string, names: Record<string, string>): void {
  const facts = factsOf(text)
  const own = Object.fromEntries(Object.keys(names).map((printed) => [printed, facts[printed]?.indicator]))
  expect(own).toEqual(names)
}

/** Parents by what was printed. */
function parentsOf(facts: ReturnType<typeof factsOf>): Record<string, string | null> {
  const byId = new Map(Object.values(facts).map((fact) => [fact.id, fact.text]))
  return Object.fromEntries(
    Object.values(facts).map((fact) => [fact.text, fact.partOf === null ? null : byId.get(fact.partOf)!]),
  )
}

test('a place is read behind what orders the sentences, which is no part of it', () => {
  const placeOf = (text: string, printed: string) => factsOf(text)[printed]?.place
  expect(placeOf('清源市共有小学32所。', '32所')).toBe('清源市')
  expect(placeOf('一是清源市共有小学32所。', '32所')).toBe('清源市')
  expect(placeOf('一是城区小学平均班额达到54人。', '54人')).toBeNull()
  expect(placeOf('二是乡镇学校缺编教师180名。', '180名')).toBeNull()
})

describe('names', () => {
  test('counts of things and persons, sizes and amounts', () => {
    checkNames('全县新建校舍2.3万平方米，拆除危房870平方米，完成投资3960万元，招聘教师58名。', {
      '2.3万平方米': '新建校舍面积',
      '870平方米': '拆除危房面积',
      '3960万元': '完成投资',
      '58名': '招聘教师数',
    })
  })

  test('one id for 在校生 and 在校学生', () => {
    const ids = ['在校生', '在校学生', '在校门生'].map((word) => factsOf(`全县现有${word}4321人。`)['4321人'])
    expect(ids.map((fact) => fact?.indicatorId)).toEqual(Array(3).fill('education.enrolment'))
    expect(ids.map((fact) => fact?.indicator)).toEqual(Array(3).fill('在校生数'))
  })

  test('words behind the number', () => {
    checkNames('聘请18名专职教练和25名兼职裁判员，共有307人参加普通高考。', {
      '18名': '聘请专职教练数',
      '25名': '兼职裁判员数',
      '307人': '普通高考参加人数',
    })
  })

  test('the object of a verb that stands alone', () => {
    checkNames('每个路口安装测速雷达，已安装46个。', { '46个': '安装测速雷达数' })
  })

  test('what is carried over is marked', () => {
    const facts = factsOf('开工项目9个，共7350平方米；小学适龄儿童820人，已入学818人，入学率达99.76%。')
    expect(facts['7350平方米']).toMatchObject({ indicator: '开工项目面积', implicit: true })
    expect(facts['818人']).toMatchObject({ indicator: '小学适龄儿童入学人数', implicit: true })
    expect(facts['9个']?.implicit).toBe(false)
  })

  test('names in turn', () => {
    checkNames('小麦、玉米播种面积分别为31.2万亩、28.4万亩，平均亩产分别达到402公斤和455公斤。', {
      '31.2万亩': '小麦播种面积',
      '28.4万亩': '玉米播种面积',
      '402公斤': '小麦平均亩产',
      '455公斤': '玉米平均亩产',
    })
  })
})

describe('breakdowns', () => {
  test('其中 with nested brackets', () => {
    const facts = factsOf(
      '全县共有学校61所，其中：小学40所（完小31所、教学点9所），初级中学12所，幼儿园8所（公办3所，民办5所），普通高中1所。',
    )
    expect(parentsOf(facts)).toEqual({
      '61所': null,
      '40所': '61所',
      '31所': '40所',
      '9所': '40所',
      '12所': '61所',
      '8所': '61所',
      '3所': '8所',
      '5所': '8所',
      '1所': '61所',
    })
    expect(facts['61所']?.role).toBe('total')
    expect(facts['40所']?.role).toBe('part')
    expect(facts['3所']).toMatchObject({ indicator: '公办幼儿园数', head: '学校数' })
  })

  test('members take the name of their total', () => {
    checkNames('现有在校学生5210人，其中：普通中学1900人（初中1500人，高中400人），小学3310人。', {
      '5210人': '在校生数',
      '1900人': '普通中学在校生数',
      '1500人': '初中在校生数',
      '3310人': '小学在校生数',
    })
  })

  test('one wrong digit leaves a list what it is', () => {
    const trade = '全年进出口总额61.5亿元，其中出口40.2亿元，进口27.3亿元，贸易顺差18.9亿元。'
    expect(parentsOf(factsOf(trade))).toMatchObject({ '27.3亿元': '61.5亿元', '18.9亿元': null })
    const left = '全村识别贫困户90户310人。累计脱贫84户290人，剩余未脱贫8户20人。'
    expect(parentsOf(factsOf(left))).toMatchObject({ '84户': '90户', '290人': '310人', '20人': '310人' })
    const sum = '上年结转2.4亿元，调入资金3.1亿元，合计5.7亿元。'
    expect(parentsOf(factsOf(sum))).toMatchObject({ '2.4亿元': '5.7亿元', '3.1亿元': '5.7亿元' })
  })

  test('days that are counted into kinds', () => {
    const facts = factsOf('有效监测90天，其中优60天、良27天、轻度污染3天。')
    expect(parentsOf(facts)).toEqual({ '90天': null, '60天': '90天', '27天': '90天', '3天': '90天' })
  })

  test('a list ends where its members add up', () => {
    const facts = factsOf('全年进出口总额61.5亿元，其中出口40.2亿元，进口21.3亿元，贸易顺差18.9亿元。')
    expect(parentsOf(facts)).toMatchObject({
      '40.2亿元': '61.5亿元',
      '21.3亿元': '61.5亿元',
      '18.9亿元': null,
    })
  })

  test('其余 closes a list over several sentences', () => {
    const facts = factsOf(
      '共举办业务培训10期，培训人员930人次，其中：骨干培训4期，培训人员310人次。开展新人培训1期80人次。其余培训5期，培训人员540人次。',
    )
    expect(parentsOf(facts)).toMatchObject({
      '4期': '10期',
      '1期': '10期',
      '5期': '10期',
      '80人次': '930人次',
      '540人次': '930人次',
    })
  })

  test('figures of one head that add up to an earlier one', () => {
    const facts = factsOf('全县上线300人。本科上线190人，比去年增加12人。专科上线110人。')
    expect(parentsOf(facts)).toMatchObject({ '190人': '300人', '110人': '300人' })
  })

  test('a sum behind its parts', () => {
    const facts = factsOf('水电、风电装机容量分别为38.6万千瓦、15.0万千瓦，合计53.6万千瓦。')
    expect(parentsOf(facts)).toMatchObject({ '38.6万千瓦': '53.6万千瓦', '15.0万千瓦': '53.6万千瓦' })
  })

  test('a spun cue word counts', () => {
    const facts = factsOf('共有车辆50辆，此中：客车20辆，货车30辆。')
    expect(parentsOf(facts)).toMatchObject({ '20辆': '50辆', '30辆': '50辆' })
  })
})

describe('changes', () => {
  test.each([
    [
      '二本上线172人，比去年增加31人。',
      '31人',
      { direction: 'increase', kind: 'delta', against: '去年', prior: '141' },
    ],
    [
      '二本上线172人，比客岁增添31人。',
      '31人',
      { direction: 'increase', kind: 'delta', against: '去年', prior: '141' },
    ],
    [
      '上线率为58.64%，较上年提高了5.2个百分点。',
      '5.2个百分点',
      { direction: 'increase', kind: 'points', against: '上年', prior: '53.44' },
    ],
    [
      '出口额8.4亿元，同比下降3.1%。',
      '3.1%',
      { direction: 'decrease', kind: 'percent', against: '同比', prior: null },
    ],
    [
      '完成投资12亿元，是2018年的1.5倍。',
      '1.5倍',
      { direction: 'increase', kind: 'multiple', against: '2018年', prior: null },
    ],
    [
      '出院人次2.38万人次，同比增加1,260人次。',
      '1,260人次',
      { direction: 'increase', kind: 'delta', against: '同比', prior: '2.254' },
    ],
    [
      '漏损率由18.5%下降到9.7%。',
      '9.7%',
      { direction: 'decrease', kind: 'from-to', against: null, prior: '18.5' },
    ],
    [
      '合格率为97.3%，低于98.5%的目标值1.2个百分点。',
      '1.2个百分点',
      { direction: 'decrease', kind: 'points', against: '目标值', prior: '98.5' },
    ],
  ])('%s', (text, printed, change) => {
    expect(factsOf(text)[printed]?.change).toMatchObject(change)
  })

  test('a value behind its change', () => {
    const facts = factsOf('奶类产量翻了一番，达到3.6万吨。')
    expect(facts.一番).toMatchObject({
      role: 'change',
      change: { of: facts['3.6万吨']!.id, kind: 'multiple' },
    })
    expect(facts['3.6万吨']?.indicator).toBe('奶类产量')
  })

  test('changes in turn', () => {
    const facts = factsOf('货运量6730万吨，客运量1865万人次，分别增长5.6%和下降38.5%。')
    expect(facts['5.6%']?.change).toMatchObject({ of: facts['6730万吨']!.id, direction: 'increase' })
    expect(facts['38.5%']?.change).toMatchObject({ of: facts['1865万人次']!.id, direction: 'decrease' })
  })

  test('a change of a figure that is not printed', () => {
    expect(factsOf('全年居民消费价格比上年上涨0.9%。')['0.9%']).toMatchObject({
      indicator: '居民消费价格',
      role: 'change',
      change: { of: null, direction: 'increase', against: '上年' },
    })
  })
})

describe('ratios', () => {
  test.each([
    ['全县在校学生8000人。寄宿学生1600人，占在校学生总数的20%。', '20%', '1600人', '8000人'],
    ['小学适龄儿童820人，已入学818人，入学率达99.76%。', '99.76%', '818人', '820人'],
    ['受理案件418件，结案397件，结案率95.0%。', '95.0%', '397件', '418件'],
    ['总资产32.5亿元，总负债14.3亿元，资产负债率为44.0%。', '44.0%', '14.3亿元', '32.5亿元'],
    ['全乡公厕30座，其中水冲公厕12座，水冲公厕占比40%。', '40%', '12座', '30座'],
    ['现有电动出租车90辆，占出租车总量的45%，出租车总量200辆。', '45%', '90辆', '200辆'],
    ['全年营业收入8亿元。\n\n全年研发投入4000万元，占营业收入的5%。', '5%', '4000万元', '8亿元'],
    ['全村农户510户，兑现补助资金255万元，户均补助0.8万元。', '0.8万元', '255万元', '510户'],
    ['旅游总收入6亿元，接待游客80万人次，游客人均花费750元。', '750元', '6亿元', '80万人次'],
  ])('%s', (text, printed, part, whole) => {
    const facts = factsOf(text)
    expect(facts[printed]?.ratio).toEqual({ part: facts[part]!.id, whole: facts[whole]!.id })
  })

  test('a rate whose base is not printed has none', () => {
    expect(factsOf('小学学生辍学130人，辍学率为0.74%。')['0.74%']?.ratio).toBeNull()
  })
})

describe('when, of whom, planned or not', () => {
  const report = (body: string) => factsOf(`青山县水务局2021年上半年工作总结\n\n${body}`)

  test('the report gives its period to figures without one', () => {
    expect(report('全县新建水池37口。')['37口']?.period).toEqual({
      text: '2021年上半年',
      start: '2021-01-01',
      end: '2021-06-30',
      grain: 'half-year',
      inferred: 'report',
    })
  })

  test('去年 is the year before that of the report', () => {
    expect(report('去年全县新建水池30口，今年37口。')['30口']?.period).toMatchObject({
      text: '去年',
      start: '2020-01-01',
    })
  })

  test('去年 is the year of a report that speaks of no 今年', () => {
    expect(factsOf('2019年全县新建水池37口。去年修渠12公里。')['12公里']?.period?.text).toBe('2019年')
  })

  test('a masked year has no dates', () => {
    expect(factsOf('截止20xx年6月，开工项目6个。')['6个']?.period).toMatchObject({ start: null, end: null })
  })

  test('plans', () => {
    const facts = report('计划投资1.2亿元，完成投资5380万元。明年力争新建水池40口。')
    expect(facts['1.2亿元']?.status).toBe('planned')
    expect(facts['5380万元']?.status).toBe('actual')
    expect(facts['40口']?.status).toBe('planned')
  })

  test('the subject of the sentence', () => {
    expect(report('全县新建水池37口。')['37口']?.subject).toBe('全县')
  })

  test('lengths of time that only say when are no facts', () => {
    expect(Object.keys(report('五年来，累计投资3亿元；连续三年没有事故。'))).toEqual(['3亿元'])
  })
})

describe('labels of a list are no part of a name', () => {
  checkFacts([
    ['一是新建水池37口；二是修渠8公里。', '37口: 新建水池数/水池数', '8公里: 修渠长度/长度'],
    ['（一）新建水池37口。', '37口: 新建水池数/水池数'],
  ])
})
