/**
 * Names of what is measured: from the words beside a number to the name that a table would print (教师 with 人 is
 * 教师数, 新建校舍 with 平方米 is 新建校舍面积), its head, and its id where the indicator is known.
 * Members of a breakdown are completed with the name of their total.
 */
import type { Quantity } from '../model/fact.js'
import { foldCodes } from '../numerals/characters.js'
import type {
  HeadNoun,
  Indicator,
  IndicatorMeasure,
  IndicatorTable,
  NounKind,
} from '../resources/indicators.js'

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

/** Names longer than this are clauses, of which the end says what is measured. */
const longestName = 36

export function isPersonUnit(unit: string, table: IndicatorTable): boolean {
  const bare = unit.replace(/^[百千万亿]+/, '')
  const suffix = table.suffixes.get(bare)
  return suffix !== undefined && suffix.event === table.suffixes.get('measure:person')?.event
}

export function bareUnit(unit: string): string {
  return unit.replace(/^[十百千万亿]+(?=.)/, '')
}

export function measureOf(quantity: Quantity, table: IndicatorTable): IndicatorMeasure {
  if (quantity.measure === 'count' && isPersonUnit(quantity.unit, table)) return 'person'
  return quantity.measure
}

const quotients: ReadonlySet<string> = new Set(['percent', 'rate', 'ratio', 'multiple', 'index', 'score'])

function fits(indicator: Indicator, measure: IndicatorMeasure): boolean {
  if (indicator.measure === measure) return true
  if (quotients.has(indicator.measure)) return quotients.has(measure) || measure === 'other'
  if (measure === 'other') return indicator.measure !== 'person' && indicator.measure !== 'money'
  if (indicator.measure === 'other' || indicator.measure === 'duration') return measure !== 'person'
  return indicator.measure === 'count' && (measure === 'mass' || measure === 'duration' || measure === 'area')
}

interface KnownSuffix {
  readonly indicator: Indicator
  readonly start: number
}

function findKnown(noun: string, measure: IndicatorMeasure, table: IndicatorTable): KnownSuffix | undefined {
  const codes = foldCodes(noun)
  const match = table.names.longestBefore(codes, codes.length)
  const indicator = match?.value.find((candidate) => fits(candidate, measure))
  return indicator && { indicator, start: match!.end }
}

function findHead(noun: string, table: IndicatorTable): HeadNoun | undefined {
  const codes = foldCodes(noun)
  return table.heads.longestBefore(codes, codes.length)?.value
}

function endsWithCue(noun: string, kind: 'personend' | 'outcome', table: IndicatorTable): boolean {
  const codes = foldCodes(noun)
  return table.cues[kind].end.longestBefore(codes, codes.length) !== undefined
}

export function isPersonNoun(noun: string, table: IndicatorTable): boolean {
  return findHead(noun, table)?.kind === 'person' || endsWithCue(noun, 'personend', table)
}

/** What the unit adds behind a noun: 数, 人数, 期数, 面积; nothing where the noun says it. */
function suffixOf(noun: string, kind: NounKind | null, quantity: Quantity, table: IndicatorTable): string {
  const measure = measureOf(quantity, table)
  const unit = bareUnit(quantity.unit)
  const suffixes = table.suffixes
  const add = (suffix: string) => {
    for (let length = Math.min(suffix.length, noun.length); length > 0; length--) {
      if (noun.endsWith(suffix.slice(0, length))) return suffix.slice(length)
    }
    return suffix
  }
  if (measure === 'person') {
    const row = suffixes.get('measure:person')!
    return add(kind === 'person' || isPersonNoun(noun, table) ? row.thing : row.event)
  }
  if (measure === 'count') {
    if (kind === 'amount' || kind === 'rate') return ''
    const row = suffixes.get(unit)
    if (row === undefined)
      return add(
        kind === 'event'
          ? unit + suffixes.get('measure:person')!.thing
          : suffixes.get('measure:person')!.thing,
      )
    return add(
      kind === 'event' || kind === 'action'
        ? row.event
        : noun.endsWith(unit)
          ? suffixes.get('measure:person')!.thing
          : row.thing,
    )
  }
  if (kind === 'amount' || kind === 'rate') return ''
  const row = suffixes.get(`measure:${measure}`)
  return row === undefined ? '' : add(row.thing)
}

function shortHead(noun: string): string {
  return noun.length <= 4 ? noun : noun.slice(-2)
}

