/**
 * The text that facts are read from, and questions about its words that every reader asks: which cue is at the start of
 * a phrase, which at its end. The readers decide what a cue means.
 * Invariant: offsets index the document's reading; a look-up stays inside the given phrase.
 */
import { foldCodes } from '../numerals/characters.js'
import { anyOf, type CueGroup, mayBegin } from '../resources/cue-group.js'
import type { Cue } from '../resources/cues.js'
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

/** The longest cue of a group that begins where the range does. */
export function cueAtStart(
  { codes, table }: Reading,
  { start, end }: Range,
  group: CueGroup,
): FoundCue | undefined {
  const words = group.atStart(table.cues)
  if (!mayBegin(words, codes[start]!)) return undefined
  let best: FoundCue | undefined
  for (const trie of words.tries) {
    const match = trie.longest(codes, start, end)
    if (match !== undefined && (best === undefined || match.end > best.end)) {
      best = { cue: match.value, start, end: match.end }
    }
  }
  return best
}

/** The longest cue of a group that ends where the range does. */
export function cueAtEnd(
  { codes, table }: Reading,
  { start, end }: Range,
  group: CueGroup,
): FoundCue | undefined {
  const words = group.atEnd(table.cues)
  if (!mayBegin(words, codes[end - 1]!)) return undefined
  let best: FoundCue | undefined
  for (const trie of words.tries) {
    const match = trie.longestBefore(codes, end, start)
    if (match !== undefined && (best === undefined || match.end < best.start)) {
      best = { cue: match.value, start: match.end, end }
    }
  }
  return best
}

const longerWords = anyOf('longer-word')

/** Whether a cue is part of a longer word in which it is not meant: 比 of 比例, 同 of 共同; the word begins no earlier than `from`. */
export function isPartOfWord({ codes, table }: Reading, start: number, end: number, from = 0): boolean {
  const words = longerWords.atStart(table.cues)
  for (let at = Math.max(from, start - 2); at <= start; at++) {
    if (!mayBegin(words, codes[at]!)) continue
    const match = words.tries[0]!.longest(codes, at)
    if (match !== undefined && match.end >= end && match.end - at > end - start) return true
  }
  return false
}

/** Where a longer word ends that begins before a place and goes over it: 年平均 over the 平均 of 年平均为. */
export function endOfWordOver({ codes, table }: Reading, at: number): number | undefined {
  const words = longerWords.atStart(table.cues)
  for (let start = Math.max(0, at - 2); start < at; start++) {
    if (!mayBegin(words, codes[start]!)) continue
    const match = words.tries[0]!.longest(codes, start)
    if (match !== undefined && match.end > at) return match.end
  }
  return undefined
}

/** The cue of a group that stands at an offset as a word of its own. */
function wordAt(reading: Reading, at: number, end: number, group: CueGroup): FoundCue | undefined {
  const found = cueAtStart(reading, { start: at, end }, group)
  return found === undefined || isPartOfWord(reading, at, found.end) ? undefined : found
}

/** The last cue of a group inside of a range. */
export function lastCue(reading: Reading, { start, end }: Range, group: CueGroup): FoundCue | undefined {
  const words = group.atStart(reading.table.cues)
  for (let at = end - 1; at >= start; at--) {
    if (!mayBegin(words, reading.codes[at]!)) continue
    const found = wordAt(reading, at, end, group)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first cue of a group inside of a range. */
export function firstCue(reading: Reading, { start, end }: Range, group: CueGroup): FoundCue | undefined {
  const words = group.atStart(reading.table.cues)
  for (let at = start; at < end; at++) {
    if (!mayBegin(words, reading.codes[at]!)) continue
    const found = wordAt(reading, at, end, group)
    if (found !== undefined) return found
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
