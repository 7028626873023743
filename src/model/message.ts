/**
 * Messages: what could not be processed, as a code with parameters. Prose is made on output (command line, pages), so
 * records are the same on every machine.
 */
export type Stage = 'read' | 'layout' | 'repair' | 'segment' | 'extract' | 'audit' | 'write'

export interface Message {
  readonly stage: Stage
  readonly level: 'warning' | 'error'
  /** Names the defect, such as `empty-input`. */
  readonly code: string
  /** Values for the prose: file names, sizes. Never a sentence. */
  readonly parameters?: Readonly<Record<string, string | number>>
  /** Offsets of the source text, where the message is about a place. */
  readonly start?: number
  readonly end?: number
}

/** The input could not be processed at all: one document's end, never the batch's. */
export class ProcessingError extends Error {
  constructor(
    readonly code: string,
    readonly parameters: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(parameters)}`)
    this.name = 'ProcessingError'
  }
}
