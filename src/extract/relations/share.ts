/**
 * Shares of a named whole: 占在校学生总数的22.91%. The part is named before 占 or is the figure before it. The whole is the
 * figure named between 占 and 的, or the total of the part.
 */
import { likelyName } from '../../model/fact.js'
import { foldCodes } from '../../numerals/characters.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { Discourse } from '../mentions/discourse.js'
import { recentMentions } from '../mentions/discourse.js'
import type { Mention } from '../mentions/mention.js'
import { isAddable, isFigure, isQuotient, isTied } from '../mentions/mention.js'
import { cleanNoun } from '../names/clean-noun.js'
import { term } from '../names/heads.js'
import { nameOf } from '../names/name.js'
import { linkQuotients, wholeByQuotient } from './quotient.js'
import { figureNamed, isCalled, isFarOff } from './ratio.js'

/** Measures of which a share is a part; of money it may be a part of another thing: 占营业收入的5%. */
const counted: ReadonlySet<string> = new Set(['count', 'mass', 'volume', 'area', 'length', 'other'])
/** How many numbers off a share its part, or a whole behind it, may stand. */
const nearest = 6

/** The figure whose share is given: the one named, else the nearest before, of its own sentence first. */
function partOf(figures: readonly Mention[], mention: Mention): Mention | undefined {
  if (mention.words !== '') return figureNamed(figures, mention.words)
  return figures.findLast(({ sentence }) => sentence === mention.sentence) ?? figures.at(-1)
}

/** The whole by its name, without a subject before it: 全县生产总值. */
function wholeOf(
  discourse: Discourse,
  mention: Mention,
  figures: readonly Mention[],
  words: string,
  part: Mention | undefined,
): Mention | undefined {
  const subject = discourse.table.cues.subject.start.longest(foldCodes(words), 0)
  const named = figureNamed(figures, words.slice(subject?.end ?? 0))
  if (named !== undefined) return named
  if (part === undefined) return undefined
  const own = figures.filter((other) => other.sentence === part.sentence)
  const exact =
    mention.quantity.value === null ? undefined : wholeByQuotient(mention, part, own, discourse.table)
  if (exact !== undefined) return exact
  if (part.parent !== null) return part.parent
  const isAddable = (other: Mention) => other.quantity.base.unit === part.quantity.base.unit
  if (words === '') return undefined
  const target = discourse.table.cues.target.start
  const codes = foldCodes(words)
  return target.longest(codes, 0) === undefined
    ? undefined
    : figures.findLast((other) => other.planned && isAddable(other))
}

/** Names a share, and ties it to its part and its whole. */
export function readShare(discourse: Discourse, mention: Mention, words: string): void {
  const figures = recentMentions(discourse).filter((other) => isFigure(other) && !isQuotient(other.quantity))
  const part = partOf(figures, mention)
  const others = figures.filter((other) => other !== part)
  const wholeWords = cleanNoun(words)
  const whole = wholeOf(discourse, mention, others, wholeWords, part)
  const share = term(discourse.table, 'share')
  const partName = mention.words !== '' ? mention.words : (part?.name.stem ?? '')
  const wholeName = wholeWords !== '' ? wholeWords : (whole?.name.stem ?? '')
  const indicator = partName + share.thing + wholeName + share.event
  mention.implicit = mention.words === ''
  mention.name = {
    ...nameOf(indicator, mention.quantity, discourse.table),
    indicator,
    head: term(discourse.table, 'percent').thing,
    id: null,
    qualifier: partName,
    stem: indicator,
  }
  if (part === undefined || whole === undefined) return
  tie(mention, part, whole, wholeWords)
}

/** Ties the shares whose whole the words do not name by what they come to. */
export function linkSharesByQuotient(mentions: readonly Mention[], table: IndicatorTable): void {
  linkQuotients(mentions, table, (share, part, whole) => {
    const isOneThing = part.name.indicator.slice(-2) === whole.name.indicator.slice(-2)
    tie(share, part, whole, isOneThing ? '' : cleanNoun(share.phrase.shareOf ?? ''))
  })
  mentions.forEach((share, index) => {
    const isOpen = share.phrase.shareOf === '' && !isTied(share) && share.role !== 'change'
    if (isOpen) tieNearest(share, mentions.slice(Math.max(0, index - nearest), index), table)
  })
}

