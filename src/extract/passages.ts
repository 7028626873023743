/**
 * Reads one paragraph: each number with its words becomes a draft, named with what it carries over from the numbers,
 * clauses and brackets before it. Links to totals, bases and wholes are made on the way and settled at the end.
 * Invariant: every quantity that is given becomes one draft, in order, or is handed back with a reason.
 */
import type { Ignored, Quantity } from '../model/fact.js'
import type { IndicatorTable } from '../resources/indicators.js'
import { isMember, settleBreakdowns, totalFor } from './breakdowns.js'
import { canChange, kindOf, namedFigure, nearestFigure, priorOf } from './changes.js'
import type { Draft, DraftChange, Frame } from './drafts.js'
import { isFigure, isQuotient } from './drafts.js'
import type { Name } from './names.js'
import { cleanNoun, isPersonNoun, memberName, nameOf } from './names.js'
import { readPeriod } from './periods.js'
import type { DateSpans, Phrase } from './phrases.js'
import { readPhrase, standardBase } from './phrases.js'
import { figureNamed, settleRatios } from './ratios.js'
import type { Range, Reading } from './reading.js'
import { cueAtStart, firstCue } from './reading.js'
import type { Slot } from './runs.js'
import { slotsOf } from './runs.js'
import { readTail } from './tails.js'

/** What a paragraph inherits. */
export interface Surroundings {
  readonly reading: Reading
  readonly dates: DateSpans
  readonly reportYear: number | null
  readonly section: readonly string[]
  /** The section is about what is still to be done. */
  readonly isPlan: boolean
}

export interface ParagraphFacts {
  readonly drafts: readonly Draft[]
  readonly ignored: readonly { readonly quantity: Quantity; readonly reason: Ignored['reason'] }[]
}

interface State {
  readonly around: Surroundings
  readonly table: IndicatorTable
  readonly drafts: Draft[]
  readonly ignored: { quantity: Quantity; reason: Ignored['reason'] }[]
  readonly frames: Frame[]
  open: Frame[]
  depth: number
  against: string | null
  subject: Range | null
  period: Draft['period']
  planned: boolean
  estimated: boolean
  /** Names that numbers joined by 分别 take in turn. */
  turn: Draft[]
  turnNames: string[]
  /** A clause said of which figure the next ones are parts: 营业收入中. */
  within: string
}

/** Reads the numbers of one paragraph; `passages` are its sentences up to full stops. */
export function readParagraph(
  around: Surroundings,
  passages: readonly { readonly range: Range; readonly quantities: readonly Quantity[] }[],
): ParagraphFacts {
  const state: State = {
    around,
    table: around.reading.table,
    drafts: [],
    ignored: [],
    frames: [],
    open: [],
    depth: 0,
    against: null,
    subject: null,
    period: null,
    planned: around.isPlan,
    estimated: false,
    turn: [],
    turnNames: [],
    within: '',
  }
  for (const { range, quantities } of passages) readPassage(state, range, quantities)
  settleBreakdowns(state.drafts, state.frames, state.table)
  settleRatios(state.drafts, state.table)
  for (const draft of state.drafts) settleChange(draft)
  return { drafts: state.drafts, ignored: state.ignored }
}

function settleChange({ change, quantity, role }: Draft): void {
  if (change !== null && role === 'change') change.prior = priorOf(change, quantity)
}

function readPassage(state: State, range: Range, quantities: readonly Quantity[]): void {
  state.open = []
  state.depth = 0
  state.turn = []
  state.turnNames = []
  state.planned = state.around.isPlan
  state.estimated = false
  state.within = ''
  const slots = slotsOf(state.around.reading, range, quantities)
  let consumed = 0
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]!
    const next = slots[index + 1]
    const lead = { start: Math.max(slot.lead.start, Math.min(consumed, slot.lead.end)), end: slot.lead.end }
    consumed = readSlot(state, { ...slot, lead }, range, slots, index, next?.isBound === true)
  }
}

function openFrame(state: State, frame: Omit<Frame, 'from' | 'depth'>): void {
  const made: Frame = { ...frame, from: state.drafts.length, depth: state.depth }
  state.frames.push(made)
  state.open.push(made)
}

