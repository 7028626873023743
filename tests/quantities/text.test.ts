/** Places in the folded text, and where list labels may stand. */
import { expect, test } from 'vitest'
import {
  beforeBlanks,
  behindBlanks,
  codeAt,
  isDigit,
  isListPosition,
  isOneOf,
  isWordCharacter,
  standsAt,
} from '../../src/quantities/text.js'
import { sourceOf } from './check.js'

test('width is folded, and nothing stands outside of the text', () => {
  const source = sourceOf('（５')
  expect([-1, 0, 1, 2].map((at) => codeAt(source, at))).toEqual([0, 0x28, 0x35, 0])
})

test('words stand where all of their characters do', () => {
  const source = sourceOf('约占全县')
  expect(standsAt(source, 1, '占全')).toBe(true)
  expect(standsAt(source, 1, '占县')).toBe(false)
  expect(standsAt(source, 3, '县城')).toBe(false)
  expect(standsAt(source, -1, '约')).toBe(false)
})

test('blanks before a place are passed over, three at most', () => {
  expect(beforeBlanks(sourceOf('甲   '), 4)).toBe(1)
  expect(beforeBlanks(sourceOf('甲    '), 5)).toBe(2)
  expect(beforeBlanks(sourceOf('甲'), 1)).toBe(1)
  expect(beforeBlanks(sourceOf('  '), 2)).toBe(0)
  expect(behindBlanks(sourceOf('   甲'), 0)).toBe(3)
})

test('kinds of characters', () => {
  const code = (character: string) => character.charCodeAt(0)
  expect([...'5五甲A'].map((character) => isDigit(code(character)))).toEqual([true, true, false, false])
  expect([...'5甲A，'].map((character) => isWordCharacter(code(character)))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(isOneOf(code('乙'), '甲乙')).toBe(true)
  expect(isOneOf(code('丙'), '甲乙')).toBe(false)
})

test.each(['', '\n', '\r', ' ', '\t', '。', '；', '！', '？', '：'])(
  'a label may stand behind %j',
  (before) => {
    expect(isListPosition(sourceOf(`${before}1`), before.length)).toBe(true)
  },
)

test.each(['甲', '，', '、', '（', '1'])('no label stands behind %j', (before) => {
  expect(isListPosition(sourceOf(`${before}1`), before.length)).toBe(false)
})
