/** Which lists of parts stand behind a total, and how surely each is complete. */
import { describe, expect, test } from 'vitest'
import { findBreakdowns, isListed, isPartition } from '../../src/audit/breakdowns.js'
import { type Details, partsOf, viewOf } from './check.js'

/** The parts of each list of the first fact, with completeness and overlap. */
function listsOf(marked: string, count: number, details: Details = {}) {
  const view = viewOf(marked, partsOf(count, details))
  return findBreakdowns(view.facts[0]!, view).map((lists) =>
    lists.map(({ parts, completeness, overlap }) =>
      [parts.map(({ text }) => text).join(' '), completeness, ...(overlap ? ['overlap'] : [])].join(' '),
    ),
  )
}

describe('how surely all parts are given', () => {
  test.each([
    ['共有幼儿园[9所|幼儿园数]（公办[4所|公办数]，民办[5所|民办数]）', '4所 5所 1'],
    ['有船[9艘|船数]（[4艘|大船数]大船，[5艘|小船数]小船）', '4艘 5艘 1'],
    ['有船[9艘|船数]，其中大船[4艘|大船数]，其余[5艘|其余船数]', '4艘 5艘 1'],
    ['有船[9艘|船数]，大船[4艘|大船数]，其余小船[5艘|小船数]', '4艘 5艘 1'],
    ['有船[9艘|船数]，大船[4艘|大船数]，[5艘|其余船数]', '4艘 5艘 1'],
    ['有船[9艘|船数]，大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 0.05'],
    ['共有船[9艘|船数]，大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 1'],
    ['有船[9艘|船只总数]，大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 1'],
    ['有船[9艘|船数]，其中大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 0.05'],
    ['有船[9艘|船数]，其中：大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 0.1'],
    ['有船[9艘|船数]，其中大船[4艘|大船数]，小船[3艘|小船数]，舟[2艘|舟数]', '4艘 3艘 2艘 0.35'],
    ['共有船[9艘|船数]，其中大船[4艘|大船数]，小船[3艘|小船数]，舟[2艘|舟数]', '4艘 3艘 2艘 0.5'],
    [
      '有船[9艘|船数]，其中大船[4艘|大船数]，小船[3艘|小船数]，舟[1艘|舟数]，筏[1艘|筏数]',
      '4艘 3艘 1艘 1艘 0.5',
    ],
    ['有船[9艘|船数]。大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 0'],
    ['有船[9艘|船数]。大船[4艘|大船数]，其余[5艘|其余船数]', '4艘 5艘 0.09'],
    ['有船[9艘|船数]。其中大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 0.05'],
    ['有船[9艘|船数]。分类别看，大船[4艘|大船数]，小船[5艘|小船数]', '4艘 5艘 0.05'],
  ])('%s', (marked, list) => {
    const count = marked.split('|').length - 2
    expect(listsOf(marked, count)).toEqual([[list]])
  })

  test('parts before their total', () => {
    const details: Details = { f1: { partOf: 'f3' }, f2: { partOf: 'f3' } }
    const judge = (lead: string, total = '船数') => {
      const view = viewOf(`大船[4艘|大船数]，小船[5艘|小船数]，${lead}[9艘|${total}]。`, details)
      return findBreakdowns(view.facts[2]!, view).map(([list]) => list?.completeness)
    }
    expect(judge('合计')).toEqual([1])
    expect(judge('有船')).toEqual([0.05])
    expect(judge('有船', '船只总数')).toEqual([0.05])
  })
})

describe('runs', () => {
  test('begin where 其中 or another way to divide is named', () => {
    const marked =
      '共有船[9艘|船数]，其中大船[4艘|大船数]，小船[5艘|小船数]，按用途分渔船[6艘|渔船数]，货船[3艘|货船数]'
    expect(listsOf(marked, 4)).toEqual([['4艘 5艘 0.05'], ['6艘 3艘 0.05']])
  })

  test('over several sentences may be meant whole or in part', () => {
    const marked = '共有船[9艘|船数]，大船[4艘|大船数]，小船[3艘|小船数]。舟[2艘|舟数]，筏[1艘|筏数]。'
    expect(listsOf(marked, 4)).toEqual([['4艘 3艘 2艘 1艘 1', '4艘 3艘 1', '4艘 3艘 1', '2艘 1艘 0']])
  })

  test('of one part are none, nor those of another section', () => {
    expect(listsOf('共有船[9艘|船数]，其中大船[4艘|大船数]', 1)).toEqual([])
    const marked = '共有船[9艘|船数]，大船[4艘|大船数]，小船[5艘|小船数]'
    expect(listsOf(marked, 2, { f3: { section: ['二、船'] } })).toEqual([])
    expect(listsOf(marked, 2, { f2: { section: ['二、船'] }, f3: { section: ['二、船'] } })).toEqual([])
  })

  test('leave out what is bounded by the total, and averages', () => {
    const marked = '受理投诉[9件|受理投诉数]，办结[8件|办结投诉数]，甲类[4件|甲类数]，乙类[5件|乙类数]'
    expect(listsOf(marked, 3)).toEqual([['4件 5件 0.05']])
    expect(listsOf('人均收入[9元|人均收入]，甲[4元|甲收入]，乙[5元|乙收入]', 2)).toEqual([])
  })
})

