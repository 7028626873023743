/**
 * Numbers that relate a figure to another one: changes (比去年增加31人), multiples (是上年的1.5倍), targets
 * (完成年度计划的103.6%, 低于4.5%的控制目标0.9个百分点).
 */
import type { Quantity } from '../../model/fact.js'
import { foldCodes } from '../../numerals/characters.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Discourse, Position } from '../mentions/discourse.js'
import { recentMentions } from '../mentions/discourse.js'
import type { Mention } from '../mentions/mention.js'
import { isFigure, isQuotient } from '../mentions/mention.js'
import { steadyPeriod } from '../mentions/timeline.js'
import { cleanNoun } from '../names/clean-noun.js'
import { term } from '../names/heads.js'
import { memberName } from '../names/member.js'
import type { Name } from '../names/name.js'
import { nameOf, noName } from '../names/name.js'
import type { PhraseChange } from '../phrases/comparison.js'
import { readVerb, standardBase } from '../phrases/comparison.js'
import { readPhrase } from '../phrases/phrase.js'
import type { Range, Reading } from '../reading.js'
import { cueAtStart, firstCue, lastCue } from '../reading.js'
import { canChange, kindOf, namedFigure, nearestFigure } from './change.js'
import { signedDirection } from './sign.js'

const targetCues = anyOf('target')
const thanCues = anyOf('than')
const aboveCues = anyOf('above')

/** How many figures back a change that opens a sentence looks. */
const reach = 6
/** How long the words between two numbers of one row may be. */
const longestJoin = 10

/** Changes look for their figure in their own sentence first, and in the paragraph where they open a sentence. */
function figuresInReach(discourse: Discourse, mention: Mention): Mention[] {
  const own = recentMentions(discourse).filter(({ sentence }) => sentence === mention.sentence)
  // 立案320起,去年同期为380起,同比下降15.8%: the base is not what changed.
  const steady = steadyPeriod(discourse.timeline)?.text
  const current = own.filter(({ period }) => period?.text === steady)
  if (own.length > 0) return current.some(isFigure) ? current : own
  return mention.words === '' ? discourse.mentions.slice(-reach) : []
}

/** How many numbers from here on stand in one row, joined by 、 and 和. */
export function rowLength(discourse: Discourse, { contexts, index }: Position): number {
  const { reading, spans } = discourse.around
  const first = contexts[index]!
  let length = 1
  for (const context of contexts.slice(index + 1)) {
    if (context.preamble.length > 0 || context.opens + context.closes > 0) break
    if (context.left.end - context.left.start > longestJoin) break
    if (isQuotient(context.quantity) !== isQuotient(first.quantity)) break
    const { name } = readPhrase(reading, context.left, spans, isQuotient(context.quantity))
    if (name.trim() !== '/' && cleanNoun(name) !== '') break
    length++
  }
  return length
}

/** A change: of which figure, in which direction, against what. */
export function readChange(discourse: Discourse, mention: Mention, position: Position): void {
  const { quantity, phrase } = mention
  const words = isAverage(discourse, mention.words) ? '' : mention.words
  const kind = kindOf(quantity)
  const verb = phrase.change ?? nextInRow(discourse.mentions.at(-1), quantity)
  const direction = turned(discourse.around.reading, mention, verb.direction)
  if (phrase.respective) {
    const length = rowLength(discourse, position)
    const figures = recentMentions(discourse).filter(
      (other) => isFigure(other) && canChange(kind, quantity, other.quantity),
    )
    discourse.turn = length > 1 ? figures.slice(-length) : []
  }
  const figures = figuresInReach(discourse, mention)
  const growth = growthOf(discourse, mention, kind)
  const inTurn = words === '' ? discourse.turn.shift() : growth
  const of =
    inTurn ??
    (words === '' ? nearestFigure(figures, kind, quantity) : namedFigure(figures, words, kind, quantity)) ??
    nearestFigure(measuredAs(discourse, figures, words), kind, quantity)
  const isRow = phrase.change === null
  const against = verb.against ?? (kind === 'percent' && !isRow ? discourse.against : null)
  if (verb.against !== null) discourse.against = verb.against
  mention.role = 'change'
  mention.change = { of, direction, kind, against, prior: null }
  if (of === null) {
    mention.name = changeName(discourse, mention)
    return
  }
  mention.name = growth === undefined ? of.name : growthName(discourse, of.name)
  mention.implicit = words === '' || growth !== undefined
  mention.period = steadyPeriod(discourse.timeline)
}

