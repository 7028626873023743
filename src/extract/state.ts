/**
 * What is known while a paragraph is read: its surroundings, the numbers read so far, the lists that are open, and
 * what later numbers take over (subject, period, base of comparison, names in turn).
 * Only the readers of passages and figures write to it; it ends with the paragraph.
 */
import type { Ignored, Period, Quantity } from '../model/fact.js'
import type { IndicatorTable } from '../resources/indicators.js'
import type { Draft, Frame } from './drafts.js'
import type { ReportPeriod } from './periods.js'
import type { Spans } from './phrases.js'
import type { Range, Reading } from './reading.js'
import type { Slot } from './runs.js'

/** What a paragraph inherits. */
export interface Surroundings {
  readonly reading: Reading
  readonly spans: Spans
  readonly report: ReportPeriod
  readonly section: readonly string[]
  /** The section is about what is still to be done. */
  readonly isPlan: boolean
}

export interface State {
  readonly around: Surroundings
  readonly table: IndicatorTable
  readonly drafts: Draft[]
  readonly ignored: { readonly quantity: Quantity; readonly reason: Ignored['reason'] }[]
  readonly frames: Frame[]
  open: Frame[]
  sentence: Range
  /** How many numbers stand before the clause (up to ；) that is read. */
  clauseFrom: number
  depth: number
  /** The base that a bare 增长 takes over. */
  against: string | null
  subject: Range | null
  period: Period | null
  planned: boolean
  estimated: boolean
  /** Figures that changes joined by 分别 belong to in turn. */
  turn: Draft[]
  /** Names that figures joined by 分别 take in turn. */
  turnNames: string[]
  /** Figures whose shares they give in turn: 占比分别为. */
  turnShares: Draft[]
}

export function openState(around: Surroundings): State {
  return {
    around,
    table: around.reading.table,
    drafts: [],
    ignored: [],
    frames: [],
    open: [],
    sentence: { start: 0, end: 0 },
    clauseFrom: 0,
    depth: 0,
    against: null,
    subject: null,
    period: null,
    planned: around.isPlan,
    estimated: false,
    turn: [],
    turnNames: [],
    turnShares: [],
  }
}

/** How many numbers back a reader looks at most, so that a long paragraph costs no more than short ones. */
const reach = 40

/** The numbers read last, in order. */
export function recentDrafts({ drafts }: State): Draft[] {
  return drafts.length > reach ? drafts.slice(-reach) : drafts.slice()
}

/** What belongs to a sentence is forgotten where the next one begins. */
export function beginSentence(state: State, sentence: Range): void {
  state.sentence = sentence
  state.clauseFrom = state.drafts.length
  state.open = []
  state.depth = 0
  state.turn = []
  state.turnNames = []
  state.turnShares = []
  // A day is named for what happened on it.
  if (state.period?.grain === 'day' && state.period.start !== null) state.period = null
  state.planned = state.around.isPlan
  state.estimated = false
}

/** One number, with the ones after it in its sentence. */
export interface Place {
  readonly slot: Slot
  readonly slots: readonly Slot[]
  readonly index: number
}

/** The number behind this one follows without a mark between. */
export function hasNext({ slots, index }: Place): boolean {
  return slots[index + 1]?.isBound === true
}
