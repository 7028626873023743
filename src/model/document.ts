/**
 * The document types. Each stage takes the type of the stage before and adds its own part, so a wrong order does not
 * compile. Nothing is removed, and no text is overwritten.
 */
import type { Cell } from './cell.js'
import type { Check } from './check.js'
import type { Correction, Damage, Spin, Undecided } from './correction.js'
import type { Revision } from './edit.js'
import type { Fact, Ignored } from './fact.js'
import type { Message } from './message.js'
import type { Recognition } from './recognition.js'
import type { Span } from './span.js'
import type { Table } from './table.js'
import type { Token } from './token.js'
import type { RepairTrace } from './trace.js'

/** What a document says of its own publication, outside of its text. */
export interface PublicationStatement {
  /** Day of publication, as 2020-03-15. */
  readonly published?: string
  /** Who is named as its source. */
  readonly source?: string
}

/** A value of JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }

/** What a data set says of a text beside the text itself. */
export interface InputStatement {
  /** The id that the data set gives it. */
  readonly inputId?: string
  /** Fields that were asked to be kept, as they stand. */
  readonly inputFields?: Readonly<Record<string, JsonValue>>
}

/** Where the bytes came from. */
export interface Origin extends PublicationStatement, InputStatement {
  readonly path: string | null
  /** Name inside an archive, or the line of a JSONL file. */
  readonly entry: string | null
  readonly mediaType: string
  readonly encoding: string | null
  readonly bytes: number
}

/** Where a block stands in the original. */
export interface Location {
  readonly page: number | null
  readonly line: number | null
  readonly cell: Cell | null
}

export const blockKinds = [
  'title',
  'heading',
  'paragraph',
  'list-item',
  'table',
  'caption',
  'footnote',
  'boilerplate',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** A piece of the text with one role. Blocks are sorted and disjoint; white space between them belongs to none. */
export interface Block extends Span<'source'> {
  readonly kind: BlockKind
  /** 0 for text; 1… for headings (1 is 一、, 2 is （一）, 3 is 1., 4 is （1） or 一是). */
  readonly level: number
  /** The printed label of a heading or list item, such as "(一)". */
  readonly label: string | null
  readonly at: Location
}

/** What a reader drew out of the bytes: the text, and the structure that the format itself states. */
export interface SourceDocument {
  /** `sha256:` and the hash of the document's bytes. */
  readonly id: string
  readonly origin: Origin
  readonly text: string
  /** Blocks that the format states (table cells, Word headings), sorted and disjoint. Layout finds the others. */
  readonly stated: readonly Block[]
  /** Starts of pages in the text (offset of the first code unit), for formats that have pages. */
  readonly pageStarts: readonly number[]
  readonly messages: readonly Message[]
  /** There where pages of it were recognised. */
  readonly recognition?: Recognition
}

/** After layout: every block, the joins of what page breaks and letter-spacing tore apart, and radicals folded. */
export interface LaidOutDocument extends SourceDocument {
  readonly blocks: readonly Block[]
  /** Layout repairs, as corrections of the source. */
  readonly joins: readonly Undecided[]
  /** Layout repairs applied, width and script folded: what matching reads. */
  readonly normalised: Revision<'source', 'normalised'>
}

/** After repair. */
export interface RepairedDocument extends LaidOutDocument {
  /** Swaps, joins and character suggestions: disjoint, in order. */
  readonly corrections: readonly Correction[]
  readonly damage: readonly Damage[]
  readonly spin: Spin
  /** Applied corrections only. */
  readonly repaired: Revision<'source', 'repaired'>
  /** What was weighed for the corrections, and what settled each. */
  readonly trace: RepairTrace
}

/** After segmentation of the repaired text. */
export interface SegmentedDocument extends RepairedDocument {
  /** The repaired text with width and script folded: same length, same offsets. What extraction reads. */
  readonly reading: string
  readonly sentences: readonly Span<'repaired'>[]
  readonly tokens: readonly Token[]
  /** Name and version of what cut the tokens, where they were asked for. */
  readonly segmenter?: string
}

/** After extraction. */
export interface ExtractedDocument extends SegmentedDocument {
  /** Tables with rows of figures, in reading order. */
  readonly tables: readonly Table[]
  readonly facts: readonly Fact[]
  readonly ignored: readonly Ignored[]
}

/** After the audit. */
export interface AuditedDocument extends ExtractedDocument {
  readonly checks: readonly Check[]
}
