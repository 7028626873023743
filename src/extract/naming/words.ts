/** The words of a clause, taken apart where a name may begin. */

import { pairCount } from '../../model/code-pairs.js'
import { anyOf, type CueGroup } from '../../resources/cue-group.js'
import { cleanNoun } from '../names/clean-noun.js'
import { dateAt, readPhrase } from '../phrases/phrase.js'
import type { Range, Reading } from '../reading.js'
import { cueAtStart, isPartOfWord } from '../reading.js'
import type { Place } from './place.js'

const dropped = anyOf('adverb', 'have', 'period')
const droppedWithLight = anyOf('adverb', 'have', 'period', 'light')
const cutting = anyOf('adverb', 'have', 'verb', 'light', 'within')

/** How often a pair of characters must open a clause before a number. */
const leastOpenings = 20

function cueAt(reading: Reading, start: number, end: number, cues: CueGroup) {
  const cue = cueAtStart(reading, { start, end }, cues)
  return cue === undefined || isPartOfWord(reading, cue.start, cue.end) ? undefined : cue
}

/** Words without adverbs, 有 and dates inside of them: 重症医学科收治病人 of 重症医学科共收治病人; `isLight`: without 实现, 完成 too. */
export function thinned({ reading, spans }: Place, { start, end }: Range, isLight = false): string {
  const { text } = reading
  const cues = isLight ? droppedWithLight : dropped
  let words = ''
  let kept = start
  for (let at = start; at < end; at++) {
    const skipped = dateAt(reading, { start: at, end }, spans) ?? cueAt(reading, at, end, cues)
    if (skipped === undefined) continue
    words += text.slice(kept, at)
    kept = skipped.end
    at = kept - 1
  }
  return cleanNoun(words + text.slice(kept, end))
}

/** 的. */
const possessive = 0x7684
/** No name is longer, in characters. */
const longestName = 120

/** Where a clause may be cut in two: before a verb and behind it, behind an adverb, behind 的. */
export function cutsOf({ reading }: Place, { start, end }: Range): number[] {
  const cuts: number[] = []
  for (let at = Math.max(start + 1, end - longestName); at < end; at++) {
    if (reading.codes[at] === possessive) cuts.push(at + 1)
    const cue = cueAt(reading, at, end, cutting)
    if (cue !== undefined) cuts.push(at, ...(cue.end < end ? [cue.end] : []))
  }
  return cuts
}

/** 居城市榜首, 首次突破亿元: a place in an order, and what was passed, are no part of what a clause names. */
const reached =
  /(?:(?:居(?![民住家委])|[名位]列|排[名在])[^,]{0,8}(?:榜首|首位|前[列茅])|(?:首次|首|再|历史性地?)?(?:突破|跨[越上入]|迈[上过]|站上)[^,]{0,8}[元吨人关阶口])$/

/** 最多, 居首: that it is the foremost is no part of what a clause names. */
export const foremost = /(?:最[高低多少大小长短快慢重]|居首位?|居第一位?)$/

/** What a clause without a figure names. */
export function wordsOf({ reading, spans }: Place, range: Range): string {
  return cleanNoun(readPhrase(reading, range, spans, false).name.replace(reached, '').replace(foremost, ''))
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

const longestLabel = 12
/** What announces figures, or counts them off, is no label of one. */
const announcing = /(?:如下|其中|包括|分别|具体|例如|比如|原因|方面|情况|有|为|是|了|中|的)$/

/** 投标保证金 of 投标保证金：7万元: the words before a colon with nothing behind it but the figure; '' where there are none. */
export function labelOf({ reading: { text }, context }: Pick<Place, 'reading' | 'context'>): string {
  const label = context.preamble.at(-1)
  if (!context.hasColon || label === undefined) return ''
  if (!/^:[ ]?$/.test(text.slice(label.end, context.quantity.start))) return ''
  const words = headingWords(text.slice(label.start, label.end))
  return words.length > longestLabel || announcing.test(words) ? '' : words
}
