/**
 * Numbers that are part of the name of what is counted behind them: 60岁及以上人口78366人, 出栏500头以上的猪场12个, 每10万人中.
 * They are no facts of their own. Invariant: only the words between two numbers are looked at.
 */
import type { Quantity } from '../../model/fact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Reading } from '../reading.js'
import { cueAtStart } from '../reading.js'
import type { Context } from './context.js'

const verbalCues = anyOf('verb', 'increase', 'decrease')

/** Bounds that tell one kind of a thing from others. */
const threshold = /(?:以[上下内]|不足|未满)$|^(?:超过?|过|不足|低于|高于|不满)/
/** A noun, or 的 alone; not two things. */
const noun = /^的?(?:[^、和与及\d\s]{1,14})?$/

/** Whether a quantity is one by which things are told apart. */
export function isThreshold({ text, bound, measure }: Quantity): boolean {
  if (measure === 'percent' || measure === 'percentage-point' || measure === 'multiple') return false
  return measure === 'age' || threshold.test(text) || (bound === 'range' && measure !== 'money')
}

/** Whether the number at an index of a clause belongs to the name of the next one. */
export function isInnerNumber(reading: Reading, contexts: readonly Context[], index: number): boolean {
  const { quantity, right } = contexts[index]!
  const next = contexts[index + 1]
  if (next === undefined || !next.isBound || reading.text.slice(right.start, right.end) === '') return false
  if (reading.text[quantity.start - 1] === '每') return true
  // 用时30天的项目3个.
  if (quantity.measure === 'duration' && reading.text[right.start] === '的') return true
  if (!isThreshold(quantity) || next.quantity.measure !== 'count') return false
  if (cueAtStart(reading, right, verbalCues) !== undefined) return false
  return noun.test(reading.text.slice(right.start, right.end))
}
