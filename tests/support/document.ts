/**
 * A text as the document of each stage: laid out and cut into sentences, with the edits and
 * damage that a test gives it; its facts; its checks. Neither the language model nor the segmenter is loaded.
 */
import { auditDocument } from '../../src/audit/audit.js'
import { extractFacts } from '../../src/extract/extract.js'
import { ruledChooser } from '../../src/extract/naming/choose.js'
import { layOut } from '../../src/layout/layout.js'
import type { Damage } from '../../src/model/correction.js'
import type { AuditedDocument, ExtractedDocument, SegmentedDocument } from '../../src/model/document.js'
import type { Edit } from '../../src/model/edit.js'
import { revise } from '../../src/model/edit.js'
import { emptyTrace } from '../../src/model/trace.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { segmentDocument } from '../../src/segment/segment.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { claims, indicators, naming, units } from './tables.js'

const boilerplate = loadBoilerplate()
/** Names are those that the rules give; which of several candidates is chosen has tests of its own. */
export const resources = { units, indicators, naming, choose: ruledChooser }

export function segmentedText(
  text: string,
  edits: readonly Edit[] = [],
  damage: readonly Damage[] = [],
): SegmentedDocument {
  const laidOut = layOut(
    {
      id: 'sha256:test',
      origin: { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: 0 },
      text,
      stated: [],
      pageStarts: [],
      messages: [],
    },
    boilerplate,
  )
  const repaired = revise<'source', 'repaired'>(text, edits)
  const spin = { rate: 0, verdict: 'clean' as const, assumed: true, windows: [] }
  return segmentDocument(
    { ...laidOut, corrections: [], damage, spin, repaired, trace: emptyTrace },
    undefined,
  )
}

export function extractText(
  text: string,
  edits?: readonly Edit[],
  damage?: readonly Damage[],
): ExtractedDocument {
  return extractFacts(segmentedText(text, edits, damage), resources)
}

export function auditText(text: string): AuditedDocument {
  return auditDocument(extractText(text), claims)
}

/** The facts of a text as records have them, by what was printed; each printed number must stand there once. */
export function factsOf(text: string): Record<string, DocumentRecord['facts'][number]> {
  const { facts } = toRecord({ ...extractText(text), checks: [] })
  return Object.fromEntries(facts.map((fact) => [fact.text, fact]))
}
