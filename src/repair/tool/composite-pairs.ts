/**
 * Pairs of two runs of a tool: what the first run wrote for a word is a key of the second, so that the word stands there as
 * what no list writes for it. Undone in one step, it is weighed among restored words, and not among those that the first
 * run wrote.
 */
import type { ListedPair } from '../../model/pair.js'
import { isAttested, isReversedOnly } from '../../model/pair.js'
import type { Lexicon } from '../../resources/lexicon.js'
import { buildLexicon } from '../../resources/lexicon.js'

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

/** The lexicon with the pairs that two runs of attested ones make behind its own, whose numbers stay. */
export function withComposites(lexicon: Lexicon): Lexicon {
  const { entries, pairSpun, pairStandard, standardStarts, standardPairs } = lexicon
  const isHeld = (pair: number) => isAttested(entries[pair]!) && !isReversedOnly(entries[pair]!)
  const keyOf = ({ standard, spun }: ListedPair) => `${standard} ${spun}`
  const stated = new Set(entries.map(keyOf))
  const composites = entries.flatMap((first, pair) => {
    if (!isHeld(pair)) return []
    const middle = pairSpun[pair]!
    return [...standardPairs.subarray(standardStarts[middle]!, standardStarts[middle + 1]!)]
      .filter((second) => isHeld(second) && pairSpun[second] !== pairStandard[pair])
      .map((second) => compose(first, entries[second]!))
  })
  return buildLexicon([...entries, ...composites.filter((pair) => !stated.has(keyOf(pair)))], lexicon)
}
