/** What a name ends in: the noun or the indicator that tables know, whether persons are counted, and the word for a unit. */
import { measures, type Quantity } from '../../model/fact.js'
import { foldInto } from '../../numerals/characters.js'
import type { CueKind } from '../../resources/cues.js'
import type { HeadNoun, Indicator, IndicatorMeasure, IndicatorTable } from '../../resources/indicators.js'

const scales = '十百千万亿'

/** The key of what tables put behind a name, by its measure. */
const suffixKeys: ReadonlyMap<IndicatorMeasure, string> = new Map(
  [...measures, 'person' as const].map((measure) => [measure, `measure:${measure}`]),
)
/** What tables put behind the names of a measure. */
export const suffixRow = (table: IndicatorTable, measure: IndicatorMeasure) =>
  table.suffixes.get(suffixKeys.get(measure)!)

/** A unit without its scale: 人次 of 万人次. */
export function bareUnit(unit: string): string {
  let at = 0
  while (at < unit.length - 1 && scales.includes(unit[at]!)) at++
  return unit.slice(at)
}

const termKeys = {
  person: 'measure:person',
  percent: 'measure:percent',
  plan: 'measure:plan',
  share: 'measure:share',
  growth: 'measure:growth',
  road: 'measure:road',
} as const

/** A word that tables put behind a name, by what it is for. */
export function term(table: IndicatorTable, key: keyof typeof termKeys) {
  return table.suffixes.get(termKeys[key])!
}

/** Whether a bare unit counts persons, whichever word: 人, 名. */
export function isPersonUnit(unit: string, table: IndicatorTable): boolean {
  return table.cues.person.start.get(unit) !== undefined
}

/** The unit that was asked for last: many names are tried for one figure. */
let unitLast = ''
let tableLast: IndicatorTable | undefined
let countsPersons = false

export function measureOf({ measure, unit }: Quantity, table: IndicatorTable): IndicatorMeasure {
  if (measure !== 'count') return measure
  if (unit !== unitLast || table !== tableLast) {
    countsPersons = isPersonUnit(bareUnit(unit), table)
    unitLast = unit
    tableLast = table
  }
  return countsPersons ? 'person' : 'count'
}

const quotients: ReadonlySet<string> = new Set(['percent', 'rate', 'ratio', 'multiple', 'index', 'score'])

/** Whether figures of a measure may be of an indicator; any measure may, where a figure is a change of one. */
export function fits(indicator: Indicator, measure: IndicatorMeasure | 'any'): boolean {
  if (measure === 'any' || indicator.measure === measure) return true
  if (quotients.has(indicator.measure)) return quotients.has(measure) || measure === 'other'
  if (measure === 'other') return indicator.measure !== 'person' && indicator.measure !== 'money'
  if (indicator.measure === 'other' || indicator.measure === 'duration') return measure !== 'person'
  return indicator.measure === 'count' && measure === 'mass'
}

const longestFolded = 256
let codes = new Uint16Array(longestFolded)
let foldedLast = ''

/** The folded code units of a name, and others behind them: valid up to the next call. The last name is not folded again. */
export function codesOf(name: string): Uint16Array {
  if (name !== foldedLast) {
    if (name.length > codes.length) codes = new Uint16Array(name.length * 2)
    foldInto(codes, name)
    foldedLast = name
  }
  return codes
}

export interface KnownName {
  readonly indicator: Indicator
  /** Where in the name the known part begins. */
  readonly start: number
}

/** The known indicator that a name ends in. */
export function findKnown(
  name: string,
  measure: IndicatorMeasure | 'any',
  table: IndicatorTable,
): KnownName | undefined {
  const match = table.names.longestBefore(codesOf(name), name.length)
  const indicator = match?.value.find((candidate) => fits(candidate, measure))
  return indicator && { indicator, start: match!.end }
}

/** The noun that a name ends in; a 数 of its own does not count (单位数). */
export function findHead(name: string, table: IndicatorTable): HeadNoun | undefined {
  const found = table.heads.longestBefore(codesOf(name), name.length)?.value
  if (found !== undefined) return found
  const counted = term(table, 'person').thing
  if (!name.endsWith(counted)) return undefined
  return table.heads.longestBefore(codesOf(name), name.length - counted.length)?.value
}

export function endsWithCue(name: string, kind: CueKind, table: IndicatorTable): boolean {
  return table.cues[kind].end.longestBefore(codesOf(name), name.length) !== undefined
}

export function isPersonNoun(noun: string, table: IndicatorTable): boolean {
  const head = findHead(noun, table)
  return head === undefined ? endsWithCue(noun, 'person-end', table) : head.kind === 'person'
}
