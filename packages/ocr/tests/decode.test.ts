/** Decoding by hand-made chances: blanks, repeats, rivals, gaps. */
import { expect, test } from 'vitest'
import { decode } from '../src/decode.js'

const alphabet = ['', '元', '无', '吨']

type Step = readonly [number, number, number, number]

/** Chances of each step, of the blank and the three characters. */
const readAs = (classes: readonly string[], ...steps: readonly Step[]) =>
  decode({ values: Float32Array.from(steps.flat()), steps: steps.length, classes: 4 }, classes)
const read = (...steps: readonly Step[]) => readAs(alphabet, ...steps)

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

test('one sign in two widths is as sure as both together, and no rival of itself', () => {
  const { characters } = readAs(['', ',', '，', '.'], [0.1, 0.5, 0.3, 0.1], [0, 0.4, 0.59, 0.01])
  expect(characters.map(({ text, confidence }) => [text, confidence])).toEqual([
    [',', 0.8],
    ['，', 0.99],
  ])
  expect(characters[0]!.rivals).toEqual([{ text: '.', confidence: 0.1 }])
})

test('a raised figure is another than the figure', () => {
  const { characters } = readAs(['', '2', '²', '3'], [0, 0.6, 0.4, 0])
  expect(characters[0]).toMatchObject({ confidence: 0.6, rivals: [{ text: '²', confidence: 0.4 }] })
})
