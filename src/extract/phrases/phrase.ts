/**
 * Takes the words before a number apart: what opens a breakdown, whose figure it is, when, planned or not, how it
 * changed and against what, of what it is a share. The remaining words name what is measured. Links to other numbers
 * are made in relations.
 */

import { anyOf } from '../../resources/cue-group.js'
import type { CueKind } from '../../resources/cues.js'
import type { FoundCue, Range, Reading } from '../reading.js'
import { cueAtEnd, cueAtStart, firstCue, isKnownName, isPartOfWord, lastCue, textOf } from '../reading.js'
import type { PhraseChange } from './comparison.js'
import { compared, readAbove, readComparison, readFrom, readVerb } from './comparison.js'
import { type Ending, isBlank, noEnding, type PhraseCursor, readEnding } from './ending.js'
import type { Spans } from './spans.js'

const periodEndOrPeriodCues = anyOf('period-end', 'period')
const subjectOrAdverbCues = anyOf('subject', 'adverb')
const restCues = anyOf('rest')
const leftCues = anyOf('left')
const planCues = anyOf('plan')
const shareEndCues = anyOf('share-end')
const averageCues = anyOf('average')
const shareCues = anyOf('share')
const multipleCues = anyOf('multiple')
const respectiveCues = anyOf('respective')

export interface Phrase {
  /** Words that name what is measured, without what the other fields hold. */
  readonly name: string
  readonly among: boolean
  readonly rest: boolean
  /** 剩余. */
  readonly left: boolean
  readonly dimension: boolean
  readonly sum: boolean
  readonly respective: boolean
  readonly subject: Range | null
  readonly periods: readonly Range[]
  readonly planned: boolean
  readonly estimated: boolean
  /** The verb says that something changed: 增加, 较去年提高了. */
  readonly change: PhraseChange | null
  /** The verb leads to a level: 提高到. */
  readonly reaches: boolean
  /** The number is where a change starts: 由. */
  readonly from: boolean
  /** 占 … 的: the words for the whole, which may be none. */
  readonly shareOf: string | null
  /** 完成年度计划的, 是上年的: the words between the verb and 的. */
  readonly fractionOf: Range | null
}

interface Opening {
  among: boolean
  rest: boolean
  left: boolean
  dimension: boolean
  respective: boolean
  subject: Range | null
  readonly periods: Range[]
  planned: boolean
  estimated: boolean
}

const openers = anyOf(
  'among',
  'dimension',
  'subject',
  'period',
  'plan',
  'estimate',
  'have',
  'light',
  'adverb',
  'connector',
  'until',
  'respective',
)
/** Cues that are part of a known name where all of the phrase is one: 计划总投资, 上年结转. */
const nameable: ReadonlySet<CueKind> = new Set<CueKind>(['light', 'plan', 'have', 'period'])

/** By which prices or exchange rates a change is measured is no part of a name: 按可比价格计算. */
const basis =
  /^按(?:照)?[^,、]{1,6}?(?:价格?|口径|汇率)(?:计算)?|按(?:照)?[^,、]{1,6}?(?:价格?|口径|汇率)(?:计算)?$/

/** A time with what belongs to it behind it: 五年间, 2020年底; not the 初 of 2020年初中毕业生. */
export function withTail(reading: Reading, { start, end }: Range, limit: number): Range {
  const tail = cueAtStart(reading, { start: end, end: limit }, periodEndOrPeriodCues)
  return { start, end: tail === undefined || isPartOfWord(reading, end, tail.end, end) ? end : tail.end }
}

/** A date with what belongs to it: 2020年底, 2021年上半年, “十三五”期间. */
export function dateAt(reading: Reading, { start, end }: Range, spans: Spans): Range | undefined {
  const date = spans.date(start, end)
  return date && withTail(reading, date, end)
}

