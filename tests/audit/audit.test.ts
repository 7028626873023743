/** The audit on facts written by hand: states, explanations, masks, and what the text does not claim. */
import { describe, expect, test } from 'vitest'
import { auditDocument } from '../../src/audit/audit.js'
import { spanOf } from '../../src/model/span.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { makeFact, markedDocument } from '../support/facts.js'
import { claims } from '../support/tables.js'

type Details = Parameters<typeof markedDocument>[1]

function checksOf(marked: string, details: Details = {}): DocumentRecord['checks'] {
  return toRecord(auditDocument(markedDocument(marked, details), claims)).checks
}

/** Parts of f1: all facts behind it. */
function partsOfFirst(count: number): NonNullable<Details> {
  const parts = Array.from({ length: count }, (_, index) => [`f${index + 2}`, { partOf: 'f1', role: 'part' }])
  return { f1: { role: 'total' }, ...Object.fromEntries(parts) }
}

describe('sums', () => {
  test('of all parts hold, and of a bracket', () => {
    const [check] = checksOf(
      '全镇共有幼儿园[9所|幼儿园数]（公办[4所|公办数]，民办[5所|民办数]）。',
      partsOfFirst(2),
    )
    expect(check).toMatchObject({
      rule: 'sum-of-parts',
      state: 'holds',
      expression: '4 + 5 = 9',
      computed: '9',
    })
  })

  test('that one digit breaks say which figure would mend it', () => {
    const text =
      '全镇共有学校[126所|学校数]，其中：小学[78所|小学数]，初中[12所|初中数]，高中[3所|高中数]，其他[43所|其他学校数]。'
    const [check] = checksOf(text, partsOfFirst(4))
    expect(check).toMatchObject({
      state: 'mismatch',
      severity: 'error',
      code: 'digit-differs',
      difference: '-10',
    })
    expect(check!.parameters).toMatchObject({ printed: '126所', value: '136' })
  })

  test('whose total was copied from the first part are a mismatch, however far', () => {
    const text =
      '共下达资金[45.7万元|资金]，其中：公用经费[45.7万元|公用经费]、生活补助[39.2万元|生活补助]、教材费[10.1万元|教材费]。'
    const [check] = checksOf(text, partsOfFirst(3))
    expect(check).toMatchObject({ state: 'mismatch', code: 'total-equals-first-part', computed: '95' })
  })

  test('of a partial list are never a finding', () => {
    const text = '全区现有教师[860人|教师数]，其中高级教师[120人|高级教师数]、一级教师[95人|一级教师数]。'
    expect(checksOf(text, partsOfFirst(2))).toEqual([])
  })

  test('of rounded amounts hold within their rounding', () => {
    const text =
      '共投入[10.0亿元|投入]（中央[3.3亿元|中央投入]，省级[3.3亿元|省级投入]，市级[3.3亿元|市级投入]）。'
    expect(checksOf(text, partsOfFirst(3))[0]).toMatchObject({ state: 'rounding', code: 'rounded' })
  })

  test('across scales are compared in the base unit', () => {
    const text = '共投入[1.2亿元|投入]（中央[8000万元|中央投入]，市级[6000万元|市级投入]）。'
    const [check] = checksOf(text, partsOfFirst(2))
    expect(check).toMatchObject({ state: 'mismatch', expression: '8000万元 + 6000万元 = 1.2亿元' })
  })

  test('with 余 hold approximately', () => {
    const details = {
      ...partsOfFirst(2),
      f1: { role: 'total', value: '1520', low: '1520', high: '1530', bound: 'more-than', unit: '人次' },
      f3: { partOf: 'f1', value: '700', low: '700', high: '800', bound: 'more-than', unit: '人次' },
    } as const
    const text =
      '共培训[1520余人次|培训人次]，其余分别为[745人次|教师培训人次]和其余[700余人次|其余培训人次]。'
    expect(checksOf(text, details)[0]).toMatchObject({ state: 'approximate', code: 'within-bounds' })
  })

  test('of averages are not asked for', () => {
    const text = '居民人均收入共[300元|居民人均收入]（城镇[400元|城镇人均收入]，农村[200元|农村人均收入]）。'
    expect(checksOf(text, partsOfFirst(2))).toEqual([])
  })

  test('find their parts in other sentences by the names of a known whole', () => {
    const text = '上线[569人|上线人数]。本科上线[353人|本科上线人数]。专科上线[217人|专科上线人数]。'
    const head = { head: '上线人数' }
    expect(checksOf(text, { f1: head, f2: head, f3: head })[0]).toMatchObject({
      state: 'mismatch',
      expression: '353 + 217 = 569',
    })
  })
})

