/**
 * The stages as the pipeline calls them, each with the documents of the one before it, so that each can be measured
 * alone. Reading is measured by format, elsewhere.
 */
import { auditDocument } from '../../src/audit/audit.js'
import { extractFacts } from '../../src/extract/extract.js'
import { layOut } from '../../src/layout/layout.js'
import type { SourceDocument } from '../../src/model/document.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import { repairDocument } from '../../src/repair/repair.js'
import { segmentDocument } from '../../src/segment/segment.js'
import { sourceOf } from '../eval/repair.js'
import type { RunLimits } from './measure.js'
import { shortestRun } from './measure.js'

export const measuredStages = [
  'layout',
  'repair',
  'sentences',
  'sentences and tokens',
  'facts',
  'audit',
  'all, without tokens',
] as const
export type MeasuredStage = (typeof measuredStages)[number]

/** Milliseconds of each stage over all the texts. */
export function measureStages(
  texts: readonly string[],
  resources: Resources,
  limits: RunLimits,
): Map<MeasuredStage, number> {
  const took = new Map<MeasuredStage, number>()
  /** Measures a stage and gives what it made of each document. */
  function measure<In, Out>(name: MeasuredStage, documents: readonly In[], run: (one: In) => Out): Out[] {
    let made: Out[] = []
    const milliseconds = shortestRun(() => {
      made = documents.map(run)
    }, limits)
    took.set(name, milliseconds)
    return made
  }
  const sources: SourceDocument[] = texts.map(sourceOf)
  const laidOut = measure('layout', sources, (source) => layOut(source, resources.boilerplate))
  const repaired = measure('repair', laidOut, (document) => repairDocument(document, resources))
  const segmented = measure('sentences', repaired, (document) => segmentDocument(document))
  measure('sentences and tokens', repaired, (document) => segmentDocument(document, resources.segmenter))
  const extracted = measure('facts', segmented, (document) => extractFacts(document, resources))
  measure('audit', extracted, (document) => auditDocument(document, resources.claims))
  measure('all, without tokens', sources, (source) => runStages(source, { resources }))
  return took
}
