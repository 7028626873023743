/** A total is the sum of its parts: which of the lists that may be meant, and parts in other sentences. */
import { describe } from 'vitest'
import { checkAudits, type Details, partsOf } from '../check.js'

const ship = (figures: readonly string[]) =>
  `共有船[${figures[0]}|船数]，大船[${figures[1]}|大船数]，小船[${figures[2]}|小船数]。舟[${figures[3]}|舟数]，筏[${figures[4]}|筏数]。`

describe('of the lists that may be meant', () => {
  checkAudits([
    [
      ship(['10艘', '4艘', '3艘', '2艘', '1艘']),
      partsOf(4),
      'sum-of-parts: 4 + 3 + 2 + 1 = 10 holds info as-stated 10',
    ],
    [ship(['7艘', '4艘', '3艘', '2艘', '1艘']), partsOf(4), 'sum-of-parts: 4 + 3 = 7 holds info as-stated 7'],
    [
      ship(['70余艘', '41艘', '32艘', '2艘', '1艘']),
      partsOf(4),
      'sum-of-parts: 41 + 32 + 2 + 1 = 70余 approximate info within-bounds 76',
    ],
    [
      ship(['140艘', '41艘', '32艘', '25艘', '32艘']),
      partsOf(4),
      'sum-of-parts: 41 + 32 + 25 + 32 = 140 mismatch error digit-differs 130 (10)',
    ],
  ])
})

describe('figures that do not go together', () => {
  checkAudits([['共有船[9艘|船数]，大船[4艘|大船数]，小船[5吨|小船数]', partsOf(2)]])
})

describe('in other sentences, by the names of a known whole', () => {
  const heads = (details: Details = {}): Details => {
    const ids = ['f1', 'f2', 'f3', ...Object.keys(details)]
    return Object.fromEntries(ids.map((id) => [id, { head: '上线人数', ...details[id] }]))
  }
  const text = (total: string, [one, two]: [string, string], between = '') =>
    `上线[${total}|上线人数]。${between}本科上线[${one}|本科上线人数]。专科上线[${two}|专科上线人数]。`
  const holds = 'sum-of-parts: 353 + 216 = 569 holds info as-stated 569'
  checkAudits([
    [text('569人', ['353人', '216人']), heads(), holds],
    [
      text('569人', ['353人', '217人']),
      heads(),
      'sum-of-parts: 353 + 217 = 569 mismatch error digit-differs 570 (-1)',
    ],
    [`${text('569人', ['353人', '216人'])}甲`, heads({ f2: { section: ['二'] } })],
    [`${text('569人', ['353人', '216人'])}乙`, heads({ f1: { head: '人数' } })],
    [`${text('569人', ['353人', '216人'])}丙`, heads({ f1: { subject: '全县' } })],
    [`${text('569人', ['353人', '216人'])}丁`, heads({ f3: { role: 'change' } })],
    [`${text('569人', ['353人', '216人'])}戊`, heads({ f3: { partOf: 'f2' } })],
    [`${text('569人', ['353人', '216人'])}己[9人|上线甲数]`, heads({ f4: { partOf: 'f1' } })],
    [
      '上线[569人|平均上线人数]。本科上线[353人|本科平均上线人数]。专科上线[216人|专科平均上线人数]。',
      heads(),
    ],
    ['本科上线[353人|本科上线人数]。专科上线[216人|专科上线人数]。上线[569人|上线人数]。', heads()],
    ['本科上线[569人|本科上线人数]。本科上线[353人|本科上线人数]。专科上线[216人|专科上线人数]。', heads()],
  ])
})

describe('a total of other sentences stands within twelve facts of its scope', () => {
  const filler = (count: number) =>
    Array.from({ length: count }, (_, index) => `[${index + 21}人|甲${index}数]`).join('，')
  const text = (count: number) =>
    `上线[569人|上线人数]，${filler(count)}。本科上线[353人|本科上线人数]。专科上线[216人|专科上线人数]。`
  const heads = Object.fromEntries(
    Array.from({ length: 16 }, (_, index) => [`f${index + 1}`, { head: '上线人数' }]),
  )
  checkAudits([
    [text(11), heads, 'sum-of-parts: 353 + 216 = 569 holds info as-stated 569'],
    [text(12), heads],
  ])
})

describe('a list whose total was copied from its first part', () => {
  checkAudits([
    [
      '共有船[41艘|船数]，大船[41艘|大船数]，小船[32艘|小船数]。舟[73艘|舟数]，筏[52艘|筏数]。',
      partsOf(4),
      'sum-of-parts: 41 + 32 + 73 + 52 = 41 mismatch error total-equals-first-part 198 (-157)',
    ],
  ])
})