describe('masks', () => {
  const mask = { value: null, low: '2000', high: '2099', bound: 'masked', unit: '人' } as const

  test('are solved where one value fits, and the fact says by which check', () => {
    const text = '中学生[10029人|中学生数]（初中[8010人|初中生数]，高中[20xx人|高中生数]）。'
    const details = { f1: { role: 'total' }, f2: { partOf: 'f1' }, f3: { ...mask, partOf: 'f1' } } as const
    const { facts, checks } = toRecord(auditDocument(markedDocument(text, details), claims))
    expect(checks[0]).toMatchObject({ state: 'solved', solution: '2019', expression: '8010 + 20xx = 10029' })
    expect(facts[2]!.recovered).toEqual({ value: '2019', by: checks[0]!.id })
    expect(facts[2]!.value).toBeNull()
  })

  test('that no value fits are a mismatch', () => {
    const text = '中学生[10029人|中学生数]（初中[8910人|初中生数]，高中[20xx人|高中生数]）。'
    const details = { f1: { role: 'total' }, f2: { partOf: 'f1' }, f3: { ...mask, partOf: 'f1' } } as const
    expect(checksOf(text, details)[0]).toMatchObject({ state: 'mismatch', code: 'no-value-fits-mask' })
  })
})

describe('shares and rates', () => {
  const ratio = { ratio: { part: 'f2', whole: 'f1' } }

  test('hold within their rounding', () => {
    const text = '适龄儿童[15089人|适龄儿童数]，已入学[15051人|入学人数]，入学率达[99.75%|入学率]。'
    expect(checksOf(text, { f3: { ...ratio, head: '入学率' } })).toMatchObject([
      { rule: 'rate', state: 'rounding', expression: '15051 / 15089 = 99.75%', computed: '99.7482' },
    ])
  })

  test('that are cut off instead of rounded are no finding', () => {
    const text = '参加考试[300人|考试人数]，合格[200人|合格人数]，合格率[66.6%|合格率]。'
    expect(checksOf(text, { f3: ratio })[0]).toMatchObject({ state: 'rounding', code: 'truncated' })
  })

  test('with two digits in the wrong order are told so', () => {
    const text = '毕业生[3412人|毕业生数]，升学[3398人|升学人数]，升学率为[95.99%|升学率]。'
    expect(checksOf(text, { f3: ratio })[0]).toMatchObject({ state: 'mismatch', severity: 'error' })
  })

  test('without a stated base are unconfirmed', () => {
    const text = '小学生辍学[130人|辍学人数]，辍学率为[0.74%|辍学率]。'
    expect(checksOf(text)).toMatchObject([{ rule: 'rate', state: 'unconfirmed', code: 'base-not-stated' }])
  })

  test('above a hundred per cent are findings only where they cannot be', () => {
    expect(checksOf('小学入学率[109.5%|小学入学率]。')[0]).toMatchObject({
      rule: 'bound',
      code: 'above-hundred',
    })
    expect(checksOf('初中毛入学率[102.53%|初中毛入学率]，任务完成率[108%|任务完成率]。')).toEqual([])
  })
})

describe('changes', () => {
  const fromTo = { of: 'f2', direction: 'increase', kind: 'from-to', against: null, prior: '141' } as const
  const delta = { of: 'f2', direction: 'increase', kind: 'delta', against: null, prior: '141' } as const

  test('between two printed values hold or not', () => {
    const text = '由[141人|人数]增加到[172人|人数]，增加[31人|人数]。'
    const details = { f2: { change: fromTo }, f3: { change: delta, role: 'change' } } as const
    expect(checksOf(text, details)).toMatchObject([{ state: 'holds', expression: '172 - 141 = 31人' }])
    const [check] = checksOf(text.replace('31人', '51人'), details)
    expect(check).toMatchObject({ state: 'mismatch', code: 'change-differs', difference: '20' })
  })

  test('whose direction the figures contradict', () => {
    const change = { ...fromTo, direction: 'decrease' } as const
    const [check] = checksOf('由[141人|人数]下降到[172人|人数]。', { f2: { change } })
    expect(check).toMatchObject({ state: 'mismatch', code: 'direction-contradicts' })
  })
})

test('one fact printed twice holds, and a slip in one of them is a finding', () => {
  const period = {
    text: '2021年',
    start: '2021-01-01',
    end: '2021-12-31',
    grain: 'year',
    inferred: null,
  } as const
  const details = { f1: { period, subject: '全县' }, f2: { period, subject: '全县' } }
  const text = '全县在校学生[31810人|在校学生人数]。全县在校学生[31810人|在校学生人数]。'
  expect(checksOf(text, details)).toMatchObject([{ rule: 'same-fact', state: 'holds' }])
  const slip = text.replace('31810人', '31870人')
  expect(checksOf(slip, details)).toMatchObject([{ state: 'mismatch', code: 'digit-differs' }])
})

