/**
 * What becomes of a document from its bytes on, so that one that the reader refuses is counted and not left out.
 * Invariant: a document that is read has the text that its gold indexes, code unit for code unit in length.
 */
import type { Assumption } from '../../src/model/correction.js'
import type { AuditedDocument, SourceDocument } from '../../src/model/document.js'
import type { StageName } from '../../src/model/message.js'
import { ProcessingError } from '../../src/model/message.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import { readDocuments } from '../../src/readers/read.js'
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
  const seen: Seen<T>[] = []
  for (const text of texts) {
    const source = await read(text)
    if (source === null) {
      seen.push({ text, made: null })
      continue
    }
    const { corrections, damage, spin, checks } = runStages(source, options)
    seen.push({ text, made: { corrections, damage, spin, checks } })
  }
  return seen
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
