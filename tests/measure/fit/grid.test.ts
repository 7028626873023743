/** The search over few values: what is worth most is found, and nothing is loosened for little. */
import { describe, expect, test } from 'vitest'
import { searchGrid } from '../../../measure/fit/grid.js'

const grid = { height: [9, 7, 5, 3], width: [4, 2, 1] }

describe('searchGrid', () => {
  test('finds values that depend on each other', () => {
    const worthOf = ({ height, width }: Record<'height' | 'width', number>) =>
      -Math.abs(height - 2 * width - 3)
    expect(searchGrid({ height: [9, 7, 5, 3], width: [2, 1] }, worthOf, 0.1)).toEqual({ height: 7, width: 2 })
  })

  test('keeps the strictest value where a looser one earns nothing', () => {
    expect(searchGrid(grid, () => 1, 0.1)).toEqual({ height: 9, width: 4 })
  })

  test('takes a looser value only for what it must earn', () => {
    const worthOf = ({ height, width }: Record<'height' | 'width', number>) => -0.05 * height - width
    expect(searchGrid(grid, worthOf, 1)).toEqual({ height: 9, width: 1 })
    expect(searchGrid(grid, worthOf, 0.1)).toEqual({ height: 3, width: 1 })
  })
})
