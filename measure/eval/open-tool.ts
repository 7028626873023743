/**
 * Texts as a tool leaves them whose list nobody has: its values are drawn by a seed from all pairs of the lexicon, those
 * that known tools hold and those that only knowledge holds, and some are words that the lexicon has for another word.
 * Invariant: the gold of a made text undone gives its original.
 */
import type { ListedPair } from '../../src/model/pair.js'
import { isAttested, isReversedOnly } from '../../src/model/pair.js'
import type { Lexicon } from '../../src/resources/lexicon.js'
import { seededRandom } from '../../tests/support/random.js'
import { spinText } from '../../tests/support/spin.js'
import type { EvaluationText } from './sets.js'

/** Share of the lexicon's words that the tool holds: then some eight words in a hundred characters are swapped. */
const heldShare = 0.3
/**
 * Share of the words whose value is one that known tools hold, and of the values that the lexicon has for another word
 * only: as in the tables of the own reports that were written without a look at the lexicon.
 */
const attestedShare = 0.5
const strangeShare = 0.1
/** Such tools write few words that mean something else, and fewer that mean the contrary. */
const kindShares = { synonym: 1, variant: 1, doubled: 1, sibling: 0.6, antonym: 0.15 } as const
/** Characters of a text that are taken: long ones say no more. */
const mostCharacters = 6000

const sizeOf = ({ weight, kind }: ListedPair) => weight * kindShares[kind]

/** A pair drawn by its weight, of kinds that such tools write. */
export function drawPair(pairs: readonly ListedPair[], random: () => number): ListedPair | undefined {
  let left = random() * pairs.reduce((sum, pair) => sum + sizeOf(pair), 0)
  return pairs.find((pair) => {
    left -= sizeOf(pair)
    return left <= 0
  })
}

/** Pairs of words by their standard word. */
export function pairsOfWords({ entries }: Lexicon): Map<string, ListedPair[]> {
  const pairs = new Map<string, ListedPair[]>()
  for (const pair of entries) {
    if (pair.standard.length === 1 || pair.spun.length === 1) continue
    const own = pairs.get(pair.standard)
    if (own === undefined) pairs.set(pair.standard, [pair])
    else own.push(pair)
  }
  return pairs
}

/** The table of one tool (standard → spun): one value a word. */
function drawTable(pairs: ReadonlyMap<string, readonly ListedPair[]>, random: () => number) {
  const table = new Map<string, string>()
  for (const [standard, all] of pairs) {
    if (random() >= heldShare) continue
    const isTold = random() < attestedShare
    const told = all.filter((pair) => isAttested(pair) && !isReversedOnly(pair))
    const known = all.filter((pair) => !isAttested(pair))
    const isStrange = random() < strangeShare
    const value = drawPair(isTold ? told : known, random)?.spun
    const strange = isStrange && value !== undefined ? drawPair(pairs.get(value) ?? [], random)?.spun : value
    if (strange !== undefined && strange !== standard) table.set(standard, strange)
  }
  return table
}

/** As much of a clean text as is spun: whole lines. */
export function openingOf({ original }: EvaluationText): string {
  const line = original.lastIndexOf('\n', mostCharacters)
  return original.slice(0, original.length <= mostCharacters ? undefined : line)
}

/** The opening of a clean text, spun by a table. */
export function spinOpening(clean: EvaluationText, table: ReadonlyMap<string, string>): EvaluationText {
  const original = openingOf(clean)
  const { text, swaps } = spinText(original, table)
  return { ...clean, text, original, gold: swaps.map((swap) => ({ ...swap, kind: 'swap' })) }
}

/** The openings of clean texts, each spun by a tool of its own. */
export function spinByOpenTools(
  clean: readonly EvaluationText[],
  lexicon: Lexicon,
  seed: number,
): EvaluationText[] {
  const pairs = pairsOfWords(lexicon)
  return clean.map((text) => spinOpening(text, drawTable(pairs, seededRandom(seed * 1000 + text.position))))
}

/** The same, all spun by one tool: documents of one source. */
export function spinByOneOpenTool(
  clean: readonly EvaluationText[],
  lexicon: Lexicon,
  seed: number,
): EvaluationText[] {
  const table = drawTable(pairsOfWords(lexicon), seededRandom(seed))
  return clean.map((text) => spinOpening(text, table))
}
