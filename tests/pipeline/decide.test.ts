/** Decisions of a caller about single corrections: the words, and what is read from them, follow; the given record stays. */
import { expect, test } from 'vitest'
import { accept, reject, revert } from '../../src/pipeline/decide.js'
import { processText } from '../../src/pipeline/library.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { recordSchema } from '../../src/writers/schema.js'

const text =
  '全县共有各级各类黉舍126所，此中：小学98所，初级中学20所，高级中学8所。咱们要踊跃推动教导奇迹进展。'
const record = processText(text, { assume: 'spun' })
const before = JSON.stringify(record)

const changeOf = (of: DocumentRecord, word: string) => of.corrections.find(({ actual }) => actual === word)!
const nameOf = (of: DocumentRecord) => of.facts.find(({ value }) => value === '126')?.indicator

test('a change that is rejected is gone, and the fact is called as the source has it', () => {
  const made = reject(record, changeOf(record, '黉舍'), { by: 'li' })
  expect(nameOf(record)).toContain('学校')
  expect(nameOf(made)).toContain('黉舍')
  expect(made.repaired.text).toContain('黉舍126所')
  expect(changeOf(made, '黉舍')).toBeUndefined()
  expect(recordSchema.safeParse(made).success).toBe(true)
})

test('a change that is reverted is a suggestion, and can be accepted: facts and checks come back', () => {
  const reverted = revert(record, changeOf(record, '黉舍'))
  expect(nameOf(reverted)).toContain('黉舍')
  expect(changeOf(reverted, '黉舍')).toMatchObject({ replacement: '学校', status: 'suggested' })
  const accepted = accept(reverted, changeOf(reverted, '黉舍'), { by: 'li' })
  expect(changeOf(accepted, '黉舍')).toMatchObject({ status: 'applied', decidedBy: ['li'] })
  expect(accepted.repaired).toEqual(record.repaired)
  expect(accepted.facts).toEqual(record.facts)
  expect(accepted.checks).toEqual(record.checks)
})

test('another word may be put there, but no other figure', () => {
  const made = accept(record, changeOf(record, '黉舍'), { replacement: '学堂' })
  expect(made.repaired.text).toContain('学堂126所')
  expect(changeOf(made, '黉舍').decidedBy).toEqual(['user'])
  expect(() => accept(record, changeOf(record, '黉舍'), { replacement: '5' })).toThrow(
    'it would change a figure',
  )
})

test('a place without a correction is told, and the given record stays as it was', () => {
  for (const decide of [accept, reject, revert]) {
    expect(() => decide(record, { start: 0, end: 1 })).toThrow('the record has no correction from 0 to 1')
  }
  expect(JSON.stringify(record)).toBe(before)
})
