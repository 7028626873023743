/** Both sides of a pair: whether the standard word stands in the passage, and stays. */
import { describe, expect, test } from 'vitest'
import { standsBesideIn } from '../../../src/repair/decide/both-sides.js'
import type { DecodedPassage } from '../../../src/repair/decode/decode.js'
import { findPassages } from '../../../src/repair/detect/passages.js'
import type { StatedEdit } from '../restored.js'
import { editOf } from '../restored.js'

/** Whether 收入 stands beside the first edit. */
function standsBeside(text: string, ...edits: readonly StatedEdit[]): boolean {
  const passages = findPassages(text).map((passage): DecodedPassage => ({ ...passage, spun: 1, byForms: 1 }))
  const chosen = edits.map(editOf)
  return standsBesideIn(text, passages, chosen)(chosen[0]!, '收入')
}

describe('standsBesideIn', () => {
  test('the standard word stands in the same passage, before or behind', () => {
    expect(standsBeside('支出大于收入', [0, 2, 0, 0.9])).toBe(true)
    expect(standsBeside('收入大于支出', [4, 6, 0, 0.9])).toBe(true)
  })

  test('another passage does not count', () => {
    expect(standsBeside('支出大\n收入小', [0, 2, 0, 0.9])).toBe(false)
    expect(standsBeside('收入小\n支出大', [4, 6, 0, 0.9])).toBe(false)
  })

  test('a standard word that is likely swapped itself does not stay', () => {
    expect(standsBeside('支出大于收入', [0, 2, 0, 0.9], [4, 6, 1, 0.9])).toBe(false)
    expect(standsBeside('支出大于收入者', [0, 2, 0, 0.9], [5, 7, 1, 0.9])).toBe(false)
    expect(standsBeside('支出大于收入', [0, 2, 0, 0.9], [4, 6, 1, 0.4])).toBe(true)
    expect(standsBeside('支出收入收入', [0, 2, 0, 0.9], [2, 4, 1, 0.9])).toBe(true)
  })
})
