/**
 * What a rate or an average divides: the figures of part and whole, if both are near it. Rates are recognised by the
 * words of their part and whole in the table of indicators, or by their stem; averages by what they are per. Figures
 * that are not part and whole are not linked. The audit checks the quotient.
 */

import { toDecimal } from '../../model/decimal.js'
import { foldCodes } from '../../numerals/characters.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { Mention, Tie } from '../mentions/mention.js'
import { isAddable, isFigure, isQuotient } from '../mentions/mention.js'
import { bareUnit, isPersonUnit, measureOf, term } from '../names/heads.js'

/** How many figures back part and whole are looked for. */
const reach = 14
/** Off by more than this share of the quotient, two figures near a rate are others than its part and whole. */
const farthest = 0.3
/** Averages are tied where the quotient comes out, since any two figures might stand near them. */
const closest = 0.02

function figuresBefore(mentions: readonly Mention[], index: number): Mention[] {
  const first = Math.max(0, index - reach)
  return mentions.slice(first, index).filter((mention) => isFigure(mention) && !isQuotient(mention.quantity))
}

/** A name without what says that it is a total or a number. */
const normalise = (name: string) => name.replace(/[数量额总的]|人数$/g, '')

/** Whether words are the whole name of a figure, leaving aside 总 and 数. */
export function isCalled({ name }: Mention, words: string): boolean {
  const wanted = normalise(words)
  return normalise(name.indicator) === wanted || normalise(name.stem) === wanted
}

/** The figure that a name means, the nearest one first. */
export function figureNamed(figures: readonly Mention[], words: string): Mention | undefined {
  const wanted = normalise(words)
  if (wanted === '') return undefined
  const exact = figures.findLast((figure) => isCalled(figure, words))
  return exact ?? figures.findLast(({ name }) => normalise(name.indicator).endsWith(wanted))
}

function includesOne({ name, words }: Mention, parts: readonly string[]): boolean {
  return parts.some((part) => [name.indicator, name.stem, words].some((text) => text.includes(part)))
}

/** How far a printed quotient is off the one of two figures, as a share of it; infinite where one has no value. */
function distance(rate: Mention, part: Mention, whole: Mention): number {
  const values = [rate, part, whole].map(({ quantity }) => quantity.base.value ?? quantity.value)
  if (values.includes(null)) return Number.POSITIVE_INFINITY
  const [quotient, dividend, divisor] = values.map((value) => toDecimal(value!))
  if (divisor!.isZero() || quotient!.isZero()) return Number.POSITIVE_INFINITY
  const scale = isQuotient(rate.quantity) && rate.quantity.base.unit === '%' ? 100 : 1
  return Math.abs(dividend!.div(divisor!).times(scale).div(quotient!).toNumber() - 1)
}

/** Whether two figures are others than the part and whole of a rate, since their quotient is far off. */
export function isFarOff(rate: Mention, part: Mention, whole: Mention): boolean {
  const off = distance(rate, part, whole)
  return Number.isFinite(off) && off > farthest
}

function nearestOf(candidates: readonly Mention[], rate: Mention, part: Mention): Mention | undefined {
  const nearest = candidates.at(-1)
  if (nearest === undefined) return undefined
  const best = candidates.reduce((one, two) =>
    distance(rate, part, two) < distance(rate, part, one) ? two : one,
  )
  return distance(rate, part, best) < closest ? best : nearest
}

/** Part and whole of a rate, by the words that the table gives for them. */
function ratioByTable(rate: Mention, figures: readonly Mention[], table: IndicatorTable): Tie | null {
  const known = rate.name.known
  if (known === null || known.part.length === 0) return null
  const part = figures.findLast((mention) => includesOne(mention, known.part))
  if (part === undefined) return null
  const wholes = figures.filter(
    (mention) =>
      mention !== part &&
      includesOne(mention, known.whole) &&
      (!isQuotient(rate.quantity) || isAddable(part, mention, table)),
  )
  // Kinds of what there is one of are counted with their total.
  const roots = wholes.filter(({ parent }) => parent === null)
  const whole = nearestOf(roots.length > 0 ? roots : wholes, rate, part)
  return whole === undefined ? null : { part, whole }
}

/** 结案率 behind 受理418件, 结案397件: the part carries the stem of the rate, the whole stands right before it. */
function ratioByStem(rate: Mention, figures: readonly Mention[], table: IndicatorTable): Tie | null {
  const { head } = rate.name
  const stem = head.slice(0, -1)
  const part = figures.at(-1)
  if (rate.name.kind !== 'rate' && rate.name.known === null) return null
  if (part === undefined || part.sentence !== rate.sentence || stem.length < 2) return null
  // A figure that was named by the rate is no part of it.
  if (!includesOne(part, [stem]) || includesOne(part, [head])) return null
  const whole = figures.findLast(
    (mention) => mention !== part && mention.sentence === rate.sentence && isAddable(mention, part, table),
  )
  if (whole === undefined || distance(rate, part, whole) > farthest) return null
  return { part, whole }
}

