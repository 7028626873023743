/**
 * What becomes of a document from its bytes on, so that one that the reader refuses is counted and not left out.
 * Invariant: a document that is read has the text that its gold indexes, code unit for code unit in length.
 */

import { layOut } from '../../src/layout/layout.js'
import type { Assumption } from '../../src/model/correction.js'
import type { AuditedDocument, SourceDocument } from '../../src/model/document.js'
import type { StageName } from '../../src/model/message.js'
import { ProcessingError } from '../../src/model/message.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { evidenceOf } from '../../src/pipeline/source.js'
import { runStages } from '../../src/pipeline/stages.js'
import { readDocuments } from '../../src/readers/read.js'
import { openSource } from '../../src/repair/detect/source.js'
import type { EvaluationText } from './sets.js'

/** One document of a set and what was made of it: null where the reader refused it. */
export interface Seen<T extends EvaluationText = EvaluationText> {
  readonly text: T
  readonly made: Pick<AuditedDocument, 'corrections' | 'damage' | 'spin' | 'checks'> | null
}

export interface SeeOptions {
  readonly resources: Resources
  readonly assume?: Assumption
  readonly until: StageName
  /** Whether the texts are of one source, whose documents prove each other. */
  readonly isPooled?: boolean
}

async function read({ name, text }: EvaluationText): Promise<SourceDocument | null> {
  try {
    for await (const source of readDocuments(Buffer.from(text, 'utf8'), { path: `${name}.txt` })) {
      if (source.text.length !== text.length)
        throw new Error(`${name}: its reader alters the offsets of the gold`)
      return source
    }
    return null
  } catch (error) {
    if (error instanceof ProcessingError) return null
    throw error
  }
}

/** Reads and repairs each text of a set, with the stages up to `until`. */
export async function seeAll<T extends EvaluationText>(
  texts: readonly T[],
  options: SeeOptions,
): Promise<Seen<T>[]> {
  const sources = await Promise.all(texts.map(read))
  const proven = options.isPooled === true ? provenByOthers(sources, options) : new Set<number>()
  return texts.map((text, index) => {
    const source = sources[index]!
    if (source === null) return { text, made: null }
    const { corrections, damage, spin, checks } = runStages(source, {
      ...options,
      sourceProven: proven.has(index),
    })
    return { text, made: { corrections, damage, spin, checks } }
  })
}

/** Positions of the documents that the others prove. */
function provenByOthers(
  sources: readonly (SourceDocument | null)[],
  { resources }: SeeOptions,
): ReadonlySet<number> {
  const source = openSource<number>(resources.candidates.parameters.detection)
  sources.forEach((document, index) => {
    if (document !== null) source.add(index, evidenceOf(layOut(document, resources.boilerplate), resources))
  })
  return source.provenByOthers()
}

/** Documents by kind, kinds in the order of their names, and all of them together. */
export function byKind<T extends Seen>(seen: readonly T[]): Map<string, T[]> {
  const kinds = [...new Set(seen.map(({ text }) => text.genre))].sort()
  const groups = new Map(kinds.map((kind) => [kind, seen.filter(({ text }) => text.genre === kind)]))
  return groups.set('all', [...seen])
}

/** Counts of what was said of documents, such as their verdicts: "clean 58, partly-spun 2". */
export function tally(said: readonly string[]): string {
  const names = [...new Set(said)].sort()
  return names.map((name) => `${name} ${said.filter((one) => one === name).length}`).join(', ')
}
