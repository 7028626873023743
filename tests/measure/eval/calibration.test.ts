/** The calibration error, and the share of right edits that are sure. */
import { expect, test } from 'vitest'
import { calibrationError, formatCalibration } from '../../../measure/eval/calibration.js'

/** `count` edits of one confidence, of which `right` are right. */
const edits = (confidence: number, count: number, right: number, heldBack = false) =>
  Array.from({ length: count }, (_, index) => ({ confidence, right: index < right, heldBack }))

test('confidence that means what it says has no error', () => {
  const levels = [0.5, 0.6, 0.7, 0.8, 0.9]
  expect(calibrationError(levels.flatMap((at) => edits(at, 100, at * 100)))).toBeCloseTo(0)
})

test('the error is the mean gap of five groups of one size', () => {
  expect(calibrationError(edits(0.8, 50, 40))).toBeCloseTo(0.32)
})

test('edits that say less than 0.5 or more than 0.99 do not count', () => {
  expect(calibrationError([...edits(0.3, 10, 10), ...edits(0.999, 10, 0)])).toBe(0)
})

test('the table tells held-back documents apart, and how many right edits are sure', () => {
  const table = formatCalibration(new Map([['reports', [...edits(0.9, 10, 10), ...edits(0.6, 10, 0, true)]]]))
  const row = table
    .split('\n')[2]!
    .split('|')
    .map((cell) => cell.trim())
  expect(row.slice(1, 7)).toEqual(['reports', '20', '0.330', '0.600', '10', '10 (1.000)'])
})
