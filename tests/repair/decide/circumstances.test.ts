/** What stands around an edit beside what its curve asks: circumstances that can be worked out by hand. */
import { describe, expect, test } from 'vitest'
import { circumstancesIn } from '../../../src/repair/decide/circumstances.js'
import { likeliestEdits } from '../../../src/repair/decide/features.js'
import { findPassages } from '../../../src/repair/detect/passages.js'
import type { StatedEdit, StatedText } from '../restored.js'
import { restoredOf } from '../restored.js'
import { bigramModel, listed, smallCandidates } from '../small.js'

const entries = [listed('学校', '黉舍', { evidence: ['report'] }), listed('书院', '学堂')]
const candidates = smallCandidates(entries, bigramModel({ 学校: -1 }, -5))

/** The circumstances of the edits of a text, in their order. */
function circumstancesOf(
  text: string,
  edits: readonly StatedEdit[],
  stated: Partial<StatedText> = {},
  rivals?: ReadonlyMap<number, number>,
) {
  const restored = { ...restoredOf(candidates, text, { edits, ...stated }), ...(rivals && { rivals }) }
  const { decoded } = restored
  return decoded.edits.map(circumstancesIn(text, restored, likeliestEdits(decoded.edits), () => -2))
}

describe('circumstances', () => {
  test('the share of unattested pairs counts edits by their probability', () => {
    const [one] = circumstancesOf('黉舍学堂', [
      [0, 2, 0, 0.9],
      [2, 4, 1, 0.6],
    ])
    expect(one!.unattestedShare).toBeCloseTo(0.4, 12)
  })

  test('a pair gains what all of its places do, bounded at each', () => {
    const edits: StatedEdit[] = [
      [0, 2, 0, 0.9],
      [3, 5, 0, 0.9],
    ]
    const [first, second] = circumstancesOf('黉舍，黉舍', edits)
    expect(first!.gainSum).toBeCloseTo(first!.gain + second!.gain, 12)
    expect(first!.gainSum).toBe(second!.gainSum)
    const read = smallCandidates(entries, bigramModel({ '^学': -1, 学校: -1 }, -30))
    const restored = restoredOf(read, '黉舍', { edits: [[0, 2, 0, 0.9]] })
    const [far] = restored.decoded.edits.map(
      circumstancesIn('黉舍', restored, likeliestEdits(restored.decoded.edits), () => -2),
    )
    expect(far!.gain).toBeGreaterThan(12)
    expect(far!.gainSum).toBe(12)
  })

  test('a rival is held against what the edit itself gains where that is not made', () => {
    const rivalOf = (probability: number) =>
      circumstancesOf('黉舍', [[0, 2, 0, probability]], {}, new Map([[0, 9]]))[0]!
    expect(rivalOf(0.9).rivalGain).toBe(9)
    expect(rivalOf(0.4).gain).toBeGreaterThan(0)
    expect(rivalOf(0.4).rivalGain).toBeCloseTo(9 - rivalOf(0.4).gain, 12)
    expect(circumstancesOf('黉舍', [[0, 2, 0, 0.9]])[0]!.rivalGain).toBe(0)
  })

  test('words of passages that were surely not spun are told, and of no others', () => {
    const text = '黉舍好\n黉舍好，黉舍好，学校好\n黉舍好'
    const spun = [0.9, 0.09, 0.1]
    const passages = findPassages(text).map((passage, index) => ({
      ...passage,
      spun: spun[index]!,
      byForms: spun[index]!,
    }))
    const [one] = circumstancesOf(text, [[0, 2, 0, 0.9]], { passages })
    expect(one!.spunInClean).toBeCloseTo(Math.log(3), 12)
    expect(one!.standardInClean).toBeCloseTo(Math.log(2), 12)
  })
})
