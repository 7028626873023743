/** What a file is that asks for more than it is. */

/**
 * What ends it: it costs no more than its length lets expect; a limit of its reader; the memory, or the time, that reading
 * may take; its reader sees at once that it is damaged, encrypted or empty.
 */
export type Bound = 'length' | 'limit' | 'memory' | 'refusal'

export interface Hostile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly bound: Bound
  /** Codes of the failures that may end it; empty where it must be read. */
  readonly codes: readonly string[]
  /** What its text holds, if it is read. */
  readonly holds?: string
  /** The values of all its figures, if it is read, where they are what it is about. */
  readonly values?: readonly string[]
  /** How many documents it gives, if it is read, where that is what it is about. */
  readonly documents?: number
}

export const fact = '全县共有学校98所。'
export const million = 1_000_000
/** Where it takes more than reading may. */
export const tooMuch = ['reading-memory', 'reading-time'] as const
