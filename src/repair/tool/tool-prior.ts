/**
 * What is known of tools before a document is read: for every family the probability that a tool of it has a pair and
 * holds a word. How much each family has of a document's tool is learned from the document (tool-posterior.ts).
 * Invariant: the pairs of a word share what the family gives the word.
 */
import type { Shelf } from '../../resources/compiled.js'
import { emptyShelf } from '../../resources/compiled.js'
import type { Lexicon } from '../../resources/lexicon.js'
import type { RepairParameters } from '../../resources/repair-parameters.js'
import type { Family } from './family.js'
import { familiesOf } from './family.js'

/** Joint probabilities by family; F is the number of families. */
export interface ToolPrior {
  readonly families: readonly Family[]
  /** Place of the open family among them. */
  readonly open: number
  /** Shares of the families, in their order. */
  readonly shares: Float64Array
  /** `pairs[F p + f]`: that a tool of family f writes the spun form of pair p for its standard word. */
  readonly pairs: Float32Array
  /** `keys[F k + f]`: that a tool of family f holds form k. */
  readonly keys: Float32Array
}

/** Joint probabilities of the pairs and forms of a lexicon by family. */
function weighJointly(lexicon: Lexicon, families: readonly Family[]): Pick<ToolPrior, 'pairs' | 'keys'> {
  const pairs = new Float32Array(lexicon.pairSpun.length * families.length)
  const keys = new Float32Array(lexicon.forms.length * families.length)
  const { standardPairs, standardStarts } = lexicon
  for (let form = 0; form < lexicon.forms.length; form++) {
    const own = standardPairs.subarray(standardStarts[form]!, standardStarts[form + 1]!)
    families.forEach((family, index) => {
      let total = 0
      let heaviest = 0
      for (const pair of own) {
        const weight = family.weigh(lexicon.entryOf(pair))
        total += weight
        heaviest = Math.max(heaviest, weight)
      }
      if (total === 0) return
      const holds = family.holds(heaviest)
      keys[form * families.length + index] = holds
      for (const pair of own) {
        pairs[pair * families.length + index] = (holds * family.weigh(lexicon.entryOf(pair))) / total
      }
    })
  }
  return { pairs, keys }
}

/** The prior of a lexicon. */
export function toolPrior(
  lexicon: Lexicon,
  parameters: RepairParameters,
  shelf: Shelf = emptyShelf,
): ToolPrior {
  const families = familiesOf(lexicon, parameters)
  return {
    families,
    open: families.findIndex(({ isOpen }) => isOpen),
    shares: Float64Array.from(families, ({ share }) => share),
    ...shelf.take('prior', () => weighJointly(lexicon, families)),
  }
}

/** A mixture's value for one pair or key: `values` has one number a family for each, `shares` one a family. */
export function mixed(values: Float32Array, index: number, shares: ArrayLike<number>): number {
  const count = shares.length
  const at = index * count
  let sum = 0
  for (let family = 0; family < count; family++) sum += values[at + family]! * shares[family]!
  return sum
}
