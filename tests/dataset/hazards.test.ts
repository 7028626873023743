/** A seeded part of what `npm run fuzz:dataset` tries at length: builds that are killed, journals that are damaged. */
import { expect, test } from 'vitest'
import { killBuilds } from '../../measure/fuzz/kills.js'
import { mutateJournals } from '../../measure/fuzz/mutations.js'
import { loadResources } from '../../src/pipeline/resources.js'

test('a journal that was damaged gives equal bytes, or one error whose advice gives them', async () => {
  const { counts, faults } = await mutateJournals(await loadResources(), 40, 7)
  expect(faults).toEqual([])
  expect(Object.keys(counts).sort()).toEqual(['equal bytes', 'plan-damaged', 'work-foreign'])
}, 240_000)

test('a build that is killed at random moments is never smaller in the end', async () => {
  const { counts, faults } = await killBuilds(3, 7)
  expect(faults).toEqual([])
  expect(counts.killed).toBeGreaterThanOrEqual(3)
  expect(counts['equal bytes']).toBeGreaterThan(0)
}, 240_000)
