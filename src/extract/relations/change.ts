/**
 * How much a figure differs from an earlier one: of which figure, in which direction, against what, and the earlier
 * value if it follows by addition. A percentage does not give the earlier value, because it was rounded.
 */
import { toDecimal, toValue } from '../../model/decimal.js'
import { isFraction, isZero } from '../../model/exact.js'
import type { Change, Quantity } from '../../model/fact.js'
import type { Mention, MentionChange } from '../mentions/mention.js'
import { isFigure, isQuotient } from '../mentions/mention.js'

/** How many figures back the figure that changed is looked for. */
const reach = 12
/** Decimals of an earlier value that follows in another unit, at most. */
const mostDecimals = 12

export function kindOf(quantity: Quantity): Change['kind'] {
  if (quantity.measure === 'percentage-point') return 'points'
  if (quantity.measure === 'multiple') return 'multiple'
  return isQuotient(quantity) ? 'percent' : 'delta'
}

/** Whether a change of this kind can be one of the figure. */
export function canChange(kind: Change['kind'], change: Quantity, figure: Quantity): boolean {
  const isPercent = isQuotient(figure)
  if (kind === 'points') return isPercent
  if (kind === 'delta')
    return (
      figure.measure === change.measure &&
      (figure.base.unit === change.base.unit || change.measure === 'count')
    )
  return !isPercent || figure.unit === ''
}

/** The figure that changed, where the words before the change name none: the nearest that can. */
export function nearestFigure(
  mentions: readonly Mention[],
  kind: Change['kind'],
  quantity: Quantity,
): Mention | null {
  const first = Math.max(0, mentions.length - reach)
  for (let index = mentions.length - 1; index >= first; index--) {
    const mention = mentions[index]!
    if (isFigure(mention) && canChange(kind, quantity, mention.quantity)) return mention
  }
  return null
}

/** The figure that the words before a change name. */
export function namedFigure(
  mentions: readonly Mention[],
  words: string,
  kind: Change['kind'],
  quantity: Quantity,
): Mention | null {
  const first = Math.max(0, mentions.length - reach)
  for (let index = mentions.length - 1; index >= first; index--) {
    const mention = mentions[index]!
    if (!isFigure(mention) || !canChange(kind, quantity, mention.quantity)) continue
    const { indicator, stem } = mention.name
    if (indicator === words || stem === words || indicator.startsWith(words) || indicator.endsWith(words))
      return mention
  }
  return null
}

/** The earlier value in the unit of the figure that changed; null where it does not follow by addition. */
export function priorOf(change: MentionChange, quantity: Quantity): Change['prior'] {
  const { of, kind, direction } = change
  if (of === null || (kind !== 'delta' && kind !== 'points') || direction === 'level') return null
  const current = of.quantity
  if (current.value === null || quantity.value === null) return null
  if (current.bound !== 'exact' || quantity.bound !== 'exact') return null
  if (isFraction(current.value) || isFraction(quantity.value)) return null
  let delta = toDecimal(quantity.value).abs()
  if (kind === 'delta' && quantity.unit !== current.unit) {
    if (current.base.value === null || quantity.base.value === null) return null
    if (isFraction(current.base.value) || isFraction(quantity.base.value)) return null
    if (isZero(current.value) || isZero(quantity.value)) return null
    const scale = toDecimal(current.base.value).div(toDecimal(current.value))
    delta = toDecimal(quantity.base.value).abs().div(scale)
  }
  const now = toDecimal(current.value)
  const prior = direction === 'increase' ? now.minus(delta) : now.plus(delta)
  const isOneUnit = quantity.unit === current.unit || kind === 'points'
  const decimals = Math.min(
    mostDecimals,
    Math.max(current.printed.decimals, isOneUnit ? quantity.printed.decimals : delta.decimalPlaces()),
  )
  return { value: toValue(prior.toDecimalPlaces(decimals)), decimals }
}
