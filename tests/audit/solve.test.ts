/** Masks as unknowns with a pattern. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseFigure, type Figure } from '../../src/audit/intervals.js'
import { solveMask } from '../../src/audit/solve.js'
import { decimal } from '../../src/model/decimal.js'
import { formatExact } from '../../src/model/exact.js'
import { about, figure } from './check.js'

const allowed = (low: string, high: string) => ({ low: decimal(low), high: decimal(high) })

/** What comes of a mask, its value as records have it. */
function solve(mask: Figure, low: string, high: string) {
  const solution = solveMask(mask, allowed(low, high))
  return solution.kind === 'one' ? { ...solution, value: formatExact(solution.value) } : solution
}

test.each([
  ['2019', '2019', { kind: 'one', value: '2019' }],
  ['2018.5', '2019.5', { kind: 'one', value: '2019' }],
  ['1900', '2000', { kind: 'one', value: '2000' }],
  ['2099', '3000', { kind: 'one', value: '2099' }],
  ['2018', '2019', { kind: 'many' }],
  ['0', 'Infinity', { kind: 'many' }],
  ['1000', '1999', { kind: 'none' }],
  ['2100', '2200', { kind: 'none' }],
  ['2018.2', '2018.8', { kind: 'none' }],
])('20xx between %s and %s', (low, high, solution) => {
  expect(solve(figure('20xx人'), low, high)).toEqual(solution)
})

test('a solution fits the pattern of its mask', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 3 }), (low, width) => {
      const solution = solve(figure('20xx人'), String(low), String(low + width))
      if (solution.kind === 'one') expect(solution.value).toMatch(/^20\d\d$/)
      else expect(solution.kind === 'none').toBe(low + width < 2000 || low > 2099)
    }),
  )
})

test('is told in the printed unit', () => {
  const plain = figure('2x人')
  const thousands = { ...plain, low: plain.low.times(1000), high: plain.high.times(1000) }
  expect(solve(thousands, '25000', '25000')).toEqual({ kind: 'one', value: '25' })
  expect(baseFigure(about('2x人'))).toBeDefined()
  expect(solve(figure('0x人'), '7', '7')).toEqual({ kind: 'one', value: '7' })
})
