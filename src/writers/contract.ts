/**
 * What a writer is: a record in, text out, or the bytes of a file. One file a format in this folder exports `writer`; the index is generated.
 * Writers print nothing and open no files. Invariant: what `json` and `jsonl` write validates against the schema.
 */
import type { Droppable } from './clean-text.js'
import type { Language } from './language.js'
import type { PagePictures } from './page/scan/pictures.js'
import type { DocumentRecord } from './schema.js'

/** Parts of the readable report, in the order in which they are shown. */
export const sections = ['repairs', 'words', 'facts', 'findings'] as const
export type Section = (typeof sections)[number]

export interface WriteContext {
  readonly language: Language
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** What the command shows. */
  readonly sections: readonly Section[]
  /** What texts leave out; nothing where it is not said. */
  readonly drop?: readonly Droppable[]
}

/** The output of several records, which is one value of the format: a list, a table with one header, a page. */
export interface JoinedOutput {
  /** What is to be written now that a record has come; nothing where the format needs all of them first. */
  add(record: DocumentRecord, pictures?: PagePictures): string
  /** What is to be written behind the last one. `failures` are sentences on what could not be read at all. */
  end(failures?: readonly string[]): string
}

interface Format {
  /** Name for `--format`. */
  readonly id: string
  /** Ending of file names, with its dot, for what a command shows. */
  extension(sections: readonly Section[]): string
  /** Whether the format says what a command shows; every one does where nothing is said. */
  serves?(sections: readonly Section[]): boolean
  /** More records than this cannot be joined. */
  readonly mostJoined?: number
}

/** A format that is text. */
export interface TextWriter extends Format {
  readonly isFile?: false
  /** There where the pages of scans are shown as well, if their pictures are given. */
  readonly showsPages?: true
  /**
   * Characters that terminals obey are escaped (JSON), shown as signs (what is for reading), or kept as they are, in
   * files; on standard output all but JSON shows signs.
   */
  readonly controls: 'escaped' | 'shown' | 'kept'
  /** The whole output for one record. Ends with a line break, but for formats that must keep a text exactly. */
  write(record: DocumentRecord, context: WriteContext, pictures?: PagePictures): string
  /** The output of several; where there is none, it is what `write` gives for each, one behind the other. */
  join?(context: WriteContext): JoinedOutput
}

/** A file of records that is no text. */
export interface FileOutput {
  add(record: DocumentRecord): void
  /** The bytes of the file. */
  end(): Uint8Array
}

/** A format that is no text, but a file that another program opens. */
export interface FileWriter extends Format {
  readonly isFile: true
  open(context: WriteContext): FileOutput
}

export type Writer = TextWriter | FileWriter
