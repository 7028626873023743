/**
 * Spans: half-open ranges of UTF-16 code units, typed by the text that they index.
 * Invariant: 0 <= start <= end <= length of that text; a span of one revision never stands for one of another.
 */

/** The texts of a document. `source` is what was read; the others follow from it by edits. */
export type RevisionName = 'source' | 'normalised' | 'repaired'

declare const revision: unique symbol

/** `[start, end)` in UTF-16 code units of the revision `R`. The tag exists for the compiler only. */
export interface Span<R extends RevisionName> {
  readonly start: number
  readonly end: number
  readonly [revision]?: R
}

/** A span of the revision that the caller names. */
export function spanOf<R extends RevisionName>(start: number, end: number): Span<R> {
  return { start, end }
}
