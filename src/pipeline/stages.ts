/**
 * The order of the stages, and how long each took. A stage that was not asked for adds nothing: its part of the
 * document stays empty. Timing stays out of the document and of the record.
 */
import { performance } from 'node:perf_hooks'
import { auditDocument } from '../audit/audit.js'
import type {
  AuditedDocument,
  ExtractedDocument,
  SegmentedDocument,
  SourceDocument,
} from '../model/document.js'
import { foldWidth } from '../model/fold.js'
import type { RepairOptions } from '../repair/repair.js'
import { repairDocument } from '../repair/repair.js'
import { layOut } from './read.js'
import type { Resources } from './resources.js'

/** Stages in their order. */
export const stages = ['read', 'layout', 'repair', 'segment', 'extract', 'audit'] as const
export type StageName = (typeof stages)[number]

export interface StageOptions {
  readonly resources: Resources
  /** Take the text as spun or clean instead of estimating it. */
  readonly assume?: 'auto' | 'spun' | 'clean'
  /** Confidence from which corrections are applied, 0.7 by default. */
  readonly applyFrom?: number
  /** The last stage to run; all by default. */
  readonly until?: StageName
  /** Told how many milliseconds a stage took. */
  readonly onTiming?: (stage: StageName, milliseconds: number) => void
}

/** Runs one stage and tells how long it took. */
export function timed<T>(options: Pick<StageOptions, 'onTiming'>, stage: StageName, run: () => T): T {
  if (options.onTiming === undefined) return run()
  const start = performance.now()
  const result = run()
  options.onTiming(stage, performance.now() - start)
  return result
}

function repairOptions({ assume, applyFrom }: StageOptions): RepairOptions {
  return { ...(assume !== undefined && { assume }), ...(applyFrom !== undefined && { applyFrom }) }
}

/** Takes a document as it was read through the stages up to the one that `until` names. */
export function runStages(source: SourceDocument, options: StageOptions): AuditedDocument {
  const last = stages.indexOf(options.until ?? 'audit')
  const wants = (stage: StageName) => stages.indexOf(stage) <= last
  const { resources } = options
  const laidOut = timed(options, 'layout', () => layOut(source))
  const repaired = timed(options, 'repair', () =>
    repairDocument(laidOut, resources.candidates, repairOptions(options)),
  )
  const reading = foldWidth(repaired.repaired.text)
  const segmented: SegmentedDocument = { ...repaired, reading, sentences: [], tokens: [] }
  const extracted: ExtractedDocument = { ...segmented, facts: [], ignored: [] }
  if (!wants('audit')) return { ...extracted, checks: [] }
  return timed(options, 'audit', () => auditDocument(extracted, resources.claims))
}
