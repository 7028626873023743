/**
 * The text that facts are read from, and questions about its words that every reader asks: which cue is at the start of
 * a phrase, which at its end. The readers decide what a cue means.
 * Invariant: offsets index the document's reading; a look-up stays inside the given phrase.
 */
import { foldCodes } from '../numerals/characters.js'
import type { Cue, CueKind } from '../resources/cues.js'
import type { IndicatorTable } from '../resources/indicators.js'

export interface Reading {
  readonly text: string
  readonly codes: Uint16Array
  readonly table: IndicatorTable
}

/** A stretch of the reading. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Items sorted by start, as a function that gives those inside of a range; ranges must not go backwards. */
export function takeFrom<T extends Range>(items: readonly T[]): (range: Range) => T[] {
  let next = 0
  return ({ start, end }) => {
    while (next < items.length && items[next]!.start < start) next++
    const first = next
    while (next < items.length && items[next]!.end <= end) next++
    return items.slice(first, next)
  }
}

export interface FoundCue {
  readonly cue: Cue
  readonly start: number
  readonly end: number
}

export function readingOf(text: string, table: IndicatorTable): Reading {
  return { text, codes: foldCodes(text), table }
}

/** The longest cue of one of the kinds that begins where the range does. */
export function cueAtStart(
  reading: Reading,
  { start, end }: Range,
  kinds: readonly CueKind[],
): FoundCue | undefined {
  let best: FoundCue | undefined
  const code = reading.codes[start]!
  for (const kind of kinds) {
    const trie = reading.table.cues[kind].start
    // Most kinds have no word that begins so.
    if (!trie.starts(code)) continue
    const match = trie.longest(reading.codes, start, end)
    if (match !== undefined && (best === undefined || match.end > best.end)) {
      best = { cue: match.value, start, end: match.end }
    }
  }
  return best
}

/** The longest cue of one of the kinds that ends where the range does. */
export function cueAtEnd(
  reading: Reading,
  { start, end }: Range,
  kinds: readonly CueKind[],
): FoundCue | undefined {
  let best: FoundCue | undefined
  const code = reading.codes[end - 1]!
  for (const kind of kinds) {
    const trie = reading.table.cues[kind].end
    if (!trie.starts(code)) continue
    const match = trie.longestBefore(reading.codes, end, start)
    if (match !== undefined && (best === undefined || match.end < best.start)) {
      best = { cue: match.value, start: match.end, end }
    }
  }
  return best
}

/** Whether a cue is part of a longer word in which it is not meant: 比 of 比例, 同 of 共同; the word begins no earlier than `from`. */
export function isPartOfWord(reading: Reading, start: number, end: number, from = 0): boolean {
  const trie = reading.table.cues['longer-word'].start
  for (let at = Math.max(from, start - 2); at <= start; at++) {
    const match = trie.longest(reading.codes, at)
    if (match !== undefined && match.end >= end && match.end - at > end - start) return true
  }
  return false
}

/** Where a longer word ends that begins before a place and goes over it: 年平均 over the 平均 of 年平均为. */
export function endOfWordOver(reading: Reading, at: number): number | undefined {
  const trie = reading.table.cues['longer-word'].start
  for (let start = Math.max(0, at - 2); start < at; start++) {
    const match = trie.longest(reading.codes, start)
    if (match !== undefined && match.end > at) return match.end
  }
  return undefined
}

/** The last cue of a kind inside of a range. */
export function lastCue(reading: Reading, { start, end }: Range, kind: CueKind): FoundCue | undefined {
  const trie = reading.table.cues[kind].start
  for (let at = end - 1; at >= start; at--) {
    if (!trie.starts(reading.codes[at]!)) continue
    const match = trie.longest(reading.codes, at, end)
    if (match !== undefined && !isPartOfWord(reading, at, match.end)) {
      return { cue: match.value, start: at, end: match.end }
    }
  }
  return undefined
}

/** The first cue of a kind inside of a range. */
export function firstCue(reading: Reading, { start, end }: Range, kind: CueKind): FoundCue | undefined {
  const trie = reading.table.cues[kind].start
  for (let at = start; at < end; at++) {
    if (!trie.starts(reading.codes[at]!)) continue
    const match = trie.longest(reading.codes, at, end)
    if (match !== undefined && !isPartOfWord(reading, at, match.end)) {
      return { cue: match.value, start: at, end: match.end }
    }
  }
  return undefined
}

export function textOf(reading: Reading, { start, end }: Range): string {
  return reading.text.slice(start, end)
}

/** Whether all of a range is the name of a known indicator, so nothing may be taken off it. */
export function isKnownName(reading: Reading, { start, end }: Range): boolean {
  return reading.table.names.longestBefore(reading.codes, end, start)?.end === start
}