/** A date, a label, a masked place or a word before a deletion; moves the cursor behind it. */
function readSpan(reading: Reading, opening: Opening, cursor: PhraseCursor, spans: Spans): boolean {
  const date = dateAt(reading, cursor, spans)
  if (date !== undefined) opening.periods.push(date)
  const label = date ?? spans.label(cursor.start, cursor.end)
  if (label !== undefined) {
    cursor.start = label.end
    return true
  }
  const hidden = spans.hiddenPlace(cursor.start, cursor.end)
  if (hidden !== undefined) {
    opening.subject = hidden
    cursor.start = hidden.end
    return true
  }
  if (!spans.isOrphan(cursor.start) || cueAtStart(reading, cursor, subjectOrAdverbCues) !== undefined)
    return false
  opening.subject = { start: cursor.start, end: cursor.start + 1 }
  cursor.start++
  return true
}

/** 截至 before a date belongs to it. */
function joinUntil(
  reading: Reading,
  opening: Opening,
  { start, end }: FoundCue,
  cursor: PhraseCursor,
  spans: Spans,
) {
  const date = dateAt(reading, { start: end, end: cursor.end }, spans)
  if (date === undefined) return false
  opening.periods.push({ start, end: date.end })
  cursor.start = date.end
  return true
}

function noteOpening(opening: Opening, { cue, start, end }: FoundCue): void {
  if (cue.kind === 'among') opening.among = true
  else if (cue.kind === 'dimension') opening.dimension = true
  else if (cue.kind === 'respective') opening.respective = true
  else if (cue.kind === 'subject') opening.subject = { start, end }
  else if (cue.kind === 'period') opening.periods.push({ start, end })
  else if (cue.kind === 'estimate') opening.estimated = true
}

/** A verb before its bare object stays: 投入资金, 召开会议. */
function mayTake(reading: Reading, { cue, end }: FoundCue, cursor: PhraseCursor): boolean {
  if (nameable.has(cue.kind) && isKnownName(reading, cursor)) return false
  if (cue.kind !== 'light') return true
  const rest = cursor.end - end
  if (rest > 2) return true
  return (
    rest === 2 && reading.table.heads.longestBefore(reading.codes, cursor.end, end)?.value.kind === 'event'
  )
}

/** Takes cues off the start of a range, as long as there are any. */
function readOpening(reading: Reading, cursor: PhraseCursor, spans: Spans): Opening {
  const opening: Opening = {
    among: false,
    rest: false,
    left: false,
    dimension: false,
    respective: false,
    subject: null,
    periods: [],
    planned: false,
    estimated: false,
  }
  let taken = 0
  while (cursor.start < cursor.end) {
    if (isBlank(reading.codes[cursor.start]!)) {
      cursor.start++
      continue
    }
    if (readSpan(reading, opening, cursor, spans)) continue
    if (cueAtStart(reading, cursor, restCues) !== undefined) opening.rest = true
    if (cueAtStart(reading, cursor, leftCues) !== undefined) opening.left = true
    const found = cueAtStart(reading, cursor, openers)
    if (found === undefined || !mayTake(reading, found, cursor)) break
    if (isPartOfWord(reading, found.start, found.end, taken)) break
    if (found.cue.kind === 'plan' || (found.cue.kind === 'light' && cueAtStart(reading, found, planCues))) {
      opening.planned = true
    }
    if (found.cue.kind === 'until') {
      if (joinUntil(reading, opening, found, cursor, spans)) continue
      break
    }
    noteOpening(opening, found)
    cursor.start = found.end
    // 全国 is taken off, so that no 国有 stands in 全国有卫生院.
    taken = found.end
  }
  return opening
}

/** 占 … 的比重 at the end of a range: where it begins, and the words for the whole. */
function readShare(reading: Reading, range: Range): { start: number; whole: string } | undefined {
  const cursor = { start: range.start, end: range.end }
  readEnding(reading, cursor)
  const share = lastCue(reading, cursor, shareCues)
  if (share === undefined) return undefined
  // 占比重比上年提高 tells a change of the share.
  if (readVerb(reading, { start: share.end, end: range.end }) !== undefined) return undefined
  const tail = cueAtEnd(reading, { start: share.end, end: cursor.end }, shareEndCues)
  return { start: share.start, whole: reading.text.slice(share.end, tail?.start ?? cursor.end) }
}

