/** Decoding by hand-made chances: blanks, repeats, rivals, gaps. */
import { expect, test } from 'vitest'
import { decode } from '../src/decode.js'

const alphabet = ['', '元', '无', '吨']

/** Chances of each step, of the blank and the three characters. */
function read(...steps: readonly (readonly [number, number, number, number])[]) {
  return decode({ values: Float32Array.from(steps.flat()), steps: steps.length, classes: 4 }, alphabet)
}

test('equal classes in a row are one character, parted by a blank they are two', () => {
  const { characters } = read([0, 1, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0])
  expect(characters.map(({ text, first, last }) => [text, first, last])).toEqual([
    ['元', 0, 1],
    ['元', 3, 3],
  ])
})

test('a doubtful character has its rivals, the likeliest first; a sure one has none', () => {
  const { characters } = read([0, 0.6, 0.3, 0.1], [1, 0, 0, 0], [0, 0, 0, 1])
  expect(characters[0]!.rivals).toEqual([
    { text: '无', confidence: 0.3 },
    { text: '吨', confidence: 0.1 },
  ])
  expect(characters[1]!.rivals).toEqual([])
})

test('a character that is nearly read is a gap, unless it stands beside', () => {
  const { gaps } = read([0, 1, 0, 0], [0.9, 0.1, 0, 0], [0.7, 0.1, 0, 0.2], [0, 0, 1, 0])
  expect(gaps).toEqual([{ text: '吨', confidence: 0.2, after: 1 }])
})
