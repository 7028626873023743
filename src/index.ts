/**
 * The public library: re-exports only. `loadResources` and `processDocument` are asynchronous, all others are not.
 * What is exported here keeps its meaning within a major version; the record is described by `schemaVersion`.
 */
export { type BuildResult, buildDataset } from './dataset/build.js'
export type { BuildOptions } from './dataset/build-options.js'
export { ProcessingError, type StageName, stages } from './model/message.js'
export { parseNumeral } from './numerals/parse.js'
export type { DocumentOptions, Pool, ProcessOptions } from './pipeline/options.js'
export { processDocument, processText } from './pipeline/process.js'
export { findQuantities, type Quantity } from './pipeline/quantities.js'
export { loadResources, type ResourceOptions, type Resources } from './pipeline/resources.js'
export {
  type AuditResult,
  audit,
  type ExtractResult,
  extract,
  type RepairResult,
  repair,
  type SegmentResult,
  segment,
} from './pipeline/single.js'
export { openSources, type ScannedDocument, type Sources, scanDocument } from './pipeline/source.js'
export type { StageOptions } from './pipeline/stages.js'
export type { DocumentRecord } from './writers/schema.js'
