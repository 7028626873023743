/**
 * Numbers that say how a figure stands to another one: changes (比去年增加31人), levels reached (由A增长到B), multiples
 * (是上年的1.5倍), targets (完成年度计划的103.6%, 低于4.5%的控制目标0.9个百分点).
 */
import { foldCodes } from '../numerals/characters.js'
import { canChange, kindOf, namedFigure, nearestFigure } from './changes.js'
import { readVerb, standardBase } from './comparisons.js'
import type { Draft, DraftChange } from './drafts.js'
import { isFigure, isQuotient } from './drafts.js'
import { memberName } from './members.js'
import type { Name } from './names.js'
import { cleanNoun, nameOf, noName, term } from './names.js'
import { readPeriod } from './periods.js'
import type { PhraseChange } from './phrases.js'
import { readPhrase } from './phrases.js'
import type { Range, Reading } from './reading.js'
import { cueAtStart, firstCue, lastCue } from './reading.js'
import type { Place, State } from './state.js'
import { recentDrafts } from './state.js'

/** How many figures back a change that opens a sentence looks. */
const reach = 6
/** How long the words between two numbers of one row may be. */
const longestJoin = 10

/** Changes look for their figure in their own sentence first, and in the paragraph where they open a sentence. */
function figuresInReach(state: State, draft: Draft): Draft[] {
  const own = recentDrafts(state).filter(({ sentence }) => sentence === draft.sentence)
  if (own.length > 0) return own
  return draft.words === '' ? state.drafts.slice(-reach) : []
}

/** How many numbers from here on stand in one row, joined by 、 and 和. */
export function rowLength(state: State, { slots, index }: Place): number {
  const { reading, spans } = state.around
  const first = slots[index]!
  let length = 1
  for (const slot of slots.slice(index + 1)) {
    if (slot.preamble.length > 0 || slot.opens + slot.closes > 0) break
    if (slot.lead.end - slot.lead.start > longestJoin) break
    if (isQuotient(slot.quantity) !== isQuotient(first.quantity)) break
    if (cleanNoun(readPhrase(reading, slot.lead, spans, isQuotient(slot.quantity)).name) !== '') break
    length++
  }
  return length
}

/** A change: of which figure, in which direction, against what. */
export function readChange(state: State, draft: Draft, place: Place): void {
  const { quantity, phrase } = draft
  const words = isAverage(state, draft.words) ? '' : draft.words
  const kind = kindOf(quantity)
  const before = state.drafts.at(-1)?.change ?? null
  const verb = phrase.change ?? {
    direction: before?.direction ?? 'increase',
    against: before?.against ?? null,
  }
  if (phrase.respective) {
    const length = rowLength(state, place)
    const figures = recentDrafts(state).filter(
      (other) => isFigure(other) && canChange(kind, quantity, other.quantity),
    )
    state.turn = length > 1 ? figures.slice(-length) : []
  }
  const figures = figuresInReach(state, draft)
  const growth = growthOf(state, draft, kind)
  const inTurn = words === '' ? state.turn.shift() : growth
  const of =
    inTurn ??
    (words === '' ? nearestFigure(figures, kind, quantity) : namedFigure(figures, words, kind, quantity)) ??
    nearestFigure(measuredAs(state, figures, words), kind, quantity)
  const isRow = phrase.change === null
  const against = verb.against ?? (kind === 'percent' && !isRow ? state.against : null)
  if (verb.against !== null) state.against = verb.against
  draft.role = 'change'
  draft.change = { of, direction: verb.direction, kind, against, prior: null }
  if (of === null) {
    draft.name = changeName(state, draft)
    return
  }
  draft.name = growth === undefined ? of.name : growthName(state, of.name)
  draft.implicit = words === '' || growth !== undefined
  draft.period = of.period
}

/** Figures of a measure that is named by itself: 时间缩短一半 behind 由90分钟缩短至45分钟. */
function measuredAs(state: State, figures: readonly Draft[], words: string): Draft[] {
  return figures.filter(
    ({ quantity }) => state.table.suffixes.get(`measure:${quantity.measure}`)?.thing === words,
  )
}

