/** What a place takes where several words may stand behind it: by confidence, where the likeliest is not sure. */
import { describe, expect, test } from 'vitest'
import { othersIn, surestEdits } from '../../../src/repair/decide/surest.js'
import type { StatedEdit } from '../restored.js'
import { editOf } from '../restored.js'

const edits = (stated: readonly StatedEdit[]) => stated.map(editOf)

describe('othersIn', () => {
  const [first, wider, second, apart] = edits([
    [0, 2, 0, 0.6],
    [0, 3, 1, 0.2],
    [0, 2, 2, 0.3],
    [4, 6, 3, 0.9],
  ]) as [ReturnType<typeof editOf>, ...ReturnType<typeof editOf>[]]
  const othersOf = othersIn([first, apart!], [first, wider!, second!, apart!])

  test('gives what else may stand in the same place, and nothing that is wider', () => {
    expect(othersOf(first)).toEqual([second])
    expect(othersOf(second!)).toEqual([first])
    expect(othersOf(apart!)).toEqual([])
  })

  test('a place that nothing was chosen for has no others', () => {
    expect(othersOf(wider!)).toEqual([])
  })
})

describe('surestEdits', () => {
  /** The number of the pair that a place takes, by the confidences of the pairs. */
  function takenBy(confidences: readonly number[], stated: readonly StatedEdit[]): [number, number][] {
    const all = edits(stated)
    const surest = surestEdits([all[0]!], othersIn([all[0]!], all), ({ pair }) => confidences[pair]!)
    return [...surest].map(([{ pair }, confidence]) => [pair, confidence])
  }
  const torn: readonly StatedEdit[] = [
    [0, 2, 0, 0.5],
    [0, 2, 1, 0.45],
  ]

  test('takes the other word where the confidence knows better', () => {
    expect(takenBy([0.1, 0.95], torn)).toEqual([[1, 0.95]])
    expect(takenBy([0.5, 0.6], torn)).toEqual([[1, 0.6]])
  })

  test('keeps the likeliest where it is sure, or no other is surer', () => {
    expect(takenBy([0.7, 0.95], torn)).toEqual([[0, 0.7]])
    expect(takenBy([0.5, 0.5], torn)).toEqual([[0, 0.5]])
  })

  test('does not look at what is hardly possible', () => {
    expect(
      takenBy(
        [0.1, 0.95],
        [
          [0, 2, 0, 0.9],
          [0, 2, 1, 0.03],
        ],
      ),
    ).toEqual([[0, 0.1]])
  })
})
