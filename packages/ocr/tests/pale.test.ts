/** What shows through goes, thin strokes of the print stay: on planes that are drawn here, pixel by pixel. */
import { expect, test } from 'vitest'
import { frontsOf } from '../src/pale.js'

const width = 300
const height = 200
const paper = 240
const pale = 170

type Box = readonly [left: number, top: number, width: number, height: number, value: number]

function planeOf(boxes: readonly Box[], background = paper): Uint8Array {
  const plane = new Uint8Array(width * height).fill(background)
  for (const [left, top, across, down, value] of boxes)
    for (let y = top; y < top + down; y++) plane.fill(value, y * width + left, y * width + left + across)
  return plane
}

function frontOf(boxes: readonly Box[], kind: 'bare' | 'whole' = 'whole'): Uint8Array {
  return frontsOf({ width, height, planes: [planeOf(boxes)] }, 0.65)[kind].planes[0]!
}

const valueAt = (plane: Uint8Array, x: number, y: number) => plane[y * width + x]!
/** Some letters' worth of ink. */
const ink: Box = [20, 20, 20, 10, 20]

test('what is pale and stands alone goes', () => {
  const front = frontOf([ink, [100, 100, 60, 20, pale]])
  expect(valueAt(front, 130, 110)).toBe(255)
  expect(valueAt(front, 30, 25)).toBeLessThan(40)
})

test('a pale tail of ink stays where strokes are whole, and what lies further off does not', () => {
  const boxes = [ink, [28, 30, 2, 12, pale]] as const
  const front = frontOf(boxes)
  expect(valueAt(frontOf(boxes, 'bare'), 28, 32)).toBe(255)
  expect(valueAt(front, 28, 32)).toBeLessThan(200)
  expect(valueAt(front, 28, 40)).toBe(255)
})

test('little ink is ink on a page that shows much of its back', () => {
  const few: Box = [20, 20, 12, 6, 20]
  const front = frontOf([few, [50, 50, 240, 100, pale]])
  expect(valueAt(front, 150, 100)).toBe(255)
  expect(valueAt(front, 25, 23)).toBeLessThan(40)
})
