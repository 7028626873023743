/**
 * Messages: what could not be processed, as a code with parameters. Prose is made on output (command line, pages), so
 * records are the same on every machine.
 */
/** The stages that a document goes through, in their order. */
export const stages = ['read', 'layout', 'repair', 'segment', 'extract', 'audit'] as const
export type StageName = (typeof stages)[number]

/** What a message can come from. */
export const messageStages = [...stages, 'write'] as const
export type Stage = (typeof messageStages)[number]

export const messageLevels = ['warning', 'error'] as const
export type MessageLevel = (typeof messageLevels)[number]

export interface Message {
  readonly stage: Stage
  readonly level: MessageLevel
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
