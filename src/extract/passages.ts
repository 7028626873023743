/**
 * Reads one paragraph: each number with its words becomes a draft, within the brackets and lists that are open.
 * What the number means is left to the readers of figures and statements; links are settled at the end.
 * Invariant: every quantity that is given becomes one draft, in order, or is handed back with a reason.
 */
import type { Ignored, Quantity } from '../model/fact.js'
import { isMember, settleBreakdowns, totalFor } from './breakdowns.js'
import { priorOf } from './changes.js'
import type { Draft, Frame } from './drafts.js'
import { isFigure, isQuotient } from './drafts.js'
import { readFigure } from './figures.js'
import { cleanNoun, nameOf, noName } from './names.js'
import { readPeriod } from './periods.js'
import type { Phrase } from './phrases.js'
import { readPhrase } from './phrases.js'
import { figureNamed, settleRatios } from './ratios.js'
import type { Range } from './reading.js'
import { cueAtEnd, cueAtStart, firstCue } from './reading.js'
import type { Slot } from './runs.js'
import { slotsOf } from './runs.js'
import { readShare, settleShares } from './shares.js'
import type { Place, State, Surroundings } from './state.js'
import { beginSentence, openState, recentDrafts } from './state.js'
import { readChange, readFraction, readTarget } from './statements.js'

export interface ParagraphFacts {
  readonly drafts: readonly Draft[]
  readonly ignored: readonly { readonly quantity: Quantity; readonly reason: Ignored['reason'] }[]
}

/** Reads the numbers of one paragraph; `passages` are its sentences up to full stops. */
export function readParagraph(
  around: Surroundings,
  passages: readonly { readonly range: Range; readonly quantities: readonly Quantity[] }[],
): ParagraphFacts {
  const state = openState(around)
  for (const { range, quantities } of passages) readPassage(state, range, quantities)
  settleShares(state.drafts, state.table)
  settleRatios(state.drafts, state.table)
  settleBreakdowns(state.drafts, state.table)
  for (const { change, quantity, role } of state.drafts) {
    if (change !== null && role === 'change') change.prior = priorOf(change, quantity)
  }
  return { drafts: state.drafts, ignored: state.ignored }
}

function readPassage(state: State, range: Range, quantities: readonly Quantity[]): void {
  beginSentence(state, range)
  const slots = slotsOf(state.around.reading, range, quantities)
  let consumed: number | null = null
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]!
    const isCut = consumed !== null && slot.isBound
    const start = isCut ? Math.min(consumed!, slot.lead.end) : slot.lead.start
    const place = { slot: { ...slot, lead: { start, end: slot.lead.end } }, slots, index }
    consumed = readPlace(state, place)
  }
}

/** How many lists and figures back 其余 may reach. */
const longestMemory = 40

type FrameSort = Pick<Frame, 'kind' | 'owner' | 'endsAtBreak' | 'opensSentence'>
const listBehind: FrameSort = { kind: 'among', owner: null, endsAtBreak: false, opensSentence: false }

function openFrame(state: State, sort: FrameSort): void {
  const { depth, sentence, clauseFrom } = state
  const frame: Frame = { ...sort, from: state.drafts.length, depth, sentence, clauseFrom }
  state.frames.push(frame)
  state.open.push(frame)
}

function moveBrackets(state: State, slot: Slot): void {
  for (let count = 0; count < slot.closes; count++) {
    state.open = state.open.filter((frame) => frame.depth < state.depth)
    state.depth = Math.max(0, state.depth - 1)
  }
  if (slot.isBreak) {
    state.open = state.open.filter((frame) => !frame.endsAtBreak || frame.depth < state.depth)
    state.turnNames = []
    if (state.depth === 0) state.clauseFrom = state.drafts.length
  }
  for (let count = 0; count < slot.opens; count++) {
    const owner = slot.opensBehind ? (state.drafts.at(-1) ?? null) : null
    state.depth++
    openFrame(state, { ...listBehind, kind: 'bracket', owner })
  }
}