function moveBrackets(state: State, slot: Slot): void {
  for (let count = 0; count < slot.closes; count++) {
    state.open = state.open.filter((frame) => frame.depth < state.depth)
    state.depth = Math.max(0, state.depth - 1)
  }
  if (slot.isBreak) {
    state.open = state.open.filter((frame) => !frame.endsAtBreak || frame.depth < state.depth)
    state.turnNames = []
  }
  for (let count = 0; count < slot.opens; count++) {
    const owner = slot.opensBehind ? (state.drafts.at(-1) ?? null) : null
    state.depth++
    openFrame(state, { kind: 'bracket', owner, endsAtBreak: false, opensSentence: false })
  }
}

/** Clauses without numbers say when, of whom, and that parts follow. */
function readPreamble(state: State, slot: Slot, isFirst: boolean): void {
  const { reading, dates } = state.around
  slot.preamble.forEach((range, index) => {
    const phrase = readPhrase(reading, range, dates, false)
    noteContext(state, phrase)
    const name = cleanNoun(phrase.name)
    const isOpening = isFirst && index === 0
    if (phrase.among && name === '') {
      openFrame(state, {
        kind: 'among',
        owner: null,
        endsAtBreak: !slot.hasColon && !isOpening,
        opensSentence: isOpening,
      })
    } else if (phrase.dimension) {
      state.open = state.open.filter(({ kind }) => kind === 'bracket')
      openFrame(state, { kind: 'dimension', owner: null, endsAtBreak: false, opensSentence: true })
    } else if (/中$/.test(phrase.name) && phrase.name.length > 2) {
      state.within = name.replace(/^在/, '').slice(0, -1)
      openFrame(state, {
        kind: 'dimension',
        owner: figureNamed(state.drafts, state.within) ?? null,
        endsAtBreak: false,
        opensSentence: true,
      })
    }
  })
}

function noteContext(state: State, phrase: Phrase): void {
  if (phrase.subject !== null) state.subject = phrase.subject
  if (phrase.planned) state.planned = true
  if (phrase.estimated) state.estimated = true
  const period = phrase.periods.at(-1)
  if (period !== undefined) state.period = readPeriod(state.around.reading, period, state.around.reportYear)
}

/** A length of time that only says when or for how long: 五年来, 连续五年, 三年前; or part of a name. */
function reasonAgainst(state: State, slot: Slot, phrase: Phrase): Ignored['reason'] | undefined {
  const { quantity } = slot
  const { reading, table } = { reading: state.around.reading, table: state.table }
  const behind = { start: quantity.end, end: Math.min(reading.text.length, quantity.end + 6) }
  if (cueAtStart(reading, behind, ['inname']) !== undefined) return 'name'
  if (quantity.measure !== 'duration') return undefined
  const words = cleanNoun(phrase.name)
  if (phrase.change !== null || phrase.reaches || phrase.from) return undefined
  if (words !== '') {
    const name = nameOf(words, quantity, table)
    if (name.known !== null || name.kind === 'amount') return undefined
  }
  const noun = reading.text.slice(slot.tail.start, slot.tail.end)
  return slot.tail.end > slot.tail.start && nameOf(noun, quantity, table).kind === 'amount'
    ? undefined
    : 'date'
}

function readSlot(
  state: State,
  slot: Slot,
  sentence: Range,
  slots: readonly Slot[],
  index: number,
  hasNext: boolean,
): number {
  const { reading, dates } = state.around
  const { quantity } = slot
  moveBrackets(state, slot)
  readPreamble(state, slot, index === 0)
  const phrase = readPhrase(reading, slot.lead, dates, isQuotient(quantity))
  const reason = reasonAgainst(state, slot, phrase)
  if (reason !== undefined) {
    state.ignored.push({ quantity, reason })
    return 0
  }
  noteContext(state, phrase)
  if (phrase.among) {
    openFrame(state, {
      kind: 'among',
      owner: null,
      endsAtBreak: index > 0,
      opensSentence: index === 0 && slot.preamble.length === 0,
    })
  }
  if (slot.hasColon && slot.preamble.length === 0 && index > 0 && !phrase.among) {
    openFrame(state, { kind: 'among', owner: null, endsAtBreak: false, opensSentence: false })
  }
  if (phrase.rest) reopenList(state)
  const made = draftOf(state, slot, phrase, sentence)
  const consumed = readMeaning(state, made, slot, slots, index, hasNext)
  state.drafts.push(made)
  return consumed
}

