/** A total against a list of its parts. */
import { describe, expect, test } from 'vitest'
import { figureOf } from '../../src/audit/intervals.js'
import { checkSum, complete, sumValues } from '../../src/audit/sums.js'
import { formatOrNull, parseExact } from '../../src/model/exact.js'
import { about, figure } from './check.js'

/** `state severity code computed difference`, with the misprint where one explains it. */
function line(
  total: string,
  parts: string,
  completeness: number = complete,
  overlap = false,
): string | undefined {
  const figures = parts.split(' ').map((text, index) => figureOf(about(text, { id: `f${index + 2}` }))!)
  const draft = checkSum({ total: figure(total), parts: figures, completeness, overlap })
  if (draft === undefined) return undefined
  const { state, severity, code, computed, difference, solution, parameters } = draft
  const misprint =
    parameters?.value === undefined ? [] : [`${parameters.fact} ${parameters.printed} ${parameters.value}`]
  const part = parameters?.part === undefined ? [] : [parameters.part]
  return [state, severity, code, ...[computed, difference, solution].map(formatOrNull), ...misprint, ...part]
    .filter((word) => word !== null)
    .join(' ')
}

describe('of all parts', () => {
  test.each([
    ['9所', '4所 5所', 'holds info as-stated 9'],
    ['10.0亿元', '3.3亿元 3.3亿元 3.3亿元', 'rounding info rounded 9.9'],
    ['1520余人', '745人 780人', 'approximate info within-bounds 1525'],
    ['136所', '78所 12所 3所 33所', 'mismatch error digit-differs 126 10 f1 136所 126'],
    ['126所', '78所 21所 3所 33所', 'mismatch error digits-transposed 135 -9 f3 21所 12'],
    ['45.7万元', '45.7万元 39.2万元 10.1万元', 'mismatch error total-equals-first-part 95 -49.3 45.7万元'],
    ['100人', '61人 53人', 'mismatch error parts-exceed-total 114 -14'],
    ['100人', '23人 62人', 'mismatch error sum-differs 85 15'],
    ['200人', '61人 150人 61人', undefined],
    ['300人', '161人 150人 61人', 'mismatch error parts-exceed-total 372 -72'],
    ['360人', '161人 150人 49人 44人', 'mismatch error part-beside-total 404 -44 44人'],
    ['1000余人', '310人 200人', 'mismatch warning sum-differs 510 490'],
    ['100人', '30人 44人', undefined],
    ['100人', '30人 45人', 'mismatch error sum-differs 75 25'],
    ['100人', '51人 74人', 'mismatch error parts-exceed-total 125 -25'],
    ['100人', '51人 76人', undefined],
    ['10~15人', '30人 45人', undefined],
    ['100人', '10~15人 5人', undefined],
  ])('%s of %s', (total, parts, expected) => {
    expect(line(total, parts)).toBe(expected)
  })
})

describe('of some parts perhaps', () => {
  const rows: [string, string, string, number, string | undefined, boolean][] = [
    ['the sum holds', '9所', '4所 5所', 0.05, 'holds info as-stated 9', false],
    ['no claim', '860人', '120人 95人', 0.05, undefined, false],
    [
      'a look-alike rarer than the list is sure',
      '13600所',
      '7800所 4800所',
      0.05,
      'mismatch error digit-differs 12600 1000 f1 13600所 12600',
      false,
    ],
    ['a look-alike not rare enough', '136所', '78所 48所', 0.05, undefined, false],
    [
      'parts above their total are rarer',
      '126所',
      '88所 48所',
      0.1,
      'mismatch error digit-differs 136 -10 f1 126所 136',
      false,
    ],
    ['parts below it are not', '136所', '78所 48所', 0.1, undefined, false],
    ['traits may overlap', '126所', '88所 48所', 0.1, undefined, true],
    [
      'but rarely look alike',
      '13600人',
      '7800人 4800人',
      0.1,
      'mismatch error digit-differs 12600 1000 f1 13600人 12600',
      true,
    ],
    ['in a list that is less sure than that, rarer still', '2600人', '1800人 700人', 0.01, undefined, true],
    [
      'and of a surer list',
      '2600人',
      '1800人 700人',
      0.1,
      'mismatch error digit-differs 2500 100 f1 2600人 2500',
      true,
    ],
    [
      'a copied total',
      '45人',
      '45人 39人',
      0.05,
      'mismatch error total-equals-first-part 84 -39 45人',
      false,
    ],
    ['a copied total of no list', '45人', '45人 39人', 0, undefined, false],
    ['a copied total of traits', '45人', '45人 39人', 0.05, undefined, true],
    ['within bounds says nothing', '1520余人', '745人 780人', 0.5, undefined, false],
    ['outside of bounds neither', '1000余人', '300人 200人', 0.5, undefined, false],
  ]
  test.each(rows)('%s: %s of %s at %d', (_why, total, parts, completeness, expected, overlap) => {
    expect(line(total, parts, completeness, overlap)).toBe(expected)
  })
})

describe('masks', () => {
  test.each([
    ['10029人', '8010人 20xx人', complete, 'solved info mask-solved 2019'],
    ['20xx人', '1010人 1009人', complete, 'solved info mask-solved 2019'],
    ['10029人', '8910人 20xx人', complete, 'mismatch error no-value-fits-mask'],
    ['10029人', '8910人 20xx人', 0.5, undefined],
    ['10029人', '8010人 20xx人', 0.02, 'solved info mask-solved 2019'],
    ['10029人', '8010人 20xx人', 0.01, undefined],
    ['10030余人', '8010人 20xx人', complete, 'unconfirmed info mask-stays-open'],
    ['10029人', '60xx人 20xx人', complete, undefined],
  ])('%s of %s at %d', (total, parts, completeness, expected) => {
    expect(line(total, parts, completeness)).toBe(expected)
  })

  test('the solved fact is told, and all facts, the total first', () => {
    const part = figureOf(about('20xx人', { id: 'f3' }))!
    const draft = checkSum({
      total: figure('29人'),
      parts: [
        figureOf(about('10人', { id: 'f2' }))!,
        { ...part, low: part.low.minus(2000), high: part.high.minus(2000) },
      ],
      completeness: complete,
      overlap: false,
    })
    expect(draft).toMatchObject({
      facts: ['f1', 'f2', 'f3'],
      solves: { fact: 'f3' },
      stated: parseExact('29'),
    })
  })
})

test('values are added where all have one', () => {
  expect(sumValues([figure('4人'), figure('5人')])?.toString()).toBe('9')
  expect(sumValues([figure('4人'), figure('20xx人')])).toBeNull()
})
