/**
 * Decodes a text chunk by chunk: builds the lattice once, weighs it under the prior, learns from that weighing what
 * tool this is and how much of the text it was applied to, and weighs it again. What one chunk has shown is kept for
 * the next ones. Invariant: memory is bounded by the size of a chunk; the result depends on the text alone.
 */
import { encodeText } from '../../lm/symbols.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'
import { forgetCosts, learnCoverage, learnFamilies, openPosterior, untriedPosterior } from '../tool/tool-posterior.js'
import type { Candidates } from './candidates.js'
import type { DecodedEdit } from './merged-edits.js'
import { mergeEdits } from './merged-edits.js'
import type { LatticeBuilder, Units } from './beam.js'
import { addPassage, latticeBuilder } from './beam.js'
import { startWarm } from '../tool/warm-start.js'
import type { Lattice, Passage } from './lattice.js'
import { clearLattice, skipPassage } from './lattice.js'
import type { DecodeOptions, ClassifiedPassage } from '../detect/classify.js'
import { classifyPassages } from '../detect/classify.js'
import type { PassagePrior, Posterior, Sums } from './forward-backward.js'
import { countUses, emptySums, weighLattice } from './forward-backward.js'

/** Characters a chunk: enough for a tool to show itself, few enough to bound the lattice. */
const chunkSize = 16_384

export interface DecodedPassage extends Passage {
  /** Probability that the passage was spun. */
  readonly spun: number
}

export interface Decoded {
  /** Every edit with a probability worth keeping, by start; they overlap. */
  readonly edits: readonly DecodedEdit[]
  readonly passages: readonly DecodedPassage[]
  readonly tool: ToolPosterior
}

/** Edits less likely than this are dropped. */
const leastProbability = 0.02

function takeChunk(passages: readonly ClassifiedPassage[], from: number): number {
  const { start } = passages[from]!.passage
  let to = from + 1
  while (to < passages.length && passages[to]!.passage.end - start <= chunkSize) to++
  return to
}

function encodeChunk(candidates: Candidates, text: string, start: number, end: number): Units {
  const symbols = new Uint16Array(end - start)
  const offsets = new Int32Array(end - start + 1)
  const piece = text.slice(start, end)
  const count = encodeText(piece, candidates.model.symbols, symbols, offsets)
  for (let unit = 0; unit < count; unit++) offsets[unit]! += start
  offsets[count] = end
  return { symbols, offsets, count }
}

function buildChunk(
  builder: LatticeBuilder,
  text: string,
  passages: readonly ClassifiedPassage[],
  pinned: Uint8Array | undefined,
): void {
  clearLattice(builder.lattice)
  forgetCosts(builder.tool)
  if (!passages.some((passage) => passage.decode)) {
    for (const { passage, odds } of passages) skipPassage(builder.lattice, passage, odds)
    return
  }
  const units = encodeChunk(
    builder.candidates,
    text,
    passages[0]!.passage.start,
    passages.at(-1)!.passage.end,
  )
  let unit = 0
  for (const { passage, odds, decode } of passages) {
    while (unit < units.count && units.offsets[unit]! < passage.start) unit++
    const first = unit
    while (unit < units.count && units.offsets[unit]! < passage.end) unit++
    if (!decode || unit === first) skipPassage(builder.lattice, passage, odds)
    else addPassage(builder, { text, units, first, last: unit, passage, classifierOdds: odds, protected: pinned })
  }
}

/** Characters of the passages that are decoded. */
function decodedSize(lattice: Lattice): number {
  return lattice.passages.reduce(
    (sum, { start, end, firstArc, lastArc }) => sum + (firstArc < lastArc ? end - start : 0),
    0,
  )
}

/** Mean probability of the passages, by length. */
function spunShare(lattice: Lattice, posterior: Posterior): number {
  let spun = 0
  let all = 0
  lattice.passages.forEach((passage, index) => {
    const size = passage.end - passage.start
    spun += size * posterior.spun[index]!
    all += size
  })
  return all === 0 ? 0 : spun / all
}

/** Weighs a lattice again and again, each time with what the last weighing showed; the counts of the last one stay. */
function weighInRounds(
  { tool: belief, lattice, candidates }: LatticeBuilder,
  sums: Sums,
  prior: () => PassagePrior,
  onRound: (last: Posterior, round: number) => void,
): Posterior {
  let posterior = weighLattice(lattice, belief, undefined, prior(), sums)
  // Clean text teaches nothing about a tool.
  if (lattice.arcs === 0) return posterior
  for (let round = 0; round < candidates.parameters.rounds; round++) {
    const last = posterior
    countUses(belief, lattice, last, 1)
    learnFamilies(belief)
    learnCoverage(belief)
    onRound(last, round)
    posterior = weighLattice(lattice, belief, last, prior(), sums)
    countUses(belief, lattice, last, -1)
  }
  countUses(belief, lattice, posterior, 1)
  return posterior
}

