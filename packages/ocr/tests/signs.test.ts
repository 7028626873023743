/** A comma that may have lost its tail is one, where the figure has the form of thousands; ‰ torn in two is one. */
import { expect, test } from 'vitest'
import type { DecodedCharacter } from '../src/decode.js'
import { withSigns } from '../src/signs.js'

/** A line whose points may be commas with some chance. */
const lineOf = (text: string, chance: number) =>
  [...text].map(
    (character, at): DecodedCharacter => ({
      text: character,
      confidence: character === '.' ? 0.7 : 1,
      first: at,
      last: at,
      rivals: character === '.' ? [{ text: ',', confidence: chance }] : [],
    }),
  )
const read = (text: string, chance = 0.2) =>
  withSigns({ characters: lineOf(text, chance), gaps: [] })
    .characters.map((character) => character.text)
    .join('')

test('a point before three digits, that may be a comma, is one; it is no surer than that', () => {
  expect(read('58.701万元')).toBe('58,701万元')
  expect(read('1.497.103')).toBe('1,497,103')
  const [, , comma] = withSigns({ characters: lineOf('58.701', 0.2), gaps: [] }).characters
  expect(comma).toMatchObject({ confidence: 0.2, rivals: [{ text: '.', confidence: 0.7 }] })
})

test.each(['16.97', '3.5', '0.512', '1234.567', '12.3456', '.701', '1.20%', '第3.条'])(
  '%s has no form of thousands',
  (text) => {
    expect(read(text)).toBe(text)
  },
)

test('a point that is sure stays', () => {
  expect(read('58.701', 0.01)).toBe('58.701')
})

test('‰ that is read as % and a ring is one sign', () => {
  expect(read('率6.73%0；率9.7%o')).toBe('率6.73‰；率9.7‰')
})

test.each(['9.7%', '9.7%。', '9.7%0.5', '率%0', '9.7%off', '9.7%05'])('%s has no ‰', (text) => {
  expect(read(text)).toBe(text)
})

test('what may have been overlooked behind a torn sign stays where it is', () => {
  const gaps = [
    { text: '、', confidence: 0.1, after: 1 },
    { text: '。', confidence: 0.1, after: 5 },
  ]
  const line = withSigns({ characters: lineOf('9.7%0人', 0), gaps })
  expect(line.gaps.map(({ after }) => after)).toEqual([1, 4])
})
