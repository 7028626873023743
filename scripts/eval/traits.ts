/** What kind of swap a gold region holds: worked out from the lexicon and from the words around. */
import type { Lexicon } from '../../src/resources/lexicon.js'
import type { Region } from './score-repair.js'

/** Pairs of a lexicon by `standard\tspun`, made once a lexicon. */
const pairsOf = new WeakMap<Lexicon, Map<string, string>>()

function kindsOf(lexicon: Lexicon): Map<string, string> {
  let kinds = pairsOf.get(lexicon)
  if (kinds === undefined) {
    kinds = new Map(lexicon.entries.map((entry) => [`${entry.standard}\t${entry.spun}`, entry.kind]))
    pairsOf.set(lexicon, kinds)
  }
  return kinds
}

/** Traits of the swaps in a region. `boundary` is where several swaps touch, or a swap is not a word of its own. */
export function traitsOf(region: Region, text: string, lexicon: Lexicon): Set<string> {
  const traits = new Set<string>()
  const kinds = kindsOf(lexicon)
  for (const { kind, spun, gold } of region.gold) {
    if (kind !== 'swap') continue
    const known = kinds.get(`${gold}\t${spun}`)
    if (known === undefined) traits.add('unlisted')
    if (known === 'antonym') traits.add('antonym')
    if (kinds.has(`${spun}\t${gold}`)) traits.add('two-way')
  }
  const before = text[region.start - 1]
  const after = text[region.end]
  if (region.gold.some(({ kind }) => kind === 'swap')) {
    const left = before !== undefined && kinds.has(`${before}${text[region.start]}`)
    const right = after !== undefined && kinds.has(`${text[region.end - 1]}${after}`)
    if (left || right) traits.add('boundary')
  }
  return traits
}