/** What an increase means of a negative figure (增长-3.2%), and 快 and 慢 of a time: 比上次快了45秒. */
function turned(
  { text }: Reading,
  { quantity, left }: Mention,
  direction: PhraseChange['direction'],
): PhraseChange['direction'] {
  if (quantity.measure === 'duration' && /[快慢]了?$/.test(text.slice(left.start, quantity.start)))
    return direction === 'increase' ? 'decrease' : 'increase'
  return direction === 'increase' ? (signedDirection(quantity) ?? direction) : direction
}

/** 0.5pct behind -0.2pct: what a row of changes goes on with, but for what a sign says. */
function nextInRow(before: Mention | undefined, quantity: Quantity): PhraseChange {
  const { direction = 'increase', against = null } = before?.change ?? {}
  const wasSigned = before !== undefined && signedDirection(before.quantity) !== undefined
  return { direction: wasSigned ? (signedDirection(quantity) ?? 'increase') : direction, against }
}

/** Figures of a measure that is named by itself: 时间缩短一半 behind 由90分钟缩短至45分钟. */
function measuredAs(discourse: Discourse, figures: readonly Mention[], words: string): Mention[] {
  return figures.filter(
    ({ quantity }) => discourse.table.suffixes.get(`measure:${quantity.measure}`)?.thing === words,
  )
}

function isAverage(discourse: Discourse, words: string): boolean {
  return discourse.table.cues.average.start.get(words) !== undefined
}

/** 增速高于城镇居民2.1个百分点: what differs is the growth that was stated before. */
function growthOf(discourse: Discourse, mention: Mention, kind: string): Mention | undefined {
  if (kind !== 'points' || mention.words !== term(discourse.table, 'growth').thing) return undefined
  return recentMentions(discourse).findLast(
    ({ change, sentence }) => change?.kind === 'percent' && sentence === mention.sentence,
  )
}

function growthName(discourse: Discourse, name: Name): Name {
  const { thing } = term(discourse.table, 'growth')
  return { ...name, indicator: name.indicator + thing, head: thing, id: null }
}

/** What changed, where the text prints no figure of it. */
function changeName(discourse: Discourse, mention: Mention): Name {
  const { words, frame, quantity, change } = mention
  if (words === '' || isAverage(discourse, words)) {
    mention.implicit = true
    mention.confidence = 0.6
    return discourse.mentions.at(-1)?.name ?? noName
  }
  const growth = term(discourse.table, 'growth')
  const bare = words.endsWith(growth.thing) && words.length > 2 ? words.slice(0, -growth.thing.length) : words
  const name =
    change?.kind === 'delta'
      ? nameOf(bare, quantity, discourse.table)
      : nameOf(bare, { ...quantity, measure: 'other', unit: '' }, discourse.table, 'any')
  const total =
    frame === null
      ? undefined
      : (frame.owner ??
        discourse.mentions
          .slice(Math.max(0, frame.from - reach), frame.from)
          .findLast(({ depth }) => depth === frame.depth))
  if (name.known !== null || name.kind === 'amount' || name.kind === 'rate' || total === undefined)
    return name
  mention.implicit = true
  return memberName(bare, total.quantity, total.name, discourse.table)
}

/** 为年初预算的101.3%, 是上年的1.5倍. */
export function readFraction(discourse: Discourse, mention: Mention, of: Range): void {
  const { quantity, words } = mention
  const { reading } = discourse.around
  const kind = kindOf(quantity)
  const figures = figuresInReach(discourse, mention)
  const figure =
    words === '' ? nearestFigure(figures, kind, quantity) : namedFigure(figures, words, kind, quantity)
  const carried = discourse.mentions.at(-1)?.name ?? noName
  const base =
    figure?.name ??
    (words === '' ? carried : nameOf(words, { ...quantity, measure: 'other' }, discourse.table, 'any'))
  mention.implicit = words === ''
  if (kind === 'multiple') {
    const against = standardBase(reading, of) || null
    mention.role = 'change'
    mention.name = base
    mention.change = { of: figure, direction: 'increase', kind, against, prior: null }
    return
  }
  const target = firstCue(reading, of, targetCues)
  const ending =
    target === undefined
      ? term(discourse.table, 'percent').thing
      : target.cue.standard + term(discourse.table, 'plan').thing
  const head = target === undefined ? ending : term(discourse.table, 'plan').thing
  mention.name = { ...base, indicator: base.stem + ending, head, id: null }
}