function isAverage(state: State, words: string): boolean {
  return state.table.cues.average.start.get(words) !== undefined
}

/** 增速高于城镇居民2.1个百分点: what differs is the growth that was stated before. */
function growthOf(state: State, draft: Draft, kind: string): Draft | undefined {
  if (kind !== 'points' || draft.words !== term(state.table, 'growth').thing) return undefined
  return recentDrafts(state).findLast(
    ({ change, sentence }) => change?.kind === 'percent' && sentence === draft.sentence,
  )
}

function growthName(state: State, name: Name): Name {
  const { thing } = term(state.table, 'growth')
  return { ...name, indicator: name.indicator + thing, head: thing, id: null }
}

/** What changed, where the text prints no figure of it. */
function changeName(state: State, draft: Draft): Name {
  const { words, frame, quantity, change } = draft
  if (words === '' || isAverage(state, words)) {
    draft.implicit = true
    draft.confidence = 0.6
    return state.drafts.at(-1)?.name ?? noName
  }
  const growth = term(state.table, 'growth')
  const bare = words.endsWith(growth.thing) && words.length > 2 ? words.slice(0, -growth.thing.length) : words
  const name =
    change?.kind === 'delta'
      ? nameOf(bare, quantity, state.table)
      : nameOf(bare, { ...quantity, measure: 'other', unit: '' }, state.table, 'any')
  const total =
    frame === null
      ? undefined
      : (frame.owner ??
        state.drafts
          .slice(Math.max(0, frame.from - reach), frame.from)
          .findLast(({ depth }) => depth === frame.depth))
  if (name.known !== null || name.kind === 'amount' || name.kind === 'rate' || total === undefined)
    return name
  draft.implicit = true
  return memberName(bare, total.quantity, total.name, state.table)
}

/** 为年初预算的101.3%, 是上年的1.5倍. */
export function readFraction(state: State, draft: Draft, of: Range): void {
  const { quantity, words } = draft
  const { reading } = state.around
  const kind = kindOf(quantity)
  const figures = figuresInReach(state, draft)
  const figure =
    words === '' ? nearestFigure(figures, kind, quantity) : namedFigure(figures, words, kind, quantity)
  const carried = state.drafts.at(-1)?.name ?? noName
  const base =
    figure?.name ??
    (words === '' ? carried : nameOf(words, { ...quantity, measure: 'other' }, state.table, 'any'))
  draft.implicit = words === ''
  if (kind === 'multiple') {
    const against = standardBase(reading, of) || null
    draft.role = 'change'
    draft.name = base
    draft.change = { of: figure, direction: 'increase', kind, against, prior: null }
    return
  }
  const target = firstCue(reading, of, 'target')
  const ending =
    target === undefined
      ? term(state.table, 'percent').thing
      : target.cue.standard + term(state.table, 'plan').thing
  const head = target === undefined ? ending : term(state.table, 'plan').thing
  draft.name = { ...base, indicator: base.stem + ending, head, id: null }
}

/**
 * 完成年度计划80亿元的108.4%, 低于98.5%的目标值1.2个百分点, 比红线指标3.1亿立方米少0.25亿立方米: the number before is what
 * this one is measured by.
 */
export function readTarget(state: State, draft: Draft, { slot }: Place): boolean {
  const before = state.drafts.at(-1)
  const { reading } = state.around
  const { lead } = slot
  if (!slot.isBound || before === undefined) return false
  if (readCompared(state, draft, before)) return true
  if (reading.text[lead.start] !== '的') return false
  const base = state.drafts
    .slice(0, -1)
    .findLast((other) => isFigure(other) && other.sentence === draft.sentence)
  const { measure } = draft.quantity
  if (base === undefined || measure === 'multiple') return false
  if (measure === 'percentage-point')
    return readBelowTarget(state, draft, before, base, { start: lead.start + 1, end: lead.end })
  if (lead.end - lead.start !== 1 || !isQuotient(draft.quantity)) return false
  before.embedded = true
  before.planned = true
  before.name = { ...base.name, indicator: base.name.indicator + before.words, id: null }
  const { thing } = term(state.table, 'plan')
  const codes = foldCodes(before.words)
  const target = state.table.cues.target.start.longest(codes, 0)?.value.standard ?? ''
  draft.name = { ...base.name, indicator: base.name.stem + target + thing, head: thing, id: null }
  draft.ratio = { part: base, whole: before }
  draft.implicit = true
  state.period = base.period
  draft.period = base.period
  return true
}