/** 女生620人,占31%: of what no words say; the nearest figure that the share may be of. */
function tieNearest(share: Mention, before: readonly Mention[], table: IndicatorTable): void {
  const figures = before.filter((other) => isFigure(other) && !isQuotient(other.quantity))
  const own = figures.filter(({ sentence }) => sentence === share.sentence)
  const part = partOf(own, share)
  if (part === undefined) return
  const isWhole = (other: Mention) =>
    other !== part && isAddable(other, part, table) && !isFarOff(share, part, other)
  const whole = part.parent ?? own.findLast(isWhole)
  if (whole !== undefined) tie(share, part, whole, '')
}

/** Ties a share to its part and its whole; a count is a part of the whole that the share names. */
function tie(mention: Mention, part: Mention, whole: Mention, wholeWords: string): void {
  mention.ratio = { part, whole }
  const isCount = part.quantity.measure === whole.quantity.measure && counted.has(part.quantity.measure)
  const isNamed = wholeWords === '' || isCalled(whole, wholeWords)
  if (
    isCount &&
    isNamed &&
    part.parent === null &&
    whole.parent !== part &&
    part.frame === null &&
    !part.embedded
  ) {
    part.parent = whole
    if (part.role === 'value') part.role = 'part'
    if (whole.role === 'value') whole.role = 'total'
  }
}

/** The words for the whole of a share, without whose it is; empty where it names none. */
function wholeWordsOf({ phrase }: Mention, table: IndicatorTable): string {
  const words = cleanNoun(phrase.shareOf ?? '')
  return words.slice(table.cues.subject.start.longest(foldCodes(words), 0)?.end ?? 0)
}

/** Shares whose whole is not found yet, or only one that is called otherwise. */
function openShares(mentions: readonly Mention[], table: IndicatorTable) {
  return mentions.flatMap((mention, index) => {
    const words = wholeWordsOf(mention, table)
    if (words === '' || mention.role === 'change') return []
    const whole = mention.ratio?.whole ?? null
    if (whole !== null && isCalled(whole, words)) return []
    const before = mentions.slice(Math.max(0, index - nearest), index)
    const figures = before.filter((other) => isFigure(other) && !isQuotient(other.quantity))
    const part = mention.ratio?.part ?? partOf(figures, mention)
    return part === undefined || part.sentence !== mention.sentence ? [] : [{ mention, index, words, part }]
  })
}

/** 占公交车总量的72.0%,公交车总量675辆: the whole stands behind its share. */
export function settleShares(mentions: readonly Mention[], table: IndicatorTable): void {
  for (const { mention, index, words, part } of openShares(mentions, table)) {
    const whole = mentions
      .slice(index + 1, index + 1 + nearest)
      .find(
        (other) =>
          other.sentence === mention.sentence &&
          isFigure(other) &&
          isCalled(other, words) &&
          isAddable(other, part, table),
      )
    if (whole !== undefined) tie(mention, part, whole, words)
  }
}

/** 研发投入占营业收入的5.0%, paragraphs behind 营业收入: the last figure of that very name, of the same time. */
export function linkShares(mentions: readonly Mention[], table: IndicatorTable): void {
  const open = openShares(mentions, table).filter(({ mention }) => !isTied(mention))
  const wanted = new Map(open.map(({ words }) => [words, [] as { mention: Mention; at: number }[]]))
  mentions.forEach((mention, at) => {
    if (isFigure(mention) && !isQuotient(mention.quantity) && mention.confidence >= likelyName)
      wanted.get(mention.name.indicator)?.push({ mention, at })
  })
  for (const { mention, index, words, part } of open) {
    const whole = wanted
      .get(words)!
      .findLast(
        (other) =>
          other.at < index &&
          isAddable(other.mention, part, table) &&
          other.mention.planned === part.planned &&
          other.mention.period?.text === part.period?.text,
      )
    if (whole !== undefined) mention.ratio = { part, whole: whole.mention }
  }
}
