/**
 * Shares whose whole no words beside them name: of the figures before, the one of which the printed share is the quotient
 * to its last digit. The further away a figure stands, the more digits must agree.
 * Invariant: a share keeps the whole that its words name.
 */
import { toDecimal } from '../../model/decimal.js'
import { digitCount, type PrintedNumber } from '../../model/exact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { Mention } from '../mentions/mention.js'
import { isAddable, isFigure, isQuotient, isTied } from '../mentions/mention.js'

/** How many figures back a whole is looked for, by a share of two digits and by one of more. */
const reach = 14
const farReach = 80
/** Digits of a share that few pairs of figures share by chance. */
const fewestDigits = 3

/** Half a unit of the last printed digit, as a share of the number. */
function looseness({ value, exponent }: PrintedNumber): number {
  const number = toDecimal(value).abs()
  return number.isZero() ? 1 : number.pow(-1).times(0.5).toNumber() * 10 ** exponent
}

interface Amount {
  readonly value: number
  readonly slack: number
}

/** A figure in base units with its looseness, for a first comparison of many pairs; undefined where it is no exact one. */
function amountOf({ quantity }: Mention): Amount | undefined {
  if (quantity.base.value === null || quantity.bound !== 'exact') return undefined
  return { value: toDecimal(quantity.base.value).toNumber(), slack: looseness(quantity.printed) }
}

/** What is counted one by one is not rounded, though a share of it may be cut short. */
function counted(amount: Amount, { quantity }: Mention): Amount {
  const isCounted = quantity.measure === 'count' && quantity.base.value === quantity.value
  return isCounted ? { ...amount, slack: 0 } : amount
}

/** Whether a printed share is the quotient of two figures, as far as the digits of all three tell. */
function isQuotientOf(share: Amount, part: Amount, whole: Amount): boolean {
  if (whole.value <= 0 || part.value > whole.value || share.value <= 0) return false
  const slack = share.slack + part.slack + whole.slack
  return Math.abs((part.value / whole.value) * (100 / share.value) - 1) <= slack
}

/** Words for a whole that do not say of what: 全省完成总量. */
const generalWords = /[全本我][省市县区国州乡镇村校院司]|同期|完成|面积|[总量额数值的]/g

/** Two characters each of the words for a whole, of which its name holds one. */
function pairsOf(words: string): string[] {
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2))
}

/** The whole of a share among the figures before it, the nearest first. */
export function wholeByQuotient(
  share: Mention,
  part: Mention,
  figures: readonly Mention[],
  table: IndicatorTable,
): Mention | undefined {
  const isLong = digitCount(share.quantity.value!) >= fewestDigits
  const pairs = pairsOf((share.phrase.shareOf ?? '').replace(generalWords, ''))
  if (pairs.length > 0 && !isLong) return undefined
  const rate = amountOf(share)
  const one = amountOf(part)
  const isCalled = ({ name }: Mention) =>
    pairs.length === 0 || pairs.some((pair) => name.indicator.includes(pair))
  const mayBe = (figure: Mention) =>
    figure !== part && figure.planned === part.planned && isCalled(figure) && isAddable(figure, part, table)
  if (rate === undefined || one === undefined) return undefined
  const fitting = figures.slice(isLong ? -farReach : -reach).filter((figure) => {
    const all = mayBe(figure) ? amountOf(figure) : undefined
    return all !== undefined && isQuotientOf(rate, one, all)
  })
  const isExact = (figure: Mention) =>
    isQuotientOf(rate, counted(one, part), counted(amountOf(figure)!, figure))
  return fitting.findLast(isExact) ?? fitting.at(-1)
}

function isShare({ phrase, role, quantity }: Mention): boolean {
  const isPercent = quantity.measure === 'percent' && quantity.value !== null
  return isPercent && phrase.shareOf !== null && role !== 'change'
}

/** Shares joined by 、 and 和 to the one that a row begins with. */
function rowOf(mentions: readonly Mention[], first: number): Mention[] {
  const row = [mentions[first]!]
  for (const mention of mentions.slice(first + 1)) {
    if (!mention.isBound || mention.words !== '' || mention.quantity.measure !== 'percent') break
    row.push(mention)
  }
  return row
}

/** The figures that the shares of a row belong to, in order: those of the sentence right before it. */
function partsOf(mentions: readonly Mention[], first: number, count: number): Mention[] {
  const { sentence } = mentions[first]!
  const before = mentions
    .slice(Math.max(0, first - reach), first)
    .filter((mention) => mention.sentence === sentence && isFigure(mention) && !isQuotient(mention.quantity))
  return before.length < count ? [] : before.slice(-count)
}

/** Ties the shares of a document that have no part and whole yet; linear in the number of its figures. */
export function linkQuotients(
  mentions: readonly Mention[],
  table: IndicatorTable,
  tie: (share: Mention, part: Mention, whole: Mention) => void,
): void {
  const figures: Mention[] = []
  mentions.forEach((mention, index) => {
    if (isShare(mention)) {
      const row = rowOf(mentions, index)
      const parts = partsOf(mentions, index, row.length)
      row.forEach((share, place) => {
        const part = parts[place]
        // 分别占 with the names before it: the first share is tied to what stands nearest, until its own part is known.
        const isOpen = !isTied(share) || (row.length > 1 && share.ratio?.part !== part)
        if (part === undefined || !isOpen || share.quantity.value === null) return
        const whole = wholeByQuotient(share, part, figures, table)
        if (whole !== undefined) tie(share, part, whole)
      })
    }
    if (isFigure(mention) && !isQuotient(mention.quantity)) figures.push(mention)
  })
}