/** 其余 closes a list that was opened before: all figures since then belong to it. */
function reopenList(state: State): void {
  const last = state.frames.findLast(({ kind, depth }) => kind === 'among' && depth === state.depth)
  if (last === undefined || state.open.includes(last)) return
  state.open.push(last)
  for (const draft of state.drafts.slice(last.from)) {
    if (draft.parent !== null || draft.depth !== last.depth || !isMember(draft, state.table)) continue
    draft.parent = totalFor(last, state.drafts, draft, state.table)
  }
}

function emptyName(): Name {
  return { indicator: '', head: '', id: null, qualifier: '', noun: '', kind: null, stem: '', known: null }
}

function draftOf(state: State, { quantity }: Slot, phrase: Phrase, sentence: Range): Draft {
  return {
    quantity,
    phrase,
    name: emptyName(),
    words: cleanNoun(phrase.name),
    implicit: false,
    role: 'value',
    parent: null,
    change: null,
    ratio: null,
    embedded: false,
    planned: state.planned,
    estimated: state.estimated,
    subject: state.subject,
    period: state.period,
    frame: state.open.at(-1) ?? null,
    depth: state.depth,
    sentence,
    section: state.around.section,
    confidence: 0.9,
  }
}

/** Decides what the number is: a change, a share, a multiple, or a figure. Returns how far its words reach. */
function readMeaning(
  state: State,
  draft: Draft,
  slot: Slot,
  slots: readonly Slot[],
  index: number,
  hasNext: boolean,
): number {
  const { phrase, quantity } = draft
  if (readTargetGap(state, draft, slot)) return 0
  if (phrase.change !== null || (state.turn.length > 0 && slot.isBound && isChangeInTurn(state, draft))) {
    readChange(state, draft, slots, index)
    return 0
  }
  state.turn = []
  if (phrase.shareOf !== null) {
    readShare(state, draft)
    return 0
  }
  if (phrase.fractionOf !== null) {
    readFraction(state, draft)
    return 0
  }
  if (quantity.measure === 'percentage-point') draft.confidence = 0.5
  return readFigure(state, draft, slot, slots, index, hasNext)
}

function isChangeInTurn(state: State, draft: Draft): boolean {
  return draft.words === '' && state.drafts.at(-1)?.role === 'change'
}

/** 完成年度计划80亿元的108.4%, 低于98.5%的目标值1.2个百分点: the number before is what this one is measured by. */
function readTargetGap(state: State, draft: Draft, slot: Slot): boolean {
  const { reading } = state.around
  const before = state.drafts.at(-1)
  if (!slot.isBound || before === undefined) return false
  const gap = reading.text.slice(slot.lead.start, slot.lead.end)
  const base = state.drafts
    .slice(0, -1)
    .findLast((other) => isFigure(other) && other.sentence === draft.sentence)
  const term = state.table.suffixes.get('measure:plan')!
  if (gap === '的' && isQuotient(draft.quantity) && draft.quantity.measure !== 'multiple') {
    before.embedded = true
    before.planned = true
    if (base === undefined) return false
    before.name = { ...base.name, indicator: base.name.indicator + before.words }
    const whole = before.words.replace(/^(全|年)(年|度)/, '')
    draft.name = { ...base.name, indicator: base.name.indicator + whole + '完成率', head: '完成率', id: null }
    draft.ratio = { part: base, whole: before }
    draft.implicit = true
    return true
  }
  const target = gap.startsWith('的')
    ? cueAtStart(reading, { start: slot.lead.start + 1, end: slot.lead.end }, ['target'])
    : undefined
  if (target === undefined || draft.quantity.measure !== 'percentage-point' || base === undefined)
    return false
  before.name = { ...base.name, indicator: base.name.indicator + target.cue.standard }
  before.planned = true
  before.embedded = true
  draft.role = 'change'
  draft.name = base.name
  draft.implicit = true
  const isAbove = before.quantity.bound === 'more-than' || before.quantity.bound === 'at-least'
  draft.change = {
    of: base,
    direction: isAbove ? 'increase' : 'decrease',
    kind: 'points',
    against: term.event === '' ? null : target.cue.standard,
    prior: null,
  }
  return true
}

/** How many numbers from here on stand in one row, joined by 、 and 和. */
function rowLength(state: State, slots: readonly Slot[], index: number): number {
  const { reading, dates } = state.around
  let count = 1
  for (let at = index + 1; at < slots.length; at++) {
    const slot = slots[at]!
    const gap = reading.text.slice(slot.lead.start, slot.lead.end)
    if (slot.preamble.length > 0 || slot.opens + slot.closes > 0) break
    if (gap.length > 8) break
    if (cleanNoun(readPhrase(reading, slot.lead, dates, isQuotient(slot.quantity)).name) !== '') break
    if (isQuotient(slot.quantity) !== isQuotient(slots[index]!.quantity)) break
    count++
  }
  return count
}

