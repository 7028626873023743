/** Rates and shares against their part and whole: states, explanations, masks, averages, claims. */
import { describe } from 'vitest'
import { checkAudits, type Details } from '../check.js'

const ratio = { ratio: { part: 'f2', whole: 'f1' } }
const section = (name: string) => ({ section: [name] })
const year = (text: string) =>
  ({ period: { text, start: null, end: null, grain: 'year', inferred: null } }) as const

describe('against its part and whole', () => {
  checkAudits([
    [
      '立案[3412件|立案数]，结案[3298件|结案数]，结案率[99.59%|结案率]',
      { f3: ratio },
      'rate: 3298 / 3412 = 99.59% mismatch error digit-differs 96.6589 (2.9311)',
    ],
    [
      '立案[3512件|立案数]，结案[3398件|结案数]，结案率[99.59%|结案率]',
      { f3: ratio },
      'rate: 3398 / 3512 = 99.59% mismatch error digit-differs 96.754 (2.836)',
    ],
    [
      '适龄儿童[200人|儿童数]，入学[199人|入学数]，入学率[99.5%|入学率]',
      { f3: ratio },
      'rate: 199 / 200 = 99.5% holds info as-stated 99.5',
    ],
    [
      '适龄儿童[15089人|儿童数]，入学[15051人|入学数]，入学率[99.75%|入学率]',
      { f3: ratio },
      'rate: 15051 / 15089 = 99.75% rounding info rounded 99.7482',
    ],
    [
      '抽检[300批|抽检数]，合格[200批|合格批数]，合格率[66.6%|合格率]',
      { f3: ratio },
      'rate: 200 / 300 = 66.6% rounding info truncated 66.667',
    ],
    [
      '抽检[300批|抽检数]，合格[200批|合格批数]，合格率[66.5%|合格率]',
      { f3: ratio },
      'rate: 200 / 300 = 66.5% mismatch error digit-differs 66.667 (-0.167)',
    ],
    [
      '抽检[300余批|抽检数]，合格[200批|合格批数]，合格率[60%|合格率]',
      { f3: ratio },
      'rate: 200 / 300余 = 60% approximate info within-bounds 66.67',
    ],
    [
      '立案[3412件|立案数]，结案[3398件|结案数]，结案率[95.99%|结案率]',
      { f3: ratio },
      'rate: 3398 / 3412 = 95.99% mismatch error ratio-differs 99.5897 (-3.5997)',
    ],
    [
      '申请[1000件|申请数]，授权[451件|授权数]，授权率[70.6%|授权率]',
      { f3: ratio },
      'rate: 451 / 1000 = 70.6% unconfirmed info base-not-stated 45.1',
    ],
    [
      '学校[1000人|儿童数]，病[31人|病数]，发病率[31‰|发病率]',
      { f3: { ...ratio, head: '接种率' } },
      'rate: 31 / 1000 = 31‰ holds info as-stated 31',
    ],
  ])
})

describe('a difference is a finding where part and whole stand near, of one time, on no other base', () => {
  const marked = '立案[3412件|立案数]，结案[3398件|结案数]。结案率[95.99%|结案率]'
  const unconfirmed = 'rate: 3398 / 3412 = 95.99% unconfirmed info base-not-stated 99.5897'
  const mismatch = 'rate: 3398 / 3412 = 95.99% mismatch error ratio-differs 99.5897 (-3.5997)'
  const rows: [string, Details, string][] = [
    [marked, { f3: ratio }, mismatch],
    [`${marked}甲`, { f3: { ...ratio, ...section('二') } }, unconfirmed],
    [
      `${marked}乙`,
      { f1: year('2020年'), f2: year('2020年'), f3: { ...ratio, ...year('2021年') } },
      unconfirmed,
    ],
    [marked.replaceAll('结案率', '流失率'), { f3: ratio }, unconfirmed],
  ]
  checkAudits(rows)
})

