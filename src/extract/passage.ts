/**
 * Reads one paragraph: each number with its words becomes a mention, within the brackets and lists that are open.
 * figure.ts and relations/statement.ts decide what a number means; links are settled at the end.
 * Invariant: every quantity becomes one mention, in order, or is returned with a reason.
 */
import type { Ignored, Period, Quantity } from '../model/fact.js'
import { anyOf } from '../resources/cue-group.js'
import type { Context } from './clauses/context.js'
import { contextsOf, endsPart } from './clauses/context.js'
import { definitionsOf } from './clauses/defined.js'
import { readFigure } from './figure.js'
import type { Discourse, Position, Surroundings } from './mentions/discourse.js'
import { beginSentence, openDiscourse, recentMentions } from './mentions/discourse.js'
import type { Frame, Mention } from './mentions/mention.js'
import { isFigure, isQuotient } from './mentions/mention.js'
import { isRatioJoin } from './mentions/ratio-row.js'
import { currentPeriod, endOf, noteTimes } from './mentions/timeline.js'
import { cleanNoun } from './names/clean-noun.js'
import { nameOf, noName } from './names/name.js'
import { type Chooser, chooseNames } from './naming/choose.js'
import type { Phrase } from './phrases/phrase.js'
import { readPhrase, withTail } from './phrases/phrase.js'
import { timesIn } from './phrases/times.js'
import type { Range } from './reading.js'
import { cueAtEnd, firstCue, textOf } from './reading.js'
import { isMember, settleBreakdowns, totalFor } from './relations/breakdown.js'
import { priorOf } from './relations/change.js'
import { settleRateParts } from './relations/likely-parts.js'
import { reasonAgainst } from './relations/no-fact.js'
import { settleOpenRatios } from './relations/open-ratio.js'
import { placeOf, readTimes, withoutReachedTime } from './relations/period.js'
import { figureNamed, settleRatios } from './relations/ratio.js'
import { readShare, settleShares } from './relations/share.js'
import { readSigned } from './relations/sign.js'
import { readChange, readFraction, readTarget } from './relations/statement.js'

const withinCues = anyOf('within')
const plannedCues = anyOf('planned')

export interface ParagraphFacts {
  readonly mentions: readonly Mention[]
  readonly ignored: readonly { readonly quantity: Quantity; readonly reason: Ignored['reason'] }[]
  /** The time that held at its end. */
  readonly period: Period | null
}

/** Reads the numbers of one paragraph; `passages` are its sentences up to full stops. */
export function readParagraph(
  around: Surroundings,
  choose: Chooser,
  passages: readonly { readonly range: Range; readonly quantities: readonly Quantity[] }[],
): ParagraphFacts {
  const discourse = openDiscourse(around)
  for (const { range, quantities } of passages) readPassage(discourse, range, quantities)
  settleShares(discourse.mentions, discourse.table)
  settleRatios(discourse.mentions, discourse.table)
  settleBreakdowns(discourse.mentions, discourse.around.reading)
  chooseNames(discourse, choose)
  settleRateParts(discourse.mentions, (mention) => isMember(mention, discourse.table))
  settleOpenRatios(discourse.mentions, discourse.around.reading)
  for (const { change, quantity, role } of discourse.mentions) {
    if (change !== null && role === 'change') change.prior = priorOf(change, quantity)
  }
  return { mentions: discourse.mentions, ignored: discourse.ignored, period: discourse.timeline.paragraph }
}

function readPassage(discourse: Discourse, range: Range, quantities: readonly Quantity[]): void {
  beginSentence(discourse, range)
  const { reading } = discourse.around
  const definitions = definitionsOf(reading, quantities)
  for (const quantity of definitions) discourse.ignored.push({ quantity, reason: 'name' })
  const figures = definitions.size === 0 ? quantities : quantities.filter((own) => !definitions.has(own))
  const contexts = contextsOf(reading, range, figures)
  let consumed: number | null = null
  for (let index = 0; index < contexts.length; index++) {
    const context = contexts[index]!
    const isCut = consumed !== null && context.isBound
    const start = isCut ? Math.min(consumed!, context.left.end) : context.left.start
    const position = { context: { ...context, left: { start, end: context.left.end } }, contexts, index }
    consumed = readPlace(discourse, position)
  }
}

/** 51项指标中: the figures behind are parts of the one before. */
const isWithin = /^(?!其)[^其]{0,8}(?<![其集年])[当]?中$/
/** How many lists and figures back 其余 may reach. */
const longestMemory = 40

type FrameSort = Pick<Frame, 'kind' | 'owner' | 'endsAtBreak' | 'opensSentence'>
const listBehind: FrameSort = { kind: 'among', owner: null, endsAtBreak: false, opensSentence: false }

