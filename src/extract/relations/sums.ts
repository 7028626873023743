/** What printed figures add up to. A figure that is a range or a bound has no sum. */
import { decimal, type ExactDecimal, toDecimal } from '../../model/decimal.js'
import type { Mention } from '../mentions/mention.js'

/** Whether a figure is one exact number. */
export const plain = (mention: Mention) =>
  mention.quantity.base.value !== null && mention.quantity.bound === 'exact'

/** The sum of figures; undefined where one has none. */
export function sumOf(mentions: readonly Mention[]): ExactDecimal | undefined {
  let sum = decimal(0)
  for (const mention of mentions) {
    if (!plain(mention)) return undefined
    sum = sum.plus(toDecimal(mention.quantity.base.value!))
  }
  return sum
}

/** Equal, or both unknown. */
export function isSame(sum: ExactDecimal | undefined, total: ExactDecimal | undefined): boolean {
  return sum === undefined || total === undefined ? sum === total : sum.eq(total)
}

/** Equal but for one digit of one figure: a list that is claimed stays one where a figure of it is misprinted. */
export function isNearly(sum: ExactDecimal | undefined, total: ExactDecimal | undefined): boolean {
  if (sum === undefined || total === undefined) return false
  const difference = sum.minus(total).abs()
  return /^[^1-9]*[1-9][^1-9]*$/.test(difference.toFixed())
}

/** A figure as a number; undefined where it is not exact. */
export function figureOf(mention: Mention): ExactDecimal | undefined {
  return plain(mention) ? toDecimal(mention.quantity.base.value!) : undefined
}

/** Gives the figures of mentions by their places, each read once. */
export function figuresOf(mentions: readonly Mention[]): (at: number) => ExactDecimal | undefined {
  const known = new Array<ExactDecimal | undefined | null>(mentions.length).fill(null)
  return (at) => {
    if (known[at] === null) known[at] = figureOf(mentions[at]!)
    return known[at] as ExactDecimal | undefined
  }
}

/** How the figures of a list stand to their total. */
export function compareSum(
  members: readonly Mention[],
  total: Mention,
): 'less' | 'equal' | 'more' | undefined {
  const sum = sumOf(members)
  const figure = figureOf(total)
  if (sum === undefined || figure === undefined) return undefined
  return sum.lt(figure) ? 'less' : sum.eq(figure) ? 'equal' : 'more'
}

/** Whether a figure is less than another one, as a total never is. */
export function isSmaller(one: Mention, two: Mention): boolean {
  return (
    plain(one) && plain(two) && toDecimal(one.quantity.base.value!).lt(toDecimal(two.quantity.base.value!))
  )
}
