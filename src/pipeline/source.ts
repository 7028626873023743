/**
 * Documents of one source: the files that one folder holds, the documents of one archive, the texts of one list. What
 * one of them does not prove alone, the others may (`src/repair/detect/source.ts`).
 * Invariant: which documents are proven by others depends on the documents of their source alone, not on their order.
 */
import { dirname, normalize } from 'node:path'
import { layOut } from '../layout/layout.js'
import type { LaidOutDocument, Origin } from '../model/document.js'
import { holdsSeveral } from '../readers/read.js'
import type { Source, SourceEvidence } from '../repair/detect/source.js'
import { openSource, sourceEvidence } from '../repair/detect/source.js'
import type { RepairParameters } from '../resources/repair-parameters.js'
import type { DocumentOptions } from './options.js'
import { readSources } from './read-sources.js'
import type { Resources } from './resources.js'

/** A document of a source. */
export interface SourceMember {
  readonly id: string
  readonly origin: Pick<Origin, 'path' | 'entry'>
}

/** A document that was read and not processed. */
export interface ScannedDocument extends SourceMember {
  readonly evidence: SourceEvidence | null
}

/** Where a document comes from; the same text for all documents of one source. */
function sourceOf({ path, entry }: SourceMember['origin']): string {
  if (path === null) return ''
  return entry === null ? dirname(normalize(path)) : normalize(path)
}

/** Names a document among all sources. Equal documents of one source have one key. */
export const memberKey = (member: SourceMember): string => `${sourceOf(member.origin)}\n${member.id}`

/** What a document says for its having been spun. */
export function evidenceOf(
  { normalised }: Pick<LaidOutDocument, 'normalised'>,
  { candidates }: Pick<Resources, 'candidates'>,
): SourceEvidence | null {
  return sourceEvidence(candidates.classifier, normalised.text)
}

/** Documents of any number of sources. */
export interface Sources {
  add(document: ScannedDocument): void
  /** Keys of the documents that others of their source prove. */
  provenByOthers(): ReadonlySet<string>
}

export function openSources({ detection }: Pick<RepairParameters, 'detection'>): Sources {
  const sources = new Map<string, Source<string>>()
  return {
    add(document) {
      const name = sourceOf(document.origin)
      const source = sources.get(name) ?? openSource<string>(detection)
      sources.set(name, source)
      source.add(memberKey(document), document.evidence)
    },
    provenByOthers: () => new Set([...sources.values()].flatMap((source) => [...source.provenByOthers()])),
  }
}

/**
 * Reads the documents of some bytes as far as their evidence needs it, and tells `onDocument` of each. Scans say nothing
 * of their source: what recognition misreads is no sign of a tool. Throws ProcessingError.
 */
export async function scanDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
  onDocument: () => void = () => {},
): Promise<ScannedDocument[]> {
  const { resources } = options
  const scanned: ScannedDocument[] = []
  for await (const source of readSources(bytes, { ...options, scans: { mode: 'never' } })) {
    const { id, origin } = source
    scanned.push({ id, origin, evidence: evidenceOf(layOut(source, resources.boilerplate), resources) })
    onDocument()
  }
  return scanned
}

/** Whether the proofs of documents are pooled: not where the user says what the documents are. */
export function isPooled({
  pool = 'folder',
  assume = 'auto',
}: Pick<DocumentOptions, 'pool' | 'assume'>): boolean {
  return pool === 'folder' && assume === 'auto'
}

/**
 * Keys of the documents of some bytes that the others prove; those that are given, where they are. Tells `onDocument`
 * of each document that was read. Throws ProcessingError.
 */
export async function poolDocument(
  bytes: Uint8Array,
  options: DocumentOptions,
  onDocument?: () => void,
): Promise<ReadonlySet<string>> {
  const { provenBySource, path = null, resources } = options
  if (provenBySource !== undefined) return provenBySource
  if (!isPooled(options) || !holdsSeveral(bytes, path)) return new Set()
  const sources = openSources(resources.candidates.parameters)
  for (const document of await scanDocument(bytes, options, onDocument)) sources.add(document)
  return sources.provenByOthers()
}
