/**
 * What is to be changed in the runs of a package: which characters go, and what is put before and behind others. Each
 * character is told by its item and its number in it.
 */

import { countFirst } from '../model/sorted.js'
import type { TracedPackage } from '../readers/wordml/document.js'
import type { TracedItem, TracedRun } from '../readers/wordml/trace.js'

/** The origin of a character that has no ink and no place in the file: it may go without a trace. */
export const inkless = -2

/** A text and where its characters stand; made by the reader, or with a document that is new. */
export type TracedSource = TracedPackage

/** A character of the package. */
export interface Place {
  readonly item: TracedItem
  readonly at: number
}

/** The character that an offset of the text comes from; undefined where it comes from none. */
export function placeAt({ origins, trace }: TracedSource, offset: number): Place | undefined {
  const origin = origins[offset] ?? -1
  if (origin < 0) return undefined
  const { items } = trace
  const item = items[countFirst(items.length, (index) => items[index]!.first <= origin) - 1]!
  return { item, at: origin - item.first }
}

/** Markup beside runs; what it needs to know of the run at hand, it is told. */
export type Mark = (run: TracedRun) => string

/** What happens to one item. */
export interface ItemChanges {
  readonly gone: Set<number>
  readonly before: Map<number, Mark[]>
  readonly behind: Map<number, Mark[]>
}

export type Changes = Map<TracedItem, ItemChanges>

function changesOf(changes: Changes, item: TracedItem): ItemChanges {
  let found = changes.get(item)
  if (found === undefined) {
    found = { gone: new Set(), before: new Map(), behind: new Map() }
    changes.set(item, found)
  }
  return found
}

export function takeOut(changes: Changes, { item, at }: Place): void {
  changesOf(changes, item).gone.add(at)
}

export function putMark(changes: Changes, side: 'before' | 'behind', { item, at }: Place, mark: Mark): void {
  const marks = changesOf(changes, item)[side]
  const there = marks.get(at)
  if (there === undefined) marks.set(at, [mark])
  else there.push(mark)
}
