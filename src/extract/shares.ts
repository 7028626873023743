/**
 * Shares of a named whole: 占在校学生总数的22.91%. The part is named before 占 or is the figure before it; the whole is
 * the figure that the words between 占 and 的 name, or the total that the part was counted in.
 */
import { foldCodes } from '../numerals/characters.js'
import type { IndicatorTable } from '../resources/indicators.js'
import type { Draft } from './drafts.js'
import { isAddable, isFigure, isQuotient } from './drafts.js'
import { cleanNoun, nameOf, term } from './names.js'
import { figureNamed, isCalled } from './ratios.js'
import type { State } from './state.js'
import { recentDrafts } from './state.js'

/** How many numbers off a share its part, or a whole behind it, may stand. */
const nearest = 6

/** The figure whose share is given: the one named, else the nearest before, of its own sentence first. */
function partOf(figures: readonly Draft[], draft: Draft): Draft | undefined {
  if (draft.words !== '') return figureNamed(figures, draft.words)
  return figures.findLast(({ sentence }) => sentence === draft.sentence) ?? figures.at(-1)
}

/** The whole by its name, without a subject before it: 全县生产总值. */
function wholeOf(
  state: State,
  figures: readonly Draft[],
  words: string,
  part: Draft | undefined,
): Draft | undefined {
  const subject = state.table.cues.subject.start.longest(foldCodes(words), 0)
  const named = figureNamed(figures, words.slice(subject?.end ?? 0))
  if (named !== undefined) return named
  if (part === undefined) return undefined
  if (part.parent !== null) return part.parent
  const isAddable = (other: Draft) => other.quantity.base.unit === part.quantity.base.unit
  if (words === '') return figures.findLast((other) => other.sentence === part.sentence && isAddable(other))
  const target = state.table.cues.target.start
  const codes = foldCodes(words)
  return target.longest(codes, 0) === undefined
    ? undefined
    : figures.findLast((other) => other.planned && isAddable(other))
}

/** Names a share, and ties it to its part and its whole. */
export function readShare(state: State, draft: Draft, words: string): void {
  const figures = recentDrafts(state).filter((other) => isFigure(other) && !isQuotient(other.quantity))
  const part = partOf(figures, draft)
  const others = figures.filter((other) => other !== part)
  const wholeWords = cleanNoun(words)
  const whole = wholeOf(state, others, wholeWords, part)
  const share = term(state.table, 'share')
  const partName = draft.words !== '' ? draft.words : (part?.name.stem ?? '')
  const wholeName = wholeWords !== '' ? wholeWords : (whole?.name.stem ?? '')
  const indicator = partName + share.thing + wholeName + share.event
  draft.implicit = draft.words === ''
  draft.name = {
    ...nameOf(indicator, draft.quantity, state.table),
    indicator,
    head: term(state.table, 'percent').thing,
    id: null,
    qualifier: partName,
    stem: indicator,
  }
  if (part === undefined || whole === undefined) return
  tie(draft, part, whole, wholeWords)
}

/** Ties a share to its part and its whole; a count is a part of the whole that the share names. */
function tie(draft: Draft, part: Draft, whole: Draft, wholeWords: string): void {
  draft.ratio = { part, whole }
  const isCount = part.quantity.measure === 'count' && whole.quantity.measure === 'count'
  const isNamed = wholeWords === '' || isCalled(whole, wholeWords)
  if (
    isCount &&
    isNamed &&
    part.parent === null &&
    whole.parent !== part &&
    part.frame === null &&
    !part.embedded
  )
    part.parent = whole
}

/** The words for the whole of a share, without whose it is; empty where it names none. */
function wholeWordsOf({ phrase }: Draft, table: IndicatorTable): string {
  const words = cleanNoun(phrase.shareOf ?? '')
  return words.slice(table.cues.subject.start.longest(foldCodes(words), 0)?.end ?? 0)
}

/** Shares whose whole is not found yet, or only one that is called otherwise. */
function openShares(drafts: readonly Draft[], table: IndicatorTable) {
  return drafts.flatMap((draft, index) => {
    const words = wholeWordsOf(draft, table)
    if (words === '' || draft.role === 'change') return []
    if (draft.ratio !== null && isCalled(draft.ratio.whole, words)) return []
    const before = drafts.slice(Math.max(0, index - nearest), index)
    const figures = before.filter((other) => isFigure(other) && !isQuotient(other.quantity))
    const part = draft.ratio?.part ?? partOf(figures, draft)
    return part === undefined || part.sentence !== draft.sentence ? [] : [{ draft, index, words, part }]
  })
}

/** 占公交车总量的72.0%,公交车总量675辆: the whole stands behind its share. */
export function settleShares(drafts: readonly Draft[], table: IndicatorTable): void {
  for (const { draft, index, words, part } of openShares(drafts, table)) {
    const whole = drafts
      .slice(index + 1, index + 1 + nearest)
      .find(
        (other) =>
          other.sentence === draft.sentence &&
          isFigure(other) &&
          isCalled(other, words) &&
          isAddable(other, part, table),
      )
    if (whole !== undefined) tie(draft, part, whole, words)
  }
}

/** 研发投入占营业收入的5.0%, paragraphs behind 营业收入: the last figure of that very name, of the same time. */
export function linkShares(drafts: readonly Draft[], table: IndicatorTable): void {
  const open = openShares(drafts, table).filter(({ draft }) => draft.ratio === null)
  const wanted = new Map(open.map(({ words }) => [words, [] as { draft: Draft; at: number }[]]))
  drafts.forEach((draft, at) => {
    if (isFigure(draft) && !isQuotient(draft.quantity)) wanted.get(draft.name.indicator)?.push({ draft, at })
  })
  for (const { draft, index, words, part } of open) {
    const whole = wanted
      .get(words)!
      .findLast(
        (other) =>
          other.at < index &&
          isAddable(other.draft, part, table) &&
          other.draft.planned === part.planned &&
          other.draft.period?.text === part.period?.text,
      )
    if (whole !== undefined) draft.ratio = { part, whole: whole.draft }
  }
}
