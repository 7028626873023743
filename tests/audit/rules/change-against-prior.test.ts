/** A change against an earlier value that is printed too. */
import { describe } from 'vitest'
import type { WrittenChange } from '../../../measure/eval/written-fact.js'
import type { Change } from '../../../src/model/fact.js'
import { checkAudits, type Details } from '../check.js'

const year = (text: string) =>
  ({
    period: {
      text: `${text}年`,
      start: `${text}-01-01`,
      end: `${text}-12-31`,
      grain: 'year',
      inferred: null,
    },
  }) as const
const fromTo = (prior: string, direction: Change['direction'] = 'increase'): Details[string] => ({
  change: { of: 'f1', direction, kind: 'from-to', against: null, prior },
})
const change = (kind: Change['kind'], rest: Partial<WrittenChange> = {}): Details[string] => ({
  role: 'change',
  change: { of: 'f2', direction: 'increase', kind, against: null, prior: null, ...rest },
})

describe('from one value to another', () => {
  const up = (now: string, delta: string) => `由[141人|人数]增加到[${now}|人数]，增加[${delta}|人数]`
  const own = (rest: Partial<WrittenChange> = {}): Details => ({
    f2: fromTo('141'),
    f3: change('delta', rest),
  })
  checkAudits([
    [
      up('180~190人', '40余人'),
      own(),
      'change-against-prior: 180~190 - 141 = 40余人 approximate info within-bounds',
    ],
    [up('172人', '31人'), own(), 'change-against-prior: 172 - 141 = 31人 holds info as-stated 31'],
    [
      up('172人', '51人'),
      own(),
      'change-against-prior: 172 - 141 = 51人 mismatch error change-differs 31 (20)',
    ],
    [
      up('172人', '30余人'),
      own(),
      'change-against-prior: 172 - 141 = 30余人 approximate info within-bounds 31',
    ],
    [
      up('172人', '50余人'),
      own(),
      'change-against-prior: 172 - 141 = 50余人 mismatch warning change-differs 31 (19)',
    ],
    [
      up('172人', '31人'),
      own({ direction: 'decrease' }),
      'change-against-prior: 172 - 141 = -31人 mismatch error direction-contradicts 31 (-62)',
    ],
    [
      up('110人', '31人'),
      own(),
      'change-against-prior: 141人 < 110人 mismatch error direction-contradicts',
      'change-against-prior: 110 - 141 = 31人 mismatch error direction-contradicts -31 (62)',
    ],
    [
      '由[141人|人数]下降到[172人|人数]',
      { f2: fromTo('141', 'decrease') },
      'change-against-prior: 141人 > 172人 mismatch error direction-contradicts',
    ],
    ['由[141人|人数]下降到[141人|人数]', { f2: fromTo('141', 'decrease') }],
    ['由[141人|人数]变为[110人|人数]', { f2: fromTo('141', 'level') }],
    ['由[141人|人数]、[110人|人数]', { f2: fromTo('141') }],
    ['由[140人|人数]增加到[110人|人数]', { f2: fromTo('141') }],
    ['由[141人|人数]。增加到[110人|人数]', { f2: fromTo('141') }],
    ['由[141元|人数]增加到[110人|人数]', { f2: fromTo('141') }],
    ['由[460人|人数]和[141人|人数]增加到[110人|人数]', { f3: fromTo('141') }],
    ['由[141人|人数]增加到[11x人|人数]', { f2: fromTo('141') }],
  ])
})

describe('the next change that names nothing of its own', () => {
  const next = (rest: Partial<WrittenChange> = {}): Details => ({
    f2: fromTo('141'),
    f3: change('delta', { of: null, ...rest }),
  })
  const mismatch = 'change-against-prior: 172 - 141 = 51人 mismatch error change-differs 31 (20)'
  const text = (words: string, delta = '51人') => `由[141人|人数]增加到[172人|人数]${words}[${delta}|人数]`
  checkAudits([
    [text('，人均增加共约近'), next(), mismatch],
    [text('，人均增加共约近计'), next()],
    [text('，净增'), next({ direction: 'decrease' })],
    [text('，净减'), next({ kind: 'percent' })],
    [text('，净多', '51元'), next()],
  ])
})

describe('in per cent, points and multiples', () => {
  const rate = (delta: string) => `由[33.5%|药占比]下降到[31.1%|药占比]，下降[${delta}|药占比]`
  const count = (size: string) => `由[200人|人数]增加到[250人|人数]，增长[${size}|人数]`
  const points: Details = { f2: fromTo('33.5', 'decrease'), f3: change('points', { direction: 'decrease' }) }
  const percent: Details = { f2: fromTo('200'), f3: change('percent') }
  checkAudits([
    [
      rate('2.4个百分点'),
      points,
      'change-against-prior: 31.1 - 33.5 = -2.4个百分点 holds info as-stated -2.4',
    ],
    [
      rate('2.5个百分点'),
      points,
      'change-against-prior: 31.1 - 33.5 = -2.5个百分点 rounding info rounded -2.4',
    ],
    [
      rate('4.2个百分点'),
      points,
      'change-against-prior: 31.1 - 33.5 = -4.2个百分点 mismatch error change-differs -2.4 (-1.8)',
    ],
    [count('25%'), percent, 'change-against-prior: (250 - 200) / 200 = 25% holds info as-stated 25'],
    [
      count('24%'),
      percent,
      'change-against-prior: (250 - 200) / 200 = 24% mismatch error change-differs 25 (-1)',
    ],
    [
      count('0.25倍'),
      { f2: fromTo('200'), f3: change('multiple') },
      'change-against-prior: (250 - 200) / 200 = 0.25倍 holds info as-stated 0.25',
    ],
    [
      count('20%').replaceAll('人|', '元|'),
      percent,
      'change-against-prior: (250 - 200) / 200 = 20% unconfirmed info base-not-stated 25',
    ],
    [count('2个百分点'), { f2: fromTo('200'), f3: change('points') }],
    [count('24%').replace('，增长', '，年均增长'), percent],
  ])
})