function readChange(state: State, draft: Draft, slots: readonly Slot[], index: number): void {
  const { quantity, phrase } = draft
  const kind = kindOf(quantity)
  const previous = state.drafts.at(-1)?.change ?? null
  const verb = phrase.change ?? {
    direction: previous?.direction ?? 'increase',
    against: previous?.against ?? null,
  }
  if (phrase.respective) {
    const length = rowLength(state, slots, index)
    const figures = state.drafts.filter(
      (other) => isFigure(other) && canChange(kind, quantity, other.quantity),
    )
    state.turn = length > 1 ? figures.slice(-length) : []
  }
  const own = draft.words === '' || isPronoun(draft.words) ? '' : draft.words
  const inTurn = own === '' ? state.turn.shift() : undefined
  const of =
    inTurn ??
    (own === ''
      ? nearestFigure(sameReach(state, draft), kind, quantity)
      : namedFigure(sameReach(state, draft), own, kind, quantity))
  const against = verb.against ?? (kind === 'delta' && inTurn === undefined ? null : state.against)
  if (verb.against !== null) state.against = verb.against
  draft.role = 'change'
  draft.change = { of, direction: verb.direction, kind, against: verb.against ?? against, prior: null }
  if (of !== null) {
    draft.name = of.name
    draft.implicit = own === ''
    draft.period = of.period
    if (own !== '' && own.endsWith('增速')) draft.name = { ...of.name, indicator: of.name.indicator + '增速' }
    return
  }
  draft.name = changeName(state, draft, own)
}

/** Changes look for their figure in their own sentence first, and in the paragraph where they open a sentence. */
function sameReach(state: State, draft: Draft): Draft[] {
  const own = state.drafts.filter(({ sentence }) => sentence === draft.sentence)
  return own.length > 0 ? own : draft.words === '' ? state.drafts.slice(-6) : []
}

function isPronoun(words: string): boolean {
  return words.length === 1
}

/** What changed, where the text prints no figure of it. */
function changeName(state: State, draft: Draft, own: string): Name {
  const last = state.drafts.at(-1)
  if (own === '') {
    draft.implicit = true
    draft.confidence = 0.6
    return last?.name ?? emptyName()
  }
  const asMoney = { ...draft.quantity, measure: 'money' as const, unit: '' }
  const name =
    draft.change?.kind === 'delta'
      ? nameOf(own, draft.quantity, state.table)
      : nameOf(own, asMoney, state.table)
  const total =
    draft.frame === null
      ? undefined
      : (draft.frame.owner ??
        state.drafts.slice(0, draft.frame.from).findLast(({ depth }) => depth === draft.frame!.depth))
  if (name.known !== null || name.kind !== null || total === undefined) {
    const stem = name.known?.name === name.indicator ? name.indicator : own
    return { ...name, indicator: name.known === null ? stem : name.indicator }
  }
  draft.implicit = true
  return memberName(own, { ...total.quantity }, total.name, state.table)
}

function readShare(state: State, draft: Draft): void {
  const { phrase } = draft
  const figures = state.drafts.filter((other) => isFigure(other) && !isQuotient(other.quantity))
  const own = draft.words
  const part =
    own === ''
      ? (figures.findLast(({ sentence }) => sentence === draft.sentence) ?? figures.at(-1))
      : figureNamed(figures, own)
  const wholeWords = cleanNoun(phrase.shareOf!)
  const others = figures.filter((other) => other !== part)
  const whole =
    figureNamed(others, wholeWords.replace(/^全[县市区省州乡镇院村]/, '')) ??
    totalOf(others, part, wholeWords)
  const share = state.table.suffixes.get('measure:share')!
  const partName = own !== '' ? own : (part?.name.stem ?? '')
  draft.name = {
    indicator: partName + share.thing + wholeWords + share.event,
    head: state.table.suffixes.get('measure:percent')!.thing,
    id: null,
    qualifier: partName,
    noun: share.thing,
    kind: 'rate',
    stem: partName + share.thing + wholeWords + share.event,
    known: null,
  }
  draft.implicit = own === ''
  if (part !== undefined && whole !== undefined) draft.ratio = { part, whole }
}

