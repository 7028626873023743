/** Facts of the own reports against their gold. The floors only rise. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factF1, scoreFacts } from '../../measure/eval/facts.js'
import { root } from '../../scripts/tables.js'
import { extractText } from './document.js'

const score = scoreFacts(join(root, 'corpus', 'reports'), 'clean', (text) => extractText(text))

test.each([
  ['detection', 0.99],
  ['value and unit', 0.98],
  ['indicator, exact', 0.57],
  ['indicator, head', 0.92],
  ['subject', 0.96],
  ['period', 0.7],
  ['status', 0.97],
  ['role and parent', 0.96],
  ['change', 0.98],
  ['ratio', 0.82],
] as const)('%s', (row, floor) => {
  expect(factF1(score, row)).toBeGreaterThanOrEqual(floor)
})
