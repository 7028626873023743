/**
 * Changes that a sign tells instead of a verb: 同比-5.1%, 同比分别变化-0.2pct, （+9.8%）. A percentage alone may be negative
 * without being a change.
 */
import { isNegative } from '../../model/exact.js'
import type { ChangeDirection, Quantity } from '../../model/fact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Context } from '../clauses/context.js'
import { readComparison } from '../phrases/comparison.js'
import { type Phrase, readPhrase } from '../phrases/phrase.js'
import type { Spans } from '../phrases/spans.js'
import { cueAtEnd, type Range, type Reading, textOf } from '../reading.js'

const respectiveCues = anyOf('respective')

/** Nouns of change before a signed figure, which say no direction themselves. */
const changed = /(?:变化|变动|增减)(?:了|为)?$/

/** The direction that the sign of a change of percents or points says; undefined for other figures without a plus. */
export function signedDirection({ text, value, measure }: Quantity): ChangeDirection | undefined {
  if (measure !== 'percent' && measure !== 'percentage-point') return undefined
  if (/^[+＋]/.test(text)) return 'increase'
  return value !== null && isNegative(value) ? 'decrease' : undefined
}

/** Where the words of a name end, before 同比 and 分别变化, and against what it changed. */
function beforeSign(reading: Reading, left: Range) {
  const noun = changed.exec(textOf(reading, left))
  let end = left.end - (noun?.[0].length ?? 0)
  const respective = cueAtEnd(reading, { start: left.start, end }, respectiveCues)
  if (respective !== undefined) end = respective.start
  const comparison = readComparison(reading, { start: left.start, end })
  return { noun, respective, comparison, end: comparison?.start ?? end }
}

/** The phrase of a signed change, as if a verb had said its direction; the given one where the figure is none. */
export function readSigned(reading: Reading, context: Context, phrase: Phrase, spans: Spans): Phrase {
  const direction = signedDirection(context.quantity)
  if (direction === undefined || phrase.change !== null) return phrase
  const { noun, respective, comparison, end } = beforeSign(reading, context.left)
  const isPlus = /^[+＋]/.test(context.quantity.text)
  if (!isPlus && noun === null && comparison === undefined && !context.opensBehind) return phrase
  const words = readPhrase(reading, { start: context.left.start, end }, spans, true)
  const change = { direction, against: comparison?.against ?? null }
  return { ...words, change, respective: words.respective || respective !== undefined }
}