/**
 * 完成年度计划80亿元的108.4%, 低于98.5%的目标值1.2个百分点, 比红线指标3.1亿立方米少0.25亿立方米: the number before is what
 * this one is measured by.
 */
export function readTarget(discourse: Discourse, mention: Mention, { context }: Position): boolean {
  const before = discourse.mentions.at(-1)
  const { reading } = discourse.around
  const { left } = context
  if (!context.isBound || before === undefined) return false
  if (readCompared(discourse, mention, before)) return true
  if (reading.text[left.start] !== '的') return false
  const base = discourse.mentions
    .slice(0, -1)
    .findLast((other) => isFigure(other) && other.sentence === mention.sentence)
  const { measure } = mention.quantity
  if (base === undefined || measure === 'multiple') return false
  if (measure === 'percentage-point')
    return readBelowTarget(discourse, mention, before, base, { start: left.start + 1, end: left.end })
  if (left.end - left.start !== 1 || !isQuotient(mention.quantity)) return false
  before.embedded = true
  before.planned = true
  before.name = { ...base.name, indicator: base.name.indicator + before.words, id: null }
  const { thing } = term(discourse.table, 'plan')
  const codes = foldCodes(before.words)
  const target = discourse.table.cues.target.start.longest(codes, 0)?.value.standard ?? ''
  mention.name = { ...base.name, indicator: base.name.stem + target + thing, head: thing, id: null }
  mention.ratio = { part: base, whole: before }
  mention.implicit = true
  mention.period = base.period
  return true
}

/** 少, 多: one character that is all there is between two numbers. */
function bareVerb(reading: Reading, { left }: Mention): PhraseChange | null {
  const verb = readVerb(reading, left)
  if (verb === undefined || verb.reaches || cleanNoun(reading.text.slice(left.start, verb.start)) !== '')
    return null
  return { direction: verb.direction, against: null }
}

/** 比红线指标3.1亿立方米少0.25亿立方米: the base of the comparison is printed. */
function readCompared(discourse: Discourse, mention: Mention, before: Mention): boolean {
  const { reading } = discourse.around
  const change = mention.phrase.change ?? bareVerb(reading, mention)
  const than = change === null ? undefined : lastCue(reading, before.left, thanCues)
  if (
    change === null ||
    than === undefined ||
    (mention.phrase.change !== null && mention.words !== '') ||
    before.quantity.measure !== mention.quantity.measure
  )
    return false
  const named = cleanNoun(reading.text.slice(before.left.start, than.start))
  const kind = kindOf(mention.quantity)
  const figures = recentMentions(discourse).filter((other) => other !== before)
  const of =
    named === ''
      ? nearestFigure(figures, kind, mention.quantity)
      : namedFigure(figures, named, kind, mention.quantity)
  if (of === null) return false
  const against = standardBase(reading, { start: than.end, end: before.left.end }) || null
  before.name = { ...of.name, indicator: of.name.indicator + (against ?? ''), id: null }
  before.planned = true
  before.embedded = true
  before.parent = null
  mention.role = 'change'
  mention.name = of.name
  mention.implicit = named === ''
  mention.change = { of, direction: change.direction, kind, against, prior: null }
  return true
}

function readBelowTarget(
  discourse: Discourse,
  mention: Mention,
  before: Mention,
  base: Mention,
  words: Range,
): boolean {
  const { reading } = discourse.around
  const target = cueAtStart(reading, words, targetCues)
  if (target === undefined) return false
  before.name = { ...base.name, indicator: base.name.indicator + target.cue.standard, id: null }
  before.planned = true
  before.embedded = true
  before.role = 'value'
  before.change = null
  const isAbove =
    before.quantity.bound === 'more-than' ||
    before.quantity.bound === 'at-least' ||
    lastCue(reading, before.left, aboveCues) !== undefined
  const direction = isAbove || before.phrase.change?.direction === 'increase' ? 'increase' : 'decrease'
  mention.role = 'change'
  mention.name = base.name
  mention.implicit = true
  mention.change = { of: base, direction, kind: 'points', against: target.cue.standard, prior: null }
  return true
}
