/** A part does not exceed its whole, what is done not what was planned, a rate not a hundred per cent. */
import { describe } from 'vitest'
import { checkAudits, type Details } from '../check.js'

const part: Details = { f2: { partOf: 'f1', role: 'part' } }

describe('a part right behind 其中', () => {
  const marked = '共有学校[9所|学校数]，其中小学[13所|小学数]'
  const breach = 'bound: 13 ≤ 9 mismatch error part-exceeds-whole (4)'
  checkAudits([
    [marked, part, breach],
    [marked.replace('13所', '9所'), part],
    [marked.replace('，其中', '，'), part],
    [`${marked}甲`, { f2: { partOf: 'f1', role: 'change' } }],
    [marked.replace('13所', '13余所'), part],
    [marked.replace('9所', '近9所'), part],
    [marked.replace('13所', '13个'), part],
    [marked.replace('学校数', '平均学校数'), part],
    ['共有学校[9所|学校数]，教师[30人|教师数]，其中小学[13所|小学数]', { f3: { partOf: 'f1' } }],
    [`${marked}乙`, { f2: { partOf: null } }],
    [`${marked}丙`, { f2: { partOf: 'f2' } }],
  ])
})

describe('a limit', () => {
  const holds = 'bound: 6 ≤ 11 holds info within-limit'
  const breach = 'bound: 11 ≤ 6 mismatch warning limit-exceeded (5)'
  const text = (one: string, two: string) => `申报[${one}|项目申报数]、立项[${two}|项目立项数]`
  checkAudits([
    [text('11项', '6项'), {}, holds],
    [text('6项', '11项'), {}, breach],
    ['立项[11项|项目立项数]、申报[6项|项目申报数]', {}, breach],
    ['申报[6项|项目申报数]，超额立项[11项|项目立项数]', {}],
    ['申报[6项|项目申报数]。立项[11项|项目立项数]', {}],
    ['申报[11项|项目申报数]。立项[6项|项目立项数]', {}, holds],
    [`${text('6项', '11项')}甲`, { f2: { section: ['二'] } }],
    [`${text('6项', '11项')}乙`, { f2: { role: 'change' } }],
    [text('6%', '11%'), {}],
    [text('11项', '6人'), {}],
    [text('11余项', '6项'), {}, 'bound: 6 ≤ 11余 holds info within-limit'],
    [text('20xx项', '6项'), {}],
    [text('近11项', '12余项'), {}, 'bound: 12余 ≤ 近11 mismatch warning limit-exceeded (1)'],
    [text('10~15项', '12项'), {}],
    ['申报[6项|科研项目申报数]，立项[11项|项目立项数]', {}, breach],
    ['申报[6项|科研项目申报数]，学校[9所|学校数]，立项[11项|项目立项数]', {}],
    ['申报[6项|项目申报数]，学校[9所|学校数]，立项[11项|项目立项数]', {}, breach],
    [`${text('6项', '11项')}丙`, { f2: { partOf: 'f1' } }, breach],
    [`${text('6项', '11项')}丁[9项|其他数]`, { f2: { partOf: 'f3' } }],
    [
      `${text('11项', '6项')}，立项率[55%|立项率]`,
      { f3: { ratio: { part: 'f2', whole: 'f1' } } },
      'rate: 6 / 11 = 55% rounding info rounded 54.55',
    ],
    [
      '申报[11项|项目申报数]，甲[1所|甲数]，乙[2所|乙数]，丙[3所|丙数]，丁[4所|丁数]，立项[6项|项目立项数]',
      {},
      holds,
    ],
    [
      '申报[11项|项目申报数]，甲[1所|甲数]，乙[2所|乙数]，丙[3所|丙数]，丁[4所|丁数]，戊[5所|戊数]，立项[6项|项目立项数]',
      {},
    ],
  ])
})

describe('a rate that no count can push above a hundred', () => {
  checkAudits([
    ['小学入学率[109.5%|小学入学率]', {}, 'bound: 109.5% ≤ 100% mismatch error above-hundred'],
    ['小学入学率[100%|小学入学率]', {}],
    ['小学入学率[100.5%|小学入学率]', {}, 'bound: 100.5% ≤ 100% mismatch error above-hundred'],
    ['初中毛入学率[109.5%|初中毛入学率]', {}],
    ['完成计划的入学率[109.5%|小学入学率]', {}],
    ['住房空置率[109.5%|住房空置率]', {}],
    ['入学率[109.5‰|小学入学率]', {}],
    ['小学入学率[109.5%|小学入学率]甲', { f1: { role: 'change' } }],
  ])
})
