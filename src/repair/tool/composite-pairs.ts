/**
 * Pairs of two runs of a tool: what the first run wrote for a word is a key of the second, so that the word stands there as
 * what no list writes for it. Undone in one step, it is weighed among restored words, and not among those that the first
 * run wrote.
 */
import type { ListedPair } from '../../model/pair.js'
import { isAttested, isReversedOnly } from '../../model/pair.js'
import type { Lexicon } from '../../resources/lexicon.js'
import { type AddedPair, withMorePairs } from '../../resources/more-pairs.js'

/** The table that composites are said to be of. */
const compositeTable = 'two-runs'

/** The pair that two make, attested by whoever attests both, or one of them where nobody attests both. */
function compose(first: ListedPair, second: ListedPair): ListedPair {
  const both = first.evidence.filter((one) => second.evidence.includes(one))
  const either = [...new Set([...first.evidence, ...second.evidence])]
  return {
    ...first,
    spun: second.spun,
    kind: 'sibling',
    evidence: both.length > 0 ? both : either,
    weight: first.weight * second.weight,
    example: '',
    table: compositeTable,
  }
}

/** Whether a lexicon states a pair, by the numbers of its words. */
function isStated({ spunStarts, spunPairs, pairStandard }: Lexicon, standard: number, spun: number): boolean {
  const own = spunPairs.subarray(spunStarts[spun]!, spunStarts[spun + 1]!)
  return own.some((pair) => pairStandard[pair] === standard)
}

/** More forms than any lexicon has: two of their numbers make one exact number. */
const mostForms = 2 ** 26

/** The lexicon with the pairs that two runs of attested ones make behind its own, whose numbers stay. */
export function withComposites(lexicon: Lexicon): Lexicon {
  const { pairSpun, pairStandard, standardStarts, standardPairs } = lexicon
  const isHeld = (pair: number) => {
    const evidence = lexicon.evidenceOf(pair)
    return isAttested({ evidence }) && !isReversedOnly({ evidence })
  }
  const composites = new Map<number, AddedPair>()
  for (let first = 0; first < pairSpun.length; first++) {
    if (!isHeld(first)) continue
    const [standard, middle] = [pairStandard[first]!, pairSpun[first]!]
    for (const second of standardPairs.subarray(standardStarts[middle]!, standardStarts[middle + 1]!)) {
      const spun = pairSpun[second]!
      if (!isHeld(second) || spun === standard || isStated(lexicon, standard, spun)) continue
      const key = standard * mostForms + spun
      const known = composites.get(key)?.entry.evidence ?? []
      const entry = compose(lexicon.entryOf(first), lexicon.entryOf(second))
      // Of two ways to the same pair the later one counts, and the evidence adds up.
      const evidence = [...new Set([...known, ...entry.evidence])]
      composites.set(key, { entry: { ...entry, evidence }, standard, spun })
    }
  }
  return withMorePairs(lexicon, [...composites.values()])
}
