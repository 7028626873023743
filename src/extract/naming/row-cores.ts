/** Names of figures that stand in a row, each for the piece in the same place: 小麦、玉米播种面积分别为31万亩和20万亩. */
import { isFigure } from '../mentions/mention.js'
import { cleanNoun } from '../names/clean-noun.js'
import type { Range } from '../reading.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'

/** How long the words between two figures of one row may be. */
const longestJoin = 12
/** What the last piece may hold for all of them. */
const longestEnd = 14
/** Longer rows are lists of numbers. */
const longestRow = 20
/** How many there are is no part of a piece: 养老、工伤、失业三项保险. */
const counted = /(?:[两二三四五六七八九十]|(?<!\d)\d+)[项类种个大]/
const clauseEnd = /[,;:。]/
const closeJoin = /以及|[和与及]/
/** What joins the pieces of a list. */
export const listJoin = /以及|[、和与及]/
const joins: readonly RegExp[] = [/以及|[、和与及,]/, closeJoin, /、/, /\//]
/** 家用电器和音像器材类、通讯器材类: 和 joins words of one piece where 、 follows. */
function joinsWithinPiece(words: string): boolean {
  const at = words.search(closeJoin)
  return at >= 0 && words.includes('、', at)
}

/** 件数和人数分别下降: what is counted was said before. */
const countsOnly = /^(?:人|件|户|起|例|项|个)[数次]$/

export interface Row {
  readonly first: number
  readonly length: number
}

/** The figures that stand side by side with this one; `isBare`: all but the first without words of their own. */
export function rowOf({ reading, contexts, index, ownOf }: Place, isBare: boolean): Row {
  const isJoined = (at: number) => {
    const context = contexts[at]
    if (isBare && context !== undefined && ownOf(at).start < ownOf(at).end) return false
    const before = contexts[at - 1]?.quantity.end
    if (before === undefined || context?.isBound !== true || context.left.end - before > longestJoin)
      return false
    // A number that is no figure may stand between: 7988人,三年巩固率98.6%.
    return !clauseEnd.test(reading.text.slice(before, context.left.start))
  }
  let first = index
  while (first > Math.max(0, index - longestRow) && isJoined(first)) first--
  let last = index
  while (last < index + longestRow && isJoined(last + 1)) last++
  return { first, length: last - first + 1 }
}

/**
 * What the last piece has behind what stands for the others, which are single characters or of one form, or end before 的:
 * 部地区 of 东、中、西部地区, 产业占比 of 第二、第三产业占比, 达标率 of 甲县、乙县的达标率.
 */
function sharedTail(pieces: readonly string[], last: string): string {
  const [, named] = /^[^的]{2,}的([^的]{2,})$/.exec(last) ?? []
  if (named !== undefined) return named
  const { length } = pieces[0]!
  const all = [...pieces.slice(0, -1), last.slice(0, length)]
  const isAlike = (at: number) => all.every((piece) => piece.at(at) === all[0]!.at(at))
  const isOfOneForm = length === 1 || isAlike(0) || isAlike(-1)
  return isOfOneForm && all.every((piece) => piece.length === length) ? last.slice(length) : ''
}

/** What stands before the first piece and may stand before all that are like it: 义务教育 of 义务教育入学率、巩固率. */
function sharedStart(first: string, own: string): string {
  return own.length > 1 && first.at(-1) === own.at(-1) ? first.slice(0, -own.length) : ''
}

/** The piece in a place of a list, and with each end of the last one: 小麦, 小麦面积, 小麦播种面积. */
export function pieceCores(words: string, length: number, order: number): Core[] {
  return joins.flatMap((join) => {
    const pieces = words.split(join).filter((piece) => piece !== '')
    if (pieces.length !== length || (join === closeJoin && joinsWithinPiece(words))) return []
    if (pieces.some((piece) => countsOnly.test(piece))) return []
    const last = pieces.at(-1)!.replace(counted, '')
    const tail = sharedTail(pieces, last)
    const isLast = order === length - 1
    const own = isLast ? last : pieces[order]!
    const cores = [coreOf('row', own, 0, order)]
    const start = order === 0 ? '' : sharedStart(pieces[0]!, own)
    if (start !== '') cores.push(coreOf('row', start + own, start.length, order))
    if (isLast) return cores
    if (tail !== '') return [coreOf('row-tail', own + tail, tail.length, order)]
    for (let size = 1; size < last.length && size <= longestEnd; size++) {
      cores.push(coreOf('row-tail', own + last.slice(-size), size, order))
    }
    return cores
  })
}

/** The list stands in the clause before: 小学、初中和高中发展较快,分别招生310人、280人和200人. */
function clausePieceCores(clause: string, words: string, length: number, order: number): Core[] {
  const pieces = clause.split(joins[0]!)
  if (pieces.length !== length) return []
  const own = pieces[order]!
  const last = pieces.at(-1)!
  const cores = [coreOf('row-before', own + words, 0, order)]
  for (let size = 1; size < last.length && size <= longestEnd; size++) {
    const stem = order === length - 1 ? own.slice(0, -size) : own + last.slice(-size)
    cores.push(coreOf('row-before', stem + words, size, order))
  }
  return cores
}

/** The figures before the row, one for one, of which there may be too few. */
function pairsOf({ mentions }: Place, { first, length }: Row): number[] {
  const from = Math.max(0, first - 2 * length)
  return mentions
    .slice(from, first)
    .flatMap((other, at) => (isFigure(other) ? [from + at] : []))
    .slice(-length)
}

/** Names by the figures before the row: 亩产分别为, behind as many areas. */
function pairedCores(place: Place, words: string, row: Row): Core[] {
  const { mention, index } = place
  const order = index - row.first
  const pairs = pairsOf(place, row)
  if (pairs.length < row.length) return []
  const other = place.named(pairs[order]!)
  const rest = mention.role === 'change' ? '' : words
  const qualifiers = words === '' ? [] : other.divisions.map(({ qualifier }) => qualifier)
  return [
    coreOf('row', other.stem + rest, 0, order),
    ...qualifiers.map((qualifier) => coreOf('row', qualifier + words, 1, order)),
  ]
}

/** 9个市和14个县的达标率分别为99%和98%: each of what was counted; the last of them stands before the noun, with 的. */
export function countedCores(place: Place): Core[] {
  const row = rowOf(place, true)
  if (row.length < 2 || row.length > longestRow || !place.mentions[row.first]!.phrase.respective) return []
  const pairs = pairsOf(place, row)
  if (pairs.length < row.length) return []
  const last = `${place.named(pairs.at(-1)!).stem}的`
  const { end } = place.contexts[pairs.at(-1)!]!.quantity
  const words = place.reading.text.slice(end, place.ownOf(row.first).end)
  const noun = last.length > 1 && words.startsWith(last) ? cleanNoun(words.slice(last.length)) : ''
  const order = place.index - row.first
  return noun === '' ? [] : [coreOf('row', place.named(pairs[order]!).stem + noun, 0, order)]
}

/** 甲6120只、乙4875只,占总数的21.4%和17.0%: shares of the amounts right before them, one for one. */
export function pairedShareCores(place: Place): Core[] {
  const { mention, mentions, index, ownOf } = place
  const row = rowOf(place, true)
  const { shareOf } = mentions[row.first]!.phrase
  if (row.length < 2 || row.length > longestRow || shareOf === null || mention.quantity.measure !== 'percent')
    return []
  const own = ownOf(row.first)
  const pairs = pairsOf(place, row)
  const isPaired =
    own.start === own.end &&
    pairs.length === row.length &&
    pairs.every(
      (at) => mentions[at]!.sentence === mention.sentence && mentions[at]!.quantity.measure !== 'percent',
    )
  if (!isPaired) return []
  const order = index - row.first
  const { stem } = place.named(pairs[order]!)
  // 占到全市的.
  const whole = cleanNoun(shareOf.replace(/^到/, ''))
  return [coreOf('share', whole === '' ? `${stem}占比` : `${stem}占${whole}比重`, 0, order)]
}

/** The words that the row is of, and those together with the count of its pieces: 养老、工伤和失业三项保险参保人数. */
function wordsOfRow(place: Place, first: number): Range[] {
  const own = place.ownOf(first)
  if (first === 0 || !place.contexts[first]!.isBound) return [own]
  return [own, { start: place.ownOf(first - 1).start, end: own.end }]
}

/** The words of a list, up to what is said of each of its pieces: 销售费用率、管理费用率同比分别变化. */
function listOf({ reading }: Place, { start, end }: Range): string {
  const said = reading.text.slice(start, end)
  const at = said.indexOf('分别')
  return cleanNoun(at < 0 ? said : said.slice(0, at).replace(/[同环]比$/, ''))
}

/**
 * 第二、第三产业占比分别下降2.16和1.66个百分点: which of as many pieces as figures it is of, where they are said to be theirs
 * in turn; -1 where they are not.
 */
export function orderInList(place: Place): number {
  const { first, length } = rowOf(place, true)
  const { start, end } = place.contexts[first]!.left
  const isInTurn =
    place.mentions[first]!.phrase.respective || place.reading.text.slice(start, end).includes('分别占')
  if (length < 2 || length > longestRow || !isInTurn) return -1
  const order = place.index - first
  return pieceCores(listOf(place, place.ownOf(first)), length, order).length > 0 ? order : -1
}

/** 甲、乙分别占总量的60%和40%: what each piece has a share of; the whole says what they are pieces of, if nothing else does. */
function asShares({ mentions }: Place, { first }: Row, cores: readonly Core[]): readonly Core[] {
  const whole = cleanNoun(mentions[first]!.phrase.shareOf ?? '')
  if (whole === '') return cores
  const isSettled = cores.filter(({ kind }) => kind === 'row-tail').length === 1
  return cores
    .filter(({ kind }) => kind === 'row' || isSettled)
    .map((core) => ({ ...core, words: `${core.words}占${whole}比重` }))
}

function coresOfRow(place: Place, row: Row): Core[] {
  const { contexts, index } = place
  const [words, ...counted] = wordsOfRow(place, row.first).map((range) => listOf(place, range))
  const listed = contexts[row.first]!.preamble.at(-1)
  const clause = listed === undefined ? '' : listOf(place, listed)
  const order = index - row.first
  return [
    ...clausePieceCores(clause, words!, row.length, order),
    ...[words!, ...counted].flatMap((own) => asShares(place, row, pieceCores(own, row.length, order))),
    ...(orderInList(place) >= 0 ? [] : pairedCores(place, words!, row)),
  ]
}

export function rowCores(place: Place): Core[] {
  const loose = rowOf(place, false)
  const bare = rowOf(place, true)
  const rows = loose.length === bare.length ? [loose] : [loose, bare]
  return rows
    .filter(({ length }) => length > 1 && length <= longestRow)
    .flatMap((row) => coresOfRow(place, row))
}
