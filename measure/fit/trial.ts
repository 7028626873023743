/**
 * Fits what the repair of a text that forms alone do not prove must gain to prove it: as many spun texts as possible are
 * to be proven, and no clean one, of a register that was left out of the counts or of the documents of every kind. Spun
 * texts are those of short lists, for a long list leaves forms enough, and those of lists that nobody has.
 */
import type { Resources } from '../../src/pipeline/resources.js'
import type { Candidates } from '../../src/repair/decode/candidates.js'
import { findPassages } from '../../src/repair/detect/passages.js'
import { markedBy, weighProof } from '../../src/repair/detect/proof.js'
import { findSections } from '../../src/repair/detect/sections.js'
import type { Trial } from '../../src/repair/restore.js'
import { decodeInRegister, weighTrial } from '../../src/repair/restore.js'
import type { Detection } from '../../src/resources/repair-parameters.js'
import { seededRandom } from '../../tests/support/random.js'
import { keepPairs } from '../eval/made-sets.js'
import type { FittingSets } from './confidences.js'
import type { Choice } from './grid.js'
import { pairsOf, searchGrid } from './grid.js'
import { cutDocuments, leaveOut } from './left-out.js'

const cut = { shortest: 400, longest: 6000, charactersOfText: 1_000_000 }
/** Shares of the pairs that short lists keep, and the sets that they are made of. */
const shortLists = [0.05, 0.1, 0.15, 0.2]
const listedSets = ['spun-known', 'spun-other', 'wild-spun'] as const
/** Sets that were made by tools whose lists nobody has, or changed by their owners. */
const openSets = ['open reports', 'open wild', 'hybrid wild'] as const
/** A clean text that is proven costs more than all that could be found. */
const costOfHarm = 1e6

/** Nats by which an edit of a clean text must fall short of what proves: those that were tried are not all there are. */
const margin = 0.5
/** Spun texts that a looser value must find: one more is chance. */
const leastGain = 2

/** The values that are tried, the strictest first. A mean of few edits, or over few characters, is chance. */
const grid = {
  gain: [9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5],
  edits: [12, 10, 8, 6],
  size: [300, 200, 150],
  least: [10, 9, 8, 7, 6, 5],
}
const leastMarked = Math.min(...grid.least)

/** A text that is tried, with the sum of its markers. */
interface Tried extends Trial {
  readonly marked: number
}

/** What the trial of a text comes to; undefined where the text is proven without one, or not tried at all. */
function tryText(candidates: Candidates, text: string): Tried | undefined {
  const { evidence, detection } = candidates.classifier
  const sections = findSections(findPassages(text))
  const marks = sections.map((section) => markedBy(weighProof(evidence, text, section, detection), detection))
  const marked = Math.max(...marks)
  if (marked < leastMarked) return undefined
  const options = { assume: 'auto' } as const
  if (decodeInRegister(candidates, text, options).decoded.proof.proven) return undefined
  return { marked, ...weighTrial(decodeInRegister(candidates, text, { ...options, tried: true }), text) }
}

const isFound = (choice: Choice<keyof typeof grid>) => (tried: Tried) =>
  tried.marked >= choice.least &&
  tried.size >= choice.size &&
  tried.edits >= choice.edits &&
  tried.gain >= choice.gain

/** The trial under which most spun texts are found and no clean one. */
export function searchTrial(spun: readonly Tried[], clean: readonly Tried[]): Detection['trial'] {
  const worthOf = (choice: Choice<keyof typeof grid>) =>
    spun.filter(isFound(choice)).length -
    costOfHarm * clean.filter(isFound({ ...choice, gain: choice.gain - margin })).length
  const { gain, edits, size, least } = searchGrid(grid, worthOf, leastGain, pairsOf(grid))
  return { least, gain, edits, size }
}

/** The trials of texts that forms alone do not prove. */
export async function recordTrials(
  data: string,
  sets: FittingSets,
  resources: Resources,
): Promise<{ readonly spun: Tried[]; readonly clean: Tried[] }> {
  const { candidates } = resources
  const of = (texts: readonly { readonly text: string }[], known: Candidates) =>
    texts.flatMap(({ text }) => tryText(known, text) ?? [])
  const short = listedSets.flatMap((name) =>
    shortLists.flatMap((share, seed) => of(keepPairs(sets.get(name)!, share, seed), candidates)),
  )
  const spun = [...short, ...openSets.flatMap((name) => of(sets.get(name)!, candidates))]
  const clean = of([...sets.get('clean')!, ...sets.get('wild-clean')!], candidates)
  const random = seededRandom(1)
  for (const { name, candidates: left, paths } of leaveOut(data, resources, candidates.parameters)) {
    const before = clean.length
    for (const path of paths)
      for await (const text of cutDocuments(path, random, cut)) clean.push(...of([{ text }], left))
    console.log(`${name}: ${clean.length - before} clean texts tried`)
  }
  console.log(`${spun.length} spun texts tried`)
  return { spun, clean }
}
