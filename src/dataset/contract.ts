/**
 * What a dataset is made of: documents with their signals, and the formats that write them. One file a format in
 * `formats/` exports `format`; the index is generated.
 * Invariant: a format reads the documents once, in their order, holds no more than it needs of them, and gives the same
 * bytes (or rows) for the same documents. Its files are new and lie aside; the build moves them into their place.
 */
import type { Droppable } from '../writers/clean-text.js'
import type { Language } from '../writers/language.js'
import type { RecordField } from '../writers/record-fields.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { PartitionKey } from './partition-keys.js'

/** Signs of how good a document is, each a share in [0, 1] unless said otherwise. */
export interface Quality {
  /** UTF-16 code units of the source that are not white space. */
  readonly characters: number
  /** Of these, those that are Chinese characters. */
  readonly hanShare: number
  /** Share of the replaceable words that were replaced. */
  readonly spinRate: number
  /** Characters that cannot be restored: damage beyond repair, masks, signs for undecodable bytes. */
  readonly unrepairableShare: number
  /** Characters of notices and page furniture. */
  readonly boilerplateShare: number
  /** Share of the numbers that became facts. */
  readonly coverage: number
  /** One figure for all: 1 is clean text of a report, 0 is nothing that can be used. */
  readonly score: number
}

/** A piece of a document that stands in other documents too. Offsets index the source. */
export interface Repeat {
  readonly start: number
  readonly end: number
  /** A short line of many documents is page furniture; a paragraph stands in the document that came first. */
  readonly kind: 'repeated-line' | 'repeated-paragraph'
  /** Key of the document that it was first seen in. */
  readonly of: string
}

/** A document as a format gets it. */
export interface DatasetDocument {
  /** Sixteen hexadecimal digits made of path, entry and content; the same in every build. */
  readonly key: string
  /** Safe path below the output for formats that write a file a document, without ending: never absolute, no `..`. */
  readonly place: string
  /** The record as one line of JSON without its line break, as UTF-8. */
  readonly line: Uint8Array
  /** The record; parsed when first asked for. */
  readonly record: DocumentRecord
  readonly quality: Quality
  /** Key of the earlier document that this one repeats, and how much of it: 1 is all. */
  readonly duplicateOf: string | null
  readonly similarity: number | null
  readonly repeats: readonly Repeat[]
}

export interface FormatOptions {
  /** Of prose in tables, such as explanations. */
  readonly language: Language
  readonly drop: readonly Droppable[]
  /** Parts of a record that JSONL has; all of them where absent. */
  readonly fields?: readonly RecordField[]
  /** What tables are divided by, by formats that can; into one file a table where absent. */
  readonly partition?: readonly PartitionKey[]
  /** Of the dataset, for its card; as those who publish it call it. */
  readonly license?: string
}

/** What a format is told when it writes. */
export interface WriteOptions extends FormatOptions {
  /** All outputs of the dataset, for its card, in the order of the formats and of the outputs of each. */
  readonly files?: readonly (FormatOutput & { readonly format: string })[]
}

/** A file or folder that a format writes. */
export interface FormatOutput {
  /** Its name in the output folder. */
  readonly name: string
  readonly isFolder?: boolean
}

export interface DatasetFormat {
  /** Name for `--format`. */
  readonly id: string
  /** Endings of the name of OUT that ask for this format, with their dot; none for formats that write folders. */
  readonly extensions: readonly string[]
  /** There where the outputs are files of text, which can be compressed. */
  readonly isText?: true
  /** The main output first: it takes the name of OUT where OUT names a file. */
  readonly outputs: readonly FormatOutput[]
  /** The same where the dataset is divided, of formats that can. */
  readonly divided?: readonly FormatOutput[]
  /** Writes the outputs to `paths`, which are absolute, as many as `outputs` and do not exist yet. */
  write(
    paths: readonly string[],
    documents: AsyncIterable<DatasetDocument>,
    options: WriteOptions,
  ): Promise<void>
}
