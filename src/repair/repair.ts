/**
 * The repair stage: finds what was swapped, has it decided, and finds the damage that is not mended. It leaves spaces
 * and breaks to layout (whose joins it takes over), and numbers to nobody: no edit touches one.
 * Invariants: corrections are disjoint and in order; the applied ones undone give the source; figures are identical.
 */
import type { Assumption, Damage, Undecided } from '../model/correction.js'
import type { LaidOutDocument, RepairedDocument } from '../model/document.js'
import type { OffsetMap } from '../model/edit.js'
import { applyEdits, offsetMap } from '../model/edit.js'
import { spanOf } from '../model/span.js'
import type { PassTrace, RepairTrace } from '../model/trace.js'
import { foldText, normalise } from '../resources/script.js'
import type { UnitTable } from '../resources/units.js'
import { findBeyondRepair } from './damage/beyond-repair.js'
import { findDeletions } from './damage/deletions.js'
import { findLettersForZero } from './damage/letter-for-zero.js'
import { findMasks } from './damage/masks.js'
import { findStrippedFigures } from './damage/stripped-figures.js'
import type { Swap } from './decide/choose.js'
import { decide, defaultApplyFrom } from './decide/decide.js'
import type { ProtectedOffsets } from './decide/protected.js'
import { protectedRuns, protectOffsets } from './decide/protected.js'
import type { DecisionContext } from './decide/rules.js'
import type { Candidates } from './decode/candidates.js'
import { provenByPeople } from './detect/proven-by-people.js'
import { judgeSpin, spinOf } from './detect/verdict.js'
import { findDisguises, noDisguises } from './disguise/find.js'
import type { Disguises } from './disguise/knowledge.js'
import type { Pass } from './passes.js'
import { findSwapsInPasses } from './passes.js'
import { findMisreadings } from './recognition/misreadings.js'
import { markTraditional, writeInScript } from './script.js'
import { tracePass } from './trace.js'

export interface RepairOptions {
  /** `clean` takes the text as it stands; `spun` skips the question; `auto` estimates passage by passage. */
  readonly assume?: Assumption
  /** Confidence from which a correction is applied. */
  readonly applyFrom?: number
  /** Whether the other documents of its source prove it spun (`detect/source.ts`). */
  readonly sourceProven?: boolean
}

/** What the repair needs to know. */
export interface RepairResources {
  readonly candidates: Candidates
  readonly units: UnitTable
  readonly disguises: Disguises
}

type ToSource = OffsetMap<'source', 'normalised'>

/** The context of decisions about a document; also for those that are taken again. */
export function decisionContext(
  { candidates, units }: Omit<RepairResources, 'disguises'>,
  { applyFrom = defaultApplyFrom }: RepairOptions,
  damage: readonly Damage[] = [],
): DecisionContext {
  const beyondRepair = damage.filter(({ kind }) => kind === 'beyond-repair')
  const { decision } = candidates.parameters
  return { applyFrom, decision, beyondRepair, units, lexicon: candidates.lexicon }
}

function toUndecided(swap: Swap, toSource: ToSource, source: string): Undecided {
  const span = toSource.back(spanOf<'normalised'>(swap.start, swap.end))
  return {
    actual: source.slice(span.start, span.end),
    replacement: swap.replacement,
    confidence: swap.confidence,
    kind: 'swap',
    traits: swap.traits,
    alternatives: swap.alternatives,
    evidence: swap.evidence,
    ...span,
  }
}

/** What was weighed, to be told in spans of the source when it is asked for. */
function traceOf(
  passes: readonly Pass[],
  offsets: ProtectedOffsets,
  toSource: ToSource,
): Omit<RepairTrace, 'undecided' | 'decisions'> {
  const back = (start: number, end: number) => toSource.back(spanOf<'normalised'>(start, end))
  let traced: readonly PassTrace[] | undefined
  const tracePasses = () =>
    passes.map(({ read, ...restored }) => {
      const map = offsetMap(read)
      return tracePass(read.text, restored, (start, end) => {
        const span = map.back(spanOf<'passed'>(start, end))
        return back(span.start, span.end)
      })
    })
  return {
    passes() {
      traced ??= tracePasses()
      return traced
    },
    protected: () =>
      protectedRuns(offsets).map(({ start, end, reason }) => ({ ...back(start, end), reason })),
    withoutFigures: new Map(),
  }
}