/** 占总数的: the total that the part was counted in. */
function totalOf(figures: readonly Draft[], part: Draft | undefined, words: string): Draft | undefined {
  if (part === undefined || !/^总|计划/.test(words)) return part?.parent ?? undefined
  return (
    part.parent ??
    figures.findLast((other) => other.planned && other.quantity.base.unit === part.quantity.base.unit)
  )
}

/** 为年初预算的101.3%, 是上年的1.5倍. */
function readFraction(state: State, draft: Draft): void {
  const { quantity, phrase } = draft
  const words = phrase.fractionOf!
  const own = draft.words
  const kind = kindOf(quantity)
  const figures = sameReach(state, draft)
  const of = own === '' ? nearestFigure(figures, kind, quantity) : namedFigure(figures, own, kind, quantity)
  const base =
    of?.name ?? (own === '' ? (state.drafts.at(-1)?.name ?? emptyName()) : nameOf(own, quantity, state.table))
  draft.implicit = own === ''
  if (kind === 'multiple') {
    const against = words === '' ? null : words
    draft.role = 'change'
    draft.name = base
    draft.change = { of, direction: 'increase', kind, against, prior: null }
    return
  }
  const { reading } = state.around
  const at = reading.text.indexOf(words, Math.max(0, quantity.start - words.length - 4))
  const target = firstCue(reading, { start: at, end: at + words.length }, 'target')
  if (target !== undefined) {
    const kindOfTarget = target.cue.standard.replace(/^(年度|全年|年初|调整|年)/, '')
    draft.name = { ...base, indicator: base.indicator + kindOfTarget + '完成率', head: '完成率', id: null }
    return
  }
  draft.name = {
    ...base,
    indicator: base.stem + state.table.suffixes.get('measure:percent')!.thing,
    head: '占比',
    id: null,
  }
}

/** A figure of its own: named by the words before it, those behind it, or what was said before. */
function readFigure(
  state: State,
  draft: Draft,
  slot: Slot,
  slots: readonly Slot[],
  index: number,
  hasNext: boolean,
): number {
  const { phrase, quantity } = draft
  const { reading, dates } = state.around
  const { table } = state
  const last = state.drafts.at(-1)
  if (draft.words === '' && state.turnNames.length > 0) {
    name(state, draft, state.turnNames.shift()!)
    draft.implicit = true
    return 0
  }
  if (phrase.respective) {
    readRespective(state, draft, slots, index)
    return 0
  }
  if (phrase.reaches || last?.phrase.from === true) {
    if (readLevel(state, draft, last)) return 0
  }
  const tail = readTail(reading, slot.tail, hasNext)
  const isAttributeOf = reading.text[quantity.end] === '的' && tail !== undefined
  if (draft.words === '' && tail !== undefined && !isCarried(state, draft, tail.words)) {
    if (isQuotient(quantity) && !isAttributeOf) {
      carry(state, draft)
      return 0
    }
    name(state, draft, tail.words)
    if (hasNext && !readPhrase(reading, { start: tail.end, end: slot.tail.end }, dates, false).among)
      return tail.end
    return 0
  }
  if (draft.words === '') {
    carry(state, draft)
    return 0
  }
  if (
    isAttributeOf &&
    !hasNext &&
    nameOf(draft.words, quantity, table).kind === 'amount' &&
    draft.words.length <= 4
  ) {
    name(state, draft, cleanNoun(tail.words) + draft.words)
    return 0
  }
  name(state, draft, draft.words)
  return 0
}

/** Words behind a number that do not tell what it counts: 人 behind 共8886人. */
function isCarried(state: State, draft: Draft, words: string): boolean {
  const noun = cleanNoun(words)
  if (noun === '') return true
  return isQuotient(draft.quantity) === false && noun.length < 2 && !isPersonNoun(noun, state.table)
}

/** Gives a draft its name, as a member of the list it stands in or on its own. */
function name(state: State, draft: Draft, words: string): void {
  const { table } = state
  const own = nameOf(words, draft.quantity, table)
  draft.name = own
  const frame = draft.frame
  if (frame !== null && isMember(draft, table)) {
    const total = totalFor(frame, state.drafts, draft, table)
    if (total !== null) {
      draft.parent = total
      draft.name = memberName(words, draft.quantity, total.name, table)
      draft.implicit ||= draft.name.indicator !== own.indicator
      return
    }
  }
  completeName(state, draft, words)
}