describe('against the year before, anywhere in the report', () => {
  const series = (details: Details = {}): Details => ({
    f1: { ...year('2020'), ...details.f1 },
    f2: { ...year('2021'), ...details.f2 },
    f3: { ...change('delta', { against: '上年' }), ...details.f3 },
  })
  const text = (delta: string) => `去年[141人|人数]。今年[172人|人数]，增加[${delta}|人数]`
  checkAudits([
    [text('31人'), series(), 'change-against-prior: 172 - 141 = 31人 holds info as-stated 31'],
    [text('51人'), series(), 'change-against-prior: 172 - 141 = 51人 unconfirmed info base-not-stated 31'],
    [`${text('31人')}甲`, series({ f1: year('2019') })],
    [`${text('31人')}乙`, series({ f3: change('delta', { against: '全省' }) })],
    [`${text('31人')}丙`, series({ f1: { subject: '全县' } })],
    [`${text('31人')}丁`, series({ f1: { indicator: '教师数' } })],
    [
      `${text('31人')}戊`,
      { ...series(), f4: year('2020') },
      'change-against-prior: 172 - 141 = 31人 holds info as-stated 31',
    ],
    [`${text('31人')}己[9人|人数]`, { ...series(), f4: year('2020') }],
  ])
})

describe('against a base of its own sentence', () => {
  const text = '用水[285万吨|用水量]，比红线[310万吨|用水量红线指标]少[25万吨|用水量]'
  const details = (against: string | null, rest: Details = {}): Details => ({
    f3: { role: 'change', change: { of: 'f1', direction: 'decrease', kind: 'delta', against, prior: null } },
    ...rest,
  })
  const holds = 'change-against-prior: 285 - 310 = -25万吨 holds info as-stated -25'
  checkAudits([
    [text, details('红线指标'), holds],
    [
      text.replace('[25万吨', '[52万吨'),
      details('红线指标'),
      'change-against-prior: 285 - 310 = -52万吨 mismatch error change-differs -25 (-27)',
    ],
    [`${text}甲`, details(null)],
    [`${text}乙`, details('目标值')],
    [`${text}丙`, details('红线指标', { f2: { subject: '全县' } })],
    [text.replace('，比', '。比'), details('红线指标')],
    [text.replace('用水量红线指标', '用水量'), details('去年', { f2: year('2020') })],
  ])
})

describe('a base that the sentence prints, up to six facts before or behind the value', () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, index) => `[${index + 11}座|桥${index}]`)
  const used = ['用水[2.85吨|用水量]', '比红线指标少[0.25吨|用水量]']
  const target = '目标[3.10吨|用水量控制指标]'
  const small = (of: string, against = '红线指标'): Details[string] =>
    change('delta', { of, direction: 'decrease', against })
  const holds = 'change-against-prior: 2.85 - 3.10 = -0.25吨 holds info as-stated -0.25'
  checkAudits([
    [[target, ...others(5), ...used].join('，'), { f8: small('f7') }, holds],
    [[target, ...others(6), ...used].join('，'), { f9: small('f8') }],
    [[...used, ...others(4), target].join('，'), { f2: small('f1') }, holds],
    [[...used, ...others(5), target].join('，'), { f2: small('f1') }],
    [[...used, target, target].join('，'), { f2: small('f1') }],
    [[`${target}。用水[2.85吨|用水量]`, used[1]!].join('，'), { f3: small('f2') }],
    [[target, ...used].join('，'), { f1: { subject: '全县' }, f3: small('f2') }],
    [[target, ...used].join('，'), { f3: small('f2', '去年') }],
    [
      ['去年用水[3.10吨|用水量]', ...used].join('，'),
      { f1: { period: { ...year('2020').period, text: '去年' } }, f3: small('f2', '去年') },
      holds,
    ],
    [
      ['去年用水[3.10吨|用水量]', ...used].join('，'),
      { f1: { period: { ...year('2020').period, text: '去年' } }, f3: small('f2', '前年') },
    ],
  ])
})

describe('the value of the year before, of the first eight of a name', () => {
  const series = (years: readonly number[]) =>
    years.map((one, index) => `${one}年[${one === 2020 ? 141 : 900 + index}人|人数]。`).join('')
  const details = (years: readonly number[]): Details => {
    const facts = years.map((one, index) => [`f${index + 1}`, year(String(one))])
    const now = years.length + 1
    return {
      ...Object.fromEntries(facts),
      [`f${now}`]: year('2021'),
      [`f${now + 1}`]: { ...change('delta', { of: `f${now}`, against: '上年' }), ...year('2021') },
    }
  }
  const marked = (years: readonly number[]) => `${series(years)}2021年[172人|人数]，增加[31人|人数]`
  const late = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2020]
  const later = [2011, ...late]
  checkAudits([
    [marked(late), details(late), 'change-against-prior: 172 - 141 = 31人 holds info as-stated 31'],
    [marked(later), details(later)],
    [
      '1999年[141人|人数]。2000年[172人|人数]，增加[31人|人数]',
      {
        f1: year('1999'),
        f2: year('2000'),
        f3: { ...change('delta', { of: 'f2', against: '上年' }), ...year('2000') },
      },
      'change-against-prior: 172 - 141 = 31人 holds info as-stated 31',
    ],
  ])
})