/** Decodes a text; `candidates` hold the lexicon and the language model. */
export function decode(candidates: Candidates, text: string, options: DecodeOptions): Decoded {
  const passages = classifyPassages(candidates, text, options)
  if (!passages.some((passage) => passage.decode)) {
    const clean = passages.map(({ passage, spun }) => ({
      ...passage,
      spun: options.assume === 'clean' ? 0 : spun,
    }))
    return { edits: [], passages: clean, tool: untriedPosterior(candidates) }
  }
  const belief = openPosterior(candidates)
  if (options.warmStart !== undefined) startWarm(belief, options.warmStart)
  const builder = latticeBuilder(candidates, belief)
  const { lattice } = builder
  const sums = emptySums()
  const edits: DecodedEdit[] = []
  const decoded: DecodedPassage[] = []
  let share = options.share
  let before = share
  for (let from = 0; from < passages.length; ) {
    const to = takeChunk(passages, from)
    buildChunk(builder, text, passages.slice(from, to), options.protected)
    const prior = (): PassagePrior => ({ share, assume: options.assume, before })
    const posterior = weighInRounds(builder, sums, prior, (last, round) => {
      if (round === 0) belief.size += decodedSize(lattice)
      share = (options.share + 4 * spunShare(lattice, last)) / 5
    })
    collect(candidates, text, lattice, posterior, edits, decoded)
    before = posterior.spun.at(-1) ?? before
    from = to
  }
  return { edits, passages: decoded, tool: belief }
}

/** What a first decoding believes, without the passages that are decoded again. */
function beliefWithout(
  candidates: Candidates,
  first: Decoded,
  inside: (edit: DecodedEdit) => boolean,
): ToolPosterior {
  const { tool: belief } = first
  const again = openPosterior(candidates)
  again.families.set(belief.families)
  again.characters = belief.characters
  again.words = belief.words
  again.used.set(belief.used)
  again.replaced.set(belief.replaced)
  again.survived.set(belief.survived)
  again.size = belief.size
  for (const edit of first.edits) {
    if (!inside(edit)) continue
    again.used[edit.pair]! -= edit.probability
    again.replaced[candidates.lexicon.pairStandard[edit.pair]!]! -= edit.probability
  }
  return again
}

/** Decodes again the passages for which `candidates` hold pairs of this document; the others stay as they were. */
export function decodeAgain(
  candidates: Candidates,
  text: string,
  first: Decoded,
  pinned: Uint8Array | undefined,
): Decoded {
  const starts = [...candidates.local.keys()].sort((a, b) => a - b)
  let next = 0
  const touched = first.passages.filter(({ start, end }) => {
    while (next < starts.length && starts[next]! < start) next++
    return next < starts.length && starts[next]! < end
  })
  const open = new Uint8Array(text.length + 1)
  for (const { start, end } of touched) open.fill(1, start, end)
  const belief = beliefWithout(candidates, first, ({ start }) => open[start] === 1)
  const builder = latticeBuilder(candidates, belief)
  const edits = first.edits.filter(({ start }) => open[start] === 0)
  const gated = touched.map((passage) => ({ passage, odds: 0, spun: passage.spun, decode: true }))
  for (let from = 0; from < gated.length; ) {
    const to = takeChunk(gated, from)
    buildChunk(builder, text, gated.slice(from, to), pinned)
    const given = Float64Array.from(builder.lattice.passages, ({ start }) => spunAt(touched, start))
    const posterior = weighInRounds(
      builder,
      emptySums(),
      () => ({ share: 1, assume: 'auto', before: 1, given }),
      () => {},
    )
    collect(candidates, text, builder.lattice, posterior, edits, [])
    from = to
  }
  return { edits, passages: first.passages, tool: belief }
}

function spunAt(passages: readonly DecodedPassage[], start: number): number {
  return passages.find((passage) => passage.start === start)!.spun
}

function collect(
  candidates: Candidates,
  text: string,
  lattice: Lattice,
  posterior: Posterior,
  edits: DecodedEdit[],
  passages: DecodedPassage[],
): void {
  const { lexicon } = candidates
  const found: DecodedEdit[] = []
  for (let edge = 0; edge < lattice.edges; edge++) {
    const probability = posterior.edges[edge]!
    if (probability < leastProbability) continue
    found.push({
      start: lattice.edgeStart[edge]!,
      end: lattice.edgeEnd[edge]!,
      pair: lattice.edgePair[edge]!,
      probability,
    })
  }
  const wordOf = (edit: DecodedEdit) => lexicon.forms[lexicon.pairStandard[edit.pair]!]!
  edits.push(...mergeEdits(text, found, wordOf))
  lattice.passages.forEach((passage, index) => {
    const { start, end, opensParagraph, closesParagraph } = passage
    passages.push({ start, end, opensParagraph, closesParagraph, spun: posterior.spun[index]! })
  })
}
