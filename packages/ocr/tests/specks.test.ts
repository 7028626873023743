/** Specks go, what is print stays: on planes that are drawn here, pixel by pixel. */
import { expect, test } from 'vitest'
import type { Planes } from '../src/picture.js'
import { withoutSpecks } from '../src/specks.js'

const width = 200
const height = 200
const paper = 230
const ink = 40

type Square = readonly [x: number, y: number, side: number]

/** Strokes three pixels wide all over the page, and squares beside them. */
function pageOf(squares: readonly Square[], value = ink): Planes {
  const plane = new Uint8Array(width * height).fill(paper)
  const fill = (left: number, top: number, right: number, bottom: number, value: number) => {
    for (let y = top; y < bottom; y++) plane.fill(value, y * width + left, y * width + right)
  }
  for (let x = 10; x < width; x += 20) fill(x, 10, x + 3, height - 10, ink)
  for (const [x, y, side] of squares) fill(x, y, x + side, y + side, value)
  return { width, height, planes: [plane] }
}

const between = (count: number, side: number) =>
  Array.from({ length: count }, (_, at): Square => [17 + 20 * (at % 8), 15 + 8 * Math.floor(at / 8), side])
const darkIn = ({ planes }: Planes) => planes[0]!.filter((value) => value < 128).length

test('dots that are smaller than a point of the print go, where there are many', () => {
  expect(withoutSpecks(pageOf(between(40, 1)))).toEqual(pageOf([]))
  expect(withoutSpecks(pageOf(between(40, 2)))).toEqual(pageOf([]))
})

test('points of the print stay between specks', () => {
  const points = [
    [16, 180, 3],
    [56, 180, 3],
  ] as const
  const cleaned = withoutSpecks(pageOf([...between(40, 1), ...points]))
  expect(cleaned).toEqual(pageOf(points))
})

test('holes in the ink are filled on a page that has specks', () => {
  const holes = Array.from({ length: 8 }, (_, at): Square => [11 + 20 * at, 100, 1])
  const worn = pageOf(between(40, 1))
  for (const [x, y] of holes) worn.planes[0]![y * width + x] = paper
  expect(darkIn(withoutSpecks(worn))).toBe(darkIn(pageOf([])))
})

test('a page with few specks is not touched', () => {
  const page = pageOf(between(3, 1))
  expect(withoutSpecks(page)).toBe(page)
})

test('paper without print has nothing to take out', () => {
  const blank = { width, height, planes: [new Uint8Array(width * height).fill(paper)] }
  expect(withoutSpecks(blank)).toBe(blank)
})