/** A bare rate or action takes the qualifier of the figure before it: 入学率 behind 小学适龄儿童. */
function completeName(state: State, draft: Draft, words: string): void {
  const last = state.drafts.findLast((other) => isFigure(other) && !other.embedded)
  if (last === undefined || last.sentence !== draft.sentence) return
  const { name: own } = draft
  const isBare =
    own.qualifier === '' && (own.kind === 'rate' || own.kind === 'action' || own.known?.measure === 'percent')
  if (!isBare || cleanNoun(words).length > 4) return
  const { name: before } = last
  const isAction = before.kind === 'action' || before.kind === 'rate' || before.known?.measure === 'percent'
  const isPerson = before.kind === 'person'
  const prefix = isAction
    ? before.qualifier
    : isPerson || before.kind === 'thing'
      ? before.qualifier + before.noun
      : ''
  if (prefix === '' || prefix.length > 14 || own.indicator.startsWith(prefix)) return
  draft.name = {
    ...own,
    indicator: prefix + own.indicator,
    stem: prefix + own.stem,
    qualifier: prefix,
    id: null,
  }
  draft.implicit = true
}

/** No words of its own: the same thing as before, in another unit, or reached after a change. */
function carry(state: State, draft: Draft): void {
  const last = state.drafts.at(-1)
  draft.implicit = true
  if (last === undefined) {
    draft.confidence = 0.4
    draft.name = nameOf(state.around.section.at(-1) ?? '', draft.quantity, state.table)
    return
  }
  if (
    last.role === 'change' &&
    last.change?.of === null &&
    canChange(last.change.kind, last.quantity, draft.quantity)
  ) {
    last.change.of = draft
    draft.name = last.name
    return
  }
  draft.confidence = 0.7
  const stem = last.name.stem === '' ? last.name.indicator : last.name.stem
  name(state, draft, stem)
}

/** 提高到 and 由 … 到 …: the level that a figure reached, with where it came from. */
function readLevel(state: State, draft: Draft, last: Draft | undefined): boolean {
  if (last === undefined || last.sentence !== draft.sentence) return false
  if (last.phrase.from && draft.words === '' && last.quantity.measure === draft.quantity.measure) {
    draft.name = last.name
    draft.implicit = true
    draft.change = fromTo(state, draft, last)
    return true
  }
  if (draft.words !== '') return false
  if (last.role === 'change' && last.change !== null) {
    draft.name = last.name
    draft.implicit = true
    last.change.of ??= draft
    return true
  }
  return false
}

function fromTo(state: State, draft: Draft, from: Draft): DraftChange {
  const { reading } = state.around
  const lead = { start: from.quantity.end, end: draft.quantity.start }
  const isDecrease = firstCue(reading, lead, 'decrease') !== undefined
  const own = from.phrase.periods.at(-1)
  const against = own === undefined ? null : standardBase(reading, own)
  draft.period = state.drafts.at(-2)?.period ?? draft.period
  return {
    of: from,
    direction: isDecrease ? 'decrease' : 'increase',
    kind: 'from-to',
    against,
    prior: from.quantity.value,
  }
}

/** 小麦、玉米播种面积分别为 …: each name in turn with what the last one ends in. */
function readRespective(state: State, draft: Draft, slots: readonly Slot[], index: number): void {
  const { table } = state
  const length = rowLength(state, slots, index)
  const words = draft.words
  const pieces = words.split(/[、和与及]/).filter((piece) => piece !== '')
  if (pieces.length === length && length > 1) {
    const last = pieces.at(-1)!
    const { name: lastName } = { name: nameOf(last, draft.quantity, table) }
    const tail =
      lastName.known !== null && lastName.qualifier === ''
        ? ''
        : last.slice(last.length - lastName.noun.length)
    state.turnNames = pieces.map((piece) => (piece.endsWith(tail) ? piece : piece + tail))
  } else {
    const figures = state.drafts.filter(isFigure).slice(-length)
    state.turnNames =
      length > 1 && figures.length === length ? figures.map(({ name: other }) => other.qualifier + words) : []
    if (
      words === '' ||
      table.cues.share.start.longest(new Uint16Array([words.charCodeAt(0)]), 0) !== undefined
    )
      state.turnNames = figures.map(({ name: other }) => other.indicator + words)
  }
  const first = state.turnNames.shift()
  name(state, draft, first ?? words)
}
