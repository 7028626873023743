/**
 * Quantities and facts. A quantity is a number with its unit and bound, as printed. A fact is a quantity with what it
 * measures, of whom, when, and its relations to other facts. Values are in the printed unit. Field
 * names are those of the record.
 */
import type { Cell } from './cell.js'
import type { Exact, PrintedNumber } from './exact.js'
import type { Span } from './span.js'

export const measures = [
  'count',
  'money',
  'area',
  'length',
  'mass',
  'volume',
  'energy',
  'temperature',
  'duration',
  'age',
  'percent',
  'percentage-point',
  'multiple',
  'ratio',
  'rate',
  'score',
  'rank',
  'index',
  'other',
] as const
export type Measure = (typeof measures)[number]

export const bounds = [
  'exact',
  'approx',
  'more-than',
  'at-least',
  'less-than',
  'at-most',
  'range',
  'masked',
] as const
export type Bound = (typeof bounds)[number]

/** A value scaled to the base unit of its measure: 457.76万元 is 4577600 CNY. */
export interface BaseValue<Value = Exact> {
  readonly value: Value | null
  readonly unit: string
}

/** A number of a text with its unit; offsets index the text that was given. Records have strings for the values. */
export interface Quantity<Value = Exact> {
  readonly start: number
  readonly end: number
  readonly text: string
  /** In the printed unit; null where masked or a range. */
  readonly value: Value | null
  /** Ends of ranges, bounds and masks in the printed unit; null is open, or not a range. */
  readonly low: Value | null
  readonly high: Value | null
  /** As printed, with its scale (万元, 人次, 个百分点); empty where none is printed. */
  readonly unit: string
  readonly base: BaseValue<Value>
  readonly bound: Bound
  /** 余, 近, 以上 …; null for none. */
  readonly qualifier: string | null
  readonly measure: Measure
  /** How precisely the number (of a range: its low end) was printed, in the printed unit. */
  readonly printed: PrintedNumber<Value>
}

export const periodGrains = ['day', 'month', 'quarter', 'half-year', 'year', 'plan', 'range'] as const
export type PeriodGrain = (typeof periodGrains)[number]

export interface Period {
  readonly text: string
  /** ISO dates, first day and last day; null where masked or unknown. */
  readonly start: string | null
  readonly end: string | null
  readonly grain: PeriodGrain
  /** Why it holds though it is not printed beside the number: `sentence`, `heading`, `report`; null where printed. */
  readonly inferred: string | null
}

export const factStatuses = ['actual', 'planned', 'estimated'] as const
export type FactStatus = (typeof factStatuses)[number]

/** Confidence of a fact below which its name is rather wrong than right, and shows nothing by being like another one. */
export const likelyName = 0.5

export const factRoles = ['total', 'part', 'value', 'change'] as const
export type FactRole = (typeof factRoles)[number]

export const changeDirections = ['increase', 'decrease', 'level'] as const
export type ChangeDirection = (typeof changeDirections)[number]

export const changeKinds = ['delta', 'percent', 'points', 'multiple', 'from-to'] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  /** Id of the fact that changed; null where it is not stated. */
  readonly of: string | null
  readonly direction: ChangeDirection
  readonly kind: ChangeKind
  /** What it is measured against, as printed in standard wording: 去年, 上年同期. */
  readonly against: string | null
  /** The implied earlier value, in the unit of the fact that changed, and to how many decimals it is known. */
  readonly prior: Pick<PrintedNumber, 'value' | 'decimals'> | null
}

/** Why a number of the text is no fact; `unread` is written in a way that has no certain value, `by-person` was marked so. */
export const ignoredReasons = [
  'date',
  'list-label',
  'name',
  'code',
  'ordinal',
  'idiom',
  'page-furniture',
  'document-number',
  'law-article',
  'time',
  'unread',
  'by-person',
] as const
export type IgnoredReason = (typeof ignoredReasons)[number]

/** A number of the text that is no fact, and why. */
export interface Ignored extends Span<'source'> {
  readonly text: string
  readonly reason: IgnoredReason
}

/** confirmed: as it was read. corrected: with another name, unit or period. none: the number is no fact. */
export const factVerdicts = ['confirmed', 'corrected', 'none'] as const
export type FactVerdict = (typeof factVerdicts)[number]

/** What reviewers said of a fact or of a check. */
export interface Decided<Verdict extends string> {
  readonly verdict: Verdict
  readonly by: readonly string[]
}

export interface Fact extends Span<'source'> {
  readonly id: string
  /** What stands in the source. */
  readonly text: string
  readonly indicator: string
  readonly indicatorId: string | null
  readonly head: string | null
  readonly implicit: boolean
  readonly subject: string | null
  readonly subjectDamaged: boolean
  readonly place: string | null
  readonly value: Exact | null
  readonly low: Exact | null
  readonly high: Exact | null
  readonly unit: string
  readonly base: BaseValue
  readonly measure: Measure
  readonly bound: Bound
  readonly qualifier: string | null
  readonly period: Period | null
  readonly status: FactStatus
  readonly role: FactRole
  readonly partOf: string | null
  readonly change: Change | null
  /** What it is a share or quotient of; a side that no figure of the text states is null. */
  readonly ratio: { readonly part: string | null; readonly whole: string | null } | null
  readonly recovered: { readonly value: Exact; readonly by: string } | null
  readonly section: readonly string[]
  readonly sentence: Span<'source'>
  readonly confidence: number
  /** The cell of the table that it stands in; null in prose. */
  readonly cell: Cell | null
  /** How precisely the number was printed; for the audit, not part of the record. */
  readonly printed: PrintedNumber
  readonly decided?: Decided<FactVerdict>
}
