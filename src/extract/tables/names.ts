/**
 * The full name of a figure: what its row and its column say, with what the row above says where the two together are
 * no name yet. The words are the printed ones; an alias sets the id alone.
 */
import type { Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { cleanNoun } from '../names/clean-noun.js'
import { findHead, findKnown, term } from '../names/heads.js'
import { type Name, nameOf } from '../names/name.js'
import { commonEnd } from './outline.js'
import type { PanelRow } from './panel-row.js'
import type { WordReader } from './words.js'

/** Ends of a name that say what is measured: 批发额 of a turnover. */
const bareMeasure = /[额量数值率]$/
/** With a longer one the name is complete: 固定资产投资额. */
const longestBare = 4
/** Two names that end alike share at least this much. */
const sharedEnd = 2
/** A longer heading is a sentence. */
const longestHeading = 16
/** A class such as 民办 or 教学点 is no longer than this. */
const longestBareClass = 3
/** Under a heading without figures only a short word such as 城镇 lacks what is measured. */
const longestClass = 5

function saysMeasure(name: string, table: IndicatorTable): boolean {
  return (
    bareMeasure.test(name) ||
    findHead(name, table) !== undefined ||
    findKnown(name, 'any', table)?.start === 0
  )
}

/** Names rows; `repeated` are names that several rows of the panel have. */
export interface RowNamer {
  /** What the figure of a row measures in a column with these heads, from the top. */
  nameOf(row: PanelRow, heads: readonly string[]): string
}

/** Kinds of what is counted, by the head of a name; undefined for a class, such as 男性. */
const countedKinds: ReadonlySet<string | undefined> = new Set([undefined, 'thing', 'person', 'household'])

/**
 * Whether a row only says which part of the one above it is meant: 城镇 under 零售总额 or 就业人员. Rows of another unit
 * measure something of their own.
 */
function isClassOf({ name, unit, counted }: PanelRow, above: PanelRow, table: IndicatorTable): boolean {
  if (bareMeasure.test(name) || (unit !== null && unit !== above.unit)) return false
  const own = findHead(name, table)?.kind
  if (own === undefined) return !saysMeasure(name, table) && saysMeasure(above.name, table)
  const outer = findHead(above.name, table)?.kind
  if (counted !== above.counted || !countedKinds.has(own)) return false
  return outer === 'amount' || outer === 'rate' || (outer === 'person' && own !== 'person')
}

/** 民办 below 幼儿园: a word that says nothing by itself. */
function isBareClass({ name }: PanelRow, table: IndicatorTable): boolean {
  return name.length <= longestBareClass && findHead(name, table) === undefined
}

/** 限额以上, 65岁以上: it holds for what is named by the same thing below. */
const threshold = /^[^以]{1,8}以[上下内外]/

function withThreshold(own: string, parent: string): string {
  const opening = threshold.exec(parent)?.[0]
  return opening === undefined || /以[上下内外]/.test(own) ? own : opening + own
}

function complete(
  row: PanelRow,
  above: PanelRow,
  parent: string,
  column: string,
  isRepeated: boolean,
  table: IndicatorTable,
): string {
  const { name: own } = row
  if (parent === '' || parent.length > longestHeading) return own
  const whole = parent + own
  const isOwned = isRepeated || (row.isAmong && above.role !== 'total' && isBareClass(row, table))
  if (saysMeasure(column, table)) return isOwned ? whole : own
  const stem = parent.replace(/数$/, '')
  if (commonEnd(stem, own.replace(/数$/, '')) >= sharedEnd) {
    const named = withThreshold(own, parent)
    return stem !== parent && !own.endsWith('数') ? `${named}数` : named
  }
  if (bareMeasure.test(own) && own.length <= longestBare) return whole
  const isSection = above.role === 'section'
  if (!isSection && isClassOf(row, above, table)) return own + parent
  // 医院 under 床位数.
  if (isRepeated && !isSection && parent.endsWith('数')) return own + parent
  if (isRepeated) return whole
  const isClass = isSection && own.length <= longestClass
  return isClass && !saysMeasure(own, table) && saysMeasure(parent, table) ? own + parent : own
}

/** `heading` is what rows called 合计 are the total of: the head above labels that stand beside others. */
export function rowNamer(
  rows: readonly PanelRow[],
  heading: string,
  table: IndicatorTable,
  reader: WordReader,
): RowNamer {
  const counts = new Map<string, number>()
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1)
  const known = new Map<PanelRow, string>()
  /** By itself, so far as the rows above complete it. */
  const alone = (row: PanelRow): string => {
    const before = known.get(row)
    if (before !== undefined) return before
    const name = named(row, '')
    known.set(row, name)
    return name
  }
  const named = (row: PanelRow, column: string): string => {
    const { name, parent } = row
    if (parent === null) return reader.is('row-total', name) ? heading + name : name
    if (row.role === 'change') return named(parent, column)
    if (reader.is('row-total', name)) return parent.role === 'section' ? alone(parent) + name : name
    if (row.role === 'total') return name
    return complete(row, parent, alone(parent), column, (counts.get(name) ?? 0) > 1, table)
  }
  return {
    nameOf(row, heads) {
      const own = named(row, heads.join(''))
      return reader.is('row-total', own) ? totalOf(own, joinHeads('', heads), reader) : joinHeads(own, heads)
    },
  }
}

/** 合计学校数, but 学校数总计; a total of totals is what the column says. */
function totalOf(total: string, measured: string, reader: WordReader): string {
  if (reader.ends('row-total', measured)) return measured
  return reader.is('closing-total', total) ? measured + total : total + measured
}

/** The name of a row with the heads of a column, none said twice: 教育支出 under 支出, 收入总计 under 收入 and 预算数. */
function joinHeads(row: string, heads: readonly string[]): string {
  return heads.reduce((name, head, at) => {
    const isGroup = at < heads.length - 1
    if (isGroup && head.length >= sharedEnd && (row.startsWith(head) || row.endsWith(head))) return name
    for (let length = head.length; length >= sharedEnd; length--) {
      if (name.endsWith(head.slice(0, length))) return name + head.slice(length)
    }
    return name + head
  }, row)
}

/** What the unit of a count adds to a noun: 数 of 学校数, 人次 of 游客人次. */
function isSuffix(text: string, table: IndicatorTable): boolean {
  for (const { thing, event } of table.suffixes.values()) if (text === thing || text === event) return true
  return text === term(table, 'person').event
}

/** 在校生合计: what is counted stands in front. */
const total = /(?<=.)[合总小]计$/

/** The name of a figure by its words: as printed, with what the unit of a count adds. An alias gives the id alone. */
export function tableName(words: string, quantity: Quantity, table: IndicatorTable): Name {
  const noun = cleanNoun(words)
  const behind = total.exec(noun)?.[0]
  if (behind !== undefined && quantity.measure === 'count') {
    const counted = tableName(noun.slice(0, -behind.length), quantity, table)
    return { ...counted, indicator: counted.indicator + behind }
  }
  const name = nameOf(words, quantity, table)
  if (name.indicator === noun) return name
  const added = name.indicator.startsWith(noun) ? name.indicator.slice(noun.length) : ''
  const isCounted = quantity.measure === 'count' && !bareMeasure.test(noun) && isSuffix(added, table)
  return isCounted ? name : { ...name, indicator: noun }
}
