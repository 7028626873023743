/**
 * No regular expression of the program takes more than a time in proportion to the length of what it sees. Which are known
 * to be safe is in expressions.txt, written by `npm run expressions`; all others are looked at here.
 */
import { expect, it } from 'vitest'
import type { Expression } from '../../scripts/expressions.js'
import { allExpressions, dangers, knownDigests } from '../../scripts/expressions.js'

const known = knownDigests()
const patience = 600_000

it('every regular expression is safe', { timeout: patience }, async () => {
  const expressions = await allExpressions()
  expect(expressions.length).toBeGreaterThan(600)
  expect(expressions.map(({ place }) => place.split('/')[1])).toContain('resources')
  expect(await dangers(expressions, known)).toEqual([])
})

it('one that is not is told with its place', { timeout: patience }, async () => {
  const slow: Expression = { source: '(a|aa)+$', flags: '', place: 'src/a.ts:1' }
  const [told] = await dangers([slow], known)
  expect(told).toContain('src/a.ts:1: /(a|aa)+$/')
})
