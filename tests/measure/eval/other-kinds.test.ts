/** Documents of every kind: what is refused counts, what is changed is counted where it stands. */
import { describe, expect, test } from 'vitest'
import { formatHarm, listErrors } from '../../../measure/eval/clean-kinds.js'
import type { WithParagraph } from '../../../measure/eval/made-sets.js'
import type { Seen } from '../../../measure/eval/read-and-repair.js'
import { seeAll } from '../../../measure/eval/read-and-repair.js'
import type { EvaluationText, GoldEdit } from '../../../measure/eval/sets.js'
import { formatParagraphs, formatSpun, statedConfidences } from '../../../measure/eval/spun-kinds.js'
import type { Correction } from '../../../src/model/correction.js'
import { spanOf } from '../../../src/model/span.js'
import { loadResources } from '../../../src/pipeline/resources.js'

const resources = await loadResources()

function textOf(
  text: string,
  position: number,
  gold: readonly GoldEdit[] = [],
  genre = 'notes',
): EvaluationText {
  return { name: `t-${position}`, genre, position, text, original: text, gold }
}

const goldAt = (start: number, spun: string, gold: string): GoldEdit => ({
  start,
  end: start + spun.length,
  spun,
  gold,
  kind: 'swap',
})

function correction(start: number, actual: string, replacement: string, rest: Partial<Correction> = {}) {
  const plain = { confidence: 0.95, status: 'applied', kind: 'swap' } as const
  const span = spanOf<'source'>(start, start + actual.length)
  return { actual, replacement, ...plain, traits: [], alternatives: [], evidence: [], ...rest, ...span }
}

type Made = NonNullable<Seen['made']>

function made(corrections: readonly Correction[], verdict: Made['spin']['verdict']): Made {
  return { corrections, damage: [], checks: [], spin: { rate: 0, verdict, assumed: false, windows: [] } }
}

/** The cells of the row of a table that opens with these. */
function row(table: string, ...opening: string[]): string[] {
  const rows = table.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
  return rows.find((cells) => opening.every((cell, index) => cells[index] === cell))!
}

test('a document that the reader refuses is kept, and has nothing made of it', async () => {
  const binary = '\u0001\u0002\u0003'.repeat(400)
  const seen = await seeAll([textOf('全县共有学校12所。', 1), textOf(binary, 2)], {
    resources,
    until: 'repair',
  })
  expect(seen.map(({ made }) => made === null)).toEqual([false, true])
})

test('findings that must hold are listed by document', async () => {
  const faulty = '全镇共有幼儿园9所（公办4所，民办6所）。'
  const seen = await seeAll([textOf(faulty, 1)], { resources, until: 'audit' })
  expect(listErrors(seen)).toEqual(['- t-1: sum-of-parts (digit-differs): 4 + 6 = 9'])
})

test('harm is counted by kind, per thousand Chinese characters', () => {
  const antonym = correction(2, '支出', '收入', { status: 'suggested', traits: ['antonym'] })
  const seen: Seen[] = [
    { text: textOf('本年支出'.repeat(5), 1), made: made([correction(0, '本年', '今年'), antonym], 'spun') },
    { text: textOf('本年支出'.repeat(5), 2), made: null },
    { text: textOf('abc支出', 3, [], 'tables'), made: made([], 'clean') },
  ]
  const table = formatHarm(seen, resources, false)
  const counts = (kind: string) => row(table, kind).slice(1, 9)
  expect(counts('notes')).toEqual(['2', '40', '1', '1 (25.00)', '1 (25.00)', '0', '0', 'spun 1'])
  expect(counts('tables')).toEqual(['1', '2', '0', '0', '0', '0', '0', ''])
  expect(counts('all')).toEqual(['3', '42', '1', '1 (23.81)', '1 (23.81)', '0', '0', 'spun 1'])
})

describe('spun documents', () => {
  const gold = [goldAt(0, '黉舍', '学校'), goldAt(3, '门生', '学生')]
  const seen: Seen[] = [
    {
      text: textOf('黉舍的门生', 1, gold),
      made: made(
        [
          correction(0, '黉舍', '学校'),
          correction(3, '门生', '学员', { status: 'suggested', confidence: 0.6 }),
        ],
        'spun',
      ),
    },
    { text: textOf('黉舍的门生', 2, gold), made: null },
  ]

  test('what a refused one holds is missed; suggestions do not count as applied', () => {
    const cells = row(formatSpun(new Map([['made', seen]]), resources), 'made', 'all')
    expect(cells.slice(2, 9)).toEqual([
      '2',
      '1',
      '1',
      'spun 1',
      '1.000 / 0.250',
      '1.000 / 0.000',
      '0.500 / 0.250',
    ])
  })

  test('each applied or suggested swap states a confidence', () => {
    expect(statedConfidences(seen)).toEqual([
      { confidence: 0.95, right: true, heldBack: false },
      { confidence: 0.6, right: false, heldBack: false },
    ])
  })
})

test('changes outside of the spun paragraph are told from those inside', () => {
  const text: WithParagraph = {
    ...textOf('支出表\n黉舍的门生\n支出', 1, [goldAt(4, '黉舍', '学校'), goldAt(7, '门生', '学生')]),
    inside: { start: 4, end: 9 },
  }
  const edits = [
    correction(0, '支出', '收入'),
    correction(3, '\n', '', { kind: 'layout' }),
    correction(4, '黉舍', '学校'),
  ]
  const cells = row(formatParagraphs([{ text, made: made(edits, 'partly-spun') }]), 'all')
  expect(cells).toEqual(['all', '1', '0', '1', '1 (200.00)', '1 (200.00)', '1.000 / 0.500'])
})
