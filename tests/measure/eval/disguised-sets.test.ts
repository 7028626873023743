/** Disguised texts: their gold undone gives the original, figures stay, and the seed alone decides. */
import { describe, expect, test } from 'vitest'
import { disguise, disguising } from '../../../measure/eval/disguised-sets.js'
import type { EvaluationText } from '../../../measure/eval/sets.js'
import { disguises } from '../../../src/model/correction.js'
import { loadCharacterTables } from '../../../src/resources/characters.js'

const original =
  '全县各级政府认真落实政策，使用化肥3200吨，人均收入8600元，社会事业全面进步，群众生活水平明显提高。'.repeat(
    20,
  )
const clean: EvaluationText = {
  name: 'report',
  genre: 'report',
  position: 1,
  text: original,
  original,
  gold: [],
}
const tables = loadCharacterTables()
const made = (kind: (typeof disguises)[number], seed: number) =>
  disguise(
    clean,
    kind,
    disguising(tables, () => true, seed),
  )

describe.each(disguises)('%s', (kind) => {
  const { text, gold } = made(kind, 1)

  test('is written where the gold says, and undone gives the original', () => {
    expect(gold.length).toBeGreaterThan(5)
    let undone = ''
    let position = 0
    for (const edit of gold) {
      expect(text.slice(edit.start, edit.end)).toBe(edit.spun)
      expect(edit.spun).not.toBe(edit.gold)
      undone += text.slice(position, edit.start) + edit.gold
      position = edit.end
    }
    expect(undone + text.slice(position)).toBe(original)
  })

  test('leaves figures alone', () => {
    expect(text.match(/\d+/g)).toEqual(original.match(/\d+/g))
  })

  test('depends on the seed alone', () => {
    expect(made(kind, 1)).toEqual(made(kind, 1))
    expect(made(kind, 2)).not.toEqual(made(kind, 1))
  })
})
