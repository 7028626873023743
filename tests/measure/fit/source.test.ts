/** What is enough beside others: as many spun pieces as possible, and clean ones only as rarely as is allowed. */
import { describe, expect, test } from 'vitest'
import { searchSource } from '../../../measure/fit/source.js'
import type { SourceEvidence } from '../../../src/repair/detect/source.js'

const piece = (forms: readonly number[], likelihood: number, proven = false): SourceEvidence => ({
  proven,
  likelihood,
  marked: 0,
  forms: forms.map((form) => [form, 3]),
})
/** A folder of which two documents are proven, and one holds some of their forms. */
const spunFolder = (forms: readonly number[], likelihood: number) => [
  piece([1, 2, 3, 4], 9, true),
  piece([3, 4, 5, 6], 9, true),
  piece(forms, likelihood),
]

describe('searchSource', () => {
  test('goes as low as a spun document asks for', () => {
    expect(searchSource([spunFolder([1, 2, 7], 2.7)], []).leastLikelihood).toBe(2.5)
    expect(searchSource([spunFolder([1, 2, 7], 2.7), spunFolder([2, 5, 8], 1.2)], []).leastLikelihood).toBe(1)
    expect(searchSource([spunFolder([1, 7], 5)], []).leastForms).toBe(2)
  })

  test('and no lower than clean ones allow, which share forms with the spun ones beside them', () => {
    const clean = [[piece([1, 9, 11], 2.8), null, null]]
    const spun = [spunFolder([1, 2, 7, 8], 2.7), spunFolder([1, 2, 7, 8], 3.2)]
    expect(searchSource(spun, [])).toMatchObject({ leastForms: 4, leastLikelihood: 2.5 })
    expect(searchSource([spunFolder([1, 2, 7], 2.7)], [clean])).toMatchObject({ leastLikelihood: 4 })
  })
})