function openFrame(discourse: Discourse, sort: FrameSort): void {
  const { depth, sentence, clauseFrom } = discourse
  const frame: Frame = { ...sort, from: discourse.mentions.length, depth, sentence, clauseFrom }
  discourse.frames.push(frame)
  discourse.open.push(frame)
}

function moveBrackets(discourse: Discourse, context: Context): void {
  for (let count = 0; count < context.closes; count++) {
    discourse.open = discourse.open.filter((frame) => frame.depth < discourse.depth)
    discourse.depth = Math.max(0, discourse.depth - 1)
  }
  if (context.isBreak) {
    discourse.open = discourse.open.filter((frame) => !frame.endsAtBreak || frame.depth < discourse.depth)
    discourse.turnNames = []
    if (discourse.depth === 0) discourse.clauseFrom = discourse.mentions.length
  }
  for (let count = 0; count < context.opens; count++) {
    const owner = context.opensBehind ? (discourse.mentions.at(-1) ?? null) : null
    discourse.depth++
    openFrame(discourse, { ...listBehind, kind: 'bracket', owner })
  }
}

/** 今年的主要预期目标是: what follows in the sentence is aimed at. */
const announcesTargets = /(?:预期|奋斗)目标(?:[是为]|如下)$/

/** Clauses without numbers say when, of whom, and that parts follow. */
function readPreamble(discourse: Discourse, { context, index: order }: Position): void {
  const { reading, spans } = discourse.around
  context.preamble.forEach((range, index) => {
    const phrase = readPhrase(reading, range, spans, false)
    noteTimes(discourse.timeline, timesIn(reading, range, spans), placeOf(discourse, false))
    if (endsPart(reading, range)) endOf(discourse.timeline, 'part')
    noteContext(discourse, phrase)
    if (announcesTargets.test(textOf(reading, range))) discourse.planned = true
    const opensSentence = order === 0 && index === 0
    const name = cleanNoun(phrase.name)
    if (phrase.among && name === '') {
      openFrame(discourse, { ...listBehind, endsAtBreak: !context.hasColon && !opensSentence, opensSentence })
    } else if (phrase.dimension) {
      openFrame(discourse, { ...listBehind, kind: 'dimension', opensSentence: true })
    } else readWithin(discourse, range, name)
  })
}

/** 营业收入中, before the figures that are its parts; 规模以上工业中, before changes of its kinds. */
function readWithin(discourse: Discourse, range: Range, name: string): void {
  const within = cueAtEnd(discourse.around.reading, range, withinCues)
  if (within === undefined || name.length < 3) return
  const { preposition } = discourse.table.cues
  const from = preposition.start.get(name.slice(0, 1)) === undefined ? 0 : 1
  const words = name.slice(from, name.endsWith(within.cue.word) ? -within.cue.word.length : undefined)
  const figures = recentMentions(discourse).filter(
    (mention) => isFigure(mention) && !isQuotient(mention.quantity),
  )
  const named = figureNamed(figures, words)
  const owner = named ?? figures.findLast((mention) => mention.name.indicator.startsWith(words))
  if (owner !== undefined)
    openFrame(discourse, { ...listBehind, kind: 'dimension', owner, opensSentence: true })
}

function noteContext(discourse: Discourse, phrase: Phrase): void {
  if (phrase.subject !== null) discourse.subject = phrase.subject
  if (phrase.planned) discourse.planned = true
  if (phrase.estimated) discourse.estimated = true
  if (isAhead(discourse)) discourse.planned = true
}

/** A period after the report's own year is still to come. */
function isAhead({ timeline, around }: Discourse): boolean {
  const start = currentPeriod(timeline)?.end?.slice(0, 4)
  const { year, isTitled } = around.report
  return start !== undefined && year !== null && isTitled && Number(start) > year
}