/** Clauses without numbers say when, of whom, and that parts follow. */
function readPreamble(state: State, { slot, index: order }: Place): void {
  const { reading, spans } = state.around
  slot.preamble.forEach((range, index) => {
    const phrase = readPhrase(reading, range, spans, false)
    noteContext(state, phrase)
    const opensSentence = order === 0 && index === 0
    const name = cleanNoun(phrase.name)
    if (phrase.among && name === '') {
      openFrame(state, { ...listBehind, endsAtBreak: !slot.hasColon && !opensSentence, opensSentence })
    } else if (phrase.dimension) {
      state.open = state.open.filter(({ kind }) => kind === 'bracket')
      openFrame(state, { ...listBehind, kind: 'dimension', opensSentence: true })
    } else readWithin(state, range, name)
  })
}

/** 营业收入中, before the figures that are its parts; 规模以上工业中, before changes of its kinds. */
function readWithin(state: State, range: Range, name: string): void {
  const within = cueAtEnd(state.around.reading, range, ['within'])
  if (within === undefined || name.length < 3) return
  const { preposition } = state.table.cues
  const from = preposition.start.get(name.slice(0, 1)) === undefined ? 0 : 1
  const words = name.slice(from, name.endsWith(within.cue.word) ? -within.cue.word.length : undefined)
  const figures = recentDrafts(state).filter((draft) => isFigure(draft) && !isQuotient(draft.quantity))
  const named = figureNamed(figures, words)
  const owner = named ?? figures.findLast((draft) => draft.name.indicator.startsWith(words))
  if (owner !== undefined) openFrame(state, { ...listBehind, kind: 'dimension', owner, opensSentence: true })
}

function noteContext(state: State, phrase: Phrase): void {
  if (phrase.subject !== null) state.subject = phrase.subject
  if (phrase.planned) state.planned = true
  if (phrase.estimated) state.estimated = true
  const period = phrase.periods.at(-1)
  if (period !== undefined && !phrase.from)
    state.period = readPeriod(state.around.reading, period, state.around.report)
  if (isAhead(state)) state.planned = true
}

/** A period after the report's own year is still to come. */
function isAhead({ period, around }: State): boolean {
  const start = period?.end?.slice(0, 4)
  return start !== undefined && around.report.year !== null && Number(start) > around.report.year
}

/** 有效监测273天,其中优194天: days that are counted into kinds, and those kinds. */
function isListed(
  state: State,
  { quantity, opens }: Slot,
  next: Slot | undefined,
  isAmong: boolean,
): boolean {
  const { reading } = state.around
  const isSame = (other: Quantity) => other.unit === quantity.unit && other.measure === quantity.measure
  const opensList = (slot: Slot) =>
    [...slot.preamble, slot.lead].some((range) => cueAtStart(reading, range, ['among']) !== undefined)
  if (next !== undefined && isSame(next.quantity) && opensList(next)) return true
  const frame = state.open.at(-1)
  const listed = frame === undefined ? undefined : state.drafts[frame.from - 1]
  const total = isAmong ? state.drafts.at(-1) : (frame?.owner ?? listed)
  return opens === 0 && total !== undefined && total.sentence === state.sentence && isSame(total.quantity)
}

/** A length of time that only says when or for how long (五年来, 连续五年, 三年前), or a number inside of a name. */
function reasonAgainst(
  state: State,
  { slot, slots, index }: Place,
  phrase: Phrase,
): Ignored['reason'] | undefined {
  const { quantity } = slot
  const { reading } = state.around
  const behind = { start: quantity.end, end: Math.min(reading.text.length, quantity.end + 6) }
  if (cueAtStart(reading, behind, ['inname']) !== undefined) return 'name'
  if (quantity.measure !== 'duration' || phrase.change !== null || phrase.reaches || phrase.from)
    return undefined
  const isMeasure = (words: string) => {
    const name = nameOf(words, quantity, state.table)
    return name.known !== null || name.kind === 'amount'
  }
  if (isMeasure(phrase.name)) return undefined
  const last = state.drafts.at(-1)
  const isReached =
    last?.phrase.from === true || (last?.quantity.measure === 'duration' && phrase.name === '')
  if (isListed(state, slot, slots[index + 1], phrase.among)) return undefined
  if (isReached || isMeasure(reading.text.slice(slot.tail.start, slot.tail.end))) return undefined
  return 'date'
}

