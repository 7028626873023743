/** Pages in black and white are told from those with greys, where what is pale may be the print of the back. */
import { expect, test } from 'vitest'
import type { Planes } from '../src/picture.js'
import { hasGreys } from '../src/picture.js'

/** White, with a black bar of 5 % of it, and so many pixels of another brightness. */
function pageWith(brightness: number, count: number): Planes {
  const plane = new Uint8Array(200 * 100).fill(255)
  plane.fill(0, 2000, 3000)
  plane.fill(brightness, 9000, 9000 + count)
  return { width: 200, height: 100, planes: [plane] }
}

test('a page in black and white has no greys', () => {
  expect(hasGreys(pageWith(255, 0))).toBe(false)
  expect(hasGreys(pageWith(150, 9))).toBe(false)
})

test('a page has greys where some of it is neither ink nor paper', () => {
  expect(hasGreys(pageWith(150, 900))).toBe(true)
  expect(hasGreys(pageWith(250, 900))).toBe(false)
})