/** Reads one number; returns where the words of the next one begin, if it is not behind this one. */
function readPlace(discourse: Discourse, position: Position): number | null {
  const { context, index } = position
  const { reading, spans } = discourse.around
  if (!context.isBound) endOf(discourse.timeline, context.isBreak ? 'part' : 'clause')
  moveBrackets(discourse, context)
  readPreamble(discourse, position)
  const times = timesIn(reading, context.left, spans)
  const words = withoutReachedTime(reading, context.left, times)
  const plain = readPhrase(reading, words, spans, isQuotient(context.quantity))
  const phrase = readSigned(reading, context, plain, spans)
  const reason = reasonAgainst(discourse, position, phrase)
  if (reason !== undefined) {
    discourse.ignored.push({ quantity: context.quantity, reason })
    if (reason === 'date') spans.noteAdverb(withTail(reading, context.quantity, context.right.end))
    return context.left.start
  }
  const ownPeriod = readTimes(discourse, position, phrase, times)
  noteContext(discourse, phrase)
  const opensSentence = index === 0 && context.preamble.length === 0
  if (phrase.among) openFrame(discourse, { ...listBehind, endsAtBreak: !opensSentence, opensSentence })
  else if (
    context.hasColon &&
    context.preamble.length === 0 &&
    index > 0 &&
    !isMemberOfRatio(discourse, context)
  )
    openFrame(discourse, listBehind)
  if (phrase.rest) reopenList(discourse, context, phrase)
  const mention = mentionOf(discourse, context, phrase)
  const consumed = readMeaning(discourse, mention, position)
  if (ownPeriod !== undefined) mention.period = ownPeriod
  discourse.mentions.push(mention)
  discourse.contexts.push(context)
  const own =
    words === context.left ? plain : readPhrase(reading, context.left, spans, isQuotient(context.quantity))
  discourse.names.push(own.name)
  if (isWithin.test(textOf(reading, context.right)) && !isQuotient(mention.quantity))
    openFrame(discourse, { ...listBehind, kind: 'dimension', owner: mention, opensSentence: true })
  return consumed
}

/** 25.7:26.8:47.5: the colon joins the members of one ratio. */
function isMemberOfRatio({ around, mentions }: Discourse, { quantity }: Context): boolean {
  const before = mentions.at(-1)
  return before !== undefined && isRatioJoin(around.reading, before.quantity.end, quantity.start)
}

/** 其余 closes a list that was opened before: figures of the same thing since then belong to it. */
function reopenList(discourse: Discourse, { quantity }: Context, phrase: Phrase): void {
  if (discourse.open.length > discourse.depth) return
  const last = discourse.frames
    .slice(-longestMemory)
    .findLast(({ kind, depth }) => kind === 'among' && depth === discourse.depth)
  if (last === undefined) return
  const own = nameOf(phrase.name, quantity, discourse.table)
  const listed = discourse.mentions.filter(({ frame, parent }) => frame === last && parent !== null)
  const isSame = ({ parent }: Mention) => parent!.name.head === own.head
  if (own.noun.length < 2 || !listed.some(isSame)) return
  discourse.open.push(last)
  for (const mention of discourse.mentions.slice(
    Math.max(last.from, discourse.mentions.length - longestMemory),
  )) {
    if (mention.parent !== null || mention.depth !== last.depth || !isMember(mention, discourse.table))
      continue
    const total = totalFor(last, discourse.mentions, mention, discourse.table)
    if (total?.name.head === mention.name.head) mention.parent = total
  }
}

function mentionOf(discourse: Discourse, { quantity, left, isBound }: Context, phrase: Phrase): Mention {
  const words = cleanNoun(phrase.name)
  // 17.2%/20.3% are two figures of a row.
  const isPreposition =
    words === '/' || (words.length === 1 && discourse.table.cues.preposition.start.get(words) !== undefined)
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
    isStart: false,
    place: null,
    planned: discourse.planned || firstCue(discourse.around.reading, left, plannedCues) !== undefined,
    estimated: discourse.estimated,
    subject: discourse.subject,
    period: currentPeriod(discourse.timeline),
    frame: discourse.open.at(-1) ?? null,
    left,
    isBound,
    depth: discourse.depth,
    sentence: discourse.sentence,
    section: discourse.around.section,
    confidence: 0.9,
    evidence: null,
  }
}

/** Whether the number goes on with a row of changes: 分别增长7.7%和下降14.2%. */
function isNextInTurn(discourse: Discourse, mention: Mention, { context }: Position): boolean {
  const last = discourse.mentions.at(-1)
  if (!context.isBound || mention.words !== '' || last?.role !== 'change') return false
  const join = cleanNoun(discourse.around.reading.text.slice(context.left.start, context.left.end))
  const isJoin = join === '' || join === '/'
  return discourse.turn.length > 0 || (isJoin && last.quantity.unit === mention.quantity.unit)
}

/** Decides what the number is: a change, a share, a fraction, or a figure. */
function readMeaning(discourse: Discourse, mention: Mention, position: Position): number | null {
  const { phrase } = mention
  if (readTarget(discourse, mention, position)) return null
  if (phrase.change !== null || isNextInTurn(discourse, mention, position)) {
    readChange(discourse, mention, position)
    return null
  }
  discourse.turn = []
  if (phrase.shareOf !== null) {
    readShare(discourse, mention, phrase.shareOf)
    return null
  }
  if (phrase.fractionOf !== null) {
    readFraction(discourse, mention, phrase.fractionOf)
    return null
  }
  return readFigure(discourse, mention, position)
}
