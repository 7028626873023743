/**
 * Quantities that are no facts: lengths of time that only say when or for how long, and numbers inside of names.
 */
import type { Ignored, Quantity } from '../../model/fact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Context } from '../clauses/context.js'
import { isInnerNumber } from '../clauses/inner-number.js'
import type { Discourse, Position } from '../mentions/discourse.js'
import { nameOf } from '../names/name.js'
import type { Phrase } from '../phrases/phrase.js'
import { cueAtStart } from '../reading.js'

const amongCues = anyOf('among')
const inNameCues = anyOf('in-name')

/** Nouns that a length of time measures: 无霜期305天, 日照时数2100小时. */
const timeNoun =
  /(?:[时天日月年]数|时[长间]|[^学假日长短近早中后前同时定分星初末本首]期|寿命|[年时期]限|学时|课时|工时|用时|耗时|天气)$/
/** 3分20秒 and 9.6±1.8天 were measured, whatever they are of. */
const timed = /分[\d.]+秒$|±/

/** 有效监测273天,其中优194天: days that are counted into kinds, and those kinds. */
function isListed(
  discourse: Discourse,
  { quantity, opens }: Context,
  next: Context | undefined,
  isAmong: boolean,
): boolean {
  const { reading } = discourse.around
  const isSame = (other: Quantity) => other.unit === quantity.unit && other.measure === quantity.measure
  const opensList = (context: Context) =>
    [...context.preamble, context.left].some((range) => cueAtStart(reading, range, amongCues) !== undefined)
  if (next !== undefined && isSame(next.quantity) && opensList(next)) return true
  const frame = discourse.open.at(-1)
  const listed = frame === undefined ? undefined : discourse.mentions[frame.from - 1]
  const total = isAmong ? discourse.mentions.at(-1) : (frame?.owner ?? listed)
  return opens === 0 && total !== undefined && total.sentence === discourse.sentence && isSame(total.quantity)
}

/** 县级医院平均住院日8.8日，乡镇卫生院6.2日: measured like the figure before. */
function goesOn({ mentions, sentence }: Discourse, { quantity }: Context, { name }: Phrase): boolean {
  const last = mentions.at(-1)
  if (last === undefined || name === '' || last.sentence !== sentence) return false
  return (
    quantity.printed.decimals > 0 &&
    last.quantity.printed.decimals > 0 &&
    last.quantity.unit === quantity.unit
  )
}

/** A length of time that only says when or for how long (五年来, 连续五年, 三年前), or a number inside of a name. */
export function reasonAgainst(
  discourse: Discourse,
  { context, contexts, index }: Position,
  phrase: Phrase,
): Ignored['reason'] | undefined {
  const { quantity } = context
  const { reading } = discourse.around
  const behind = { start: quantity.end, end: Math.min(reading.text.length, quantity.end + 6) }
  if (cueAtStart(reading, behind, inNameCues) !== undefined || isInnerNumber(reading, contexts, index))
    return 'name'
  if (
    quantity.measure !== 'duration' ||
    timed.test(quantity.text) ||
    phrase.change !== null ||
    phrase.reaches ||
    phrase.from
  )
    return undefined
  const isMeasure = (words: string) => {
    const name = nameOf(words, quantity, discourse.table)
    return name.known !== null || name.kind === 'amount' || timeNoun.test(name.noun)
  }
  if (isMeasure(phrase.name) || goesOn(discourse, context, phrase)) return undefined
  const last = discourse.mentions.at(-1)
  const isReached =
    last?.phrase.from === true || (last?.quantity.measure === 'duration' && phrase.name === '')
  if (isListed(discourse, context, contexts[index + 1], phrase.among)) return undefined
  if (isReached || isMeasure(reading.text.slice(context.right.start, context.right.end))) return undefined
  return 'date'
}
