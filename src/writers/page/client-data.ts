/**
 * What a page hands to its script: the words of its language once, and for each document what its marks mean, short,
 * for there are thousands of them. Made by `notes.ts`, read by `src/page/data.ts`.
 */

/** The words that the script shows. */
export interface ClientWords {
  readonly status: readonly [applied: string, suggested: string]
  readonly kinds: readonly string[]
  readonly traits: readonly string[]
  readonly weights: readonly [strong: string, some: string, little: string, against: string]
  readonly confidence: string
  readonly trait: string
  readonly alternatives: string
  readonly evidence: string
  readonly lineBreak: string
  readonly space: string
  readonly nothing: string
  readonly close: string
  readonly shown: string
}

/**
 * A correction: pair, status, kind, confidence in thousandths, traits as bits, alternatives, reasons with tenths; of
 * scans, the end of the name of its place on the picture.
 */
export type CorrectionNote = readonly [
  pair: number,
  status: 0 | 1,
  kind: number,
  confidence: number,
  traits: number,
  alternatives: readonly (string | number)[] | 0,
  evidence: readonly number[],
  spot?: string,
]

/** What one document's marks mean, in the order in which they stand on the restored side. */
export interface DocumentNotes {
  readonly pairs: readonly (readonly [actual: string, replacement: string])[]
  readonly reasons: readonly string[]
  readonly corrections: readonly CorrectionNote[]
  readonly damage: readonly string[]
}
