/**
 * What is known while a paragraph is read: its surroundings, the numbers read so far, the open lists, and what later
 * numbers take over (subject, period, base of comparison, names in turn). Only the readers of passages and figures
 * write to it. It is discarded at the end of the paragraph.
 */
import type { Ignored, Period, Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { Naming } from '../../resources/naming.js'
import type { Context } from '../clauses/context.js'
import type { ReportPeriod } from '../phrases/period.js'
import type { Spans } from '../phrases/spans.js'
import type { Range, Reading } from '../reading.js'
import type { Frame, Mention } from './mention.js'
import { endOf, openTimeline, type Timeline } from './timeline.js'

/** What a paragraph inherits. */
export interface Surroundings {
  readonly reading: Reading
  readonly spans: Spans
  readonly report: ReportPeriod
  /** What the heading above says of the time. */
  readonly period: Period | null
  readonly section: readonly string[]
  /** The first and the last figure of the paragraph above that has some; their names are chosen. */
  readonly above: readonly Mention[]
  /** The section is about what is still to be done. */
  readonly isPlan: boolean
  readonly naming: Naming
}

export interface Discourse {
  readonly around: Surroundings
  readonly table: IndicatorTable
  readonly mentions: Mention[]
  /** The words around each number of `mentions`. */
  readonly contexts: Context[]
  /** What the words before each of them name, read by themselves. */
  readonly names: string[]
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
  readonly timeline: Timeline
  planned: boolean
  estimated: boolean
  /** Figures that changes joined by 分别 belong to in turn. */
  turn: Mention[]
  /** Names that figures joined by 分别 take in turn. */
  turnNames: string[]
  /** Figures whose shares they give in turn: 占比分别为. */
  turnShares: Mention[]
}

export function openDiscourse(around: Surroundings): Discourse {
  return {
    around,
    table: around.reading.table,
    mentions: [],
    contexts: [],
    names: [],
    ignored: [],
    frames: [],
    open: [],
    sentence: { start: 0, end: 0 },
    clauseFrom: 0,
    depth: 0,
    against: null,
    subject: null,
    timeline: openTimeline(around.period),
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
export function recentMentions({ mentions }: Discourse): Mention[] {
  return mentions.length > reach ? mentions.slice(-reach) : mentions.slice()
}

/** What belongs to a sentence is forgotten where the next one begins. */
export function beginSentence(discourse: Discourse, sentence: Range): void {
  discourse.sentence = sentence
  discourse.clauseFrom = discourse.mentions.length
  discourse.open = []
  discourse.depth = 0
  discourse.turn = []
  discourse.turnNames = []
  discourse.turnShares = []
  endOf(discourse.timeline, 'sentence')
  discourse.planned = discourse.around.isPlan
  discourse.estimated = false
}

/** One number, with the ones after it in its sentence. */
export interface Position {
  readonly context: Context
  readonly contexts: readonly Context[]
  readonly index: number
}

/** The number behind this one follows without a mark between. */
export function hasNext({ contexts, index }: Position): boolean {
  return contexts[index + 1]?.isBound === true
}
