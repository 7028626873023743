/**
 * What a writer is: a record in, text out. One file a format in this folder exports `writer`; the index is generated.
 * Writers print nothing and open no files. Invariant: what `json` and `jsonl` write validates against the schema.
 */
import type { Language } from './language.js'
import type { DocumentRecord } from './schema.js'

/** Parts of the readable report, in the order in which they are shown. */
export const sections = ['repairs', 'words', 'facts', 'findings'] as const
export type Section = (typeof sections)[number]

export interface WriteContext {
  readonly language: Language
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly sections: readonly Section[]
  /** The only record of its output: JSON may then be laid out over lines. */
  readonly single: boolean
  /** The first record of its output: tables then open with their header. True where nothing is said. */
  readonly first?: boolean
}

export interface Writer {
  /** Name for `--format`. */
  readonly id: string
  /** Ending of file names, with its dot. */
  readonly extension: string
  /**
   * Characters that terminals obey are escaped (JSON), shown as signs (what is for reading), or kept as they are, in
   * files; on standard output all but JSON shows signs.
   */
  readonly controls: 'escaped' | 'shown' | 'kept'
  /** The whole output for one record. Ends with a line break, but for formats that must keep a text exactly. */
  write(record: DocumentRecord, context: WriteContext): string
}
