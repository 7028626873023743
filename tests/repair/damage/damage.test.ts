/** Damage that is found and not mended: masks, deletions, passages beyond repair; and letters that stand for zeros. */
import { describe, expect, test } from 'vitest'
import { revise } from '../../../src/model/edit.js'
import { spanOf } from '../../../src/model/span.js'
import { findBeyondRepair } from '../../../src/repair/damage/beyond-repair.js'
import { findDeletions } from '../../../src/repair/damage/deletions.js'
import { findLettersForZero } from '../../../src/repair/damage/letter-for-zero.js'
import { findMasks } from '../../../src/repair/damage/masks.js'
import { findStrippedFigures } from '../../../src/repair/damage/stripped-figures.js'
import { bigramModel } from '../small.js'

describe('findMasks', () => {
  test.each([
    ['20xx年全县', ['mask 20xx']],
    ['高中20xx人', ['mask 20xx']],
    ['共有2××所', ['mask 2××']],
    ['1**人参加', ['mask 1**']],
    ['20XX，20＊＊。', ['mask 20XX', 'mask 20＊＊']],
    ['**一中', ['mask **']],
    ['××县人民', ['mask ××']],
    ['全xx县', ['mask xx']],
    ['在“xx”重要思想指引下', ['mask xx']],
    ['某某县一中', ['mask 某某']],
    ['完成xx.51亿元，增长xx0.9%', ['mask xx.51', 'mask xx0.9']],
    ['人均收入xx458元', ['mask xx458']],
    ['投资3.xx亿元，收入12xx.5万元', ['mask 3.xx', 'mask 12xx.5']],
    ['截至xxxx年底', ['mask xxxx']],
    ['20__年，__县有学校9所', ['mask 20__', 'mask __']],
    ['x县', []],
    ['2020年', []],
    ['20xxA', []],
    ['Ax年', []],
    ['5x7格', []],
    ['设R(x, y)成立', []],
    ['错误画×，正确画√', []],
    ['当2x, 3x都大于零', []],
    ['联系电话136****8888', []],
    ['状态码4xx，5xx', []],
    ['被告人张某某', []],
    ['某某人说', []],
  ])('%s', (text, found) => {
    const masks = findMasks(text)
    expect(masks.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(found)
    for (const { start, end, detail } of masks) expect(text.slice(start, end)).toBe(detail)
  })

  test.each([
    ['a form to fill in', '姓名：____ 家庭人口____人，20__年__月__日'],
    ['a line to write on', '该函数有__个极值点，是__函数。'],
    ['a form with words to strike out', '支出决算XX万元，比上年增加（减少）XX万元，占XX%。'],
    ['a form without a figure', '涉及项目XX个，金额XXX万元，评为优的XX个。'],
    ['emphasis', '**一、重点工作**\n全县开展**安全检查**，成效明显。'],
    ['a remark', '**注：单位为万元'],
  ])('%s hides nothing', (_, text) => expect(findMasks(text)).toEqual([]))

  test('stars that do not close around words hide a name', () => {
    expect(findMasks('在**县委、**县政府的领导下')).toHaveLength(2)
    expect(findMasks('指导**一中管好设备')).toHaveLength(1)
  })

  test('stand in the order of the text', () => {
    expect(findMasks('**一中20xx年，××县').map(({ start }) => start)).toEqual([0, 4, 10])
  })
})

describe('findDeletions', () => {
  /** 县 behind 全 gains `gain` over what stands there. */
  const modelOf = (gain: number) => bigramModel({ 全县: -0.5, 县共: -0.5, 全共: -1 - gain }, -5)

  test('a place is missed where its kind makes the text likelier by 3.5 nats', () => {
    expect(findDeletions(modelOf(3.6), '全共有')).toEqual([{ offset: 1, detail: '全共有' }])
    expect(findDeletions(modelOf(3.4), '全共有')).toEqual([])
  })

  test('the best of all kinds counts', () => {
    const model = bigramModel({ 全镇: -0.5, 镇共: -0.5, 全共: -5 }, -9)
    expect(findDeletions(model, '全共有')).toHaveLength(1)
  })

  test('is looked for before Chinese words and quotation marks only', () => {
    const model = bigramModel({ 全县: -0.5, '县“': -0.5, '全“': -6, 县8: -0.5 }, -6)
    expect(findDeletions(model, '全“共')).toHaveLength(1)
    expect(findDeletions(model, '全8')).toEqual([])
    expect(findDeletions(model, '全')).toEqual([])
  })

  test('what stands there may be the kind itself, behind which the text goes on as behind any other', () => {
    const likely = { 全县: -0.5, 县完: -0.5, 镇完: -0.5, 县镇: -0.5 }
    expect(findDeletions(bigramModel({ ...likely, 全镇: -8 }, -5), '全镇完成')).toEqual([])
    const goesOn = { 全县: -0.5, 县镇: -0.5, 镇村: -0.5, 县村: -8, 全镇: -8 }
    expect(findDeletions(bigramModel(goesOn, -5), '全镇村居')).toHaveLength(1)
  })

  test('我 of one who tells of himself misses none', () => {
    const model = bigramModel({ 我县: -0.5, 县的: -0.5, 我的: -6 }, -5)
    expect(findDeletions(model, '我的家乡')).toHaveLength(1)
    expect(findDeletions(model, '我想，我看，我说，我的家乡')).toEqual([])
  })

  test('is looked for where a body stands without its place', () => {
    const model = bigramModel({ 在县: -0.5, 县政: -0.5, 在政: -6 }, -6)
    expect(findDeletions(model, '在政府')).toEqual([{ offset: 1, detail: '在政府' }])
    expect(findDeletions(model, '好政府')).toEqual([])
  })
})

describe('findBeyondRepair', () => {
  /** 120 characters, of which the 117 first are repaired by as many others. */
  const source = `头${'教'.repeat(117)}${'育'.repeat(3)}`
  const repaired = revise<'source', 'repaired'>(source, [
    { start: 1, end: 118, replacement: '学'.repeat(117) },
  ])
  const window = (start: number, end: number, rate: number) => ({ ...spanOf<'source'>(start, end), rate })

  interface Case {
    /** Mean log-probability of a symbol of the repaired passage. */
    readonly after: number
    readonly gain?: number
    readonly start?: number
    readonly end?: number
    readonly rate?: number
    readonly swaps?: readonly { readonly start: number; readonly confidence: number }[]
  }
  function found({ after, gain = 0, start = 1, end = 118, rate = 1, swaps = [] }: Case) {
    const before = after - gain
    const model = bigramModel({ 学学: after, '^学': after, 教教: before, '^教': before }, -9)
    return findBeyondRepair(
      model,
      () => source,
      () => repaired,
      [window(start, end, rate)],
      swaps,
    )
  }

  test('a passage that reads worse than -4.9 a symbol once it is repaired is beyond repair', () => {
    expect(found({ after: -4.91 })).toEqual([{ kind: 'beyond-repair', start: 1, end: 118, detail: '-4.91' }])
    expect(found({ after: -4.89 })).toEqual([])
  })

  test('a passage whose repair gains a fifth of a nat a symbol is not, however it reads', () => {
    expect(found({ after: -6, gain: 0.19 })).toHaveLength(1)
    expect(found({ after: -6, gain: 0.21 })).toEqual([])
    expect(found({ after: -6, gain: -1 })).toHaveLength(1)
  })

  test('a passage with three sure swaps is not, however it reads', () => {
    const swaps = (...starts: number[]) => starts.map((start) => ({ start, confidence: 0.9 }))
    expect(found({ after: -6, swaps: swaps(1, 50, 117) })).toEqual([])
    expect(found({ after: -6, swaps: swaps(1, 117) })).toHaveLength(1)
    expect(found({ after: -6, swaps: swaps(0, 1, 117, 118) })).toHaveLength(1)
    expect(found({ after: -6, swaps: [...swaps(1, 50), { start: 117, confidence: 0.89 }] })).toHaveLength(1)
  })

  test('short passages and those that were hardly spun are not judged', () => {
    expect(found({ after: -6, end: 101 })).toHaveLength(1)
    expect(found({ after: -6, end: 100 })).toEqual([])
    expect(found({ after: -6, rate: 0.5 })).toHaveLength(1)
    expect(found({ after: -6, rate: 0.49 })).toEqual([])
  })

  test('what is read is the repaired text of the passage', () => {
    const shorter = revise<'source', 'repaired'>(source, [
      { start: 0, end: 1, replacement: '' },
      { start: 1, end: 118, replacement: '学'.repeat(117) },
    ])
    const model = bigramModel({ 学学: -4, '^学': -4, 教教: -4, '^教': -4, 学育: -99 }, -5)
    expect(
      findBeyondRepair(
        model,
        () => source,
        () => shorter,
        [window(1, 118, 1)],
        [],
      ),
    ).toEqual([])
  })

  test('each passage is judged by itself', () => {
    const model = bigramModel({ 学学: -6, '^学': -6, 教教: -6, '^教': -6 }, -9)
    const windows = [window(1, 118, 1), window(118, 121, 1), window(1, 118, 0.2), window(2, 118, 0.9)]
    expect(
      findBeyondRepair(
        model,
        () => source,
        () => repaired,
        windows,
        [],
      ).map(({ start }) => start),
    ).toEqual([1, 2])
  })
})

describe('findLettersForZero', () => {
  test.each([
    ['投入8oo万元', [7, 8].map((at) => at - 4)],
    ['8oo万', [1, 2]],
    ['8O0万', [1]],
    ['8o.5', []],
    ['８o万', [1]],
    ['CO2万', []],
    ['8on', []],
  ])('%s', (text, starts) => {
    const found = findLettersForZero(text)
    expect(found.map(({ start }) => start)).toEqual(starts)
    for (const { start, end, actual, replacement, kind } of found) {
      expect([text.slice(start, end), replacement, kind]).toEqual([actual, '0', 'character'])
    }
  })
})

describe('findStrippedFigures', () => {
  const found = (text: string) => findStrippedFigures(text).map(({ detail }) => detail)

  test('says where the digits of a text are gone', () => {
    const text = '全年实现工业产值.亿元，增长.%；硬化村道.公里，惠及群众余户，完成投资万元，出口、%。'
    expect(found(text)).toEqual([
      '工业产值.亿元',
      '增长.%',
      '硬化村道.公里',
      '惠及群众余户',
      '完成投资万元',
      '%',
    ])
  })

  test('a text without any point shows three holes', () => {
    expect(found('全年收入万元，惠及群众余户。')).toEqual([])
    expect(found('全年收入万元，惠及群众余户，同比增长%，形势较好。')).toHaveLength(3)
  })

  test.each([
    '万元产值能耗下降，亿元以上项目开工，其余人员到岗，收入万元户增多。',
    '单位：万元、%。全年收入3.5万元，增长4%；剩余20余户已搬迁。',
    '余家军到任。余家军走访群众。余家军说，余家军不走。',
    '技能.人员；用户与.人员；要求.元素',
  ])('%s holds none', (text) => expect(found(text)).toEqual([]))

  test('spans slice what is left of the figure', () => {
    const text = '产值.万元，增长.%。'
    for (const { start, end } of findStrippedFigures(text)) expect(text.slice(start, end)).toBe('.')
  })
})