/** The repaired text as a language model reads it, in simplified characters; the length and the edits stay. */
const asRead = (repaired: RepairedDocument['repaired']) => ({ ...repaired, text: foldText(repaired.text) })

/** Damage that is found and not mended, in order. */
function findDamage(
  { model }: Candidates,
  source: string,
  repaired: RepairedDocument['repaired'],
  others: readonly Damage[],
): Damage[] {
  const toRepaired = offsetMap(repaired)
  const deletions = findDeletions(model, asRead(repaired).text, repaired.text).map(
    ({ offset, detail }): Damage => {
      const { start } = toRepaired.back(spanOf<'repaired'>(offset, offset))
      return { kind: 'deletion', ...spanOf<'source'>(start, start), detail }
    },
  )
  const found = [...findMasks(source), ...findStrippedFigures(source), ...deletions, ...others]
  return found.sort((a, b) => a.start - b.start)
}

/**
 * A scan with its misreadings mended, which the repair then reads: what recognition misread looks strange to it, and is
 * no sign of a tool. They are decided with the joins of the layout.
 */
function withoutMisreadings(
  document: LaidOutDocument,
  { model }: Candidates,
  { assume, applyFrom = defaultApplyFrom }: RepairOptions,
): LaidOutDocument {
  const { text, recognition } = document
  if (recognition === undefined || assume === 'clean') return document
  const found = findMisreadings(model, text, recognition)
  const joined = (edit: { readonly start: number; readonly end: number }) =>
    document.joins.some(({ start, end }) => edit.start < end && start < edit.end)
  const own = found.filter((misreading) => misreading.confidence >= applyFrom && !joined(misreading))
  const joins = [...document.joins, ...own].sort((one, two) => one.start - two.start || one.end - two.end)
  return { ...document, joins, normalised: normalise(text, joins) }
}

/** Repairs one document. */
export function repairDocument(
  laidOut: LaidOutDocument,
  resources: RepairResources,
  options: RepairOptions = {},
): RepairedDocument {
  const { candidates } = resources
  const { assume = candidates.parameters.assumeSpun ? 'spun' : 'auto' } = options
  const document = withoutMisreadings(laidOut, candidates, options)
  const { text: source, normalised, joins } = document
  const toSource = offsetMap(normalised)
  const context = decisionContext(resources, options)
  const protectedAt = protectOffsets(document, candidates.lexicon)
  const printed = applyEdits(source, normalised.edits)
  const traditionalAt = markTraditional(printed, normalised.text)
  const sourceProven =
    options.sourceProven || provenByPeople(document, candidates.classifier, candidates.taught)
  const decodeOptions = {
    assume,
    protectedAt,
    sourceProven,
    ...(traditionalAt && { traditionalAt }),
  }
  const { swaps, passes } = findSwapsInPasses(candidates, normalised.text, decodeOptions, context)
  const written = writeInScript(printed, normalised.text, swaps)
  const weighed = written.map((swap) => toUndecided(swap, toSource, source))
  const trace = traceOf(passes, protectedAt, toSource)
  const back = (start: number, end: number) => toSource.back(spanOf<'normalised'>(start, end))
  const { proof, bySource, passages } = passes[0]!.decoded
  const isUntold = assume === 'auto' && proof.tooShort && !proof.proven
  const spin = spinOf(passages, back, assume !== 'auto', isUntold)
  const disguised =
    assume === 'clean'
      ? noDisguises
      : findDisguises(document, resources.disguises, {
          windows: spin.windows,
          surnames: candidates.lexicon.surnames,
          isProtected: (offset) => protectedAt[offset] !== 0,
        })
  const undecided = [...weighed, ...joins, ...findLettersForZero(source), ...disguised.undecided]
  const first = decide(source, undecided, trace, context)
  const { model } = passes[0]!.candidates
  const beyondRepair = findBeyondRepair(
    model,
    () => foldText(source),
    () => asRead(first.repaired),
    spin.windows,
    weighed,
  )
  const decided =
    beyondRepair.length === 0
      ? first
      : decide(source, undecided, trace, decisionContext(resources, options, beyondRepair))
  const damage = findDamage(candidates, source, decided.repaired, [...beyondRepair, ...disguised.damage])
  const judged = judgeSpin(spin, beyondRepair)
  const rests = bySource && judged.verdict !== 'clean'
  return { ...document, ...decided, damage, spin: { ...judged, ...(rests && { bySource }) } }
}