describe('in a mask', () => {
  const mask = { f3: ratio }
  checkAudits([
    [
      '立案[20xx件|立案数]，结案[1010件|结案数]，结案率[50.00%|结案率]',
      mask,
      'rate: 1010 / 20xx = 50.00% solved info mask-solved ⇒ 2020',
    ],
    [
      '立案[2000件|立案数]，结案[10xx件|结案数]，结案率[52.35%|结案率]',
      mask,
      'rate: 10xx / 2000 = 52.35% solved info mask-solved ⇒ 1047',
    ],
    [
      '立案[2000件|立案数]，结案[10xx件|结案数]，结案率[52%|结案率]',
      mask,
      'rate: 10xx / 2000 = 52% unconfirmed info mask-stays-open',
    ],
    ['立案[20xx件|立案数]，结案[10xx件|结案数]，结案率[52%|结案率]', mask],
    ['立案[2000件|立案数]，结案[1000件|结案数]，结案率[5x%|结案率]', mask],
  ])
})

describe('of one measure over another', () => {
  checkAudits([
    [
      '补助[255万元|补助]，惠及[510户|户数]，户均[5000元|户均补助]',
      { f3: { ratio: { part: 'f1', whole: 'f2' } } },
      'rate: 255万元 / 510户 = 5000元 holds info as-stated 5000',
    ],
    [
      '补助[255万元|补助]，惠及[510户|户数]，户均[5吨|户均补助]',
      { f3: { ratio: { part: 'f1', whole: 'f2' } } },
    ],
    [
      '耕地[210亩|耕地面积]，人口[0人|人口]，人均[1.1亩|人均耕地]',
      { f3: { ratio: { part: 'f1', whole: 'f2' } } },
    ],
  ])
})

describe('whose base is not printed', () => {
  checkAudits([
    [
      '小学生辍学[130人|辍学人数]，辍学率为[0.74%|辍学率]',
      {},
      'rate: 130人 / ? = 0.74% unconfirmed info base-not-stated',
    ],
    [
      '停学[130人|停学人数]，辍学率[0.74%|辍学率]',
      {},
      'rate: 130人 / ? = 0.74% unconfirmed info base-not-stated',
    ],
    ['停学[130人|停学人数]，全县初中阶段辍学率[0.74%|辍学率]', {}],
    ['小学生辍学[130人|辍学人数]。辍学率为[0.74%|辍学率]', {}],
    ['小学生辍学[130人|辍学人数]，辍学率近[近1%|辍学率]', {}],
    [
      '辍学[130人|辍学人数]，甲[7所|甲数]，乙[8所|乙数]，辍学率[0.74%|辍学率]',
      {},
      'rate: 130人 / ? = 0.74% unconfirmed info base-not-stated',
    ],
    ['辍学[130人|辍学人数]，甲[7所|甲数]，乙[8所|乙数]，丙[9所|丙数]，辍学率[0.74%|辍学率]', {}],
    [
      '结案[130件|结案数]，赔偿[3万元|结案金额]，结案率[74%|结案率]',
      {},
      'rate: 130件 / ? = 74% unconfirmed info base-not-stated',
    ],
    ['小学[130所|小学数]，结案率[74%|结案率]', {}],
  ])
})

describe('is claimed of part and whole up to ten facts away, in its section', () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, index) => `[${index + 11}座|桥${index}]`).join('，')
  const marked = (count: number) =>
    `立案[3412件|立案数]。结案[3398件|结案数]。${others(count)}。结案率[95.99%|结案率]`
  const details = (count: number) => ({ [`f${count + 3}`]: ratio })
  const mismatch = 'rate: 3398 / 3412 = 95.99% mismatch error ratio-differs 99.5897 (-3.5997)'
  const unconfirmed = 'rate: 3398 / 3412 = 95.99% unconfirmed info base-not-stated 99.5897'
  checkAudits([
    [marked(8), details(8), mismatch],
    [marked(9), details(9), unconfirmed],
    [
      '立案[3412件|立案数]。结案[3398件|结案数]，结案率[95.99%|结案率]',
      { f3: { ...ratio, ...section('二') } },
      unconfirmed,
    ],
  ])
})

describe('a part beside a rate that is often of another base stands right before it', () => {
  const marked = (between: string) => `停学[130人|停学人数]${between}辍学率[0.74%|辍学率]`
  const draft = 'rate: 130人 / ? = 0.74% unconfirmed info base-not-stated'
  checkAudits([
    [marked('，全县'), {}, draft],
    [marked('，全县小'), {}],
  ])
})
