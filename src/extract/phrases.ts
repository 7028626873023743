/**
 * The words before a number, taken apart: what opens a breakdown, whose figure it is, when, planned or not, how it
 * changed and against what, of what it is a share; and what is left, the words that name what is measured.
 * How these bear on other numbers is left to the readers of changes, ratios and breakdowns.
 */
import type { CueKind } from '../resources/indicators.js'
import type { FoundCue, Range, Reading } from './reading.js'
import { cueAtEnd, cueAtStart, firstCue, lastCue, textOf } from './reading.js'

export interface Phrase {
  /** Words that name what is measured, without what the other fields hold. */
  readonly name: string
  readonly among: boolean
  readonly rest: boolean
  readonly dimension: boolean
  readonly sum: boolean
  readonly respective: boolean
  readonly subject: Range | null
  readonly periods: readonly Range[]
  readonly planned: boolean
  readonly estimated: boolean
  /** The verb says that something changed: 增加, 较去年提高了. */
  readonly change: {
    readonly direction: 'increase' | 'decrease' | 'level'
    readonly against: string | null
  } | null
  /** The verb leads to a level: 提高到. */
  readonly reaches: boolean
  /** The number is where a change starts: 由. */
  readonly from: boolean
  /** 占 … 的: the words for the whole. */
  readonly shareOf: string | null
  /** 完成年度计划的, 是上年的: the words between the verb and 的. */
  readonly fractionOf: string | null
}

/** A date or time span that the scan of numbers found, in the reading. */
export type DateSpans = (start: number, end: number) => Range | undefined

interface Cursor {
  start: number
  end: number
}

const openers: readonly CueKind[] = [
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
  'year',
]
const keeps: ReadonlySet<string> = new Set(['rest'])

/** Whether all of a range is the name of a known indicator, so nothing may be taken off it. */
function isKnown(reading: Reading, { start, end }: Range): boolean {
  return reading.table.names.longestBefore(reading.codes, end, start)?.end === start
}

interface Opening {
  among: boolean
  rest: boolean
  dimension: boolean
  respective: boolean
  subject: Range | null
  periods: Range[]
  planned: boolean
  estimated: boolean
}

/** Takes cues off the start of a range, as long as there are any. */
function readOpening(reading: Reading, cursor: Cursor, dates: DateSpans): Opening {
  const opening: Opening = {
    among: false,
    rest: false,
    dimension: false,
    respective: false,
    subject: null,
    periods: [],
    planned: false,
    estimated: false,
  }
  while (cursor.start < cursor.end) {
    const code = reading.codes[cursor.start]!
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      cursor.start++
      continue
    }
    const date = dates(cursor.start, cursor.end)
    if (date !== undefined) {
      opening.periods.push(date)
      cursor.start = date.end
      continue
    }
    if (cueAtStart(reading, cursor, ['rest']) !== undefined) opening.rest = true
    const found = cueAtStart(reading, cursor, openers)
    if (found === undefined || keeps.has(found.cue.kind)) break
    const isStrippable = found.cue.kind !== 'light' && found.cue.kind !== 'plan' && found.cue.kind !== 'have'
    if (!isStrippable && isKnown(reading, cursor)) break
    if (found.cue.kind === 'light' && cursor.end - found.end < 2 && found.end < cursor.end) break
    noteOpening(opening, found)
    cursor.start = found.end
  }
  return opening
}

function noteOpening(opening: Opening, { cue, start, end }: FoundCue): void {
  if (cue.kind === 'among') opening.among = true
  else if (cue.kind === 'dimension') opening.dimension = true
  else if (cue.kind === 'respective') opening.respective = true
  else if (cue.kind === 'subject') opening.subject = { start, end }
  else if (cue.kind === 'period') opening.periods.push({ start, end })
  else if (cue.kind === 'plan') opening.planned = true
  else if (cue.kind === 'estimate') opening.estimated = true
}

function skipSpacesBefore(reading: Reading, cursor: Cursor): void {
  while (cursor.end > cursor.start && reading.codes[cursor.end - 1]! <= 0x20) cursor.end--
}

const endKinds: readonly CueKind[] = ['link', 'sum', 'respective', 'plan', 'estimate']

