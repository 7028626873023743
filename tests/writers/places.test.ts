/** Places: lines and columns from 1, pages of blocks, and back to the offset. */
import { describe, expect, test } from 'vitest'
import { offsetOf, placeAt, placeText } from '../../src/writers/places.js'

const text = '第一行\n\n第三行有字\r\n末'
const block = (start: number, end: number, page: number) => ({
  start,
  end,
  at: { page, line: 1, cell: null },
})

describe('placeAt', () => {
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 1, 4],
    [4, 2, 1],
    [5, 3, 1],
    [9, 3, 5],
    [12, 4, 1],
    [13, 4, 2],
  ])('of offset %i is line %i, column %i', (offset, line, column) => {
    expect(placeAt({ source: { text }, blocks: [] }, offset)).toEqual({ page: null, line, column })
  })

  test('has the page of the block that holds it', () => {
    const placed = { source: { text }, blocks: [block(0, 3, 1), block(5, 10, 2)] }
    expect(placeAt(placed, 6).page).toBe(2)
    expect(placeText(placeAt(placed, 6))).toBe('p2 3:2')
    expect(placeAt(placed, 4).page).toBeNull()
  })
})

describe('offsetOf', () => {
  test.each([...text].map((_, offset) => offset))('leads back to offset %i', (offset) => {
    expect(offsetOf(text, placeAt({ source: { text }, blocks: [] }, offset))).toBe(offset)
  })

  test.each([
    [1, 5],
    [5, 1],
    [0, 1],
    [3, 0],
  ])('knows no line %i with a column %i', (line, column) => {
    expect(offsetOf(text, { line, column })).toBeUndefined()
  })
})
