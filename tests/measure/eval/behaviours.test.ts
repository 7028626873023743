/** Behaviours of tools: the gold of each stays true, and each does what its name says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Behaviour, Task } from '../../../measure/eval/behaviours/behaviour.js'
import { fewWords } from '../../../measure/eval/behaviours/few-words.js'
import { firstOnly } from '../../../measure/eval/behaviours/first-only.js'
import { behaviours, makeBehaviours, readRegisters } from '../../../measure/eval/behaviours/index.js'
import { spunTwice } from '../../../measure/eval/behaviours/spun-twice.js'
import { traditional } from '../../../measure/eval/behaviours/traditional.js'
import type { EvaluationText } from '../../../measure/eval/sets.js'

const table = new Map([
  ['学校', '黉舍'],
  ['学生', '门生'],
  ['建设', '设置装备摆设'],
  ['装备', '设备'],
  ['头发', '毛发'],
  ['后面', '前面'],
  ['情况', '环境'],
  ['环境', '情况'],
])
const other = new Map([
  ['门生', '徒弟'],
  ['黉', '学'],
  ['环境', '处境'],
])

function textOf(original: string, position = 1, genre = 'report'): EvaluationText {
  return { name: `t-${position}`, genre, position, text: original, original, gold: [] }
}

function make(behaviour: Behaviour, original: string, position = 1): EvaluationText {
  const isCurrent: Task['isCurrent'] = (word) => !/[黉门]/.test(word)
  return behaviour.make({ clean: textOf(original, position), table, other, isCurrent })
}

function undone({ text, gold }: EvaluationText): string {
  const pieces = gold.map((edit, index) => text.slice(gold[index - 1]?.end ?? 0, edit.start) + edit.gold)
  return pieces.join('') + text.slice(gold.at(-1)?.end ?? 0)
}

const words = fc.constantFrom(...table.keys(), '里', '的', '3', '\n')
const originals = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''))

test.each(behaviours)('$name: gold undone gives the original, and says what stands there', (behaviour) => {
  fc.assert(
    fc.property(originals, fc.integer({ min: 1, max: 9 }), (original, position) => {
      const made = make(behaviour, original, position)
      expect(undone(made)).toBe(made.original)
      for (const { start, end, spun, gold } of made.gold) {
        expect(made.text.slice(start, end)).toBe(spun)
        expect(gold).not.toBe(spun)
      }
      if (behaviour !== traditional) expect(made.original).toBe(original)
    }),
  )
})

test('first-only: the first place alone is replaced', () => {
  expect(make(firstOnly, '学校的学生在学校，学生的情况').text).toBe('黉舍的门生在学校，学生的环境')
})

test('few-words: only pairs of two current words are replaced, and not all of those', () => {
  const texts = Array.from(
    { length: 30 },
    (_, index) => make(fewWords, '学校的学生头发情况环境', index + 1).text,
  )
  for (const text of texts) expect(text).toContain('学校的学生')
  expect(texts.some((text) => text.includes('毛发'))).toBe(true)
  expect(texts.some((text) => text.includes('头发'))).toBe(true)
})

test('traditional: text, original and gold are in traditional script, by the words around', () => {
  const made = make(traditional, '学生的头发，后面的学校')
  expect(made.text).toBe('門生的毛髮，前面的黌舍')
  expect(made.original).toBe('學生的頭髮，後面的學校')
  expect(made.gold.map(({ gold }) => gold)).toEqual(['學生', '頭髮', '後面', '學校'])
})

describe('spun-twice', () => {
  test('the same tool may undo itself, or write into what it wrote', () => {
    expect(make(spunTwice, '情况与环境', 2)).toMatchObject({ text: '情况与环境', gold: [] })
    const { text, gold } = make(spunTwice, '建设', 2)
    expect(text).toBe('设置设备摆设')
    expect(gold.map(({ gold: word }) => word)).toEqual(['建设'])
  })

  test('another tool reads what the first one wrote', () => {
    const { text, gold } = make(spunTwice, '学生的学校', 1)
    expect(text).toBe('徒弟的学舍')
    expect(gold.map(({ spun, gold: word }) => [spun, word])).toEqual([
      ['徒弟', '学生'],
      ['学舍', '学校'],
    ])
  })
})

test('texts of three registers are read, and the seed alone decides what is made of them', () => {
  const long = '全县学校的学生情况很好，领导十分重视教育工作。\n'.repeat(60)
  const sets: Record<string, EvaluationText[]> = {
    clean: [textOf(long, 1, 'report'), textOf(long, 2, 'law'), textOf('学校', 3, 'report')],
    'wild-clean': [textOf(long, 1, 'news or fund page'), textOf(long, 2, 'course notes and examinations')],
  }
  const clean = readRegisters((set) => sets[set]!)
  expect(clean.map(({ genre, position }) => [genre, position])).toEqual([
    ['reports', 1],
    ['news pages', 1],
    ['course notes', 2],
  ])
  const once = makeBehaviours(behaviours, clean, 1)
  expect(makeBehaviours(behaviours, clean, 1)).toEqual(once)
  expect(makeBehaviours(behaviours, clean, 2)).not.toEqual(once)
})