interface Ending {
  sum: boolean
  respective: boolean
  planned: boolean
  estimated: boolean
}

/** Takes linking words off the end of a range. */
function readEnding(reading: Reading, cursor: Cursor): Ending {
  const ending: Ending = { sum: false, respective: false, planned: false, estimated: false }
  for (;;) {
    skipSpacesBefore(reading, cursor)
    if (cursor.end <= cursor.start) return ending
    const found = cueAtEnd(reading, cursor, endKinds)
    if (found === undefined) return ending
    if (found.start > cursor.start && isKnown(reading, cursor)) return ending
    if (cueAtEnd(reading, cursor, ['sum']) !== undefined) ending.sum = true
    if (found.cue.kind === 'respective' || cueAtStart(reading, found, ['respective']) !== undefined)
      ending.respective = true
    if (found.cue.kind === 'plan') ending.planned = true
    if (found.cue.kind === 'estimate') ending.estimated = true
    cursor.end = found.start
  }
}

interface Verb {
  readonly direction: 'increase' | 'decrease' | 'level'
  readonly start: number
  readonly reaches: boolean
  readonly single: boolean
}

function directionOf(kind: CueKind): 'increase' | 'decrease' | 'level' {
  return kind === 'increase' || kind === 'decrease' ? kind : 'level'
}

/** 提高了, 增长到, 减少 at the end of a range. */
function readVerb(reading: Reading, range: Range): Verb | undefined {
  const cursor = { start: range.start, end: range.end }
  skipSpacesBefore(reading, cursor)
  let reaches = false
  for (let count = 0; count < 3; count++) {
    const verb = cueAtEnd(reading, cursor, ['increase', 'decrease', 'level'])
    if (verb !== undefined && !(verb.start > cursor.start && isKnown(reading, cursor))) {
      const { start, end, cue } = verb
      return { direction: directionOf(cue.kind), start, reaches, single: end - start === 1 }
    }
    const to = cueAtEnd(reading, cursor, ['to'])
    const particle = to ?? cueAtEnd(reading, cursor, ['verbend', 'respective'])
    if (particle === undefined) return undefined
    reaches ||= to !== undefined
    cursor.end = particle.start
  }
  return undefined
}

/** The words of a comparison in standard wording: 去年 for 客岁. */
export function standardBase(reading: Reading, range: Range): string {
  const found = cueAtStart(reading, range, ['against', 'period'])
  const rest =
    found === undefined
      ? textOf(reading, range)
      : found.cue.standard + reading.text.slice(found.end, range.end)
  return rest.replace(/^[的于]|[的,、\s]+$/g, '')
}

interface Comparison {
  readonly start: number
  readonly against: string | null
}

/** 比去年, 较上年同期, 同比 before a verb. */
function readComparison(reading: Reading, range: Range): Comparison | undefined {
  const cursor = { start: range.start, end: range.end }
  skipSpacesBefore(reading, cursor)
  const respective = cueAtEnd(reading, cursor, ['respective'])
  if (respective !== undefined) cursor.end = respective.start
  const year = cueAtEnd(reading, cursor, ['year'])
  if (year !== undefined) return { start: year.start, against: year.cue.standard }
  let scan: Range = cursor
  for (let count = 0; count < 3; count++) {
    const than = lastCue(reading, scan, 'than')
    if (than === undefined) return undefined
    const base = { start: than.end, end: cursor.end }
    const isClose = base.end - base.start <= 16
    if (isClose && base.end > base.start) {
      return { start: than.start, against: standardBase(reading, base) || null }
    }
    scan = { start: cursor.start, end: than.start }
  }
  return undefined
}

interface Share {
  readonly start: number
  readonly whole: string
}

/** 占 … 的比重, at the end of a range. */
function readShare(reading: Reading, range: Range): Share | undefined {
  const cursor = { start: range.start, end: range.end }
  readEnding(reading, cursor)
  const share = lastCue(reading, cursor, 'share')
  if (share === undefined) return undefined
  const tail = cueAtEnd(reading, { start: share.end, end: cursor.end }, ['shareend'])
  const end = tail?.start ?? cursor.end
  const whole = reading.text.slice(share.end, end).replace(/^[了到]|的$/g, '')
  return { start: share.start, whole }
}

