/**
 * Mentions: facts while they are read, with the words around each number and links to other numbers. Mentions change
 * until their paragraph is finished; the facts made of them never do.
 */
import { isFraction } from '../../model/exact.js'
import type { Change, FactRole, Period, Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { measureOf } from '../names/heads.js'
import type { Name } from '../names/name.js'
import type { Phrase } from '../phrases/phrase.js'
import type { Range } from '../reading.js'

/** Where parts of a total are listed: behind 其中, in a bracket, behind 分产业看. */
export interface Frame {
  readonly kind: 'among' | 'bracket' | 'dimension'
  /** How many numbers of the paragraph stand before it. */
  readonly from: number
  readonly depth: number
  /** The sentence it stands in, and how many numbers of the paragraph stand before its clause. */
  readonly sentence: Range
  readonly clauseFrom: number
  /** The number right before the bracket. */
  readonly owner: Mention | null
  /** The list ends where the clause does. */
  readonly endsAtBreak: boolean
  /** Totals are looked for among totals first: the list opens a sentence. */
  readonly opensSentence: boolean
}

export interface MentionChange extends Omit<Change, 'of'> {
  of: Mention | null
  prior: Change['prior']
}

/** A figure and what it is a part of. */
export interface Tie {
  readonly part: Mention
  readonly whole: Mention
}

export interface Mention {
  readonly quantity: Quantity
  readonly phrase: Phrase
  name: Name
  /** Words of its own that named it; empty where all was carried over. */
  readonly words: string
  implicit: boolean
  role: FactRole
  parent: Mention | null
  change: MentionChange | null
  /** Null sides are those that no figure of the text states. */
  ratio: { readonly part: Mention | null; readonly whole: Mention | null } | null
  /** A figure inside of another one's words: the 80亿元 of 完成年度计划80亿元的108.4%. */
  embedded: boolean
  /** A change starts at it: the 5 of 由5个增加到8个, which is of no time unless words say so. */
  isStart: boolean
  planned: boolean
  estimated: boolean
  subject: Range | null
  /** Where it is from, as a table says; of prose the sentence is asked. */
  readonly place: string | null
  period: Period | null
  readonly frame: Frame | null
  /** Words between the last mark or number and this one. */
  readonly left: Range
  /** Only words, 、 or 和 stand between the number before and this one. */
  readonly isBound: boolean
  readonly depth: number
  readonly sentence: Range
  section: readonly string[]
  confidence: number
  /** What is known of the choice of its name; null where none was made. */
  evidence: Float32Array | null
}

const quotientMeasures: ReadonlySet<string> = new Set([
  'percent',
  'percentage-point',
  'ratio',
  'multiple',
  'index',
])

/** Whether a number says how one figure stands to another: percentages, multiples, fractions. */
export function isQuotient(quantity: Quantity): boolean {
  if (quantity.measure === 'rate') return quantity.base.unit === '%'
  if (quotientMeasures.has(quantity.measure)) return true
  return quantity.value !== null && isFraction(quantity.value)
}

/** Whether two figures may be added: both persons, or of one base unit. */
export function isAddable(first: Mention, second: Mention, table: IndicatorTable): boolean {
  const one = first.quantity
  const two = second.quantity
  if (one.measure !== two.measure) return false
  if (one.base.unit === two.base.unit) return true
  return measureOf(one, table) === 'person' && measureOf(two, table) === 'person'
}

/** A figure of its own, that others may be a part or a change of. */
export function isFigure(mention: Mention): boolean {
  return mention.role !== 'change' && !mention.embedded
}

/** Whether both sides of a ratio are known. */
export function isTied({ ratio }: Mention): boolean {
  return ratio !== null && ratio.part !== null && ratio.whole !== null
}
