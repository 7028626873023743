/**
 * Decodes a text chunk by chunk: builds the lattice once, weighs it under the prior, learns from that weighing what
 * tool this is and how much of the text it was applied to, and weighs it again. What one chunk has shown is kept for
 * the next ones. Invariant: memory is bounded by the size of a chunk; the result depends on the text alone.
 */
import { append } from '../../model/lists.js'
import type { ClassifyOptions } from '../detect/classify.js'
import { classifyPassages, decidedShare } from '../detect/classify.js'
import type { FirstPlaces } from '../detect/first-places.js'
import type { Passage } from '../detect/passages.js'
import type { Proof } from '../detect/proof.js'
import { standardWord } from '../tool/pair-table.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'
import {
  countPair,
  forgetCosts,
  learnCoverage,
  learnFamilies,
  openPosterior,
  takeCounts,
  untriedPosterior,
} from '../tool/tool-posterior.js'
import type { WarmStart } from '../tool/warm-start.js'
import { startWarm } from '../tool/warm-start.js'
import type { LatticeBuilder } from './beam.js'
import { latticeBuilder } from './beam.js'
import type { Candidates } from './candidates.js'
import { buildChunk, takeChunk } from './chunk.js'
import type { PassagePrior, Posterior, Sums } from './forward-backward.js'
import { countUses, emptySums, weighLattice } from './forward-backward.js'
import type { Lattice } from './lattice.js'
import type { DecodedEdit } from './merged-edits.js'
import { mergeEdits } from './merged-edits.js'

export interface DecodeOptions extends ClassifyOptions {
  /** Non-zero at offsets that no edit may touch. */
  readonly protectedAt?: Uint8Array
  /** What other documents of the source have shown of its tool. */
  readonly warmStart?: WarmStart
}

export interface DecodedPassage extends Passage {
  /** Probability that the passage was spun; that by its forms and its neighbours alone. */
  readonly spun: number
  readonly byForms: number
}

export interface Decoded {
  /** Every edit with a probability worth keeping, by start; they overlap. */
  readonly edits: readonly DecodedEdit[]
  readonly passages: readonly DecodedPassage[]
  readonly tool: ToolPosterior
  readonly proof: Proof
  /** Whether the proof rests on the other documents of the source. */
  readonly bySource: boolean
  readonly firstPlaces: FirstPlaces | undefined
}

/** Readings that a place keeps where a document's own pairs are tried as well: more words may stand behind each of its words. */
const secondBeam = 8

/** Edits less likely than this are dropped. */
const leastProbability = 0.02

/** Characters of the passages that are decoded. */
function decodedSize(lattice: Lattice): number {
  return lattice.passages.reduce(
    (sum, { start, end, firstArc, lastArc }) => sum + (firstArc < lastArc ? end - start : 0),
    0,
  )
}

/** Weighs a lattice again and again, each time with what the last weighing showed; the counts of the last one stay. */
function weighInRounds(
  { tool, lattice, candidates }: LatticeBuilder,
  sums: Sums,
  prior: () => PassagePrior,
  onRound: (last: Posterior, round: number) => void,
): Posterior {
  let posterior = weighLattice(lattice, tool, undefined, prior(), sums)
  // Clean text teaches nothing about a tool.
  if (lattice.arcs === 0) return posterior
  for (let round = 0; round < candidates.parameters.rounds; round++) {
    const last = posterior
    countUses(tool, lattice, last, 1)
    learnFamilies(tool)
    learnCoverage(tool)
    onRound(last, round)
    forgetCosts(tool)
    posterior = weighLattice(lattice, tool, last, prior(), sums)
    countUses(tool, lattice, last, -1)
  }
  countUses(tool, lattice, posterior, 1)
  forgetCosts(tool)
  return posterior
}

