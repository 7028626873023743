/**
 * The public library: re-exports only. `loadResources`, `processDocument`, `createHuanyuan` and `buildDataset` are
 * asynchronous, all others are not. What is exported here keeps its meaning within a major version; the record is
 * described by `schemaVersion`.
 */
export type { BuildProgress, BuildRequest as BuildOptions } from './dataset/build-options.js'
export type { FormatOptions } from './dataset/contract.js'
export {
  type BatchOptions,
  type CallOptions,
  createHuanyuan,
  type Huanyuan,
  type HuanyuanOptions,
  type Input,
  type Outcome,
} from './dataset/create-huanyuan.js'
export { buildDataset, mergeDataset } from './dataset/library.js'
export type { BuildResult } from './dataset/make.js'
export type { MergeOptions } from './dataset/merge.js'
export type { Shard } from './dataset/plan.js'
export { processDocument } from './dataset/process-document.js'
export type { SelectedCounts } from './dataset/selected.js'
export type { SelectionOptions } from './dataset/selection.js'
export type { DocumentSettings } from './dataset/worker.js'
export type { Anchor } from './decisions/anchor.js'
export type { Decision, DecisionLog } from './decisions/decision.js'
export type { Exact, PrintedNumber } from './model/exact.js'
export { ProcessingError, type StageName, stages } from './model/message.js'
export { parseNumeral } from './numerals/parse.js'
export {
  type AcceptOptions,
  accept,
  type CorrectionPlace,
  type DecideOptions,
  reject,
  revert,
} from './pipeline/decide.js'
export {
  type AuditResult,
  audit,
  type BytesOptions,
  type ExtractResult,
  extract,
  processText,
  type RepairResult,
  repair,
  type SegmentResult,
  type SingleOptions,
  segment,
  type TextOptions,
} from './pipeline/library.js'
export type { DocumentOptions, Pool, ProcessOptions } from './pipeline/options.js'
export { findQuantities, type Quantity } from './pipeline/quantities.js'
export { loadResources, type ResourceOptions, type Resources } from './pipeline/resources.js'
export { openSources, type ScannedDocument, type Sources, scanDocument } from './pipeline/source.js'
export type { StageOptions } from './pipeline/stages.js'
export type { EntryRange, FieldOptions } from './readers/contract.js'
export type { Recogniser, ScanOptions } from './readers/scans/contract.js'
export { type WordFile, type WordFileOptions, wordFileOf } from './tracked/word-file.js'
export type { Language } from './writers/language.js'
export {
  describeCheck,
  renderDiff,
  renderHtml,
  renderMarkdown,
  renderReport,
  renderSarif,
} from './writers/render.js'
export type {
  BlockRecord as Block,
  CheckRecord as Check,
  CorrectionRecord as Correction,
  DamageRecord as Damage,
  DocumentRecord,
  FactRecord as Fact,
  MessageRecord as Message,
  SpanRecord as Span,
  TokenRecord as Token,
} from './writers/schema.js'
