/** The own reports: their checks, no false finding, and nearly every planted digit. The floors only rise. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { plantInGold, scoreGold } from '../../measure/eval/audit.js'
import { loadClaims } from '../../src/resources/claims.js'
import { loadUnits } from '../../src/resources/units.js'

const root = join(fileURLToPath(new URL('../..', import.meta.url)), 'corpus/reports')
const tables = { claims: loadClaims(), units: loadUnits() }

test.each(['clean', 'damaged'] as const)(
  'the checks of the %s reports are found, and no others',
  (variant) => {
    const scores = scoreGold(root, variant, tables)
    const sum = (of: (score: (typeof scores)[number]) => number) =>
      scores.reduce((all, score) => all + of(score), 0)
    expect(scores.flatMap(({ falseFindings }) => falseFindings)).toEqual([])
    expect(sum(({ stateRight }) => stateRight) / sum(({ gold }) => gold)).toBeGreaterThan(0.94)
  },
)

test.each([1, 2, 3])('a wrong digit that rounding does not hide is found, seed %i', (seed) => {
  const { planted, found, withinRounding } = plantInGold(root, seed, tables)
  expect(found / (planted - withinRounding)).toBeGreaterThan(0.95)
})
