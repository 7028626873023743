/** Folders of short documents: pieces whose gold stays true, drawn by the seed alone. */
import { describe, expect, test } from 'vitest'
import { cutPieces, drawFolders } from '../../../measure/eval/folders.js'
import type { EvaluationText } from '../../../measure/eval/sets.js'
import { seededRandom } from '../../support/random.js'
import { spinText } from '../../support/spin.js'

const table = new Map([
  ['学校', '黉舍'],
  ['去年', '客岁'],
])

function spunText(position: number, spun = true): EvaluationText {
  const sentence = (index: number) =>
    `第${index}处学校去年修好了围墙，孩子们在新铺的操场上跑步，老师站在一旁看着他们。`
  const original = Array.from({ length: 30 }, (_, line) => sentence(line).repeat(1 + (line % 4))).join('\n')
  const { text, swaps } = spun ? spinText(original, table) : { text: original, swaps: [] }
  const gold = swaps.map((swap) => ({ ...swap, kind: 'swap' as const }))
  return { name: `story-${position}`, genre: 'story', position, text, original, gold }
}

describe('pieces of a text', () => {
  const text = spunText(1)
  const pieces = cutPieces(text, seededRandom(1))

  test('are short, stand in the text in order, and hold its gold', () => {
    expect(pieces.length).toBeGreaterThan(5)
    let from = 0
    for (const piece of pieces) {
      expect(piece.text.length).toBeGreaterThanOrEqual(80)
      expect(piece.text.length).toBeLessThanOrEqual(400)
      from = text.text.indexOf(piece.text, from)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(piece.gold.length).toBeGreaterThan(0)
      for (const { start, end, spun } of piece.gold) expect(piece.text.slice(start, end)).toBe(spun)
      expect(piece.original).not.toMatch(/黉舍|客岁/)
    }
  })

  test('have names of their own', () => {
    expect(new Set(pieces.map(({ name }) => name)).size).toBe(pieces.length)
  })
})

describe('folders', () => {
  const texts = Array.from({ length: 12 }, (_, index) => spunText(index + 1, index % 2 === 0))

  test('are of one size, no piece in two, the same for the same seed', () => {
    const made = drawFolders(texts, false, 1)
    expect(made.length).toBeGreaterThan(1)
    for (const folder of made) expect(folder).toHaveLength(40)
    const names = made.flat().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(drawFolders(texts, false, 1)).toEqual(made)
    expect(drawFolders(texts, false, 2)).not.toEqual(made)
  })

  test('of spun texts hold no piece without a swap', () => {
    for (const { gold } of drawFolders(texts, true, 1).flat()) expect(gold).not.toEqual([])
  })
})
