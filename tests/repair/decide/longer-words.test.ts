/** Swaps inside of words: a dictionary of a few words says what is one. */
import { describe, expect, test } from 'vitest'
import { breaksWord } from '../../../src/repair/decide/longer-words.js'
import { editOf } from '../restored.js'

const isWord = (word: string) =>
  ['中心校', '多层次', '大中央区', '区中心校里', '电话会议', '电话集会'].includes(word)

const breaks = (text: string, start: number, standard: string, probability = 0.4) =>
  breaksWord(isWord, text, editOf([start, start + 2, 0, probability]), standard)

describe('breaksWord', () => {
  test.each([
    ['behind it', '各中心校', 1, '中央'],
    ['before it', '全方位多层次', 4, '档次'],
    ['at the start of the text', '中心校', 0, '中央'],
  ] as const)('the rest of the word stands %s', (_, text, start, standard) => {
    expect(breaks(text, start, standard)).toBe(true)
  })

  test('not where nothing longer stands', () => {
    expect(breaks('各中心学校', 1, '中央')).toBe(false)
  })

  test('not where the swap gives a word too', () => {
    expect(breaks('开电话会议', 3, '集会')).toBe(false)
  })

  test('not where the place itself speaks for the swap', () => {
    expect(breaks('各中心校', 1, '中央', 0.5)).toBe(false)
    expect(breaks('各中心校', 1, '中央', 0.49)).toBe(true)
  })
})
