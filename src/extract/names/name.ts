/**
 * Names of what is measured: from the words beside a number to the name that a table would print (教师 with 人 is 教师数,
 * 新建校舍 with 平方米 is 新建校舍面积), its head, and its id if the indicator is known. member.ts names the members of a breakdown.
 */
import type { Quantity } from '../../model/fact.js'
import type {
  HeadNoun,
  Indicator,
  IndicatorMeasure,
  IndicatorTable,
  NounKind,
} from '../../resources/indicators.js'
import { basisAt, cleanNoun } from './clean-noun.js'
import { bareUnit, codesOf, findHead, findKnown, type KnownName, measureOf, term } from './heads.js'
import { suffixOf, summedEnd } from './suffix.js'

export interface Name {
  readonly indicator: string
  readonly head: string
  readonly id: string | null
  /** What stands before the bare noun: 普通中学 of 普通中学在校生数. */
  readonly qualifier: string
  /** The bare noun without what the unit adds: 在校生. */
  readonly noun: string
  readonly kind: NounKind | null
  /** The indicator without what the unit adds: 普通中学在校生. */
  readonly stem: string
  readonly known: Indicator | null
}

export const noName: Name = {
  indicator: '',
  head: '',
  id: null,
  qualifier: '',
  noun: '',
  kind: null,
  stem: '',
  known: null,
}

/** 物业费, 卫生费: what it stands behind has two characters. */
const feeEnd = /费$/

/** The bare noun of a name whose end no table knows. */
function unknownHead(noun: string, kind: NounKind | null): string {
  if (kind === 'rate' || feeEnd.test(noun)) return noun.slice(-3)
  return noun.length <= 4 ? noun : noun.slice(-2)
}

/** The event that a name opens with: 培训 of 培训教师. */
function eventBefore(noun: string, table: IndicatorTable): string | undefined {
  for (let length = 4; length >= 2; length--) {
    const head = table.heads.get(noun.slice(0, length))
    if (head !== undefined && (head.kind === 'event' || head.kind === 'action')) return head.noun
  }
  return undefined
}

function headOf(
  noun: string,
  head: HeadNoun | undefined,
  suffix: string,
  quantity: Quantity,
  table: IndicatorTable,
): string {
  const summed = noun.replace(summedEnd, '')
  if (summed !== noun && suffix === '') return findHead(summed, table)?.noun ?? unknownHead(summed, null)
  const row = table.suffixes.get(bareUnit(quantity.unit))
  if (quantity.measure === 'count' && row !== undefined && suffix !== '') {
    const isTurns = row.thing === row.event && row.event === suffix
    const isOther = head !== undefined && head.kind !== 'event' && head.kind !== 'action'
    if (isTurns && isOther && head.kind === 'thing' && suffix.length === 2) return head.noun + suffix
    if (isTurns && (isOther || head === undefined)) return (eventBefore(noun, table) ?? '') + suffix
  }
  const isMeasured = quantity.measure !== 'count' && head?.kind !== 'action' && head?.kind !== 'amount'
  if ((head === undefined || isMeasured) && suffix.length > 1) return suffix
  const bare = head === undefined || head.noun.length < 2 ? unknownHead(noun, head?.kind ?? null) : head.noun
  return bare + (suffix === '' ? noun.slice(noun.lastIndexOf(bare) + bare.length) : suffix)
}

function knownName(
  noun: string,
  known: KnownName,
  measure: IndicatorMeasure | 'any',
  table: IndicatorTable,
): Name {
  const { indicator, start } = known
  const person = term(table, 'person')
  const qualifier = noun.slice(0, start)
  const head = findHead(indicator.name, table)
  const isAction = indicator.measure === 'person' && indicator.name.endsWith(person.event)
  const name = qualifier + indicator.name
  const exact = qualifier === '' ? known : findKnown(name, measure, table)
  return {
    indicator: name,
    head: indicator.head,
    id: exact?.start === 0 ? exact.indicator.id : null,
    qualifier,
    noun: isAction ? indicator.name.slice(0, -person.event.length) : (head?.noun ?? indicator.name),
    kind: isAction ? 'action' : (head?.kind ?? null),
    stem: noun,
    known: indicator,
  }
}

/** 公交车总数: the bare noun stands before the word for the total. */
function totalName(noun: string, quantity: Quantity, table: IndicatorTable): Name | undefined {
  if (quantity.measure !== 'count') return undefined
  const total = table.cues['total-noun'].end.longestBefore(codesOf(noun), noun.length)
  if (total === undefined || total.end === 0) return undefined
  const name = nameOf(noun.slice(0, total.end), quantity, table)
  return { ...name, indicator: noun, id: null, stem: noun.slice(0, total.end) }
}

/**
 * The name of what a quantity measures, by the words that say it. `measure` is given where the number is no amount of
 * it: of a percentage by which something grew, any measure goes.
 */
export function nameOf(
  words: string,
  quantity: Quantity,
  table: IndicatorTable,
  measure: IndicatorMeasure | 'any' = measureOf(quantity, table),
): Name {
  return nameOfNoun(cleanNoun(words), quantity, table, measure)
}

/** A name with the basis that it is measured by; measured so, it is no longer what tables know. */
function withBasis(name: Name, aside: string): Name {
  return { ...name, indicator: name.indicator + aside, stem: name.stem + aside, id: null, known: null }
}

/** The same of words that are clean already. */
export function nameOfNoun(
  noun: string,
  quantity: Quantity,
  table: IndicatorTable,
  measure: IndicatorMeasure | 'any' = measureOf(quantity, table),
): Name {
  if (noun === '') return noName
  const aside = basisAt(noun)
  if (aside !== '')
    return withBasis(nameOfNoun(noun.slice(0, -aside.length), quantity, table, measure), aside)
  const known = findKnown(noun, measure, table)
  const head = findHead(noun, table)
  if (known !== undefined && noun.length - known.start >= (head?.noun.length ?? 0)) {
    return knownName(noun, known, measure, table)
  }
  const total = totalName(noun, quantity, table)
  if (total !== undefined) return total
  const isMoney = quantity.measure === 'money'
  const kind = head?.kind === 'action' && isMoney ? 'amount' : (head?.kind ?? null)
  const suffix = suffixOf(noun, kind, quantity, table)
  const bare = head === undefined || head.noun.length < 2 ? unknownHead(noun, kind) : head.noun
  return {
    indicator: noun + suffix,
    head: headOf(noun, head, suffix, quantity, table),
    id: null,
    qualifier: noun.slice(0, Math.max(0, noun.lastIndexOf(bare))),
    noun: bare,
    kind,
    stem: noun,
    known: null,
  }
}
