/**
 * What kind of swap a gold region holds: worked out from the lexicon, and from the word borders of the original text.
 */
import nodejieba from 'nodejieba'
import type { Lexicon } from '../../src/resources/lexicon.js'
import type { Region } from './score-repair.js'
import type { EvaluationText } from './sets.js'

/** Kinds of a lexicon's pairs by `standard\tspun`, made once a lexicon. */
const kindsByLexicon = new WeakMap<Lexicon, Map<string, string>>()

function kindsOf(lexicon: Lexicon): Map<string, string> {
  let kinds = kindsByLexicon.get(lexicon)
  if (kinds === undefined) {
    kinds = new Map(lexicon.entries.map((entry) => [`${entry.standard}\t${entry.spun}`, entry.kind]))
    kindsByLexicon.set(lexicon, kinds)
  }
  return kinds
}

/** Starts of the gold edits whose standard word does not begin and end at word borders of the original. */
export function findCrossings(text: EvaluationText): Set<number> {
  const borders = new Set<number>([0])
  let position = 0
  for (const word of nodejieba.cut(text.original, true)) {
    position += word.length
    borders.add(position)
  }
  const crossings = new Set<number>()
  let shift = 0
  for (const { kind, start, end, gold } of text.gold) {
    const from = start + shift
    if (kind === 'swap' && !(borders.has(from) && borders.has(from + gold.length))) crossings.add(start)
    shift += gold.length - (end - start)
  }
  return crossings
}

/** Traits of the swaps in a region. */
export function traitsOf(region: Region, lexicon: Lexicon, crossings: ReadonlySet<number>): Set<string> {
  const traits = new Set<string>()
  const kinds = kindsOf(lexicon)
  for (const { kind, start, spun, gold } of region.gold) {
    if (kind !== 'swap') continue
    const known = kinds.get(`${gold}\t${spun}`)
    if (known === undefined) traits.add('unlisted')
    if (known === 'antonym') traits.add('antonym')
    if (kinds.has(`${spun}\t${gold}`)) traits.add('two-way')
    if (crossings.has(start)) traits.add('boundary')
  }
  return traits
}
