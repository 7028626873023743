/** Geometry: rectangles around points, levelled rows, doubles, BMP. */
import { expect, test } from 'vitest'
import { withoutDoubles } from '../src/doubles.js'
import { bitmapOf, isBitmap } from '../src/files/bmp.js'
import { smallestRectangle } from '../src/geometry.js'
import type { ReadLine } from '../src/read-line.js'
import { straightenerOf } from '../src/straighten.js'

test('the smallest rectangle lies along the points', () => {
  const box = smallestRectangle([
    [0, 0],
    [30, 10],
    [29, 13],
    [-1, 3],
  ])!
  expect(box.width).toBeCloseTo(Math.hypot(30, 10), 3)
  expect(box.height).toBeCloseTo(Math.hypot(1, 3), 3)
  expect(box.uy / box.ux).toBeCloseTo(1 / 3, 3)
})

test('rows of a skewed page become level, and stay as far apart', () => {
  const slope = Math.tan((2 * Math.PI) / 180)
  const boxes = Array.from({ length: 10 }, (_, at) => ({
    cx: 500,
    cy: 100 + 50 * at,
    width: 800,
    height: 30,
    ux: Math.cos(Math.atan(slope)),
    uy: Math.sin(Math.atan(slope)),
  }))
  const straighten = straightenerOf(boxes, 1000)
  const [, left] = straighten([100, 100 - 400 * slope])
  const [, right] = straighten([900, 100 + 400 * slope])
  expect(left).toBeCloseTo(right, 1)
  expect(straighten([500, 150])[1] - straighten([500, 100])[1]).toBeCloseTo(50, 0)
})

function lineOf(text: string, cx: number, confidences: readonly number[]): ReadLine {
  const characters = [...text].map((character, at) => ({
    text: character,
    confidence: confidences[at]!,
    first: at,
    last: at,
    rivals: [],
  }))
  const box = { cx, cy: 50, width: 20 * text.length, height: 24, ux: 1, uy: 0 }
  return { characters, gaps: [], box, steps: text.length }
}

test('a digit that two boxes share is kept where it is surer', () => {
  const lines = withoutDoubles([lineOf('372', 30, [1, 1, 0.6]), lineOf('2019', 80, [0.9, 1, 1, 1])])
  expect(lines.map(({ characters }) => characters.map(({ text }) => text).join(''))).toEqual(['37', '2019'])
})

test('a bitmap of one bit, from the bottom row to the top', () => {
  const bytes = new Uint8Array(70)
  const view = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  view.setUint32(10, 62, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, 2, true)
  view.setInt32(22, 2, true)
  view.setUint16(28, 1, true)
  bytes.set([255, 255, 255, 0], 58)
  bytes[62] = 0b10_000000
  bytes[66] = 0b01_000000
  expect(isBitmap(bytes)).toBe(true)
  const { rgb } = bitmapOf(bytes)
  expect([0, 3, 6, 9].map((at) => rgb[at])).toEqual([0, 255, 255, 0])
})
