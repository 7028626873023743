/** Disguised words in a document: what is applied, what is only told, and what is left alone. */
import { beforeAll, describe, expect, test } from 'vitest'
import { isDisguiseName } from '../../../src/model/correction.js'
import type { Candidates } from '../../../src/repair/decode/candidates.js'
import { loadCandidates, repairText } from '../support.js'

let candidates: Candidates
beforeAll(() => {
  candidates = loadCandidates()
})

const edits = (text: string, options = {}) =>
  repairText(candidates, text, options).corrections.map(
    ({ actual, replacement, status }) => `${actual}→${replacement} ${status}`,
  )
const told = (text: string) =>
  repairText(candidates, text).damage.flatMap(({ kind, detail }) =>
    isDisguiseName(kind) ? [`${kind} ${detail}`] : [],
  )

describe('one disguised word alone', () => {
  test('is told where no prose writes its character', () => {
    const text = '全县推广使鼡农家肥，农民收入逐年提高。'
    expect(edits(text)).toEqual([])
    expect(told(text)).toEqual(['look-alike 鼡'])
  })

  test.each([
    '一个错字：全县落实各项正策，农民收入逐年提高。',
    '一处颠倒：全县加强政设建权工作，农民收入逐年提高。',
  ])('is a slip of the pen: %s', (text) => {
    expect(edits(text)).toEqual([])
    expect(told(text)).toEqual([])
  })

  test('and the same one again', () => {
    expect(edits('推广使鼡农家肥，合理使鼡农药，农民收入逐年提高。')).toEqual([])
  })
})

test('another one near by proves it, a far one does not', () => {
  const first = '各级正府要抓好落实，'
  const second = '认真执行党的民族正策。'
  const between = '农民收入逐年提高，生活水平明显改善，社会事业全面进步。'
  expect(edits(first + second)).toEqual(['正→政 applied', '正→政 applied'])
  expect(edits(first + between.repeat(8) + second)).toEqual([])
})

describe('what is never touched', () => {
  const disguised = '各级正府要执行党的民族正策，'
  test.each([
    ['a figure', '投入资金320万元，占10.5%。', []],
    ['a numeral', '完成投资三百二十万元，第一季度增长一成。', []],
    ['the name of a person', '王正府、李正策出席会议。', []],
    ['the name of a place', '正府镇和正策村的群众参加了活动。', []],
  ])('%s', (_, text) => {
    const { repaired } = repairText(candidates, disguised + text)
    expect(repaired.text).toBe(`各级政府要执行党的民族政策，${text}`)
  })

  test('a text that the user says is clean', () => {
    expect(edits('各级正府要抓好落实，认真执行党的民族正策。', { assume: 'clean' })).toEqual([])
  })
})

test('a confidence above that of disguised words only suggests them', () => {
  const statuses = edits('各级正府要抓好落实，认真执行党的民族正策。', { applyFrom: 0.99 })
  expect(statuses).toEqual(['正→政 suggested', '正→政 suggested'])
})

test('two characters in a row that were taken apart need no other', () => {
  expect(edits('严禁无证买卖石肖石黄，违者依法处理。')).toEqual(['石肖石黄→硝磺 applied'])
})

test('a long text is read in linear time, and each place is found where it stands', () => {
  const damaged = '各级正府要抓好落实，认真执行党的民族正策。\n'
  const { corrections, text } = repairText(candidates, damaged.repeat(200))
  expect(corrections).toHaveLength(400)
  for (const { start, end } of corrections) expect(text.slice(start, end)).toBe('正')
})