/** 少, 多: one character that is all there is between two numbers. */
function bareVerb(reading: Reading, { lead }: Draft): PhraseChange | null {
  const verb = readVerb(reading, lead)
  if (verb === undefined || verb.reaches || cleanNoun(reading.text.slice(lead.start, verb.start)) !== '')
    return null
  return { direction: verb.direction, against: null }
}

/** 比红线指标3.1亿立方米少0.25亿立方米: the base of the comparison is printed. */
function readCompared(state: State, draft: Draft, before: Draft): boolean {
  const { reading } = state.around
  const change = draft.phrase.change ?? bareVerb(reading, draft)
  const than = change === null ? undefined : lastCue(reading, before.lead, 'than')
  if (
    change === null ||
    than === undefined ||
    (draft.phrase.change !== null && draft.words !== '') ||
    before.quantity.measure !== draft.quantity.measure
  )
    return false
  const named = cleanNoun(reading.text.slice(before.lead.start, than.start))
  const kind = kindOf(draft.quantity)
  const figures = recentDrafts(state).filter((other) => other !== before)
  const of =
    named === ''
      ? nearestFigure(figures, kind, draft.quantity)
      : namedFigure(figures, named, kind, draft.quantity)
  if (of === null) return false
  const against = standardBase(reading, { start: than.end, end: before.lead.end }) || null
  before.name = { ...of.name, indicator: of.name.indicator + (against ?? ''), id: null }
  before.planned = true
  before.embedded = true
  before.parent = null
  draft.role = 'change'
  draft.name = of.name
  draft.implicit = named === ''
  draft.change = { of, direction: change.direction, kind, against, prior: null }
  return true
}

function readBelowTarget(state: State, draft: Draft, before: Draft, base: Draft, words: Range): boolean {
  const target = cueAtStart(state.around.reading, words, ['target'])
  if (target === undefined) return false
  before.name = { ...base.name, indicator: base.name.indicator + target.cue.standard, id: null }
  before.planned = true
  before.embedded = true
  before.role = 'value'
  before.change = null
  const isAbove = before.quantity.bound === 'more-than' || before.quantity.bound === 'at-least'
  const direction = isAbove || before.phrase.change?.direction === 'increase' ? 'increase' : 'decrease'
  draft.role = 'change'
  draft.name = base.name
  draft.implicit = true
  draft.change = { of: base, direction, kind: 'points', against: target.cue.standard, prior: null }
  return true
}

/** 提高到, 由 … 到 …: the level that a figure reached, with where it came from. */
export function readLevel(state: State, draft: Draft): boolean {
  const last = state.drafts.at(-1)
  if (last === undefined || last.sentence !== draft.sentence || draft.words !== '') return false
  if (last.phrase.from && last.quantity.measure === draft.quantity.measure) {
    draft.name = last.name
    draft.implicit = true
    draft.change = fromTo(state, draft, last)
    return true
  }
  if (!draft.phrase.reaches || last.role !== 'change' || last.change === null) return false
  draft.name = last.name
  draft.implicit = true
  last.change.of ??= draft
  return true
}

function fromTo(state: State, draft: Draft, from: Draft): DraftChange {
  const { reading, report } = state.around
  const between = { start: from.quantity.end, end: draft.quantity.start }
  const isDecrease = firstCue(reading, between, 'decrease') !== undefined
  const own = from.phrase.periods.at(-1)
  from.period = own === undefined ? null : readPeriod(reading, own, report)
  const against = own === undefined ? null : standardBase(reading, own)
  return {
    of: from,
    direction: isDecrease ? 'decrease' : 'increase',
    kind: 'from-to',
    against,
    prior: from.quantity.value,
  }
}
