/** Sets that are made of others: their gold stays true, and the seed alone decides. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepPairs, putInParagraphs } from '../../../measure/eval/made-sets.js'
import type { EvaluationText } from '../../../measure/eval/sets.js'
import { spinText } from '../../support/spin.js'

const table = new Map([
  ['学校', '黉舍'],
  ['学生', '门生'],
  ['去年', '客岁'],
  ['其中', '此中'],
  ['因此', '是以'],
  ['毕业', '卒业'],
  ['发展', '生长'],
  ['个人', '小我'],
])

function spunText(original: string, position: number): EvaluationText {
  const { text, swaps } = spinText(original, table)
  const gold = swaps.map((swap) => ({ ...swap, kind: 'swap' as const }))
  return { name: `report-${position}`, genre: 'report', position, text, original, gold }
}

function undone({ text, gold }: EvaluationText): string {
  const pieces = gold.map((edit, index) => text.slice(gold[index - 1]?.end ?? 0, edit.start) + edit.gold)
  return pieces.join('') + text.slice(gold.at(-1)?.end ?? 0)
}

const words = fc.constantFrom(...table.keys(), '全县', '，', '教育')
const paragraphs = fc.array(
  fc.array(words, { maxLength: 60 }).map((line) => line.join('')),
  { maxLength: 4 },
)

describe('few pairs of a document', () => {
  test('gold undone gives the original, at every offset', () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 1, max: 50 }), (lines, position) => {
        const [made] = keepPairs([spunText(lines.join('\n'), position)], 0.4, 1)
        expect(undone(made!)).toBe(lines.join('\n'))
        for (const { start, end, spun } of made!.gold) expect(made!.text.slice(start, end)).toBe(spun)
      }),
    )
  })

  test('a pair is kept everywhere in a document or nowhere', () => {
    const original = '学校的学生去年毕业，其中学校的学生发展个人，因此学校毕业。'
    const made = keepPairs(
      Array.from({ length: 40 }, (_, index) => spunText(original, index + 1)),
      0.2,
      1,
    )
    for (const { text } of made) expect([0, 3]).toContain(text.match(/黉舍/g)?.length ?? 0)
    const kept = made.filter(({ text }) => text.includes('黉舍')).length
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(20)
  })
})

describe('a paragraph in a clean document', () => {
  const line = '去年学校的学生毕业，其中个人发展，因此学校的学生个人发展。'.repeat(4)
  const document = (position: number): EvaluationText => {
    const text = `第${position}号通知\n今天有雨\n明天放晴`
    return { name: `clean-${position}`, genre: 'notes', position, text, original: text, gold: [] }
  }
  const made = putInParagraphs(
    Array.from({ length: 9 }, (_, index) => document(index + 1)),
    [spunText(`短。\n甲${line}`, 1), spunText(`乙${line}`, 2)],
    1,
  )

  test('is whole, spun, and the only spun text there', () => {
    for (const one of made) {
      const inside = one.text.slice(one.inside.start, one.inside.end)
      expect(inside.slice(1)).toBe(spinText(line, table).text)
      expect(undone(one)).toBe(one.original)
      const outside = one.text.slice(0, one.inside.start) + one.text.slice(one.inside.end + 1)
      expect(outside).toBe(document(one.position).text)
      expect(one.gold.every(({ start, end }) => start >= one.inside.start && end <= one.inside.end)).toBe(
        true,
      )
    }
  })

  test('comes from a report of its own side, odd or even', () => {
    const firsts = made.map(({ text, inside }) => text[inside.start])
    expect(firsts).toEqual(['甲', '乙', '甲', '乙', '甲', '乙', '甲', '乙', '甲'])
  })
})
