/**
 * Texts as a tool leaves them whose list is part of a known one and was then changed by its owner: some of the known words
 * have values that no tool is known to write, and words are added that no tool is known to hold. How much of each is drawn
 * anew for every text.
 * Invariant: the gold of a made text undone gives its original.
 */

import type { ListedPair } from '../../src/model/pair.js'
import { isAttested } from '../../src/model/pair.js'
import type { Lexicon } from '../../src/resources/lexicon.js'
import { seededRandom } from '../../tests/support/random.js'
import { drawPair, pairsOfWords, spinOpening } from './open-tool.js'
import type { EvaluationText } from './sets.js'

/** Least and most of the known words that the tool holds, of those that have a value of the owner's, of words added. */
const heldShare = [0.4, 1] as const
const changedShare = [0.1, 0.45] as const
const addedShare = [0.05, 0.25] as const
/** Share of the owner's values that the lexicon has for another word only. */
const strangeShare = 0.15

/** The table of one tool (standard → spun): one value a word. */
function drawTable(
  pairs: ReadonlyMap<string, readonly ListedPair[]>,
  tool: string,
  random: () => number,
): ReadonlyMap<string, string> {
  const between = ([least, most]: readonly [number, number]) => least + (most - least) * random()
  const [held, changed, added] = [between(heldShare), between(changedShare), between(addedShare)]
  const table = new Map<string, string>()
  for (const [standard, all] of pairs) {
    const told = all.filter(({ evidence }) => evidence.includes(tool))
    const isTold = told.length > 0
    if (random() >= (isTold ? held : added)) continue
    const isOwn = !isTold || random() < changed
    const value = drawPair(isOwn ? all.filter((pair) => !isAttested(pair)) : told, random)?.spun
    const isStrange = isOwn && random() < strangeShare
    const strange = isStrange && value !== undefined ? drawPair(pairs.get(value) ?? [], random)?.spun : value
    if (strange !== undefined && strange !== standard) table.set(standard, strange)
  }
  return table
}

/** The table of a tool that began as one of those known. */
function drawHybrid(lexicon: Lexicon, pairs: ReturnType<typeof pairsOfWords>, random: () => number) {
  const tool = lexicon.tools[Math.floor(random() * lexicon.tools.length)]!
  return drawTable(pairs, tool.id, random)
}

/** The openings of clean texts, each spun by a tool of its own that began as one of those known. */
export function spinByHybridTools(
  clean: readonly EvaluationText[],
  lexicon: Lexicon,
  seed: number,
): EvaluationText[] {
  const pairs = pairsOfWords(lexicon)
  return clean.map((text) =>
    spinOpening(text, drawHybrid(lexicon, pairs, seededRandom(seed * 1000 + text.position))),
  )
}

/** The same, all spun by one tool: documents of one source. */
export function spinByOneHybridTool(
  clean: readonly EvaluationText[],
  lexicon: Lexicon,
  seed: number,
): EvaluationText[] {
  const table = drawHybrid(lexicon, pairsOfWords(lexicon), seededRandom(seed))
  return clean.map((text) => spinOpening(text, table))
}
