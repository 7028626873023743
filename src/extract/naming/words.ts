/** The words of a clause, taken apart where a name may begin. */

import { pairCount } from '../../model/code-pairs.js'
import type { CueKind } from '../../resources/cues.js'
import { cleanNoun } from '../names/clean-noun.js'
import { readPhrase } from '../phrases/phrase.js'
import type { Range, Reading } from '../reading.js'
import { cueAtStart, isPartOfWord } from '../reading.js'
import type { Place } from './place.js'

const dropped: readonly CueKind[] = ['adverb', 'have', 'period']
const droppedWithLight: readonly CueKind[] = [...dropped, 'light']
const cutting: readonly CueKind[] = ['adverb', 'have', 'verb', 'light', 'within']

/** How often a pair of characters must open a clause before a number. */
const leastOpenings = 20

function cueAt(reading: Reading, start: number, end: number, kinds: readonly CueKind[]) {
  const cue = cueAtStart(reading, { start, end }, kinds)
  return cue === undefined || isPartOfWord(reading, cue.start, cue.end) ? undefined : cue
}

/** Words without adverbs, 有 and dates inside of them: 重症医学科收治病人 of 重症医学科共收治病人; `isLight`: without 实现, 完成 too. */
export function thinned({ reading, spans }: Place, { start, end }: Range, isLight = false): string {
  let words = ''
  let at = start
  while (at < end) {
    const skipped = spans.date(at, end) ?? cueAt(reading, at, end, isLight ? droppedWithLight : dropped)
    if (skipped === undefined) words += reading.text[at++]!
    else at = skipped.end
  }
  return cleanNoun(words)
}

/** Where a clause may be cut in two: before a verb and behind it, behind an adverb, behind 的. */
export function cutsOf({ reading }: Place, { start, end }: Range): number[] {
  const cuts: number[] = []
  for (let at = start + 1; at < end; at++) {
    if (reading.text[at] === '的') cuts.push(at + 1)
    const cue = cueAt(reading, at, end, cutting)
    if (cue !== undefined) cuts.push(at, ...(cue.end < end ? [cue.end] : []))
  }
  return cuts
}

/** What a clause without a figure names. */
export function wordsOf({ reading, spans }: Place, range: Range): string {
  return cleanNoun(readPhrase(reading, range, spans, false).name)
}

/** The words of a heading, without its number. */
export function headingWords(heading: string): string {
  return cleanNoun(
    heading
      .replace(/^第[一二三四五六七八九十百\d]+[章节部分条编]+\s*/, '')
      .replace(/^[\s(]*[一二三四五六七八九十百\d]+\s*[)、.．]+\s*/, ''),
  )
}

/** Where within some words, up to a place, a clause might open: behind 设 in 设病床. */
export function openingsIn(
  { naming: { tails } }: Pick<Place, 'naming'>,
  words: string,
  last = words.length,
): number[] {
  const found: number[] = []
  for (let at = 1; at <= last && at + 2 <= words.length; at++) {
    if (pairCount(tails.openings, words.charCodeAt(at), words.charCodeAt(at + 1)) >= leastOpenings)
      found.push(at)
  }
  return found
}
