/** Shares of a named whole are always a claim, of one time. */
import { describe } from 'vitest'
import { checkAudits } from '../check.js'

const share = { ratio: { part: 'f2', whole: 'f1' }, head: '占比' }
const year = (text: string) =>
  ({ period: { text, start: null, end: null, grain: 'year', inferred: null } }) as const

describe('a share', () => {
  const marked = '党员[1200名|党员数]，女党员[318名|女党员数]，占党员的[36.5%|女党员占党员比重]'
  const mismatch = 'share: 318 / 1200 = 36.5% mismatch error digit-differs 26.5 (10)'
  const unconfirmed = 'share: 318 / 1200 = 36.5% unconfirmed info base-not-stated 26.5'
  checkAudits([
    [marked.replace('36.5', '26.5'), { f3: share }, 'share: 318 / 1200 = 26.5% holds info as-stated 26.5'],
    [marked, { f3: share }, mismatch],
    [`${marked}甲`, { f3: { ...share, ...year('2021年') }, f1: year('2020年') }, unconfirmed],
    [`${marked}乙`, { f3: { ...share, role: 'change' } }],
    [`${marked}丙`, { f3: { ...share, ratio: null } }],
    [marked.replace('党员数]', '干部数]'), { f3: share }, unconfirmed],
  ])
})

describe('a slight gap that no misprint explains is worth a look', () => {
  const marked = '学生[41297人|学生数]，寄宿学生[9463人|寄宿学生数]，占学生的[23.02%|寄宿学生占学生比重]'
  checkAudits([
    [marked, { f3: share }, 'share: 9463 / 41297 = 23.02% mismatch warning ratio-differs 22.9145 (0.1055)'],
    [
      marked.replace('23.02', '23.31'),
      { f3: share },
      'share: 9463 / 41297 = 23.31% mismatch error ratio-differs 22.9145 (0.3955)',
    ],
  ])
})

describe('a share is not held against a whole that is rather our misreading', () => {
  const ratio = { ratio: { part: 'f3', whole: 'f2' }, head: '占比' }
  const near =
    '总收入[400.3万元|总收入]，种植业[52.5万元|种植业收入]，养殖业[49.5万元|养殖业收入]，占[12.37%|占比]'
  const apart = near.replace('，', '。')
  const unconfirmed = 'share: 49.5 / 52.5 = 12.37% unconfirmed info base-not-stated 94.2857'
  checkAudits([
    [near, { f4: ratio }, unconfirmed],
    [apart, { f4: ratio, f3: { partOf: 'f2' }, f2: { partOf: 'f1' } }, unconfirmed],
  ])
})
