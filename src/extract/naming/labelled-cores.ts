/** Names of figures behind a label that says what all of them measure: 销售收入:北京3.2亿元,上海2.8亿元. */
import type { Measure } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { cleanNoun } from '../names/clean-noun.js'
import { findHead, findKnown, measureOf } from '../names/heads.js'
import type { Range } from '../reading.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'
import { headingWords } from './words.js'

const longestLabel = 12
const longestOwn = 8
/** What counts, sums or leads to a figure is of no piece of its own. */
const noPiece =
  /^(?:其中|共计?|合计|总计|平均|人均|最[高低多少]|约|达|为|有|超过?|增|减|比|较|同比|环比|每)|[达为有占到过]$/
/** 设备费 is a name of its own. */
const isMeasure = /[费款金额率量数值价税]$/
/** What a label adds to what is measured. */
const announcing = /(?:情况|明细|构成|分布|如下|分别为?|标准)$/
const named: ReadonlySet<string | undefined> = new Set(['amount', 'rate'])
/** Sums and weights are of names that tables know for them. */
const amounts: readonly Measure[] = [
  'money',
  'percent',
  'score',
  'area',
  'mass',
  'volume',
  'energy',
  'duration',
]

/** The words before the last colon of the sentence, up to this figure; those of the heading that ends in one. */
function labelBefore({ reading: { text }, contexts, index, first, section }: Place): string {
  for (let at = index; at >= first; at--) {
    const { preamble, isBreak, hasColon } = contexts[at]!
    const label = preamble.findLast((range: Range) => text[range.end] === ':')
    if (hasColon && label !== undefined) return cleanNoun(text.slice(label.start, label.end))
    if (isBreak) return ''
  }
  const heading = first === 0 ? (section.at(-1) ?? '') : ''
  return /[:：]$/.test(heading) ? headingWords(heading.slice(0, -1)) : ''
}

/** Whether words name what figures of such a measure are. */
function isNameOf(words: string, { mention: { quantity } }: Place, table: IndicatorTable): boolean {
  if (findKnown(words, measureOf(quantity, table), table) !== undefined) return true
  return named.has(findHead(words, table)?.kind)
}

export function labelledCores(place: Place): Core[] {
  const { mention, own, context, reading, table } = place
  if (mention.role === 'change' || !amounts.includes(mention.quantity.measure)) return []
  const piece = cleanNoun(reading.text.slice(own.start, own.end))
  const isWhole = reading.text.slice(context.left.start, context.left.end).trim() === piece
  if (piece === '' || !isWhole || piece.length > longestOwn || noPiece.test(piece)) return []
  if (isMeasure.test(piece) || findHead(piece, table) !== undefined) return []
  if (findKnown(piece, 'any', table) !== undefined) return []
  const label = labelBefore(place).replace(announcing, '')
  const isLabel = label.length > 1 && label.length <= longestLabel && isNameOf(label, place, table)
  // No owner is looked for before a core of this kind.
  return isLabel ? [coreOf('thin', piece + label)] : []
}
