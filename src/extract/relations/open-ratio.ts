/**
 * Shares and rates of a plan of which the text prints one side or none: 完成年初预算的45.5%, 占GDP的7.2%, 政府卫生支出占26.7%.
 * They are ratios all the same; a side that no figure states stays open. Read last, behind all ties of two figures.
 * Invariant: only sides are told that words or places say; no arithmetic finds one.
 */
import { likelyName } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { Mention } from '../mentions/mention.js'
import { isFigure, isQuotient } from '../mentions/mention.js'
import { cleanNoun } from '../names/clean-noun.js'
import { endsWithCue } from '../names/heads.js'
import type { Reading } from '../reading.js'
import { isCalled } from './ratio.js'

/** How many figures back a side of a ratio may stand. */
const reach = 14

/** Whether the words say that a number is a share of something, or how far a plan was met. */
function isSaid(mention: Mention, table: IndicatorTable): boolean {
  const { phrase, quantity, words } = mention
  if (endsWithCue(words, 'ratio-name', table)) return isQuotient(quantity) || quantity.measure === 'other'
  return isQuotient(quantity) && (phrase.shareOf !== null || phrase.fractionOf !== null)
}

/** 43.8%和56%: goes on with a row of ratios without a word of its own. */
function goesOn(mention: Mention | undefined, before: Mention | undefined): boolean {
  if (mention === undefined || before === undefined || !mention.isBound || mention.words !== '') return false
  return (
    isQuotient(before.quantity) && mention.quantity.unit === before.quantity.unit && mention.role !== 'change'
  )
}

/** Only marks and a word or so stand between a figure and what is said of it. */
const close = /^[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff]{1,2}[^\u4e00-\u9fff]*)?$/

/** Whether a figure may be the part of a share: no quotient and no average, which a whole has none of. */
function mayBePart(other: Mention, { cues }: IndicatorTable): boolean {
  return isFigure(other) && !isQuotient(other.quantity) && !cues.average.says(other.name.indicator)
}

/** The figure right before a share that has no words of its own, changes of it left aside. */
function partBefore(share: Mention, before: readonly Mention[], { text, table }: Reading): Mention | null {
  if (share.words !== '')
    return before.findLast((other) => isFigure(other) && isCalled(other, share.words)) ?? null
  const last = before.at(-1)
  if (last === undefined || last.sentence !== share.sentence) return null
  if (!close.test(text.slice(last.quantity.end, share.left.start))) return null
  const own = before.filter(({ sentence }) => sentence === share.sentence)
  const part = own.findLast((other) => other.role !== 'change' && mayBePart(other, table))
  return part ?? null
}

/** 占52.6%和7.8%: the figures of the sentence before a row of shares, one for each; undefined where there is no row. */
function partsInTurn(mentions: readonly Mention[], index: number, table: IndicatorTable) {
  const first = mentions[index]!
  let length = 1
  while (goesOn(mentions[index + length], first)) length++
  if (length === 1) return undefined
  const figures = mentions
    .slice(Math.max(0, index - reach), index)
    .filter((other) => other.sentence === first.sentence && mayBePart(other, table))
  return figures.length < length ? [] : figures.slice(-length)
}

/** What the share is of: the figure that is called so, the total of its part, or that of the list it stands in. */
function wholeOf(
  share: Mention,
  part: Mention | null,
  before: readonly Mention[],
  listed: Mention | undefined,
) {
  const words = cleanNoun(share.phrase.shareOf ?? '')
  const isFigureOfIts = (other: Mention) => isFigure(other) && !isQuotient(other.quantity)
  if (words !== '')
    return before.findLast(
      (other) => isFigureOfIts(other) && other.confidence >= likelyName && isCalled(other, words),
    )
  if (share.phrase.shareOf === null) return undefined
  if (part !== null) return part.parent ?? undefined
  const isOwn = listed !== undefined && listed.sentence === share.sentence && isFigureOfIts(listed)
  return isOwn ? listed : undefined
}

/** The figure that the list is about in which a number stands. */
function listedIn({ frame }: Mention, mentions: readonly Mention[]): Mention | undefined {
  if (frame === null) return undefined
  return frame.owner ?? mentions.slice(Math.max(0, frame.from - reach), frame.from).findLast(isFigure)
}

/** Ties what is left of the ratios of a paragraph to what is printed of their sides. */
export function settleOpenRatios(mentions: readonly Mention[], reading: Reading): void {
  const { table } = reading
  let turn: Mention[] | undefined
  let isRow = false
  mentions.forEach((mention, index) => {
    const isNext = isRow && goesOn(mention, mentions[index - 1])
    if (!isNext) {
      isRow = mention.role !== 'change' && isSaid(mention, table)
      turn = isRow && mention.words === '' ? partsInTurn(mentions, index, table) : undefined
    }
    const next = turn?.shift() ?? null
    if (mention.ratio !== null || !isRow) return
    const before = mentions.slice(Math.max(0, index - reach), index)
    const part = turn !== undefined || isNext ? next : partBefore(mention, before, reading)
    const listed = listedIn(mention, mentions) ?? wholeBefore(mention, part, before.at(-1))
    const whole = wholeOf(mention, part, before, listed) ?? null
    mention.ratio = { part, whole: whole === part ? null : whole }
  })
}

/** 政府卫生支出占26.7%;社会卫生支出占46.0%: shares told one after the other are of one whole. */
function wholeBefore(
  mention: Mention,
  part: Mention | null,
  before: Mention | undefined,
): Mention | undefined {
  const isRow = part === null && before?.phrase.shareOf === '' && before.sentence === mention.sentence
  return isRow && before.ratio?.part === null ? (before.ratio.whole ?? undefined) : undefined
}