/** Decodes a text; `candidates` hold the lexicon and the language model. */
export function decode(candidates: Candidates, text: string, options: DecodeOptions): Decoded {
  const { passages, proof, bySource, firstPlaces } = classifyPassages(candidates.classifier, text, options)
  if (!passages.some((passage) => passage.decode)) {
    const clean = passages.map(({ passage, spun }) => ({ ...passage, spun, byForms: spun }))
    return { edits: [], passages: clean, tool: untriedPosterior(candidates), proof, bySource, firstPlaces }
  }
  /** Nothing is known of the text: only what no clean prose holds is restored. */
  const isUntold = options.assume === 'auto' && !proof.proven
  const tool = openPosterior(candidates)
  tool.firstOnly = firstPlaces !== undefined
  const { warmStart = candidates.taught?.warmStart } = options
  if (warmStart !== undefined) startWarm(tool, warmStart)
  const builder = latticeBuilder(candidates, tool, firstPlaces)
  const { lattice } = builder
  const sums = emptySums()
  const edits: DecodedEdit[] = []
  const decoded: DecodedPassage[] = []
  let share = decidedShare(
    passages.map(({ passage }) => passage),
    passages.map(({ spun }) => spun),
  )
  let before = share
  for (let from = 0; from < passages.length; ) {
    const to = takeChunk(passages, from)
    buildChunk(builder, text, passages.slice(from, to), options.protectedAt)
    const given = isUntold ? Float64Array.from(lattice.passages, () => 1) : undefined
    const prior = (): PassagePrior => ({
      share,
      assume: options.assume,
      standingTells: proof.survival > 0,
      before,
      ...(given !== undefined && { given }),
    })
    const posterior = weighInRounds(builder, sums, prior, (last, round) => {
      if (round === 0) tool.size += decodedSize(lattice)
      share = decidedShare(lattice.passages, last.spun)
    })
    collect(candidates, text, lattice, posterior, edits)
    passages.slice(from, to).forEach(({ passage, spun }, index) => {
      const byForms = options.assume === 'spun' ? 1 : spun
      decoded.push({ ...passage, spun: posterior.spun[index]!, byForms })
    })
    before = posterior.spun.at(-1) ?? before
    from = to
  }
  if (!isUntold) return { edits, passages: decoded, tool, proof, bySource, firstPlaces }
  const { unheard } = candidates.classifier.evidence
  const { pairSpun } = candidates.lexicon
  return {
    edits: edits.filter(({ pair }) => unheard[pairSpun[pair]!] === 1),
    passages: decoded.map((passage) => ({ ...passage, spun: 0 })),
    tool,
    proof,
    bySource,
    firstPlaces,
  }
}

/** The posterior of a first decoding, for candidates that hold more. */
function posteriorAfter(candidates: Candidates, { tool }: Decoded): ToolPosterior {
  const again = openPosterior(candidates)
  again.families.set(tool.families)
  again.characters = tool.characters
  again.words = tool.words
  again.firstOnly = tool.firstOnly
  takeCounts(again, tool)
  again.size = tool.size
  forgetCosts(again)
  return again
}

/** Takes the edits of passages that are decoded again out of what a posterior has counted. */
function takeOut(tool: ToolPosterior, edits: readonly DecodedEdit[]): void {
  for (const edit of edits) countPair(tool, edit.pair, -edit.probability)
  forgetCosts(tool)
}

/** Decodes again the passages for which `candidates` hold pairs of this document; the others stay as they were. */
export function decodeAgain(
  candidates: Candidates,
  text: string,
  first: Decoded,
  protectedAt: Uint8Array | undefined,
): Decoded {
  const starts = [...candidates.local.keys()].sort((a, b) => a - b)
  let next = 0
  const touched = first.passages.filter(({ start, end }) => {
    while (next < starts.length && starts[next]! < start) next++
    return next < starts.length && starts[next]! < end
  })
  const open = new Uint8Array(text.length + 1)
  for (const { start, end } of touched) open.fill(1, start, end)
  const tool = posteriorAfter(candidates, first)
  const builder = latticeBuilder(candidates, tool, first.firstPlaces, secondBeam)
  const edits = first.edits.filter(({ start }) => open[start] === 0)
  const before = first.edits.filter(({ start }) => open[start] === 1)
  const passages = touched.map((passage) => ({ passage, odds: 0, spun: passage.spun, decode: true }))
  for (let from = 0; from < passages.length; ) {
    const to = takeChunk(passages, from)
    // The first decoding says what is worth following, and nothing of how likely it is.
    buildChunk(builder, text, passages.slice(from, to), protectedAt)
    const [start, end] = [passages[from]!.passage.start, passages[to - 1]!.passage.end]
    takeOut(
      tool,
      before.filter((edit) => edit.start >= start && edit.start < end),
    )
    const given = Float64Array.from(passages.slice(from, to), ({ spun }) => spun)
    const posterior = weighInRounds(
      builder,
      emptySums(),
      () => ({ share: 1, assume: 'auto', before: 1, given }),
      () => {},
    )
    collect(candidates, text, builder.lattice, posterior, edits)
    from = to
  }
  return { ...first, edits, tool }
}

function collect(
  candidates: Candidates,
  text: string,
  lattice: Lattice,
  posterior: Posterior,
  edits: DecodedEdit[],
): void {
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
  const wordOf = (edit: DecodedEdit) => standardWord(candidates.table, edit.pair)
  append(edits, mergeEdits(text, found, wordOf))
}
