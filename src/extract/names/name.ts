/**
 * Names of what is measured: from the words beside a number to the name that a table would print (教师 with 人 is 教师数,
 * 新建校舍 with 平方米 is 新建校舍面积), its head, and its id if the indicator is known. member.ts names the members of a breakdown.
 */
import { measures, type Quantity } from '../../model/fact.js'
import { foldInto } from '../../numerals/characters.js'
import type { CueKind } from '../../resources/cues.js'
import type {
  HeadNoun,
  Indicator,
  IndicatorMeasure,
  IndicatorTable,
  NounKind,
} from '../../resources/indicators.js'
import { basisAt, cleanNoun } from './clean-noun.js'

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

const scales = '十百千万亿'

/** The key of what tables put behind a name, by its measure. */
const suffixKeys: ReadonlyMap<IndicatorMeasure, string> = new Map(
  [...measures, 'person' as const].map((measure) => [measure, `measure:${measure}`]),
)
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
function codesOf(name: string): Uint16Array {
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
const summedEnd = /[合总]计$/

/** Whether a noun ends in what says what is measured: 桥长, 体重, 赔偿金, 支出总计. */
function saysMeasure(noun: string, measure: IndicatorMeasure, table: IndicatorTable): boolean {
  if (summedEnd.test(noun)) return measure !== 'count' && measure !== 'person'
  return noun !== '' && suffixRow(table, measure)?.said.includes(noun.at(-1)!) === true
}

/** What the unit adds behind a noun: 数, 人数, 期数, 面积; nothing where the noun says it. */
function suffixOf(noun: string, kind: NounKind | null, quantity: Quantity, table: IndicatorTable): string {
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
