/** A tool that replaces the first place of each word alone is told by what follows behind what it wrote. */
import { describe, expect, test } from 'vitest'
import { findFirstPlaces } from '../../../src/repair/detect/first-places.js'
import { statedEvidence } from './evidence.js'

const evidence = statedEvidence({
  黉舍: { marker: 4, origin: '学校' },
  门生: { marker: 3, origin: '学生' },
  客岁: { marker: 5, origin: '去年' },
  小我: { marker: 3, origin: '个人' },
  环境: { marker: 1, origin: '情况' },
  学校: {},
  学生: {},
  去年: {},
  个人: {},
  情况: {},
})
const isFirstOnly = (text: string) => findFirstPlaces(evidence, text) !== undefined

describe('findFirstPlaces', () => {
  test('three words that follow right behind what was written for them prove it', () => {
    expect(isFirstOnly('黉舍门生客岁，学校的学生去年')).toBe(true)
    expect(isFirstOnly('黉舍门生客岁，学校的学生')).toBe(false)
  })

  test('a form that stands again, or a word in front of it, takes two away', () => {
    expect(isFirstOnly('黉舍门生客岁，学校的学生去年，小我小我')).toBe(false)
    expect(isFirstOnly('个人，黉舍门生客岁，学校的学生去年，小我')).toBe(false)
    expect(isFirstOnly('黉舍门生客岁，学校的学生去年，小我')).toBe(true)
  })

  test('current words say nothing', () => {
    expect(isFirstOnly('黉舍门生环境，学校的学生情况')).toBe(false)
    expect(isFirstOnly('黉舍门生客岁，学校的学生去年，环境环境')).toBe(true)
  })

  test('gives the first place of each form as it stands', () => {
    const places = findFirstPlaces(evidence, '黉舍门生客岁，学校的学生去年，学校')!
    expect([...places.values()]).toEqual([0, 2, 4, 7, 10, 12])
  })
})