/** 是上年的, 完成年度计划的 at the end of a range. */
function readFraction(reading: Reading, range: Range): { start: number; of: Range } | undefined {
  if (range.end - range.start < 2 || reading.text[range.end - 1] !== '的') return undefined
  const verb = firstCue(
    reading,
    { start: Math.max(range.start, range.end - 20), end: range.end - 1 },
    multipleCues,
  )
  if (verb === undefined) return undefined
  return { start: verb.start, of: { start: verb.end, end: range.end - 1 } }
}

interface Meaning {
  readonly ending: Ending
  readonly change: PhraseChange | null
  readonly reaches: boolean
}

/** The verb and the links at the end of a phrase; moves the cursor before them. */
function readMeaning(reading: Reading, cursor: PhraseCursor, isQuotient: boolean): Meaning {
  const other = isQuotient ? compared.exec(textOf(reading, cursor)) : null
  if (other !== null) {
    cursor.end = cursor.start + other.index
    return { ending: readEnding(reading, cursor), change: null, reaches: false }
  }
  const verb = readVerb(reading, cursor)
  const comparison = verb && readComparison(reading, { start: cursor.start, end: verb.start })
  const isName = verb?.isAmount === true && verb.start > cursor.start
  const isSaid =
    verb !== undefined &&
    !isName &&
    (!verb.isSingle || verb.reaches || (isQuotient && !verb.isWeak) || comparison !== undefined)
  if (verb !== undefined && isSaid) {
    const respective = firstCue(reading, cursor, respectiveCues)
    cursor.end = comparison?.start ?? verb.start
    const ending = readEnding(reading, cursor)
    const average = cueAtEnd(reading, cursor, averageCues)
    // 年均 says how it grew; 均价 and 单产 are what did.
    if (average?.cue.word.endsWith('均')) {
      const start = average.start - (/[年月日]/.test(reading.text[average.start - 1] ?? '') ? 1 : 0)
      if (start > cursor.start) cursor.end = start
    }
    if (respective !== undefined) ending.respective = true
    const change = { direction: verb.direction, against: comparison?.against ?? null }
    return { ending, change: verb.reaches ? null : change, reaches: verb.reaches }
  }
  const above = isQuotient ? readAbove(reading, cursor) : undefined
  if (above !== undefined) {
    cursor.end = above.start
    return { ending: noEnding, change: above.change, reaches: false }
  }
  return { ending: readEnding(reading, cursor), change: null, reaches: false }
}

/** Takes apart the words before a number. `isQuotient`: the number is a percentage, multiple or the like. */
export function readPhrase(reading: Reading, range: Range, spans: Spans, isQuotient: boolean): Phrase {
  const cursor = { start: range.start, end: range.end }
  const fraction =
    isQuotient && lastCue(reading, range, shareCues) === undefined ? readFraction(reading, range) : undefined
  if (fraction !== undefined) cursor.end = fraction.start
  const opening = readOpening(reading, cursor, spans)
  const share = isQuotient && fraction === undefined ? readShare(reading, cursor) : undefined
  if (share !== undefined) cursor.end = share.start
  const isSettled = share !== undefined || fraction !== undefined
  const meaning = isSettled
    ? { ending: noEnding, change: null, reaches: false }
    : readMeaning(reading, cursor, isQuotient)
  const from = readFrom(reading, cursor, spans)
  if (from !== undefined) cursor.end = Math.max(cursor.start, from.start)
  const beforeFrom = from === undefined ? noEnding : readEnding(reading, cursor)
  const { ending } = meaning
  const named = { start: cursor.start, end: Math.max(cursor.start, cursor.end) }
  return {
    name: textOf(reading, named).replace(basis, ''),
    among: opening.among,
    rest: opening.rest,
    left: opening.left,
    dimension: opening.dimension,
    sum: ending.sum,
    respective: opening.respective || ending.respective,
    subject: opening.subject,
    periods: from?.period === undefined ? opening.periods : [...opening.periods, from.period],
    planned: opening.planned || ending.planned || beforeFrom.planned,
    estimated: opening.estimated || ending.estimated,
    change: meaning.change,
    reaches: meaning.reaches,
    from: from !== undefined,
    shareOf: share?.whole ?? null,
    fractionOf: fraction?.of ?? null,
  }
}
