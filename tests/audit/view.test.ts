/** The facts as rules look at them: by id and total, with the words between them, in one unit. */
import { describe, expect, test } from 'vitest'
import { viewFacts } from '../../src/audit/view.js'
import { revise } from '../../src/model/edit.js'
import { spanOf } from '../../src/model/span.js'
import { claims } from '../support/tables.js'
import { documentOf, viewOf } from './check.js'

const change = { of: 'f1', direction: 'increase', kind: 'delta', against: null, prior: null } as const

test('facts by id, in order, with their parts and changes', () => {
  const view = viewOf('[9人|甲]，[5人|乙]、[4人|丙]，[2人|丁]，[50%|戊]，[60%|己]，[3人|庚]。', {
    f2: { partOf: 'f1' },
    f3: { partOf: 'f1', ratio: { part: 'f2', whole: 'f1' } },
    f4: { partOf: 'f1', role: 'change', change },
    f5: { partOf: 'f1' },
    f6: { partOf: 'f6' },
    f7: { partOf: 'f1', change },
  })
  expect(view.fact('f3')?.text).toBe('4人')
  expect(view.fact('f9')).toBeUndefined()
  expect(view.facts.map((fact) => view.orderOf(fact))).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(view.partsOf(view.facts[0]!).map(({ id }) => id)).toEqual(['f2', 'f7'])
  expect(view.partsOf(view.facts[5]!)).toEqual([])
  expect(view.changesOf(view.facts[0]!).map(({ id }) => id)).toEqual(['f4'])
  expect(view.changesOf(view.facts[1]!)).toEqual([])
})

describe('words', () => {
  const view = viewOf('全县；共有[9人|甲]其中男[5人|乙]。另有女[4人|丙]三名')
  const [first, second, third] = view.facts as [
    (typeof view.facts)[0],
    (typeof view.facts)[0],
    (typeof view.facts)[0],
  ]

  test('between two facts, in the order in which they stand', () => {
    expect(view.between(first, second)).toBe('其中男')
    expect(view.between(first, third)).toBe('其中男5人。另有女')
    expect(view.between(second, first)).toBe('')
  })

  test('before a fact, from the one before or the start of its clause', () => {
    expect(view.before(first)).toBe('共有')
    expect(view.before(second)).toBe('其中男')
    expect(view.before(third)).toBe('另有女')
  })

  test('of the sentence before a fact', () => {
    expect(view.lead(second)).toBe('全县;共有9人其中男')
    expect(view.lead(third)).toBe('另有女')
  })

  test('of the line before a fact', () => {
    const lines = viewOf('甲\n全县。共有[9人|甲]，男[5人|乙]')
    expect(lines.facts.map((fact) => lines.line(fact))).toEqual(['全县。共有', '全县。共有9人,男'])
    const long = viewOf(`${'甲'.repeat(200)}[9人|乙]`)
    expect(long.line(long.facts[0]!)).toBe('甲'.repeat(120))
  })

  test('behind a fact', () => {
    expect(view.after(third, 1)).toBe('三')
    expect(view.after(third, 9)).toBe('三名')
  })

  test('reach so far and no further', () => {
    const far = viewOf(`${'甲'.repeat(500)}[9人|乙]${'丙'.repeat(500)}[5人|丁]`)
    const [one, two] = far.facts
    expect(far.before(one!)).toBe('甲'.repeat(40))
    expect(far.lead(one!)).toBe('甲'.repeat(60))
    expect(far.between(one!, two!)).toBe('丙'.repeat(400))
  })
})

test('places are those of the repaired text', () => {
  const document = documentOf('黉舍共[9人|甲]，[5人|乙]')
  const repaired = revise<'source', 'repaired'>(document.text, [
    { start: 0, end: 2, replacement: '各级学校' },
  ])
  const view = viewFacts({ ...document, repaired, reading: repaired.text }, claims)
  expect(view.before(view.facts[0]!)).toBe('各级学校共')
  expect(view.locate(spanOf<'source'>(3, 5))).toEqual({ start: 5, end: 7 })
})

describe('figures in one unit', () => {
  const values = (marked: string) => {
    const view = viewOf(marked)
    return view.figures(view.facts)?.map(({ value }) => value?.toString())
  }

  test.each([
    ['[9人|甲][5人|乙]', ['9', '5']],
    ['[9人|甲][5名|乙]', ['9', '5']],
    ['[1.2万人|甲][5人|乙]', ['12000', '5']],
    ['[1.2万人|甲][0.5万人|乙]', ['1.2', '0.5']],
    ['[3吨|甲][500公斤|乙]', ['3000', '500']],
    ['[9人|甲][5所|乙]', undefined],
    ['[9人|甲][5人次|乙]', undefined],
    ['[20xx万人|甲][5人|乙]', undefined],
  ])('%s', (marked, figures) => {
    expect(values(marked)).toEqual(figures)
  })

  test('none of a number that a scan tore', () => {
    expect(values('资产189, 175. [14万元|甲]，负债[9万元|乙]')).toBeUndefined()
    expect(values('负债[9%|甲]，负债率[59%|乙]. 1，')).toBeUndefined()
    expect(values('1. [14万元|甲]，负债[9万元|乙]。')).toEqual(['14', '9'])
    expect(values('甲类, [14万元|甲], [9万元|乙]')).toEqual(['14', '9'])
  })

  test('none without facts, or without a figure', () => {
    const view = viewOf('[9人|甲]', { f1: { value: null } })
    expect(view.figures([])).toBeUndefined()
    expect(view.figures(view.facts)).toBeUndefined()
  })
})
