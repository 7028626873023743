/** What the entry points of the pipeline are asked for beside what the stages take. */
import type { DecisionLog } from '../decisions/decision.js'
import type { ReadOptions } from '../readers/read.js'
import type { StageOptions } from './stages.js'

/** What the proofs of documents are pooled by: the source that holds them, or nothing. */
export const pools = ['folder', 'none'] as const
export type Pool = (typeof pools)[number]

export interface ProcessOptions extends StageOptions {
  /** Add the tokens of the repaired text to the record. */
  readonly tokens?: boolean
  /** Decisions of reviewers that the record is made with, one log a reviewer. */
  readonly decisions?: readonly DecisionLog[]
}

/** Path, encoding and limits of the bytes beside what the stages take. */
export interface DocumentOptions extends ProcessOptions, Omit<ReadOptions, 'apart'> {
  /** Most UTF-16 code units of a document's text; no limit by default. A record can take a kilobyte for each. */
  readonly maxCharacters?: number
  /**
   * Most bytes of memory of the process that reads an input of a format like PDF or DOCX; by default 384 MiB for one of
   * up to 1 MiB, and 1 GiB for a larger one. Where neither memory nor seconds are limited (`Infinity`), it is read in the
   * process that asks.
   */
  readonly maxMemory?: number
  /** Most seconds that the reading of such an input may take; 60 by default. */
  readonly maxSeconds?: number
  /**
   * Whether short documents are proven spun by the others of their archive or list of texts, `folder` by default. Of
   * files, `provenBySource` says so.
   */
  readonly pool?: Pool
  /** Keys of the documents that others of their source prove (`memberKey`). */
  readonly provenBySource?: ReadonlySet<string>
  /**
   * Ends the work with its reason: the reading of an input of a format like PDF or DOCX at once, and all else when the
   * document that is at work is done. `createHuanyuan` ends that at once too, and so does `processDocument` of the library
   * where a document is long and the tables are those that ship, of archives and lists of texts up to 8 MiB, whose records
   * then come all at once.
   */
  readonly signal?: AbortSignal
}
