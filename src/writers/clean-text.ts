/**
 * The repaired text of a record without some of its pieces, such as notices of a hosting site. What is left stays as it
 * is, code unit for code unit; which pieces go is told by spans of the source.
 * Invariant: apart from white space, the result is a subsequence of the repaired text, and no two pieces that something
 * stood between run together into one word or figure.
 */
import { offsetMap } from '../model/edit.js'
import type { RevisionName, Span } from '../model/span.js'
import { spanOf } from '../model/span.js'
import { revisionOf } from './revision.js'
import type { DocumentRecord } from './schema.js'

/** What text formats leave out where they are asked to. */
export const droppable = ['boilerplate', 'repeats'] as const
export type Droppable = (typeof droppable)[number]

/** A document with the pieces of it that stand in other documents too; alone it has none. */
interface WithRepeats {
  readonly record: DocumentRecord
  readonly repeats?: readonly { readonly kind: string; readonly start: number; readonly end: number }[]
}

/** Spans of the source that a text format leaves out: disjoint and in order. */
export function findDropped(
  { record, repeats = [] }: WithRepeats,
  drop: readonly Droppable[],
): Span<'source'>[] {
  const kinds = new Set(drop.flatMap((name) => droppedKinds[name]))
  const spans = [...record.blocks, ...repeats]
    .filter(({ kind }) => kinds.has(kind))
    .map(({ start, end }) => spanOf<'source'>(start, end))
  return merge(spans.sort((a, b) => a.start - b.start))
}

const droppedKinds: Readonly<Record<Droppable, readonly string[]>> = {
  boilerplate: ['boilerplate', 'repeated-line'],
  repeats: ['repeated-paragraph'],
}

/** Spans in order of their starts, made disjoint; those that hold nothing go. */
function merge<Text extends RevisionName>(spans: readonly Span<Text>[]): Span<Text>[] {
  const merged: Span<Text>[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = spanOf(last.start, Math.max(last.end, span.end))
    } else if (span.start < span.end) {
      merged.push(span)
    }
  }
  return merged
}

/** Two pieces of a line with a hole between them: parted by white space of one side of it, else by a line break. */
function bridge(before: string, after: string): string {
  const rest = after.replace(/^[ 　]+/, '')
  if (rest.trim() === '') return before.trimEnd()
  if (before.trim() === '' || /[ 　]$/.test(before)) return before + rest
  return /\s$/.test(before) || /^\s/.test(after) ? before + after : `${before}\n${after}`
}

/** What is left of a line `[start, end)` when disjoint spans are cut out of it. */
function cutLine(text: string, start: number, end: number, spans: readonly Span<'repaired'>[]): string {
  let left = text.slice(start, Math.max(start, spans[0]!.start))
  spans.forEach((span, index) => {
    left = bridge(left, text.slice(Math.min(span.end, end), spans[index + 1]?.start ?? end))
  })
  return left
}

interface KeptLine {
  /** With its line break, if it has one. */
  readonly text: string
  readonly isBlank: boolean
}

/**
 * The repaired text without what became of these spans of the source, which are in order. A line that
 * becomes empty goes, and with it an empty line where one stands on either side. Where nothing else parts what stood
 * before and behind a piece, a line break does.
 */
export function textWithout(record: DocumentRecord, dropped: readonly Span<'source'>[]): string {
  const { text } = record.repaired
  const map = offsetMap(revisionOf(record))
  const spans = merge(dropped.map((span) => map.forward(span)))
  if (spans.length === 0) return text
  const lines: KeptLine[] = []
  /** Lines were left out since the last one that was kept. */
  let hole = false
  let next = 0
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const lineEnd = found < 0 ? text.length : found
    const end = text[lineEnd - 1] === '\r' && lineEnd > start && found >= 0 ? lineEnd - 1 : lineEnd
    const after = found < 0 ? text.length : found + 1
    while (next < spans.length && spans[next]!.end <= start) next++
    let last = next
    while (last < spans.length && spans[last]!.start < end) last++
    const inside = spans.slice(next, last)
    const whole = text.slice(start, end)
    const left = inside.length === 0 ? whole : cutLine(text, start, end, inside)
    const isBlank = left.trim() === ''
    if (inside.length > 0 && isBlank) {
      hole = true
    } else if (isBlank && hole && (lines.at(-1)?.isBlank ?? true)) {
      // One empty line parts what stood before and behind the hole; a second one, or one at the start, is left of it.
    } else {
      lines.push({ text: left + text.slice(end, after), isBlank })
      if (!isBlank) hole = false
    }
    start = after
  }
  if (hole) while (lines.at(-1)?.isBlank) lines.pop()
  return lines.map((line) => line.text).join('')
}
