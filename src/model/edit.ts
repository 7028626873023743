/**
 * Edits and revisions: how one text of a document is made from another, and how offsets map between them.
 * Invariant: texts are immutable; an edit list is sorted and disjoint; undoing the edits restores the original text
 * exactly.
 */
import type { RevisionName, Span } from './span.js'
import { spanOf } from './span.js'

/** Replaces `[start, end)` of a text by `replacement`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly replacement: string
}

declare const revision: unique symbol

/**
 * A text made from another one by edits of it. The brand says of which and is for the compiler alone; only `revise`
 * makes one.
 */
export interface Revision<From extends RevisionName, To extends RevisionName> {
  readonly text: string
  /** Length of the text that the edits index. */
  readonly fromLength: number
  readonly edits: readonly Edit[]
  readonly [revision]: readonly [From, To]
}

/** Throws a RangeError unless the edits are sorted, disjoint and inside a text of the given length. */
export function assertDisjoint(edits: readonly Edit[], length: number): void {
  let previousEnd = 0
  for (const edit of edits) {
    if (edit.start < previousEnd || edit.end < edit.start || edit.end > length) {
      throw new RangeError(`edit [${edit.start}, ${edit.end}) overlaps its neighbour or leaves the text`)
    }
    previousEnd = edit.end
  }
}

/**
 * A text with sorted disjoint edits applied. The one place where a text is changed. Throws a RangeError as
 * `assertDisjoint` does.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  assertDisjoint(edits, text.length)
  const pieces: string[] = []
  let position = 0
  for (const edit of edits) {
    pieces.push(text.slice(position, edit.start), edit.replacement)
    position = edit.end
  }
  pieces.push(text.slice(position))
  return pieces.join('')
}

/** The revision of a text that these edits of it make. */
export function revise<From extends RevisionName, To extends RevisionName>(
  text: string,
  edits: readonly Edit[],
): Revision<From, To> {
  return { text: applyEdits(text, edits), fromLength: text.length, edits } as Revision<From, To>
}

/** The edits that turn the revised text back into the first one. */
export function invert(original: string, edits: readonly Edit[]): Edit[] {
  let shift = 0
  return edits.map((edit) => {
    const start = edit.start + shift
    shift += edit.replacement.length - (edit.end - edit.start)
    return {
      start,
      end: start + edit.replacement.length,
      replacement: original.slice(edit.start, edit.end),
    }
  })
}

/** Index of the last edit whose start (after the shift of the edits before it) is at or before `offset`; -1 for none. */
function lastEditAtOrBefore(starts: Int32Array, offset: number): number {
  let low = 0
  let high = starts.length - 1
  let found = -1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) {
      found = middle
      low = middle + 1
    } else {
      high = middle - 1
    }
  }
  return found
}

/** Maps spans between the two texts of a revision, in logarithmic time an offset. */
export interface OffsetMap<From extends RevisionName, To extends RevisionName> {
  /** The smallest span of the first text whose revision covers the given span of the revised text. */
  back(span: Span<To>): Span<From>
  /** The smallest span of the revised text that covers what became of the given span of the first text. */
  forward(span: Span<From>): Span<To>
}

/** Builds the offset map of a revision once; it keeps two integers an edit. */
export function offsetMap<From extends RevisionName, To extends RevisionName>(
  revision: Revision<From, To>,
): OffsetMap<From, To> {
  const { edits } = revision
  const fromStarts = new Int32Array(edits.length)
  const toStarts = new Int32Array(edits.length)
  let shift = 0
  edits.forEach((edit, index) => {
    fromStarts[index] = edit.start
    toStarts[index] = edit.start + shift
    shift += edit.replacement.length - (edit.end - edit.start)
  })

  function map(
    offset: number,
    side: 'start' | 'end',
    own: Int32Array,
    other: Int32Array,
    isBack: boolean,
  ): number {
    // An end at the very start of an edit stands before that edit, so it looks one edit further back.
    const index = lastEditAtOrBefore(own, side === 'end' ? offset - 1 : offset)
    if (index < 0) return offset
    const edit = edits[index]!
    const fromSize = edit.end - edit.start
    const ownSize = isBack ? edit.replacement.length : fromSize
    const otherSize = isBack ? fromSize : edit.replacement.length
    const inside = offset - own[index]!
    if (inside >= ownSize) return other[index]! + otherSize + (inside - ownSize)
    return side === 'start' ? other[index]! : other[index]! + otherSize
  }

  function mapSpan<Own extends RevisionName, Other extends RevisionName>(
    span: Span<Own>,
    own: Int32Array,
    other: Int32Array,
    isBack: boolean,
  ): Span<Other> {
    const start = map(span.start, 'start', own, other, isBack)
    if (span.start === span.end) return spanOf(start, start)
    const end = map(span.end, 'end', own, other, isBack)
    return spanOf(Math.min(start, end), end)
  }

  return {
    back: (span) => mapSpan(span, toStarts, fromStarts, true),
    forward: (span) => mapSpan(span, fromStarts, toStarts, false),
  }
}

/**
 * Composes edits of a text with edits of the text that they make: the result, applied to the first text, gives
 * the last one. Overlapping edits of the two lists become one edit of the first text.
 */
export function compose(original: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  if (first.length === 0) return [...second]
  if (second.length === 0) return [...first]
  const middle = applyEdits(original, first)
  const composed: Edit[] = []
  let firstIndex = 0
  let secondIndex = 0
  let shift = 0 // middle offset = original offset + shift, outside of edits
  while (firstIndex < first.length || secondIndex < second.length) {
    const one = first[firstIndex]
    const two = second[secondIndex]
    const oneStart = one ? one.start + shift : Number.POSITIVE_INFINITY
    const oneEnd = one ? oneStart + one.replacement.length : Number.POSITIVE_INFINITY
    if (one && (!two || oneEnd < two.start || (oneEnd === two.start && oneEnd < two.end))) {
      composed.push(one)
      shift += one.replacement.length - (one.end - one.start)
      firstIndex++
      continue
    }
    if (
      two &&
      (!one || two.end < oneStart || (two.end === oneStart && two.start < two.end && one.end > one.start))
    ) {
      composed.push({ start: two.start - shift, end: two.end - shift, replacement: two.replacement })
      secondIndex++
      continue
    }
    // The two lists overlap here: grow a cluster until neither list has an edit that touches it.
    const clusterStart = Math.min(oneStart, two!.start)
    const fromStart = clusterStart - shift
    let clusterEnd = clusterStart
    let reached = clusterStart
    const seconds: Edit[] = []
    for (;;) {
      const nextOne = first[firstIndex]
      const nextTwo = second[secondIndex]
      if (nextOne && nextOne.start + shift <= clusterEnd) {
        const start = nextOne.start + shift
        clusterEnd = Math.max(clusterEnd, start + nextOne.replacement.length)
        shift += nextOne.replacement.length - (nextOne.end - nextOne.start)
        firstIndex++
      } else if (nextTwo && nextTwo.start <= clusterEnd) {
        clusterEnd = Math.max(clusterEnd, nextTwo.end)
        seconds.push(nextTwo)
        secondIndex++
      } else {
        break
      }
    }
    let replacement = ''
    for (const edit of seconds) {
      replacement += middle.slice(reached, edit.start) + edit.replacement
      reached = edit.end
    }
    replacement += middle.slice(reached, clusterEnd)
    composed.push({ start: fromStart, end: clusterEnd - shift, replacement })
  }
  return composed
}
