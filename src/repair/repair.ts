/**
 * The repair stage: finds what was swapped, decides what is applied, and makes the repaired text. It leaves spaces and
 * breaks to layout (whose joins it takes over), and numbers to nobody: no edit touches one.
 * Invariants: corrections are disjoint and in order; the applied ones undone give the source; figures are identical.
 */
import type { Correction, Damage, Spin, SpinVerdict } from '../model/correction.js'
import type { LaidOutDocument, RepairedDocument } from '../model/document.js'
import type { OffsetMap } from '../model/edit.js'
import { offsetMap, revise } from '../model/edit.js'
import type { Span } from '../model/span.js'
import { spanOf } from '../model/span.js'
import type { Candidates } from './decode/candidates.js'
import { findLettersForZero } from './damage/letter-for-zero.js'
import { findDeletions, findMasks } from './damage/masks.js'
import type { Decoded } from './decode/decode.js'
import { findSwapsInPasses } from './passes.js'
import { protectOffsets } from './decide/protected.js'
import type { Swap } from './decide/choose.js'
import { findBeyondRepair } from './damage/beyond-repair.js'

/**
 * Applied from here on, all corrections together are right in 99 of 100 where the tool is known; applied from 0.9,
 * three more in a thousand are right and three in a hundred damaged words stay (docs/evaluation.md has the curve).
 */
export const defaultApplyFrom = 0.7

export interface RepairOptions {
  /** `clean` takes the text as it stands; `spun` skips the question; `auto` estimates passage by passage. */
  readonly assume?: 'auto' | 'spun' | 'clean'
  /** Confidence from which a correction is applied. */
  readonly applyFrom?: number
  /** Share of spun text in other documents of the source, where known. */
  readonly share?: number
}

type ToSource = OffsetMap<'source', 'normalised'>

function toCorrection(swap: Swap, toSource: ToSource, source: string, applyFrom: number): Correction {
  const { start, end } = toSource.back(spanOf<'normalised'>(swap.start, swap.end))
  return {
    start,
    end,
    actual: source.slice(start, end),
    replacement: swap.replacement,
    confidence: swap.confidence,
    status: swap.confidence >= applyFrom ? 'applied' : 'suggested',
    kind: 'swap',
    traits: swap.traits,
    alternatives: swap.alternatives,
    evidence: swap.evidence,
  }
}

/**
 * The swaps, and the others that no swap covers. A join inside an applied swap is part of the swap's own span; a swap
 * that is only suggested gives way to a join, or the space would stay.
 */
function mergeCorrections(swaps: readonly Correction[], given: readonly Correction[]): Correction[] {
  const others = [...given].sort((a, b) => a.start - b.start)
  const kept: Correction[] = []
  const displaced = new Set<Correction>()
  let index = 0
  for (const other of others) {
    while (index < swaps.length && swaps[index]!.end <= other.start) index++
    const swap = swaps[index]
    const isApart = swap === undefined || other.end <= swap.start
    const isStronger = other.status === 'applied' && swap?.status === 'suggested'
    if (isApart || isStronger) kept.push(other)
    if (swap !== undefined && !isApart && isStronger) displaced.add(swap)
  }
  const merged = [...swaps.filter((swap) => !displaced.has(swap)), ...kept]
  return merged.sort((a, b) => a.start - b.start || a.end - b.end)
}

function spinOf(decoded: Decoded, toSource: ToSource, assumed: boolean): Spin {
  let spun = 0
  let all = 0
  const windows = decoded.passages.map((passage) => {
    const size = passage.end - passage.start
    spun += size * passage.spun
    all += size
    const span = toSource.back(spanOf<'normalised'>(passage.start, passage.end))
    return { ...span, rate: Math.round(passage.spun * 1000) / 1000 }
  })
  const rate = all === 0 ? 0 : Math.round((spun / all) * 1000) / 1000
  return { rate, verdict: verdictOf(rate), assumed, windows }
}

function verdictOf(rate: number): SpinVerdict {
  if (rate < 0.05) return 'clean'
  return rate > 0.8 ? 'spun' : 'partly-spun'
}

/** A text most of whose spun windows are beyond repair is so as a whole. */
function judge(spin: Spin, unrepairable: readonly Damage[]): Spin {
  const size = (spans: readonly { start: number; end: number }[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const spun = size(spin.windows.filter(({ rate }) => rate >= 0.5))
  return spun > 0 && size(unrepairable) > spun / 2 ? { ...spin, verdict: 'beyond-repair' } : spin
}

/** Repairs one document. */
export function repairDocument(
  document: LaidOutDocument,
  candidates: Candidates,
  options: RepairOptions = {},
): RepairedDocument {
  const {
    assume = candidates.parameters.assumeSpun ? 'spun' : 'auto',
    applyFrom = defaultApplyFrom,
    share = 0.5,
  } = options
  const { text: source, normalised, joins } = document
  const toSource = offsetMap(normalised)
  const pinned = protectOffsets(document, candidates.lexicon)
  const { swaps: found, decoded } = findSwapsInPasses(candidates, normalised.text, {
    assume,
    share,
    protected: pinned,
    applyFrom,
  })
  const swaps = found.map((swap) => toCorrection(swap, toSource, source, applyFrom))
  const corrections = mergeCorrections(swaps, [...joins, ...findLettersForZero(source)])
  const applied = corrections.filter((correction) => correction.status === 'applied')
  const repaired = revise<'source', 'repaired'>(source, applied)
  const toRepaired = offsetMap(repaired)
  const deletions = findDeletions(candidates.model, repaired.text).map(({ offset, detail }): Damage => {
    const { start } = toRepaired.back(spanOf<'repaired'>(offset, offset)) as Span<'source'>
    return { kind: 'deletion', start, end: start, detail }
  })
  const spin = spinOf(decoded, toSource, assume !== 'auto')
  const unrepairable = findBeyondRepair(candidates.model, repaired, spin.windows)
  const damage = [...findMasks(source), ...deletions, ...unrepairable].sort((a, b) => a.start - b.start)
  return { ...document, corrections, damage, spin: judge(spin, unrepairable), repaired }
}
