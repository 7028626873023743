/**
 * The order of the stages, and how long each took. A stage that was not asked for adds nothing. Timing is in neither
 * the document nor the record.
 */
import { performance } from 'node:perf_hooks'
import { auditDocument } from '../audit/audit.js'
import { extractFacts } from '../extract/extract.js'
import { layOut } from '../layout/layout.js'
import type { Assumption } from '../model/correction.js'
import type {
  AuditedDocument,
  ExtractedDocument,
  LaidOutDocument,
  RepairedDocument,
  SourceDocument,
} from '../model/document.js'
import { type StageName, stages } from '../model/message.js'
import type { RepairOptions } from '../repair/repair.js'
import { decisionContext, repairDocument } from '../repair/repair.js'
import { segmentDocument } from '../segment/segment.js'
import { applyEvidence, findEvidence } from './evidence.js'
import type { Resources } from './resources.js'

export interface StageOptions {
  readonly resources: Resources
  /** Take the text as spun or clean instead of estimating it. */
  readonly assume?: Assumption
  /** Confidence from which corrections are applied, 0.7 by default. */
  readonly applyFrom?: number
  /** Whether the other documents of its source prove it spun. */
  readonly sourceProven?: boolean
  /** The last stage to run; all by default. */
  readonly until?: StageName
  /** Cut the repaired text into words. Without it the segmenter is never loaded. */
  readonly tokens?: boolean
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

function repairOptions({ assume, applyFrom, sourceProven }: StageOptions): RepairOptions {
  return {
    ...(assume !== undefined && { assume }),
    ...(applyFrom !== undefined && { applyFrom }),
    ...(sourceProven !== undefined && { sourceProven }),
  }
}

/** From the repaired text to the checks, as far as `until` asks. */
function readRepaired(repaired: RepairedDocument, options: StageOptions): AuditedDocument {
  const wants = (stage: StageName) => stages.indexOf(stage) <= stages.indexOf(options.until ?? 'audit')
  const { resources } = options
  const segmented = timed(options, 'segment', () =>
    segmentDocument(repaired, options.tokens === true ? resources.segmenter : undefined),
  )
  const nothing: ExtractedDocument = { ...segmented, tables: [], facts: [], ignored: [] }
  if (!wants('extract')) return { ...nothing, checks: [] }
  const extracted = timed(options, 'extract', () => extractFacts(segmented, resources))
  if (!wants('audit')) return { ...extracted, checks: [] }
  return timed(options, 'audit', () => auditDocument(extracted, resources.claims))
}

/** One round back: the figures weigh doubtful words, and a text that changes by it is read once more. */
function weighByFigures(audited: AuditedDocument, options: StageOptions): AuditedDocument {
  const evidence = findEvidence(audited, options.resources.claims)
  const weighed = applyEvidence(
    audited,
    evidence,
    decisionContext(options.resources, repairOptions(options), audited.damage),
  )
  return weighed.repaired.text === audited.repaired.text ? weighed : readRepaired(weighed, options)
}

/** Takes a document as it was read through the stages up to the one that `until` names. */
export function runStages(source: SourceDocument, options: StageOptions): AuditedDocument {
  return runLaidOut(
    timed(options, 'layout', () => layOut(source, options.resources.boilerplate)),
    options,
  )
}

/** Takes a document that is laid out through the stages behind. */
export function runLaidOut(laidOut: LaidOutDocument, options: StageOptions): AuditedDocument {
  const repaired = timed(options, 'repair', () =>
    repairDocument(laidOut, options.resources, repairOptions(options)),
  )
  return weighByFigures(readRepaired(repaired, options), options)
}
