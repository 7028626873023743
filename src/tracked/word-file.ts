/**
 * A record as a Word file: what was repaired as tracked changes of huanyuan and what a person should look at as
 * comments, or with all changes made. A document of Word is that very file with its text changed; of everything else a
 * plain new one is made.
 * Invariant: nothing of the repair is lost in silence: what cannot be written as a change is a comment, and what finds
 * no place for that is given back.
 */
import { defaultMaxBytes } from '../model/limits.js'
import { ProcessingError } from '../model/message.js'
import type { TracedDocument } from '../readers/docx.js'
import { traceDocx } from '../readers/docx.js'
import type { Language } from '../writers/language.js'
import type { CorrectionRecord, DocumentRecord } from '../writers/schema.js'
import { changedParts } from './changed-parts.js'
import { makeComments } from './comments.js'
import { makeEdits } from './edits.js'
import { isOriginalOf } from './original.js'
import type { WordPackage } from './package.js'
import { commentsPartOf, newPackage, withParts } from './package.js'
import type { Changes, TracedSource } from './places.js'
import { plainPackage } from './plain.js'
import { remarksOf, unmadeRemark } from './remarks.js'
import type { ChangeStyle } from './runs.js'

export interface WordFileOptions {
  /** Language of the comments: `en`, unless `zh` is given. */
  readonly language?: Language
  /** Whether the changes are made instead of tracked; then there are no comments. By default they are tracked. */
  readonly isAccepted?: boolean
  /** When the changes are said to be made, as 2024-05-01T08:00:00Z; nothing where it is not given. */
  readonly date?: string
  /** Most bytes that the original may hold, unpacked: 64 MiB by default. */
  readonly maxBytes?: number
}

type Settled = WordFileOptions & Required<Omit<WordFileOptions, 'date'>>

export interface WordFile {
  readonly bytes: Uint8Array
  /** Ending of its name, that of the original where it is that file. */
  readonly ending: string
  /** Why it is not the original with changes. */
  readonly anew?: 'no-word' | 'no-original' | 'reads-otherwise'
  /** Remarks and changes that found no place in it. */
  readonly lost: readonly string[]
}

const author = 'huanyuan'

/** Ids that no change, comment or bookmark of the parts has. */
function newIds(parts: Iterable<string>): () => number {
  const used = new Set<number>()
  for (const xml of parts)
    for (const [, id] of xml.matchAll(/[\s:]id=["'](\d{1,10})["']/g)) used.add(Number(id))
  let next = 0
  return () => {
    do next++
    while (used.has(next))
    return next
  }
}

function styleOf({ isAccepted, date }: Settled, nextId: () => number): ChangeStyle {
  return {
    isAccepted,
    attributes(own, id = nextId()) {
      const when = date === undefined ? '' : ` ${own}date="${date}"`
      return ` ${own}id="${id}" ${own}author="${author}"${when}`
    },
  }
}

interface ChangedPackage {
  readonly changed: ReadonlyMap<string, string>
  readonly lost: readonly string[]
}

function change(
  record: DocumentRecord,
  source: TracedSource,
  word: WordPackage,
  options: Settled,
): ChangedPackage {
  const { language, isAccepted } = options
  const part = commentsPartOf(word)
  const nextId = newIds([...source.trace.parts.values(), part.xml])
  const style = styleOf(options, nextId)
  const changes: Changes = new Map()
  const applied = record.corrections.filter(({ status }) => status === 'applied')
  const unmade: CorrectionRecord[] = makeEdits(source, applied, changes, style)
  const { markup, lost } = isAccepted
    ? // A file with all changes made says nothing but its text.
      { markup: '', lost: unmade.map((correction) => unmadeRemark(language, correction)) }
    : makeComments(source, remarksOf(record, unmade, language), changes, style, {
        language,
        dialect: part.dialect,
        nextId,
      })
  const changed = changedParts(source, changes, style)
  return {
    changed: new Map([...changed, ...(markup === '' ? [] : part.filled(markup))]),
    lost: lost.map(({ text }) => text),
  }
}

async function trace(bytes: Uint8Array, maxBytes: number): Promise<TracedDocument | undefined> {
  try {
    return await traceDocx(bytes, maxBytes)
  } catch (cause) {
    if (cause instanceof ProcessingError) throw cause
    return undefined
  }
}

function anew(record: DocumentRecord, options: Settled, why: NonNullable<WordFile['anew']>): WordFile {
  const { parts, source } = plainPackage(record)
  const word = { main: source.main, part: (name: string) => parts.get(name) }
  const { changed, lost } = change(record, source, word, options)
  return { bytes: newPackage(new Map([...parts, ...changed])), ending: '.docx', anew: why, lost }
}

/**
 * A record as a Word file with tracked changes and comments. `original` are the bytes that the record was made of, where
 * they are at hand: of a Word document that very file comes back, with its text changed in place; of everything else a
 * plain new one. Rejects with ProcessingError where the original cannot be unpacked within its limit.
 * @example
 * const original = readFileSync('report.docx')
 * for await (const record of processDocument(original, { path: 'report.docx' })) {
 *   const { bytes, lost } = await wordFileOf(record, original, { language: 'zh' })
 *   writeFileSync('report.tracked.docx', bytes)
 *   for (const told of lost) console.log(told)
 * }
 */
export async function wordFileOf(
  record: DocumentRecord,
  original: Uint8Array | undefined,
  given: WordFileOptions = {},
): Promise<WordFile> {
  const options: Settled = { language: 'en', isAccepted: false, maxBytes: defaultMaxBytes, ...given }
  if (!/wordprocessingml/.test(record.origin.mediaType)) return anew(record, options, 'no-word')
  if (original === undefined || !isOriginalOf(record, original)) return anew(record, options, 'no-original')
  const traced = await trace(original, options.maxBytes)
  if (traced === undefined || traced.source.text !== record.source.text)
    return anew(record, options, 'reads-otherwise')
  const { source, parts } = traced
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)
  const word = { main: source.main, part: (name: string) => text(parts.get(name)) }
  const { changed, lost } = change(record, source, word, options)
  const named = /\.(?:docx|docm|dotx)$/i.exec(record.origin.entry ?? record.origin.path ?? '')?.[0]
  return { bytes: withParts(original, changed), ending: named?.toLowerCase() ?? '.docx', lost }
}
