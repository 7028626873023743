/**
 * A record as a document again, so that its figures are read and checked anew after its words were decided. Nothing is
 * weighed: the corrections are taken as they are given.
 * Invariant: a record whose corrections stay what they are comes out as it was.
 */
import type { Correction } from '../model/correction.js'
import type { AuditedDocument, RepairedDocument } from '../model/document.js'
import { revise } from '../model/edit.js'
import type { RecognisedCharacter, Recognition } from '../model/recognition.js'
import type { Span } from '../model/span.js'
import { spanOf } from '../model/span.js'
import { emptyTrace } from '../model/trace.js'
import { normalise } from '../resources/script.js'
import { toRecord } from '../writers/record.js'
import type { DocumentRecord } from '../writers/schema.js'

/** A value of a record with its offsets as a span of the source. */
function placed<T extends { readonly start: number; readonly end: number }>(item: T): T & Span<'source'> {
  return { ...item, ...spanOf<'source'>(item.start, item.end) }
}

type RecognitionRecord = NonNullable<DocumentRecord['recognition']>

function charactersOf(
  text: string,
  line: RecognitionRecord['lines'][number],
  doubts: ReadonlyMap<number, RecognitionRecord['doubts'][number]>,
): RecognisedCharacter[] {
  const characters: RecognisedCharacter[] = []
  let start = line.start
  for (const character of text.slice(line.start, line.end)) {
    const end = start + character.length
    if (/\S/.test(character)) {
      const { rivals = [], missed = [] } = doubts.get(start) ?? {}
      const confidence = line.confidences[characters.length] ?? 1
      characters.push({ confidence, rivals, missed, ...spanOf<'source'>(start, end) })
    }
    start = end
  }
  return characters
}

function recognitionOf(
  text: string,
  { engine, model, pages, lines, doubts }: RecognitionRecord,
): Recognition {
  const byStart = new Map(doubts.map((doubt) => [doubt.start, doubt]))
  return {
    engine,
    model,
    pages,
    lines: lines.map((line) => ({
      page: line.page,
      corners: line.corners,
      characters: charactersOf(text, line, byStart),
      ...spanOf<'source'>(line.start, line.end),
    })),
  }
}

/** The repaired document that a record tells of, with these corrections in the place of its own. */
export function documentAgain(record: DocumentRecord, corrections: readonly Correction[]): RepairedDocument {
  const { text } = record.source
  const joins = corrections.filter(({ kind }) => kind === 'layout')
  const { published, source, inputId, inputFields, ...origin } = record.origin
  return {
    id: record.id,
    origin: {
      ...origin,
      ...(published !== undefined && { published }),
      ...(source !== undefined && { source }),
      ...(inputId !== undefined && { inputId }),
      ...(inputFields !== undefined && { inputFields }),
    },
    text,
    stated: [],
    pageStarts: [],
    messages: record.messages.map(({ parameters, ...message }) => ({
      ...message,
      ...(parameters && { parameters }),
    })),
    blocks: record.blocks.map(placed),
    joins,
    normalised: normalise(text, joins),
    corrections,
    damage: record.damage.map(placed),
    spin: {
      rate: record.spin.rate,
      verdict: record.spin.verdict,
      assumed: record.spin.assumed,
      ...(record.spin.bySource && { bySource: record.spin.bySource }),
      windows: record.spin.windows.map(placed),
    },
    repaired: revise(
      text,
      corrections.filter(({ status }) => status === 'applied'),
    ),
    trace: emptyTrace,
    ...(record.recognition && { recognition: recognitionOf(text, record.recognition) }),
  }
}

/** The corrections of a record as those of a document. */
export function correctionsAgain({ corrections }: Pick<DocumentRecord, 'corrections'>): Correction[] {
  return corrections.map(({ decidedBy, ...correction }) => ({
    ...placed(correction),
    ...(decidedBy && { decidedBy }),
  }))
}

/** The record of a document that was made of a record, which went as far and has words if that has them. */
export function recordAgain(
  document: AuditedDocument,
  { tokens, stages, decisions }: DocumentRecord,
): DocumentRecord {
  const made = toRecord(document, { tokens: tokens !== undefined, ...(stages && { stages }) })
  return decisions === undefined ? made : { ...made, decisions }
}
