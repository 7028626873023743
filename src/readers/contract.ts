/**
 * What a reader is: bytes in, documents out. One file a format in this folder exports `reader`; the index is generated.
 * A reader draws out the text in reading order, with the structure that the format itself states; what the text means
 * is left to layout. It opens no files, asks no network and runs nothing that a document holds.
 * Invariant: stated blocks are sorted, disjoint and inside of the text; whatever stops a reader is a ProcessingError.
 */
import type { SourceDocument } from '../model/document.js'
import type { ScanOptions } from './scans/contract.js'

/** Positions of entries in an archive, from 0, folders and clutter not counted. */
export interface EntryRange {
  readonly start: number
  readonly end: number
}

/** Which fields of the objects of a data set (JSON, JSONL) hold what. */
export interface FieldOptions {
  /** The text; by default the first of the usual names. */
  readonly text?: string
  /** What names the text. */
  readonly id?: string
  /** What is kept as it is. */
  readonly keep?: readonly string[]
}

/** What a reader is told about the bytes. */
export interface ReadContext {
  /** Name of the input, for its ending and for messages; null for standard input. */
  readonly path: string | null
  /** Where inside of the input the bytes stand: the name in an archive, the line of a table of texts. */
  readonly entry: string | null
  /** Encoding that the user states; detected where absent. */
  readonly encoding?: string
  /** Most bytes that one input may hold, unpacked. */
  readonly maxBytes: number
  /** Which fields of a data set hold what. */
  readonly fields: FieldOptions
  /** How pages without text are recognised. */
  readonly scans: ScanOptions
  /** Of an archive, only the entries at these positions, half-open; all where absent. */
  readonly entries?: EntryRange
  /** Reads what an archive holds, with the reader that its bytes ask for. */
  readonly readEntry: (bytes: Uint8Array, entry: string) => AsyncIterable<SourceDocument>
}

export interface Reader {
  /** Name of the format. */
  readonly id: string
  readonly mediaTypes: readonly string[]
  /** Endings of file names, with their dot, in lower case. */
  readonly extensions: readonly string[]
  /** There where one input holds several documents: an archive, a list of texts. */
  readonly holdsSeveral?: true
  /**
   * There where the bytes are text, or documents behind each other: what reads them takes no more than they let expect.
   * All others are read in a process of their own.
   */
  readonly isPlain?: true
  /**
   * Whether the bytes are of this format: by what they hold, and by the ending only where many formats look alike.
   * Readers are asked in the order of `src/readers/read.ts`, so one need not rule out those before it.
   */
  recognises(bytes: Uint8Array, path: string | null): boolean
  /** Throws ProcessingError where nothing can be read. */
  read(bytes: Uint8Array, context: ReadContext): AsyncIterable<SourceDocument>
}
