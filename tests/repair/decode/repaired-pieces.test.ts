/** Spun passages as they read with their likely edits made. */
import { describe, expect, test } from 'vitest'
import type { Decoded } from '../../../src/repair/decode/decode.js'
import type { RepairedPiece } from '../../../src/repair/decode/repaired-pieces.js'
import { repairedPieces } from '../../../src/repair/decode/repaired-pieces.js'
import { openPosterior } from '../../../src/repair/tool/tool-posterior.js'
import { bigramModel, listed, smallCandidates } from '../small.js'

const entries = [listed('学校', '黉舍'), listed('教学', '教授教养'), listed('生', '门生')]
const tool = openPosterior(smallCandidates(entries, bigramModel({ 学校: -1 })))

/** The pieces of a text of one passage a line, with edits [start, end, pair, probability]. */
function repair(
  text: string,
  edits: readonly (readonly [number, number, number, number])[],
  spun: readonly number[] = [1, 1, 1],
): RepairedPiece[] {
  let start = 0
  const passages = text.split('\n').map((line, index) => {
    const border = { opensParagraph: true, closesParagraph: true }
    const passage = {
      start,
      end: start + line.length,
      han: line.length,
      ...border,
      spun: spun[index]!,
      byForms: 1,
    }
    start += line.length + 1
    return passage
  })
  const decoded: Decoded = {
    edits: edits.map(([from, end, pair, probability]) => ({ start: from, end, pair, probability })),
    passages,
    tool,
    proof: { proven: true, worthTrying: true, tooShort: false, survival: 1 },
    bySource: false,
    firstPlaces: undefined,
  }
  return repairedPieces(text, decoded)
}

/** How the pieces read. */
const piecesOf = (...given: Parameters<typeof repair>) => repair(...given).map((piece) => piece.text)

describe('repairedPieces', () => {
  test('edits are made whatever their lengths, and the rest stays', () => {
    expect(
      piecesOf('全黉舍的教授教养好', [
        [1, 3, 0, 1],
        [4, 8, 1, 1],
      ]),
    ).toEqual(['全学校的教学好'])
    expect(piecesOf('全黉舍', [[1, 3, 0, 1]])).toEqual(['全学校'])
    expect(piecesOf('无事', [])).toEqual(['无事'])
  })

  test('edits are made from one half on', () => {
    expect(piecesOf('黉舍', [[0, 2, 0, 0.5]])).toEqual(['学校'])
    expect(piecesOf('黉舍', [[0, 2, 0, 0.49]])).toEqual(['黉舍'])
  })

  test('passages that were rather not spun are left out', () => {
    const edits = [
      [0, 2, 0, 1],
      [3, 5, 0, 1],
      [6, 8, 0, 1],
    ] as const
    expect(piecesOf('黉舍\n黉舍\n黉舍', edits, [0.5, 0.49, 1])).toEqual(['学校', '学校'])
    expect(piecesOf('黉舍\n黉舍', edits.slice(0, 2), [0, 0])).toEqual([])
  })

  test('of edits that overlap the first is made, and edits may come in any order', () => {
    expect(
      piecesOf('黉舍门生', [
        [2, 4, 2, 1],
        [1, 3, 2, 0.9],
        [0, 2, 0, 0.6],
      ]),
    ).toEqual(['学校生'])
  })

  test('each piece names its passage', () => {
    const pieces = repair('黉舍\n黉舍\n好', [[3, 5, 0, 1]], [0, 1, 1])
    expect(pieces.map(({ passage, text }) => [passage.start, passage.end, text])).toEqual([
      [3, 5, '学校'],
      [6, 7, '好'],
    ])
  })
})
