/**
 * Shares of a named whole: 占在校学生总数的22.91%. The part is named before 占 or is the figure before it; the whole is
 * the figure that the words between 占 and 的 name, or the total that the part was counted in.
 */
import { foldCodes } from '../numerals/characters.js'
import type { Draft } from './drafts.js'
import { isFigure, isQuotient } from './drafts.js'
import { cleanNoun, nameOf, term } from './names.js'
import { figureNamed, isCalled } from './ratios.js'
import type { State } from './state.js'
import { recentDrafts } from './state.js'

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
