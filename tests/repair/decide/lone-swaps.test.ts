/** Lone swaps: the only one of a passage that does not look spun, in a register that the model knows. */
import { describe, expect, test } from 'vitest'
import { loneSwapsIn } from '../../../src/repair/decide/lone-swaps.js'
import type { DecodedPassage } from '../../../src/repair/decode/decode.js'
import { findPassages } from '../../../src/repair/detect/passages.js'
import type { StatedEdit } from '../restored.js'
import { editOf, restoredOf } from '../restored.js'
import { bigramModel, listed, smallCandidates } from '../small.js'

const entries = [listed('学校', '黉舍'), listed('问题', '题目')]
const spunLine = '黉舍'.repeat(12)
const text = `${spunLine}\n其他题目只是题目的示例`
const at = spunLine.length + 3

interface Case {
  /** Of the second passage. */
  readonly spun?: number
  readonly byForms?: number
  /** Log-probability of any symbol. */
  readonly fit?: number
  readonly others?: readonly StatedEdit[]
  readonly firstOnly?: boolean
  readonly survival?: number
}

function isLone({ spun = 0.6, byForms = 0.5, fit = -3, others = [], ...tool }: Case): boolean {
  const candidates = smallCandidates(entries, bigramModel({}, fit))
  const [first, second] = findPassages(text)
  const passages: DecodedPassage[] = [
    { ...first!, spun: 1, byForms: 1 },
    { ...second!, spun, byForms },
  ]
  const edits: StatedEdit[] = [[0, 2, 0, 1], [at, at + 2, 1, 0.8], ...others]
  const restored = restoredOf(candidates, text, { edits, passages })
  restored.decoded.tool.firstOnly = tool.firstOnly ?? false
  const proof = { ...restored.decoded.proof, survival: tool.survival ?? 1 }
  const chosen = edits.map(editOf)
  return loneSwapsIn(text, { candidates, decoded: { ...restored.decoded, proof } }, chosen)(chosen[1]!)
}

describe('loneSwapsIn', () => {
  test('the only swap of a passage is one where the passage hardly looks spun, or its forms do not', () => {
    expect(isLone({})).toBe(true)
    expect(isLone({ spun: 0.99, byForms: 0.19 })).toBe(true)
    expect(isLone({ spun: 0.7, byForms: 0.2 })).toBe(false)
  })

  test('one of two is none', () => {
    expect(isLone({ others: [[at + 6, at + 8, 1, 0.8]] })).toBe(false)
  })

  test('in a strange register every passage is doubtful, so none is lone', () => {
    expect(isLone({ fit: -4.5 })).toBe(false)
  })

  test('a tool that leaves few swaps leaves lone ones', () => {
    expect(isLone({ firstOnly: true })).toBe(false)
    expect(isLone({ survival: 0 })).toBe(false)
  })
})
