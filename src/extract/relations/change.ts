/**
 * How much a figure differs from an earlier one: of which figure, in which direction, against what, and the earlier
 * value if it follows by addition. A percentage does not give the earlier value, because it was rounded.
 */
import { decimalsOf, isFraction, toDecimal, toValue } from '../../model/decimal.js'
import type { Change, Quantity } from '../../model/fact.js'
import type { Mention, MentionChange } from '../mentions/mention.js'
import { isFigure, isQuotient } from '../mentions/mention.js'

/** How many figures back the figure that changed is looked for. */
const reach = 12

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
export function priorOf(change: MentionChange, quantity: Quantity): string | null {
  const { of, kind, direction } = change
  if (of === null || (kind !== 'delta' && kind !== 'points') || direction === 'level') return null
  const current = of.quantity
  if (current.value === null || quantity.value === null) return null
  if (current.bound !== 'exact' || quantity.bound !== 'exact') return null
  if (isFraction(current.value) || isFraction(quantity.value)) return null
  let delta = toDecimal(quantity.value)
  if (kind === 'delta' && quantity.unit !== current.unit) {
    if (current.base.value === null || quantity.base.value === null || toDecimal(quantity.value).isZero())
      return null
    if (
      isFraction(current.base.value) ||
      isFraction(quantity.base.value) ||
      toDecimal(current.value).isZero()
    )
      return null
    const scale = toDecimal(current.base.value).div(toDecimal(current.value))
    delta = toDecimal(quantity.base.value).div(scale)
  }
  const prior =
    direction === 'increase' ? toDecimal(current.value).minus(delta) : toDecimal(current.value).plus(delta)
  const decimals = Math.max(
    current.printed.decimals,
    quantity.unit === current.unit || kind === 'points'
      ? quantity.printed.decimals
      : decimalsOf(toValue(delta)),
  )
  return prior.toFixed(Math.min(decimals, 12))
}
