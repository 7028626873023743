/** Cues in the reading: the longest one, inside of the range that is given, and not inside of longer words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cueAtEnd,
  cueAtStart,
  firstCue,
  isKnownName,
  isPartOfWord,
  lastCue,
  textOf,
} from '../../src/extract/reading.js'
import { anyOf } from '../../src/resources/cue-group.js'
import { cueKinds } from '../../src/resources/cues.js'
import { rangeOf, reading } from './check.js'

describe('at the start of a range', () => {
  test('the longest cue of all kinds, in standard wording', () => {
    const text = '其中的小学'
    expect(cueAtStart(reading(text), rangeOf(text), anyOf('among'))).toMatchObject({
      start: 0,
      end: 3,
      cue: { kind: 'among', standard: '其中' },
    })
    expect(cueAtStart(reading('已累计'), rangeOf('已累计'), anyOf('link', 'adverb'))?.end).toBe(3)
    expect(cueAtStart(reading('已累计'), rangeOf('已累计'), anyOf('adverb', 'link'))?.end).toBe(3)
  })

  test('never beyond the range', () => {
    expect(cueAtStart(reading('其中的小学'), { start: 0, end: 2 }, anyOf('among'))?.end).toBe(2)
    expect(cueAtStart(reading('其中的小学'), { start: 0, end: 1 }, anyOf('among'))).toBeUndefined()
    expect(cueAtStart(reading('小学其中'), rangeOf('小学其中'), anyOf('among'))).toBeUndefined()
  })
})

describe('at the end of a range', () => {
  test('the longest cue of all kinds', () => {
    const text = '全年累计达到'
    expect(cueAtEnd(reading(text), rangeOf(text), anyOf('link'))).toMatchObject({ start: 2, end: 6 })
    expect(cueAtEnd(reading(text), rangeOf(text), anyOf('to', 'link'))).toMatchObject({ start: 2 })
    expect(cueAtEnd(reading(text), rangeOf(text), anyOf('link', 'to'))).toMatchObject({ start: 2 })
  })

  test('never before the range', () => {
    expect(cueAtEnd(reading('累计达到'), { start: 2, end: 4 }, anyOf('link'))).toMatchObject({
      start: 2,
      end: 4,
    })
    expect(cueAtEnd(reading('累计达到'), { start: 3, end: 4 }, anyOf('link'))).toMatchObject({ start: 3 })
  })
})

describe('somewhere in a range', () => {
  const text = '比上年比去年增加'
  test('first and last', () => {
    expect(firstCue(reading(text), rangeOf(text), anyOf('than'))).toMatchObject({ start: 0, end: 1 })
    expect(lastCue(reading(text), rangeOf(text), anyOf('than'))).toMatchObject({ start: 3, end: 4 })
    expect(firstCue(reading(text), { start: 1, end: 8 }, anyOf('than'))?.start).toBe(3)
    expect(lastCue(reading(text), { start: 0, end: 3 }, anyOf('than'))?.start).toBe(0)
    expect(lastCue(reading(text), { start: 1, end: 3 }, anyOf('than'))).toBeUndefined()
    expect(firstCue(reading(text), { start: 4, end: 8 }, anyOf('than'))).toBeUndefined()
  })

  test('not in a longer word in which it is not meant', () => {
    expect(firstCue(reading('比例较高'), rangeOf('比例较高'), anyOf('than'))).toBeUndefined()
    expect(lastCue(reading('较高比例'), rangeOf('较高比例'), anyOf('than'))).toBeUndefined()
    expect(lastCue(reading('收入比'), rangeOf('收入比'), anyOf('than'))).toBeUndefined()
    expect(isPartOfWord(reading('比例'), 0, 1)).toBe(true)
    expect(isPartOfWord(reading('收入比'), 2, 3)).toBe(true)
    expect(isPartOfWord(reading('比重'), 0, 2)).toBe(false)
    expect(isPartOfWord(reading('比去年'), 0, 1)).toBe(false)
  })
})

test('a look-up never leaves the range, whatever stands around it', () => {
  const piece = fc.constantFrom(
    '其中',
    '比',
    '例',
    '增加',
    '达到',
    '全县',
    '的',
    '学校',
    '占',
    '由',
    '，',
    '其余',
  )
  const texts = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(20), (text, one, two) => {
      const range = { start: Math.min(one, two, text.length), end: Math.min(Math.max(one, two), text.length) }
      const of = reading(text)
      const found = [
        cueAtStart(of, range, anyOf(...cueKinds)),
        cueAtEnd(of, range, anyOf(...cueKinds)),
        ...cueKinds.flatMap((kind) => [firstCue(of, range, anyOf(kind)), lastCue(of, range, anyOf(kind))]),
      ]
      for (const cue of found) {
        if (cue === undefined) continue
        expect(cue.start).toBeGreaterThanOrEqual(range.start)
        expect(cue.end).toBeLessThanOrEqual(range.end)
        expect(textOf(of, cue)).toHaveLength(cue.cue.word.length)
      }
    }),
    { numRuns: 300 },
  )
})

test('a known name is all of the range', () => {
  expect(isKnownName(reading('入学率'), rangeOf('入学率'))).toBe(true)
  expect(isKnownName(reading('小小入学率'), rangeOf('小小入学率'))).toBe(false)
  expect(isKnownName(reading('小小入学率'), { start: 2, end: 5 })).toBe(true)
})
