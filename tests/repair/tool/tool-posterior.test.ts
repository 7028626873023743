/** The posterior of the tool: costs, families and coverage, against values worked out by hand. */
import { describe, expect, test } from 'vitest'
import { listedPairs } from '../../../src/repair/tool/pair-table.js'
import type { ToolPosterior } from '../../../src/repair/tool/tool-posterior.js'
import {
  countPair,
  countSurvival,
  editCost,
  forgetCosts,
  keepCost,
  learnCoverage,
  learnFamilies,
  openPosterior,
  untriedPosterior,
} from '../../../src/repair/tool/tool-posterior.js'
import type { ToolPrior } from '../../../src/repair/tool/tool-prior.js'
import { toolPrior } from '../../../src/repair/tool/tool-prior.js'
import { startWarm } from '../../../src/repair/tool/warm-start.js'
import type { RepairParameters } from '../../../src/resources/repair-parameters.js'
import { listed, plainParameters, smallLexicon } from '../small.js'

/** 学校 has two values, 大 is a single character; 黉舍 and 年夜 stand in no pair as standard words. */
const lexicon = smallLexicon([listed('学校', '黉舍'), listed('学校', '书院'), listed('大', '年夜')])
const formOf = (word: string) => lexicon.forms.indexOf(word)
const [school, hall, academy] = ['学校', '黉舍', '书院'].map(formOf) as [number, number, number]
const big = formOf('大')

/** Two families: the first has pair 0 alone, the second pairs 0 and 1 alike; both hold 大. */
function prior(): ToolPrior {
  const keys = new Float32Array(lexicon.forms.length * 2)
  keys.set([0.8, 0.6], school * 2)
  keys.set([0.9, 0.9], big * 2)
  return {
    families: toolPrior(lexicon, plainParameters).families,
    open: 1,
    shares: Float64Array.from([0.5, 0.5]),
    pairs: Float32Array.from([0.8, 0.3, 0, 0.3, 0.9, 0.9]),
    keys,
  }
}

function posterior(parameters: Partial<RepairParameters> = {}): ToolPosterior {
  return openPosterior({
    table: listedPairs(lexicon),
    prior: prior(),
    parameters: { ...plainParameters, words: 0.5, characters: 0.25, ...parameters },
    shares: new Float32Array(lexicon.forms.length).fill(0.001),
  })
}

describe('editCost', () => {
  test('is the log of spin rate, holding the key, and choosing the value', () => {
    // The key: (.8 + .6) / 2 · .5 = .35; the value: (.8 + .3) / 2 of .7.
    expect(editCost(posterior(), 0, 0)).toBeCloseTo(Math.log(0.95 * 0.35 * (0.55 / 0.7)), 5)
    // The other value: (0 + .3) / 2 of .7.
    expect(editCost(posterior(), 1, 0)).toBeCloseTo(Math.log(0.95 * 0.35 * (0.15 / 0.7)), 5)
  })

  test('single characters are held by their own share', () => {
    expect(editCost(posterior(), 2, 0)).toBeCloseTo(Math.log(0.95 * 0.9 * 0.25), 5)
  })

  test('what the document used is added to the prior by its strength', () => {
    const tool = posterior({ keyPrior: 4, valuePrior: 0.5 })
    tool.used[0] = 3
    tool.replaced[school] = 3
    tool.survived[school] = 1
    // Holding: (4 · .35 + 3) / (4 + 3 + 1); choosing: (.5 · .55 / .7 + 3) / (.5 + 3).
    const holds = (4 * 0.35 + 3) / 8
    const chosen = (0.5 * (0.55 / 0.7) + 3) / 3.5
    expect(editCost(tool, 0, 0)).toBeCloseTo(Math.log(0.95 * holds * chosen), 5)
  })

  test('an edge is no evidence for itself', () => {
    const tool = posterior()
    tool.used[0] = 1
    tool.replaced[school] = 1
    expect(editCost(tool, 0, 1)).toBeCloseTo(editCost(posterior(), 0, 0), 5)
    expect(editCost(tool, 0, 0)).toBeGreaterThan(editCost(tool, 0, 1))
  })

  test('is worked out anew once the costs are forgotten', () => {
    const tool = posterior()
    const before = editCost(tool, 0, 0)
    tool.used[0] = 5
    tool.replaced[school] = 5
    expect(editCost(tool, 0, 0)).toBeCloseTo(before, 6)
    forgetCosts(tool)
    expect(editCost(tool, 0, 0)).toBeGreaterThan(before)
  })

  test('a word that the document uses more than prose does is likelier there', () => {
    const tool = posterior({ topicScale: 0.35, topicPrior: 2 })
    tool.size = 1000
    tool.replaced[school] = 4
    const without = posterior()
    without.replaced[school] = 4
    // Four times where one is to be expected.
    const topic = 0.35 * Math.log((2 + 4) / (2 + 1))
    expect(editCost(tool, 0, 0) - editCost(without, 0, 0)).toBeCloseTo(topic, 5)
  })
})

