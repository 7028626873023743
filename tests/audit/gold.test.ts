/** The audit of right facts: of the own reports, it finds nothing that the gold does not bear out. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportFolders, scoreGold } from '../../measure/eval/audit.js'
import { loadClaims } from '../../src/resources/claims.js'
import { loadUnits } from '../../src/resources/units.js'
import { root } from '../repo/source.js'

const tables = { claims: loadClaims(), units: loadUnits() }

test.each(['clean', 'damaged'] as const)('the %s reports have no false finding', (variant) => {
  const scores = scoreGold(reportFolders(join(root, 'corpus/reports')), variant, tables)
  expect(scores.flatMap(({ falseFindings }) => falseFindings)).toEqual([])
})
