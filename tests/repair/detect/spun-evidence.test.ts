/** What each form says of whether a text was spun, on rates stated by hand. */
import { describe, expect, test } from 'vitest'
import type { ListedPair } from '../../../src/model/pair.js'
import { spunEvidence } from '../../../src/repair/detect/spun-evidence.js'
import { toolPrior } from '../../../src/repair/tool/tool-prior.js'
import type { RepairParameters } from '../../../src/resources/repair-parameters.js'
import { listed, plainParameters, smallLexicon } from '../small.js'

interface Rate {
  readonly highest: number
  readonly mean: number
}
const rate = (highest: number, mean = highest): Rate => ({ highest, mean })

/** Asks what a form says, in a small lexicon with these rates. */
function evidenceOf(
  entries: readonly ListedPair[],
  rates: Readonly<Record<string, Rate>>,
  parameters: RepairParameters = plainParameters,
) {
  const lexicon = smallLexicon(entries)
  const column = (pick: (one: Rate) => number) =>
    Float64Array.from(lexicon.forms, (form) => pick(rates[form] ?? rate(0)))
  const formRates = { highest: column(({ highest }) => highest), mean: column(({ mean }) => mean) }
  const evidence = spunEvidence(lexicon, toolPrior(lexicon, parameters), formRates, parameters)
  expect(evidence.trie).toBe(lexicon.trie)
  return (word: string) => {
    const form = lexicon.forms.indexOf(word)
    return {
      marker: evidence.markers[form]!,
      odds: evidence.odds[form]!,
      unheard: evidence.unheard[form]!,
      origin: lexicon.forms[evidence.origins[form]!],
    }
  }
}

const school = listed('学校', '黉舍', { evidence: ['report'] })
/** Families: attested .97, which holds an attested word with .96; open .03, which holds any with .3. */
const holds = 0.97 * 0.96 + 0.03 * 0.3
/** Spun text replaces 95 of 100 words that its tool holds; half of the words are expected to show it. */
const written = 1e-3 * 0.95 * 0.5 * holds

describe('spunEvidence', () => {
  test('a form most likely stands for the commonest of its words', () => {
    const academy = listed('书院', '黉舍', { evidence: ['report'] })
    const says = evidenceOf([academy, school], { 学校: rate(1e-3), 书院: rate(1e-5), 黉舍: rate(1e-7) })
    expect(says('黉舍').origin).toBe('学校')
    expect(says('学校').origin).toBeUndefined()
  })

  test('a form weighs the rate at which tools write it over its highest rate in clean prose', () => {
    const says = evidenceOf([school], { 学校: rate(9e-3, 1e-3), 黉舍: rate(1e-5, 1e-7) })
    expect(says('黉舍').marker).toBeCloseTo(Math.log(1 + written / 1e-5), 5)
    expect(says('黉舍').odds).toBeCloseTo(Math.log(1 + written / 1e-5), 5)
  })

  test('a standard word is no marker and speaks against: spun text lacks it where the tool holds it', () => {
    const says = evidenceOf([school], { 学校: rate(1e-3), 黉舍: rate(1e-5) })
    expect(says('学校').marker).toBe(0)
    expect(says('学校').odds).toBeCloseTo(Math.log(1 - 0.95 * 0.25 * holds), 6)
  })

  test('a form that is standard itself says what it is written for less what it lacks', () => {
    const says = evidenceOf(
      [listed('收入', '支出', { evidence: ['report'] }), listed('支出', '收入', { evidence: ['report'] })],
      { 收入: rate(1e-3), 支出: rate(1e-3) },
    )
    const ratio = 1 + 0.95 * 0.5 * holds
    expect(says('支出').marker).toBeCloseTo(Math.log(ratio), 6)
    expect(says('支出').odds).toBeCloseTo(Math.log(ratio - 0.95 * 0.25 * holds), 6)
  })

  test('the standard words of a form add up', () => {
    const college = listed('学院', '黉舍', { evidence: ['report'] })
    const says = evidenceOf([school, college], { 学校: rate(1e-3), 学院: rate(3e-3), 黉舍: rate(1e-4) })
    expect(says('黉舍').marker).toBeCloseTo(Math.log(1 + (4 * written) / 1e-4), 5)
  })

  test('odds are bounded on both sides, the weight of a marker is not', () => {
    const sure = {
      ...plainParameters,
      detection: { ...plainParameters.detection, survivalCoverage: 0.9 },
    }
    const says = evidenceOf([school], { 学校: rate(1e-3), 黉舍: rate(1e-7) }, sure)
    expect(says('黉舍').marker).toBeCloseTo(Math.log(1 + written / 1e-7), 5)
    expect([says('黉舍').odds, says('学校').odds]).toEqual([5, -0.5])
  })

  test('a single character stands inside too many words to be a marker', () => {
    const says = evidenceOf([listed('大学', '年', { evidence: ['report'] })], {
      大学: rate(1e-3),
      年: rate(0),
    })
    expect(says('年')).toEqual({ marker: 0, odds: 0, unheard: 0 })
  })

  test('a form is unheard where no clean prose holds it and its weight is high enough', () => {
    const unheard = (standard: Rate, spun: Rate, unheardMarker = 4) =>
      evidenceOf(
        [school],
        { 学校: standard, 黉舍: spun },
        { ...plainParameters, detection: { ...plainParameters.detection, unheardMarker } },
      )('黉舍').unheard
    expect(unheard(rate(1e-3), rate(2e-7))).toBe(1)
    expect(unheard(rate(1e-3), rate(2.1e-7))).toBe(0)
    // ln(1 + 2e-5 · .4466 / 2e-7) = 3.82
    expect(unheard(rate(2e-5), rate(2e-7))).toBe(0)
    expect(unheard(rate(2e-5), rate(2e-7), 3.8)).toBe(1)
    const { marker } = evidenceOf([school], { 学校: rate(2e-5), 黉舍: rate(2e-7) })('黉舍')
    expect(unheard(rate(2e-5), rate(2e-7), marker)).toBe(1)
  })
})