describe('a tool that replaces first places alone', () => {
  function firstOnly(replaced: number, survived: number): ToolPosterior {
    const tool = posterior()
    tool.firstOnly = true
    tool.used[0] = replaced
    tool.replaced[school] = replaced
    tool.survived[school] = survived
    return tool
  }

  test('leaves a word that it replaced: its survivals tell nothing, and cost nothing', () => {
    expect(editCost(firstOnly(1, 8), 0, 0)).toBeCloseTo(editCost(firstOnly(1, 0), 0, 0), 5)
    expect(keepCost(firstOnly(1, 8), school, 0)).toBeCloseTo(0, 12)
  })

  test('survivals of a word that it never replaced tell that it does not hold it', () => {
    expect(editCost(firstOnly(0, 8), 0, 0)).toBeLessThan(editCost(firstOnly(0, 0), 0, 0))
    expect(keepCost(firstOnly(0, 0), school, 0)).toBeCloseTo(keepCost(posterior(), school, 0), 12)
  })

  test('hardly replaces a word twice', () => {
    const usual = firstOnly(1, 0)
    usual.firstOnly = false
    expect(editCost(firstOnly(1, 0), 0, 0)).toBeCloseTo(editCost(usual, 0, 0) - 2, 5)
  })
})

describe('keepCost', () => {
  test('is the log of what a tool leaves', () => {
    expect(keepCost(posterior(), school, 0)).toBeCloseTo(Math.log(1 - 0.95 * 0.35), 5)
  })

  test('costs nothing for a form that no family holds', () => {
    expect(keepCost(posterior(), hall, 0)).toBeCloseTo(0, 12)
    expect(keepCost(posterior(), academy, 0)).toBeCloseTo(0, 12)
  })

  test('costs no more than the cap', () => {
    const tool = posterior({ spinRate: 1, survivalCap: 1.5 })
    tool.replaced[school] = 1000
    expect(keepCost(tool, school, 0)).toBeCloseTo(-1.5, 5)
  })

  test('survivals lower the belief that the key is held; an own one does not count', () => {
    const tool = posterior()
    tool.survived[school] = 4
    expect(keepCost(tool, school, 0)).toBeCloseTo(Math.log(1 - (0.95 * 4 * 0.35) / 8), 5)
    expect(keepCost(tool, school, 4)).toBeCloseTo(Math.log(1 - 0.95 * 0.35), 5)
  })
})

describe('learnFamilies', () => {
  test('is expectation and maximisation over the pairs used, from the prior', () => {
    const tool = posterior({ familyPrior: 6 })
    const { pairs } = tool.prior
    // Pair 0 in the first family alone, pair 1 in neither more than the other, pair 2 not used.
    pairs.set([0.5, 0, 0.5, 0.5, 0.9, 0.9])
    countPair(tool, 0, 3)
    countPair(tool, 1, 2)
    learnFamilies(tool)
    // s ← (3 + 3 + 2 s) / 11 five times from 1/2; its limit is 2/3.
    let share = 0.5
    for (let step = 0; step < 5; step++) share = (6 + 2 * share) / 11
    expect(tool.families[0]).toBeCloseTo(share, 10)
    expect(tool.families[0]! + tool.families[1]!).toBeCloseTo(1, 12)
  })

  test('keeps the prior where nothing was used, and leaves out what hardly was', () => {
    const tool = posterior()
    countPair(tool, 0, 0.04)
    learnFamilies(tool)
    expect([...tool.families]).toEqual([0.5, 0.5])
  })
})

describe('learnCoverage', () => {
  test('is the share of the replaced among keys that the families surely hold, words and characters apart', () => {
    const tool = posterior({ coveragePrior: 4 })
    countPair(tool, 0, 3)
    countSurvival(tool, school, 1)
    countSurvival(tool, big, 2)
    learnCoverage(tool)
    expect(tool.words).toBeCloseTo((0.5 * 4 + 3) / (4 + 4), 10)
    expect(tool.characters).toBeCloseTo((0.25 * 4) / (4 + 2), 10)
  })

  test('a key that the families hardly hold tells nothing', () => {
    const tool = posterior()
    tool.prior.keys.set([0.4, 0.4], school * 2)
    countPair(tool, 0, 10)
    learnCoverage(tool)
    expect(tool.words).toBeCloseTo(0.5, 10)
  })
})

describe('untriedPosterior and startWarm', () => {
  test('a clean text leaves room for no counts', () => {
    const tool = untriedPosterior(posterior())
    expect([tool.used.length, tool.replaced.length, tool.survived.length]).toEqual([0, 0, 0])
    expect([...tool.families]).toEqual([0.5, 0.5])
  })

  test('a warm start counts like the document itself', () => {
    const warm = posterior()
    startWarm(warm, {
      used: Float32Array.from([3, 0, 0]),
      replaced: Float32Array.from(lexicon.forms, (_, form) => (form === school ? 3 : 0)),
      survived: new Float32Array(lexicon.forms.length),
      characters: 500,
    })
    const own = posterior()
    countPair(own, 0, 3)
    learnFamilies(own)
    learnCoverage(own)
    expect(warm.size).toBe(500)
    expect([...warm.counted.pairs]).toEqual([0])
    expect([...warm.counted.keys]).toEqual([school])
    expect([...warm.families]).toEqual([...own.families])
    expect(warm.words).toBe(own.words)
    expect(editCost(warm, 0, 0)).toBe(editCost(own, 0, 0))
  })
})