describe('traits may overlap', () => {
  const traits = (marked: string) =>
    listsOf(marked, marked.split('|').length - 2)[0]?.[0]?.endsWith('overlap')

  test('among few counts only, and not in a whole or with a rest', () => {
    expect(traits('教师[90人|教师数]，其中女教师[40人|女教师数]，高级教师[20人|高级教师数]')).toBe(true)
    expect(traits('教师[90人|教师数]，其中甲[40人|甲教师数]，乙[20人|乙教师数]')).toBe(false)
    expect(traits('教师[90人|教师数]，其中男[40人|男教师数]，女[50人|女教师数]')).toBe(false)
    expect(traits('教师[90人|教师数]，其中女教师[40人|女教师数]，其他[50人|其他教师数]')).toBe(false)
    expect(traits('工资[90元|工资]，其中女教师[40元|女教师工资]，高级教师[20元|高级教师工资]')).toBe(false)
    expect(
      traits('教师[90人|数]，其中女[40人|女教师数]，党员[20人|党员数]，高级[9人|高级数]，青年[9人|青年数]'),
    ).toBe(false)
  })
})

test('a partition gives each member once, and nothing else', () => {
  const is = (...names: string[]) => {
    const view = viewOf(names.map((name) => `[9人|${name}]`).join(''))
    return isPartition(view.facts, view)
  }
  expect(is('男生数', '女生数')).toBe(true)
  expect(is('女生数', '男生数')).toBe(true)
  expect(is('男生数', '男教师数')).toBe(false)
  expect(is('男生数', '女生数', '其他数')).toBe(false)
  expect(is('男生数', '教师数')).toBe(false)
})

test('a part is listed where its sentence, or 其中 behind it, says so', () => {
  const listed = (marked: string, [part, total]: [number, number] = [1, 0]) => {
    const view = viewOf(marked)
    return isListed(view.facts[part]!, view.facts[total]!, view)
  }
  expect(listed('船[9艘|船数]，大船[4艘|大船数]')).toBe(true)
  expect(listed('船[9艘|船数]。大船[4艘|大船数]')).toBe(false)
  expect(listed('船[9艘|船数]。其中大船[4艘|大船数]')).toBe(true)
  expect(listed('船[9艘|船数]。在其中大船[4艘|大船数]')).toBe(true)
  expect(listed('船[9艘|船数]。在县其中大船[4艘|大船数]')).toBe(false)
  expect(listed('船[9艘|船数]\n其中大船[4艘|大船数]')).toBe(true)
  expect(listed('船[9艘|船数]。全县船只，分类别看，大船[4艘|大船数]')).toBe(true)
  expect(listed('船[9艘|船数]。分类别看，全县在册的各类大小机动船只里面[4艘|大船数]')).toBe(false)
  expect(listed('大船[4艘|大船数]，共[9艘|船数]', [0, 1])).toBe(true)
  expect(listed('大船[4艘|大船数]。共[9艘|船数]', [0, 1])).toBe(false)
  expect(listed('船[9艘|船数][4艘|大船数]')).toBe(false)
})

test('one part is no list, neither of a run nor of a sentence', () => {
  const run = '共有船[9艘|船数]，其中大船[4艘|大船数]，按用途分渔船[6艘|渔船数]，货船[3艘|货船数]'
  expect(listsOf(run, 3)).toEqual([['6艘 3艘 0.05']])
  const sentences = '有船[9艘|船数]。大船[4艘|大船数]。小船[5艘|小船数]'
  expect(listsOf(sentences, 2)).toEqual([['4艘 5艘 0']])
})

test('parts stand under the heading of their total, at its depth', () => {
  const marked = '共有船[9艘|船数]（大船[4艘|大船数]，小船[5艘|小船数]）'
  const lists = (total: string[], parts: string[]) =>
    listsOf(marked, 2, { f1: { section: total }, f2: { section: parts }, f3: { section: parts } }).length
  expect(lists(['一', '甲'], ['一', '甲'])).toBe(1)
  expect(lists(['一', '甲'], ['一', '乙'])).toBe(0)
  expect(lists(['甲'], ['一', '甲'])).toBe(0)
  expect(lists([], ['甲'])).toBe(0)
})

test('a partition has no part beside the members of the whole', () => {
  const named = (...names: string[]) => viewOf(names.map((name) => `[4人|${name}]`).join('，')).facts
  const view = viewOf('[4人|男生数]')
  expect(isPartition(named('男生数', '女生数'), view)).toBe(true)
  expect(isPartition(named('男女生数', '教师数'), view)).toBe(false)
  expect(isPartition(named('男生数'), view)).toBe(false)
})

test('one crosscut among fewer than four parts makes them overlap', () => {
  const marked = '共有教师[9人|教师数]（女教师[4人|女教师数]，甲[3人|甲教师数]，乙[2人|乙教师数]）'
  expect(listsOf(marked, 3)).toEqual([['4人 3人 2人 1 overlap']])
})

test('a dimension is named within sixteen characters before the first part', () => {
  const isPart = (length: number) => {
    const view = viewOf(`有船[9艘|船数]。分类别看，${'甲'.repeat(length)}[4艘|大船数]`)
    return isListed(view.facts[1]!, view.facts[0]!, view)
  }
  expect(isPart(11)).toBe(true)
  expect(isPart(12)).toBe(false)
})
