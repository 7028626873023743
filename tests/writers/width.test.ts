/** Columns on a terminal. */
import { expect, test } from 'vitest'
import { clip, displayWidth, pad, wrapPieces, wrapText } from '../../src/writers/width.js'

test.each([
  ['', 0],
  ['abc', 3],
  ['学校', 4],
  ['，。', 4],
  ['２０', 4],
  ['20xx年', 6],
  ['“引”', 4],
  ['𠀀', 2],
  ['e\u0301', 1],
  ['\u200b', 0],
  ['①—…', 3],
  ['✅', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test('pads and clips by columns', () => {
  expect(pad('学校', 6)).toBe('学校  ')
  expect(pad('12', 4, 'left')).toBe('  12')
  expect(clip('学校数量', 5)).toBe('学校…')
  expect(clip('学校', 4)).toBe('学校')
})

test('wraps without breaking a piece', () => {
  const pieces = ['学', '校', '2016', '所'].map((text) => ({ text, shown: text }))
  expect(wrapPieces(pieces, 6)).toEqual(['学校', '2016所'])
})

test('opens no line with closing punctuation', () => {
  const pieces = [...'学校，学生'].map((text) => ({ text, shown: text }))
  expect(wrapPieces(pieces, 4)).toEqual(['学校，', '学生'])
})

test('wraps a text at blanks and between Chinese characters, not within words or before and behind marks that belong to them', () => {
  expect(wrapText('默认 report（diff、html）。\n写入此文件夹', 16).split('\n')).toEqual([
    '默认 report',
    '（diff、html）。',
    '写入此文件夹',
  ])
  expect(wrapText('never an input or a link', 10).split('\n')).toEqual(['never an', 'input or a', 'link'])
})
