/**
 * Spans: half-open ranges of UTF-16 code units, typed by the text that they index.
 * Invariant: 0 <= start <= end <= length of that text; a span of one revision never stands for one of another.
 */

/**
 * The texts of a document. `source` is what was read; the others follow from it by edits. `passed` is what a pass of
 * the repair reads: the normalised text with the swaps of the passes before.
 */
export type RevisionName = 'source' | 'normalised' | 'passed' | 'repaired'

declare const revision: unique symbol

/**
 * `[start, end)` in UTF-16 code units of the revision `R`. The brand is for the compiler alone, no value has it, so
 * that a span is only ever made by naming the text that it indexes: `spanOf<'source'>(start, end)`.
 */
export interface Span<R extends RevisionName> {
  readonly start: number
  readonly end: number
  readonly [revision]: R
}

/**
 * A span of the revision that the caller names. Larger values take it in at their end, `{ text, ...spanOf(…) }`: in
 * front of other fields it makes engines build the value ten times slower.
 */
export function spanOf<R extends RevisionName>(start: number, end: number): Span<R> {
  return { start, end } as Span<R>
}