/** 等级公路占比 behind 公路总里程 and, in it, 等级公路: the part is named, and its total is the whole. */
function ratioByName(rate: Mention, figures: readonly Mention[], table: IndicatorTable): Tie | null {
  const { thing } = term(table, 'percent')
  const { indicator } = rate.name
  if (!indicator.endsWith(thing) || indicator === thing) return null
  const words = indicator.slice(0, -thing.length)
  const isNamed = (figure: Mention) => isCalled(figure, words) || figure.words === words
  const part = figures.findLast((figure) => figure.parent !== null && isNamed(figure))
  return part === undefined ? null : { part, whole: part.parent! }
}

interface AverageWords {
  /** 人 of 人均: what there is one of. */
  readonly unit: string
  /** 耕地面积 of 人均耕地面积. */
  readonly noun: string
}

function readAverage({ name }: Mention, table: IndicatorTable): AverageWords | undefined {
  const codes = foldCodes(name.indicator)
  for (let at = 0; at < codes.length; at++) {
    const found = table.cues.average.start.longest(codes, at)
    if (found === undefined) continue
    return { unit: name.indicator.slice(at, at + 1), noun: normalise(name.indicator.slice(found.end)) }
  }
  return undefined
}

/** Whether a count is of what an average is per: persons under any name, households of 户均. */
function isPer({ quantity }: Mention, unit: string, table: IndicatorTable): boolean {
  if (bareUnit(quantity.unit) === unit) return true
  return isPersonUnit(unit, table) && measureOf(quantity, table) === 'person'
}

/**
 * 人均耕地1.1亩 behind 耕地面积2.1万亩 and 19307人; 户均补助 behind an amount and 418户: the two that make it, else, of the
 * sentence, the amount that is called so and what there is one of.
 */
function ratioOfAverage(average: Mention, figures: readonly Mention[], table: IndicatorTable): Tie | null {
  const words = readAverage(average, table)
  if (words === undefined) return null
  const isAmount = (mention: Mention) => readAverage(mention, table) === undefined
  const amounts = figures.filter(
    (mention) => mention.quantity.measure === average.quantity.measure && isAmount(mention),
  )
  const counts = figures.filter(({ quantity }) => quantity.measure === 'count')
  for (const part of [...amounts].reverse()) {
    const whole = counts.findLast((count) => count !== part && distance(average, part, count) < closest)
    if (whole !== undefined) return { part, whole }
  }
  const { noun, unit } = words
  const isOwn = ({ sentence }: Mention) => sentence === average.sentence
  const isNamed = ({ name }: Mention) => noun.length > 1 && normalise(name.indicator).includes(noun)
  const part = amounts.findLast((amount) => isOwn(amount) && isNamed(amount))
  const whole = counts.findLast(
    (count) => count !== part && isOwn(count) && count.parent === null && isPer(count, unit, table),
  )
  return part === undefined || whole === undefined ? null : { part, whole }
}

/**
 * 受理418件,结案397件,结案率 …: of things, those dealt with are a part of those there were, and take their head.
 * Persons go on to other counts (适龄儿童, 入学人数), so they do not.
 */
function countAsPart({ part, whole }: Tie, table: IndicatorTable): void {
  const { quantity } = part
  const suffix = table.suffixes.get(quantity.unit)
  const isThing =
    quantity.measure === 'count' && (suffix === undefined || suffix.thing === term(table, 'person').thing)
  const isPerson = isPersonUnit(quantity.unit, table)
  const isAmount = quantity.measure === 'mass' || quantity.measure === 'volume'
  if (quantity.unit !== whole.quantity.unit || isPerson || (!isThing && !isAmount)) return
  if (part.parent !== null || whole.parent === part || whole.planned) return
  part.parent = whole
  if (isThing) part.name = { ...part.name, head: whole.name.head }
}

/** Finds part and whole of every rate and average of a paragraph. */
export function settleRatios(mentions: readonly Mention[], table: IndicatorTable): void {
  mentions.forEach((mention, index) => {
    if (mention.role === 'change' || mention.ratio !== null || mention.phrase.from) return
    if (mention.phrase.shareOf !== null) return
    const { known } = mention.name
    if (known !== null && known.part.length > 0 && known.whole.length === 0) return
    const figures = figuresBefore(mentions, index)
    if (!isQuotient(mention.quantity)) {
      mention.ratio = ratioByTable(mention, figures, table) ?? ratioOfAverage(mention, figures, table)
      return
    }
    const tie =
      ratioByTable(mention, figures, table) ??
      ratioByStem(mention, figures, table) ??
      ratioByName(mention, figures, table)
    mention.ratio = tie
    if (tie !== null) countAsPart(tie, table)
  })
}