/** 是上年的, 完成年度计划的 at the end of a range. */
function readFraction(reading: Reading, range: Range): Share | undefined {
  if (range.end <= range.start || reading.text[range.end - 1] !== '的') return undefined
  const of = { start: range.start, end: range.end - 1 }
  const verb = lastCue(reading, of, 'multiple') ?? lastCue(reading, of, 'light')
  if (verb === undefined) return undefined
  return { start: verb.start, whole: reading.text.slice(verb.end, of.end) }
}

/** Takes apart the words before a number. `isQuotient`: the number is a percentage, multiple or the like. */
export function readPhrase(reading: Reading, range: Range, dates: DateSpans, isQuotient: boolean): Phrase {
  const cursor = { start: range.start, end: range.end }
  const opening = readOpening(reading, cursor, dates)
  const share = isQuotient ? readShare(reading, cursor) : undefined
  const fraction = share === undefined && isQuotient ? readFraction(reading, cursor) : undefined
  let change: Phrase['change'] = null
  let reaches = false
  let ending: Ending = { sum: false, respective: false, planned: false, estimated: false }
  if (share !== undefined || fraction !== undefined) {
    cursor.end = Math.max(cursor.start, (share ?? fraction)!.start)
  } else {
    const verb = readVerb(reading, cursor)
    const comparison = verb && readComparison(reading, { start: cursor.start, end: verb.start })
    const counts = verb !== undefined && (!verb.single || isQuotient || comparison !== undefined)
    const above = counts ? undefined : readAbove(reading, cursor, isQuotient)
    if (verb !== undefined && counts) {
      const respective = firstCue(reading, { start: cursor.start, end: cursor.end }, 'respective')
      cursor.end = comparison?.start ?? verb.start
      reaches = verb.reaches
      if (!reaches) change = { direction: verb.direction, against: comparison?.against ?? null }
      else if (comparison !== undefined) change = null
      ending = readEnding(reading, cursor)
      if (respective !== undefined) ending.respective = true
    } else if (above !== undefined) {
      cursor.end = above.start
      change = above.change
    } else {
      ending = readEnding(reading, cursor)
    }
  }
  const from = readFrom(reading, cursor, dates)
  if (from !== undefined) cursor.end = from.start
  if (cursor.end < cursor.start) cursor.end = cursor.start
  return {
    name: textOf(reading, cursor),
    among: opening.among,
    rest: opening.rest,
    dimension: opening.dimension,
    sum: ending.sum,
    respective: opening.respective || ending.respective,
    subject: opening.subject,
    periods: from?.period === undefined ? opening.periods : [...opening.periods, from.period],
    planned: opening.planned || ending.planned,
    estimated: opening.estimated || ending.estimated,
    change,
    reaches,
    from: from !== undefined,
    shareOf: share?.whole ?? null,
    fractionOf: fraction?.whole ?? null,
  }
}

/** 增速高于城镇居民 before a number of points: the base stands behind the verb. */
function readAbove(reading: Reading, range: Range, isQuotient: boolean) {
  if (!isQuotient) return undefined
  const above = lastCue(reading, range, 'above')
  const below = above === undefined ? lastCue(reading, range, 'below') : undefined
  const found = above ?? below
  if (found === undefined || range.end - found.end > 14 || range.end === found.end) return undefined
  return {
    start: found.start,
    change: {
      direction: above !== undefined ? ('increase' as const) : ('decrease' as const),
      against: textOf(reading, { start: found.end, end: range.end }).trim() || null,
    },
  }
}

/** 由, 由去年的 at the end of a range, behind the name. */
function readFrom(reading: Reading, range: Range, dates: DateSpans) {
  const from = lastCue(reading, range, 'from')
  if (from === undefined) return undefined
  const base = { start: from.end, end: range.end }
  if (base.end === base.start) return { start: from.start, period: undefined }
  if (base.end - base.start > 10) return undefined
  const date = dates(base.start, base.end) ?? cueAtStart(reading, base, ['against', 'period'])
  if (date === undefined || base.end - date.end > 1) return undefined
  return { start: from.start, period: { start: date.start, end: date.end } }
}
