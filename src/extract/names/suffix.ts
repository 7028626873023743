/** What the unit of a figure adds behind a noun: 数, 人数, 面积. */
import type { Quantity } from '../../model/fact.js'
import type { IndicatorMeasure, IndicatorTable, NounKind } from '../../resources/indicators.js'
import { basisAt } from './clean-noun.js'
import { bareUnit, findHead, isPersonNoun, measureOf, suffixRow, term } from './heads.js'

/** 病人 and 老人 are persons, of which 人次 counts the times. */
const turns = '人次'

/** What of a suffix a name does not end in already. */
function missing(name: string, suffix: string): string {
  if (suffix === turns && name.endsWith('人')) return suffix
  for (let length = Math.min(suffix.length, name.length); length > 0; length--) {
    if (name.endsWith(suffix.slice(0, length))) return suffix.slice(length)
  }
  return suffix
}

const countables: ReadonlySet<NounKind | null> = new Set<NounKind | null>([
  'thing',
  'road',
  'person',
  'household',
])

/** 客流量 says how many, whatever table knows it, and 密码长度 what 10位 are. */
const amountEnd = /(?:[量额]|[长宽高深厚]度|面积)$/

/** 支出总计, 费用合计: what is added up says what it is. */
export const summedEnd = /[合总]计$/

/** Whether a noun ends in what says what is measured: 桥长, 体重, 赔偿金, 支出总计. */
function saysMeasure(noun: string, measure: IndicatorMeasure, table: IndicatorTable): boolean {
  if (summedEnd.test(noun)) return measure !== 'count' && measure !== 'person'
  return noun !== '' && suffixRow(table, measure)?.said.includes(noun.at(-1)!) === true
}

/** What the unit adds behind a noun: 数, 人数, 期数, 面积; nothing where the noun says it. */
export function suffixOf(
  noun: string,
  kind: NounKind | null,
  quantity: Quantity,
  table: IndicatorTable,
): string {
  const measure = measureOf(quantity, table)
  if (amountEnd.test(noun) || saysMeasure(noun, measure, table)) return ''
  const person = term(table, 'person')
  if (measure === 'person') {
    if (noun.endsWith(person.thing)) return ''
    return missing(noun, kind === 'person' || isPersonNoun(noun, table) ? person.thing : person.event)
  }
  const unit = bareUnit(quantity.unit)
  const row = table.suffixes.get(unit)
  const isTurns = measure === 'count' && row !== undefined && row.thing === row.event
  if ((kind === 'amount' || kind === 'rate') && !isTurns) return ''
  if (measure === 'length' && kind === 'road') return missing(noun, term(table, 'road').thing)
  if (measure === 'duration' && row !== undefined) return missing(noun, row.thing)
  if (measure !== 'count') return missing(noun, suffixRow(table, measure)?.thing ?? '')
  if (noun.endsWith(person.thing)) return ''
  if (row === undefined) return missing(noun, (kind === 'event' ? unit : '') + person.thing)
  return missing(noun, countables.has(kind) || noun.endsWith(unit) ? row.thing : row.event)
}

/** Words with what the unit adds behind them, whichever indicator they name. */
export function withSuffix(noun: string, quantity: Quantity, table: IndicatorTable): string {
  const aside = basisAt(noun)
  if (aside !== '') return withSuffix(noun.slice(0, -aside.length), quantity, table) + aside
  const kind = findHead(noun, table)?.kind ?? null
  const isAmount = kind === 'action' && quantity.measure === 'money'
  return noun + suffixOf(noun, isAmount ? 'amount' : kind, quantity, table)
}
