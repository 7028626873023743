/**
 * Fits the parameters of the decoder: each in turn is made larger and smaller, and keeps the value that repairs the odd
 * documents best. Precision weighs twice as much as recall; a change of clean text outweighs what recall it could earn.
 */
import type { Resources } from '../../src/pipeline/resources.js'
import { withRepair } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import type { RepairParameters } from '../../src/resources/repair-parameters.js'
import { sourceOf } from '../eval/repair.js'
import { addRegions, emptyScore, findRegions, halfF } from '../eval/score-repair.js'
import type { FittingSets } from './confidences.js'

/** What one swap applied in clean text costs, in points of F. */
const costOfHarm = 0.01

/** Mean over the sets of F where precision weighs twice, less what is done to clean text. */
function worthOf(sets: FittingSets, resources: Resources): number {
  let sum = 0
  let spun = 0
  let harm = 0
  for (const texts of sets.values()) {
    const score = emptyScore()
    for (const text of texts) {
      const { corrections } = runStages(sourceOf(text.text), { resources, until: 'repair' })
      const applied = corrections.filter(({ kind, status }) => kind === 'swap' && status === 'applied')
      addRegions(
        score,
        findRegions(
          text.text,
          applied,
          text.gold.filter(({ kind }) => kind !== 'layout'),
        ),
      )
    }
    if (score.wanted === 0) harm += score.changed
    else {
      sum += halfF(score)
      spun++
    }
  }
  return sum / spun - costOfHarm * harm
}

/** A number of the parameters, by the names that lead to it. */
interface Place {
  readonly path: readonly string[]
  /** What it is multiplied with, and divided by, to try. */
  readonly factor: number
  /** It stays below this. */
  readonly most?: number
}

const share = { factor: 1.05, most: 1 }
const free = { factor: 1.4 }

/** Every fitted number but the thresholds of detection and the curves, which have steps of their own. */
const places: readonly Place[] = [
  { path: ['contextScale'], factor: 1.1 },
  { path: ['topicScale'], ...free },
  { path: ['topicPrior'], ...free },
  { path: ['valuePrior'], ...free },
  { path: ['keyPrior'], ...free },
  { path: ['survivalCap'], ...free },
  { path: ['spinRate'], ...share },
  { path: ['words'], ...share },
  { path: ['characters'], factor: 1.4, most: 1 },
  { path: ['coveragePrior'], ...free },
  { path: ['characterFactor'], ...free },
  { path: ['holdsListed'], factor: 1.02, most: 1 },
  { path: ['holdsOpen'], factor: 1.4, most: 1 },
  { path: ['reversedFactor'], ...free },
  { path: ['familyPrior'], ...free },
  { path: ['shares', 'attested'], ...free },
  { path: ['shares', 'open'], ...free },
  { path: ['kindFactors', 'sibling'], ...free },
  { path: ['kindFactors', 'antonym'], ...free },
  { path: ['kindFactors', 'variant'], ...free },
  { path: ['kindFactors', 'doubled'], ...free },
  { path: ['proposal', 'shape'], ...free },
  { path: ['proposal', 'thesaurus'], ...free },
  { path: ['detection', 'coverage'], ...free, most: 1 },
  { path: ['detection', 'survivalCoverage'], ...free, most: 1 },
  { path: ['detection', 'passageLengthCost'], ...free },
  { path: ['detection', 'gainTax'], ...free },
  { path: ['detection', 'gainTaxRate'], ...free },
  { path: ['detection', 'mostGain'], ...free },
  { path: ['detection', 'generalGain'], ...free },
  { path: ['detection', 'known', 'survival'], factor: 2, most: 1 },
]

type Tree = { readonly [name: string]: number | boolean | Tree }

function valueAt(tree: Tree, [name, ...rest]: readonly string[]): number {
  const next = tree[name!]!
  return rest.length === 0 ? (next as number) : valueAt(next as Tree, rest)
}

function changed(tree: Tree, [name, ...rest]: readonly string[], value: number): Tree {
  return { ...tree, [name!]: rest.length === 0 ? value : changed(tree[name!] as Tree, rest, value) }
}

/** The families' shares sum to 1: the tools take what the others leave. */
function balanced(parameters: RepairParameters): RepairParameters {
  const { attested, open } = parameters.shares
  return { ...parameters, shares: { attested, open, tools: 1 - attested - open } }
}

const rounded = (value: number) => Number(value.toPrecision(3))

/** The parameters after `sweeps` rounds over all places. */
export function searchParameters(
  sets: FittingSets,
  resources: Resources,
  given: RepairParameters,
  sweeps: number,
  report: (line: string) => void,
): RepairParameters {
  const measure = (parameters: RepairParameters) =>
    worthOf(sets, withRepair(resources, resources.lexicon, parameters))
  let best = given
  let value = measure(best)
  report(`begins at ${value.toFixed(5)}`)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const { path, factor, most = Number.POSITIVE_INFINITY } of places) {
      const now = valueAt(best as unknown as Tree, path)
      for (const tried of [now * factor, now / factor]) {
        if (tried >= most) continue
        const candidate = balanced(
          changed(best as unknown as Tree, path, rounded(tried)) as unknown as RepairParameters,
        )
        const reached = measure(candidate)
        if (reached <= value) continue
        report(`${path.join('.')} ${now} → ${rounded(tried)}: ${reached.toFixed(5)}`)
        best = candidate
        value = reached
        break
      }
    }
  }
  return best
}
