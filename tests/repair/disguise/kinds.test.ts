/** Every kind of disguise restores its own examples, and says nothing of its non-examples; no kind does of another's. */
import { beforeAll, describe, expect, test } from 'vitest'
import { disguises, isDisguiseName } from '../../../src/model/correction.js'
import type { Candidates } from '../../../src/repair/decode/candidates.js'
import { kinds } from '../../../src/repair/disguise/kinds.js'
import { loadCandidates, repairText } from '../support.js'

let candidates: Candidates
beforeAll(() => {
  candidates = loadCandidates()
})

test('each kind stands in the list once', () => {
  expect(kinds.map(({ id }) => id).sort()).toEqual([...disguises].sort())
})

describe.each(kinds)('$id', ({ id, examples, nonExamples }) => {
  test.each(examples)('$damaged', ({ damaged, restored }) => {
    const { repaired, corrections } = repairText(candidates, damaged)
    expect(repaired.text).toBe(restored)
    expect(corrections.flatMap(({ evidence }) => evidence.map(({ code }) => code))).toContain(id)
    for (const { start, end, actual } of corrections) expect(damaged.slice(start, end)).toBe(actual)
    // What is restored is clean.
    expect(repairText(candidates, restored).corrections).toEqual([])
  })

  test.each(nonExamples)('nothing in: %s', (text) => {
    const { corrections, damage } = repairText(candidates, text)
    expect(corrections).toEqual([])
    expect(damage.filter(({ kind }) => isDisguiseName(kind))).toEqual([])
  })
})
