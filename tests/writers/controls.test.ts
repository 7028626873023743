/** Signs for what terminals obey: one for one, nothing else is touched, and JSON keeps its value. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeControls, showControls, showInLine } from '../../src/writers/controls.js'
import { text as anyText, obeyed } from '../support/obeyed.js'

describe('signs', () => {
  test.each([
    ['a\u001b[2Jb\u0007', 'a␛[2Jb␇', 'a␛[2Jb␇'],
    ['\u0000\u007f\u009b31m', '␀␡�31m', '␀␡�31m'],
    ['9所\u202e所01\u202c', '9所�所01�', '9所�所01�'],
    ['\u200f\u061c\u2066\u2069', '����', '����'],
    ['一\r\n二\n三\t四', '一\r\n二\n三\t四', '一␍␊二␊三\t四'],
    ['一\r二', '一␍二', '一␍二'],
    ['一\u2028二', '一\u2028二', '一�二'],
    [
      '零宽\u200b与\u{1f468}\u200d\u{1f469}',
      '零宽\u200b与\u{1f468}\u200d\u{1f469}',
      '零宽\u200b与\u{1f468}\u200d\u{1f469}',
    ],
  ])('%j', (text, lines, line) => {
    expect([showControls(text), showInLine(text)]).toEqual([lines, line])
  })

  test('stand one for one, and nothing is left to be obeyed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const shown of [showControls(text), showInLine(text)]) {
          expect(shown).toHaveLength(text.length)
          expect(shown).not.toMatch(obeyed)
        }
        expect(showInLine(text)).not.toContain('\n')
      }),
    )
  })
})

test('escapes keep the value of JSON', () => {
  fc.assert(
    fc.property(fc.array(anyText), fc.constantFrom(0, 2), (value, indent) => {
      const json = escapeControls(JSON.stringify(value, null, indent))
      expect(JSON.parse(json)).toEqual(value)
      expect(json).not.toMatch(obeyed)
    }),
  )
})