test('counts are compared with the list behind them', () => {
  const details = { f1: { value: '3', unit: '项' } }
  const text = '抓好[三项|重点工作数]工作：一是加快建设；二是稳定队伍；三是加强管理。'
  expect(checksOf(text, details)).toMatchObject([{ rule: 'list-count', state: 'holds' }])
  const short = text.replace('；三是加强管理', '')
  expect(checksOf(short, details)).toMatchObject([{ state: 'mismatch', severity: 'warning', computed: '2' }])
})

test('dates that no calendar has are findings', () => {
  const document = markedDocument('截至2021年2月29日。')
  const ignored = [{ ...spanOf<'source'>(2, 12), text: '2021年2月29日', reason: 'date' as const }]
  expect(auditDocument({ ...document, ignored }, claims).checks).toMatchObject([{ code: 'no-such-date' }])
})

test('ten thousand facts are audited', () => {
  const document = markedDocument('')
  const facts = Array.from({ length: 10_000 }, (_, index) => {
    const isTotal = index % 5 === 0
    const total = `f${index - (index % 5)}`
    const details = isTotal ? { role: 'total' as const } : { role: 'part' as const, partOf: total }
    const section = [`第${Math.floor(index / 50)}节`]
    return makeFact(`f${index}`, index * 5, isTotal ? '400人' : '100人', {
      ...details,
      indicator: '在校人数',
      section,
    })
  })
  const text = '123人，'.repeat(12_500)
  const large = { ...document, ...markedDocument(text), facts }
  auditDocument({ ...large, facts: facts.slice(0, 100) }, claims)
  const { checks } = auditDocument(large, claims)
  expect(checks.length).toBeGreaterThan(1000)
})

describe('the checks of a document', () => {
  const sum = {
    f1: { role: 'total' },
    f2: { partOf: 'f1', role: 'part' },
    f3: { partOf: 'f1', role: 'part' },
  } as const
  const lines = (marked: string, details: Details = {}) =>
    checksOf(marked, details).map(({ rule, state }) => `${rule} ${state}`)

  test('stand in the order of the first fact that they are about, those without one behind all others', () => {
    const marked = '全镇共有幼儿园[9所|幼儿园数]（公办[4所|公办数]，民办[5所|民办数]），公办率[50%|公办率]。'
    const details = {
      f1: { role: 'total' },
      f2: { partOf: 'f1', role: 'part' },
      f3: { partOf: 'f1', role: 'part' },
      f4: { ratio: { part: 'f2', whole: 'f1' } },
    } as const
    expect(lines(marked, details)).toEqual(['sum-of-parts holds', 'rate mismatch'])
    const document = markedDocument(`${marked}截至2021年2月29日。`, details)
    const at = document.text.indexOf('2021')
    const ignored = [{ ...spanOf<'source'>(at, at + 10), text: '2021年2月29日', reason: 'date' as const }]
    const { checks } = auditDocument({ ...document, ignored }, claims)
    expect(checks.map(({ rule, id }) => [rule, id])).toEqual([
      ['sum-of-parts', 'c1'],
      ['rate', 'c2'],
      ['calendar', 'c3'],
    ])
  })

  test('tell a relation once, by whichever way it was found', () => {
    const marked = '上线[569人|上线人数]。本科上线[353人|本科上线人数]。专科上线[216人|专科上线人数]。'
    const head = { head: '上线人数' }
    const details = { f1: { ...sum.f1, ...head }, f2: { ...sum.f2, ...head }, f3: { ...sum.f3, ...head } }
    expect(lines(marked, details)).toEqual(['sum-of-parts holds'])
  })

  test('leave out that a part is more than its whole where the sum says so already, and only there', () => {
    const marked = '共有辅警[86名|辅警数]，其中男[94名|男辅警数]，女[22名|女辅警数]。'
    expect(lines(marked, sum)).toEqual(['sum-of-parts mismatch'])
    const women = marked.replace('94名', '64名').replace('22名', '92名')
    expect(lines(women, sum)).toEqual(['sum-of-parts mismatch'])
    const alone = '共有辅警[86名|辅警数]，其中高级[164名|高级辅警数]。'
    expect(lines(alone, { f1: sum.f1, f2: sum.f2 })).toEqual(['bound mismatch'])
  })

  test('check once more, with its value, what contains a solved mask', () => {
    const marked =
      '中学生[10029人|中学生数]（初中[8010人|初中生数]，高中[20xx人|高中生数]）。寄宿[1010人|高中寄宿生数]，寄宿率[50.0%|寄宿率]。'
    const mask = { value: null, low: '2000', high: '2099', bound: 'masked', unit: '人' } as const
    const details = {
      f1: sum.f1,
      f2: sum.f2,
      f3: { ...mask, partOf: 'f1', role: 'part' },
      f5: { ratio: { part: 'f4', whole: 'f3' } },
    } as const
    const checks = checksOf(marked, details)
    expect(checks.map(({ rule, state, id }) => [id, rule, state])).toEqual([
      ['c1', 'sum-of-parts', 'solved'],
      ['c2', 'rate', 'rounding'],
    ])
  })
})
