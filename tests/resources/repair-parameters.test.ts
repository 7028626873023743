/** The fitted parameters that ship: complete, in range, and with the digest of what they were fitted on. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FittedParameters } from '../../src/resources/repair-parameters.js'
import {
  circumstances,
  confidenceFeatures,
  loadRepairParameters,
  pairClasses,
  parameterFiles,
} from '../../src/resources/repair-parameters.js'
import { corpusPath } from '../../src/resources/tsv.js'
import { plainParameters } from '../repair/small.js'

const { forest, ...parameters } = loadRepairParameters()
const { detection, decision, shares, kindFactors, proposal } = parameters

/** Every value of nested parameters by its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`))
}

describe('the parameters that ship', () => {
  test('are every parameter that the repair asks for, and no other', () => {
    const paths = (given: unknown) => leaves(given).map(([path, value]) => `${path}: ${typeof value}`)
    expect(paths(parameters).sort()).toEqual(
      paths({ ...plainParameters, forest: undefined })
        .filter((path) => !path.startsWith('/forest'))
        .sort(),
    )
    const numbers = leaves(parameters).filter(([, value]) => typeof value === 'number')
    expect(numbers.filter(([, value]) => !Number.isFinite(value))).toEqual([])
  })

  test('name the file that they come from, and the digest of all that they were fitted on', () => {
    expect(parameterFiles()).toEqual([
      corpusPath('repair', 'parameters.json'),
      corpusPath('repair', 'forest.json'),
    ])
    const fitted = JSON.parse(readFileSync(parameterFiles()[0]!, 'utf8')) as FittedParameters
    expect(fitted.parameters).toEqual(parameters)
    const digests = Object.values(fitted.fittedOn)
    expect(digests.length).toBeGreaterThan(0)
    expect(digests.filter((digest) => !/^[0-9a-f]{64}$/.test(digest))).toEqual([])
  })

  test('the trees of the forest lead every sample to a leaf', () => {
    const size = confidenceFeatures.length + circumstances.length + pairClasses.length
    expect(forest.trees.length).toBeGreaterThan(0)
    for (const { features, borders, below, values } of forest.trees) {
      expect([borders.length, below.length, values.length]).toEqual(Array(3).fill(features.length))
      features.forEach((feature, node) => {
        expect(feature).toBeLessThan(size)
        if (feature < 0) return
        expect(below[node]).toBeGreaterThan(node)
        expect(below[node]! + 1).toBeLessThan(features.length)
      })
    }
  })

  test('do not assume that texts are spun', () => {
    expect(parameters.assumeSpun).toBe(false)
  })

  test('probabilities and shares are between 0 and 1, the shares of the families 1 in all', () => {
    const probabilities = {
      ...shares,
      ...kindFactors,
      ...proposal,
      coverage: detection.coverage,
      survivalCoverage: detection.survivalCoverage,
      survival: detection.known.survival,
      learnedShare: parameters.learnedShare,
      holdsListed: parameters.holdsListed,
      holdsOpen: parameters.holdsOpen,
      reversedFactor: parameters.reversedFactor,
      characterFactor: parameters.characterFactor,
      characters: parameters.characters,
      words: parameters.words,
      spinRate: parameters.spinRate,
      foreign: decision.foreign,
      antonym: decision.antonym,
      unattested: decision.unattested,
    }
    const outside = Object.entries(probabilities).filter(([, value]) => !(value > 0 && value <= 1))
    expect(outside).toEqual([])
    expect(shares.tools + shares.attested + shares.open).toBeCloseTo(1, 12)
    // A word that is always replaced could never stay, at no cost.
    expect(parameters.spinRate).toBeLessThan(1)
  })

  test('one form alone proves nothing, and known registers ask for surer forms', () => {
    expect(detection.leastForms).toBeGreaterThan(1)
    expect(detection.leastLikelihood).toBeGreaterThan(0)
    expect(detection.known.leastMarker).toBeGreaterThanOrEqual(detection.leastMarker)
    expect(detection.mostPerForm).toBeGreaterThan(detection.known.leastMarker)
  })

  test('every class of pairs has a curve that rises with the probability of the decoder', () => {
    expect(Object.keys(parameters.curves).sort()).toEqual([...pairClasses].sort())
    for (const curve of Object.values(parameters.curves)) {
      expect(Object.keys(curve).sort()).toEqual([...confidenceFeatures].sort())
      expect(curve.logOdds).toBeGreaterThan(0)
    }
  })
})