/** Reads one number; returns where the words of the next one begin, if it is not behind this one. */
function readPlace(state: State, place: Place): number | null {
  const { slot, index } = place
  const { reading, spans } = state.around
  moveBrackets(state, slot)
  readPreamble(state, place)
  const phrase = readPhrase(reading, slot.lead, spans, isQuotient(slot.quantity))
  const reason = reasonAgainst(state, place, phrase)
  if (reason !== undefined) {
    state.ignored.push({ quantity: slot.quantity, reason })
    if (reason === 'date') spans.noteAdverb(slot.quantity)
    return slot.lead.start
  }
  noteContext(state, phrase)
  const opensSentence = index === 0 && slot.preamble.length === 0
  if (phrase.among) openFrame(state, { ...listBehind, endsAtBreak: !opensSentence, opensSentence })
  else if (slot.hasColon && slot.preamble.length === 0 && index > 0) openFrame(state, listBehind)
  if (phrase.rest) reopenList(state, slot, phrase)
  const draft = draftOf(state, slot, phrase)
  const consumed = readMeaning(state, draft, place)
  state.drafts.push(draft)
  return consumed
}

/** 其余 closes a list that was opened before: figures of the same thing since then belong to it. */
function reopenList(state: State, { quantity }: Slot, phrase: Phrase): void {
  if (state.open.length > state.depth) return
  const last = state.frames
    .slice(-longestMemory)
    .findLast(({ kind, depth }) => kind === 'among' && depth === state.depth)
  if (last === undefined) return
  const own = nameOf(phrase.name, quantity, state.table)
  const listed = state.drafts
    .slice(last.from)
    .filter(({ frame, parent }) => frame === last && parent !== null)
  const isSame = ({ parent }: Draft) => parent!.name.head === own.head
  if (own.noun.length < 2 || !listed.some(isSame)) return
  state.open.push(last)
  for (const draft of state.drafts.slice(Math.max(last.from, state.drafts.length - longestMemory))) {
    if (draft.parent !== null || draft.depth !== last.depth || !isMember(draft, state.table)) continue
    const total = totalFor(last, state.drafts, draft, state.table)
    if (total?.name.head === draft.name.head) draft.parent = total
  }
}

function draftOf(state: State, { quantity, lead, isBound }: Slot, phrase: Phrase): Draft {
  const words = cleanNoun(phrase.name)
  const isPreposition = words.length === 1 && state.table.cues.preposition.start.get(words) !== undefined
  return {
    quantity,
    phrase,
    name: noName,
    words: isPreposition ? '' : words,
    implicit: false,
    role: 'value',
    parent: null,
    change: null,
    ratio: null,
    embedded: false,
    planned: state.planned || firstCue(state.around.reading, lead, 'planned') !== undefined,
    estimated: state.estimated,
    subject: state.subject,
    period: state.period,
    frame: state.open.at(-1) ?? null,
    lead,
    isBound,
    depth: state.depth,
    sentence: state.sentence,
    section: state.around.section,
    confidence: 0.9,
  }
}

/** Whether the number goes on with a row of changes: 分别增长7.7%和下降14.2%. */
function isNextInTurn(state: State, draft: Draft, { slot }: Place): boolean {
  const last = state.drafts.at(-1)
  if (!slot.isBound || draft.words !== '' || last?.role !== 'change') return false
  const isJoin = cleanNoun(state.around.reading.text.slice(slot.lead.start, slot.lead.end)) === ''
  return state.turn.length > 0 || (isJoin && last.quantity.unit === draft.quantity.unit)
}

/** Decides what the number is: a change, a share, a fraction, or a figure. */
function readMeaning(state: State, draft: Draft, place: Place): number | null {
  const { phrase } = draft
  if (readTarget(state, draft, place)) return null
  if (phrase.change !== null || isNextInTurn(state, draft, place)) {
    readChange(state, draft, place)
    return null
  }
  state.turn = []
  if (phrase.shareOf !== null) {
    readShare(state, draft, phrase.shareOf)
    return null
  }
  if (phrase.fractionOf !== null) {
    readFraction(state, draft, phrase.fractionOf)
    return null
  }
  return readFigure(state, draft, place)
}