const cleanEdges = /^[\s、,，和与及的“”"'：:·•-]+|[\s、,，和与及的“”"'：:·•-]+$/g

/** Brackets with a word or a sign are part of a name; longer ones explain it. */
function dropAsides(noun: string): string {
  return noun.replace(/\(([^()]*)\)/g, (all, inside: string) =>
    inside.length <= 2 || /^[A-Za-z0-9.]+$/.test(inside) ? all : '',
  )
}

export function cleanNoun(noun: string): string {
  const cleaned = dropAsides(noun).replace(cleanEdges, '').replace(/\s+/g, '')
  return cleaned.length > longestName ? cleaned.slice(-longestName) : cleaned
}

/** The name of what a quantity measures, by the words that say it. */
export function nameOf(words: string, quantity: Quantity, table: IndicatorTable): Name {
  const noun = cleanNoun(words)
  const measure = measureOf(quantity, table)
  const known = findKnown(noun, measure, table)
  const headNoun = findHead(noun, table)
  if (known !== undefined && noun.length - known.start >= (headNoun?.noun.length ?? 0)) {
    const qualifier = noun.slice(0, known.start)
    const { indicator } = known
    const suffix = suffixOf(indicator.name, null, quantity, table)
    const isBare = /[数量额次率比]$|人次$/.test(indicator.name) || measure !== 'count' || suffix.length > 2
    const name = qualifier + indicator.name
    const exact = qualifier === '' ? indicator : findKnown(name, measure, table)
    const bare = headNoun?.noun ?? indicator.name.replace(/(人)?数$|人次$/, '')
    return {
      indicator: isBare ? name : name + suffix,
      head: indicator.head,
      id:
        qualifier === ''
          ? indicator.id
          : exact !== undefined && 'start' in exact && exact.start === 0
            ? exact.indicator.id
            : null,
      qualifier,
      noun: bare,
      kind: headNoun?.kind ?? null,
      stem: noun,
      known: indicator,
    }
  }
  const kind = headNoun?.kind ?? null
  const suffix = suffixOf(noun, kind, quantity, table)
  const bare = headNoun?.noun ?? shortHead(noun)
  return {
    indicator: noun + suffix,
    head: headNoun === undefined && suffix.length > 1 ? suffix : bare + suffix,
    id: null,
    qualifier: noun.slice(0, noun.length - bare.length),
    noun: bare,
    kind,
    stem: noun,
    known: null,
  }
}

/** Joins two pieces without saying twice what both have: 农业用水 and 用水量 give 农业用水量. */
export function joinNames(first: string, second: string): string {
  for (let length = Math.min(first.length, second.length); length > 0; length--) {
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length)
  }
  return first + second
}

function isAttributive(noun: string, table: IndicatorTable): boolean {
  const codes = foldCodes(noun)
  const match = table.cues.attributive.start.longest(codes, 0)
  return (match !== undefined && match.end === codes.length) || /[级类型式性]$/.test(noun)
}

const rated = /率$|比重$|占比$|比例$/

/** The name of a member of a breakdown: 小学 of 在校生数 is 小学在校生数, 公办 of 幼儿园数 is 公办幼儿园数. */
export function memberName(words: string, quantity: Quantity, total: Name, table: IndicatorTable): Name {
  const noun = cleanNoun(words)
  const own = nameOf(noun, quantity, table)
  const measure = measureOf(quantity, table)
  const headNoun = findHead(noun, table)
  const withHead = (indicator: string, head: string): Name => {
    const known = findKnown(indicator, measure, table)
    return {
      ...total,
      indicator,
      head,
      id: known !== undefined && known.start === 0 ? known.indicator.id : null,
      qualifier: noun,
      stem: noun + total.noun,
      known: known?.indicator ?? null,
    }
  }
  if (noun === '') return { ...total, qualifier: '' }
  if (isAttributive(noun, table)) {
    const rest = total.qualifier !== '' && total.kind !== 'person' ? total.indicator : total.head
    const bare = rest.replace(/^总(?=.)/, '')
    return withHead(joinNames(noun, measure === 'person' ? total.head : bare), total.head)
  }
  if (headNoun?.kind === 'amount' || headNoun?.kind === 'rate' || rated.test(noun)) return own
  if (measure === 'person') {
    if (headNoun?.kind === 'action') return own
    if (isPersonNoun(noun, table) && !/^(中|小|大)?学$/.test(noun)) return { ...own, head: total.head }
    return withHead(joinNames(noun, total.head), total.head)
  }
  if (measure === 'count') {
    if (total.kind === 'event')
      return headNoun?.kind === 'event' ? own : withHead(joinNames(noun, total.indicator), total.head)
    if (total.kind === 'amount') return withHead(joinNames(noun, total.head), total.head)
    if (headNoun?.kind === 'thing' || total.kind !== 'thing') return { ...own, head: total.head }
    return noun.length <= 3 || !noun.endsWith(total.noun) ? { ...own, head: total.head } : own
  }
  return withHead(joinNames(noun, total.head), total.head)
}
