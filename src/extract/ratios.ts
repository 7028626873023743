/**
 * What a rate or share divides: the figures of part and whole, where both stand near it. Shares name their whole;
 * rates are known by the words of their part and whole in the table of indicators, or by their own stem.
 * Whether the quotient holds is left to the audit.
 */
import { toDecimal } from '../model/decimal.js'
import type { IndicatorTable } from '../resources/indicators.js'
import type { Draft } from './drafts.js'
import { isAddable, isFigure, isQuotient } from './drafts.js'

const reach = 14

function figuresBefore(drafts: readonly Draft[], index: number): Draft[] {
  return drafts
    .slice(Math.max(0, index - reach), index)
    .filter((draft) => isFigure(draft) && !isQuotient(draft.quantity))
}

const normalise = (name: string) => name.replace(/[数量额总的]|人数$|总额$|总量$/g, '')

/** Whether words are the whole name of a figure, leaving aside 总 and 数. */
export function isCalled({ name }: Draft, words: string): boolean {
  const wanted = normalise(words)
  return normalise(name.indicator) === wanted || normalise(name.stem) === wanted
}

/** The figure that a name means, the nearest one first. */
export function figureNamed(figures: readonly Draft[], words: string): Draft | undefined {
  const wanted = normalise(words)
  if (wanted === '') return undefined
  const exact = figures.findLast(
    ({ name }) => normalise(name.indicator) === wanted || normalise(name.stem) === wanted,
  )
  return (
    exact ??
    figures.findLast(
      ({ name }) => normalise(name.indicator).endsWith(wanted) || wanted.endsWith(normalise(name.indicator)),
    )
  )
}

const includesOne = (draft: Draft, words: readonly string[]) =>
  words.some(
    (word) =>
      draft.name.indicator.includes(word) || draft.name.stem.includes(word) || draft.words.includes(word),
  )

/** How far the printed quotient is off the one computed; shares of equal standing are told apart by it. */
function distance(rate: Draft, part: Draft, whole: Draft): number {
  const values = [rate, part, whole].map(({ quantity }) => quantity.base.value)
  if (values.some((value) => value === null || value === undefined)) return 1
  const [quotient, dividend, divisor] = values.map((value) => toDecimal(value!))
  if (divisor!.isZero()) return 1
  return Math.abs(
    dividend!
      .div(divisor!)
      .times(rate.quantity.measure === 'percent' ? 100 : 1)
      .minus(quotient!)
      .toNumber(),
  )
}

/** Part and whole of a rate, by the words that the table gives for them. */
function ratioByTable(rate: Draft, figures: readonly Draft[], table: IndicatorTable): Draft['ratio'] {
  const known = rate.name.known
  if (known === null || known.part.length === 0 || known.whole.length === 0) return null
  const parts = figures.filter((draft) => includesOne(draft, known.part))
  const wholes = figures.filter((draft) => includesOne(draft, known.whole))
  return closest(rate, parts, wholes, table)
}

function closest(
  rate: Draft,
  parts: readonly Draft[],
  wholes: readonly Draft[],
  table: IndicatorTable,
): Draft['ratio'] {
  const nearestPart = parts.at(-1)
  if (nearestPart === undefined) return null
  const wholesOf = wholes.filter((whole) => whole !== nearestPart && isAddable(nearestPart, whole, table))
  const nearest = wholesOf.at(-1)
  if (nearest === undefined) return null
  const best = wholesOf.reduce((one, two) =>
    distance(rate, nearestPart, two) < distance(rate, nearestPart, one) ? two : one,
  )
  return { part: nearestPart, whole: distance(rate, nearestPart, best) < 0.06 ? best : nearest }
}

/** 结案率 behind 受理418件, 结案397件: the part carries the stem of the rate, the whole stands right before it. */
function ratioByStem(rate: Draft, figures: readonly Draft[], table: IndicatorTable): Draft['ratio'] {
  const head = rate.name.head
  if (!head.endsWith('率') || rate.quantity.measure !== 'percent') return null
  const stem = head.slice(0, -1)
  const part = figures.at(-1)
  if (part === undefined || part.sentence !== rate.sentence || stem.length < 2) return null
  if (!part.name.indicator.includes(stem) && !part.words.includes(stem)) return null
  const before = figures
    .slice(0, -1)
    .filter((draft) => draft.sentence === rate.sentence && isAddable(draft, part, table))
  const whole = before.at(-1)
  return whole === undefined ? null : { part, whole }
}

/** 受理418件,结案397件,结案率 …: of things, those dealt with are a part of those there were. Persons go on to other counts. */
function countAsPart({ part, whole }: NonNullable<Draft['ratio']>): void {
  const isSame =
    part.quantity.unit === whole.quantity.unit && part.quantity.unit !== '' && part.name.kind !== 'person'
  const isThing = part.quantity.measure === 'count' && !/[人名位户]$|次$/.test(part.quantity.unit)
  const isAmount = part.quantity.measure === 'mass' || part.quantity.measure === 'volume'
  if (!isSame || (!isThing && !isAmount) || part.parent !== null || whole.parent === part || whole.planned)
    return
  part.parent = whole
  if (isThing) part.name = { ...part.name, head: whole.name.head }
}

/** Finds part and whole of every share and rate of a paragraph. */
export function settleRatios(drafts: readonly Draft[], table: IndicatorTable): void {
  drafts.forEach((draft, index) => {
    if (draft.role === 'change' || draft.ratio !== null || !isQuotient(draft.quantity)) return
    if (draft.phrase.shareOf !== null) return
    const figures = figuresBefore(drafts, index)
    const known = draft.name.known
    const isLoose = known !== null && known.part.length > 0 && known.whole.length === 0
    if (isLoose) return
    draft.ratio = ratioByTable(draft, figures, table) ?? ratioByStem(draft, figures, table)
    if (draft.ratio !== null) countAsPart(draft.ratio)
  })
}
