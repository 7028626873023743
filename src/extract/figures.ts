/**
 * Figures of their own: named by the words before them, by those behind, or by what was said before (the same thing
 * in another unit, a name of a row joined by 分别, the object of a verb that stands alone).
 */
import { foldCodes } from '../numerals/characters.js'
import { isMember, totalFor } from './breakdowns.js'
import { canChange } from './changes.js'
import type { Draft } from './drafts.js'
import { isFigure, isQuotient } from './drafts.js'
import { memberName } from './members.js'
import type { Name } from './names.js'
import { cleanNoun, isPersonNoun, nameOf, term } from './names.js'
import { readPhrase } from './phrases.js'
import type { Place, State } from './state.js'
import { hasNext, recentDrafts } from './state.js'
import { readLevel, rowLength } from './statements.js'
import { readTail } from './tails.js'

/** Verbs and the like longer than this are names. */
const longestVerb = 4
/** How far back the object of a verb that stands alone is looked for. */
const longestObject = 12
/** Qualifiers longer than this are not carried over. */
const longestQualifier = 14

/** Names a figure; returns where the words of the next number begin. */
export function readFigure(state: State, draft: Draft, place: Place): number | null {
  const { phrase } = draft
  if (draft.words === '' && state.turnNames.length > 0) {
    nameNext(state, draft)
    return null
  }
  if (phrase.respective && nameInTurn(state, draft, place)) return null
  if (readLevel(state, draft)) return null
  return readWords(state, draft, place)
}

/** Whether the words are no noun, so that what is counted stands elsewhere: 聘请30名保安, 已安装90个. */
function isVerb(words: string, draft: Draft, state: State): boolean {
  if (words === '' || draft.quantity.measure !== 'count') return words === ''
  const name = nameOf(words, draft.quantity, state.table)
  return name.known === null && name.kind === null && !isPersonNoun(words, state.table)
}

function readWords(state: State, draft: Draft, place: Place): number | null {
  const { reading, spans } = state.around
  const { quantity, words } = draft
  const { tail: range } = place.slot
  const tail = readTail(reading, range, hasNext(place))
  const behind = tail === undefined ? '' : cleanNoun(tail.words)
  const isAttribute = reading.text[quantity.end] === '的' && behind !== ''
  const isFraction = quantity.value?.includes('/') === true
  const mayFollow = !isQuotient(quantity) || isAttribute || isFraction
  if (isVerb(words, draft, state) && behind !== '' && mayFollow) {
    const isPrefix = words.length <= longestVerb || draft.phrase.name.endsWith('的')
    const verb = isPrefix ? words : ''
    giveName(state, draft, verb + behind + (isQuotient(quantity) ? term(state.table, 'percent').thing : ''))
    if (!hasNext(place)) return null
    const rest = readPhrase(reading, { start: tail!.end, end: range.end }, spans, false)
    return rest.among ? null : tail!.end
  }
  if (words === '') {
    carryName(state, draft)
    return null
  }
  const name = nameOf(words, quantity, state.table)
  if (isAttribute && !hasNext(place) && name.kind === 'amount' && words.length <= longestVerb) {
    giveName(state, draft, behind + words)
    return null
  }
  const object = isVerb(words, draft, state) ? objectOf(state, words, place) : ''
  giveName(state, draft, averageOf(state, words) ?? words + object)
  return null
}

/** 安装监控摄像头,目前已安装90个: a verb that stands alone means the object that it had in a clause before. */
function objectOf(state: State, verb: string, { slot }: Place): string {
  const { text } = state.around.reading
  for (const { start, end } of [...slot.preamble].reverse()) {
    const at = text.lastIndexOf(verb, end)
    const object = at < start ? '' : text.slice(at + verb.length, end)
    if (object.length > 1 && object.length <= longestObject) return object
  }
  return ''
}

/** 人均 and 总数 alone are those of the figure before. */
function averageOf(state: State, words: string): string | undefined {
  const last = recentDrafts(state).findLast(isFigure)
  const { average, totalnoun, attributive } = state.table.cues
  if (last === undefined) return undefined
  if (average.start.get(words) !== undefined) return words + last.name.stem
  if (totalnoun.start.get(words) === undefined) return undefined
  const { stem } = last.name
  const codes = foldCodes(stem)
  return stem.slice(attributive.start.longest(codes, 0)?.end ?? 0) + words
}

/** Gives a draft its name, as a member of the list it stands in or on its own. */
export function giveName(state: State, draft: Draft, words: string): void {
  const { table } = state
  const own = flipped(state, draft, words) ?? nameOf(words, draft.quantity, table)
  draft.name = own
  if (draft.frame !== null && isMember(draft, table)) {
    const total = totalFor(draft.frame, state.drafts, draft, table)
    if (total !== null) {
      draft.parent = total
      draft.name = memberName(words, draft.quantity, total.name, table)
      draft.implicit ||= draft.name.indicator !== own.indicator
      return
    }
  }
  qualify(state, draft, words)
}

/** 处置危险废物8460吨 is 危险废物处置量. */
function flipped(state: State, draft: Draft, words: string): Name | undefined {
  const noun = cleanNoun(words)
  const codes = foldCodes(noun)
  const flip = state.table.cues.flip.start.longest(codes, 0)
  if (flip === undefined || noun.length - flip.end < 2 || draft.quantity.measure === 'money') return undefined
  const object = noun.slice(flip.end)
  const head = flip.value.standard
  if (object.endsWith(head)) return undefined
  const indicator = object + head
  const name = nameOf(indicator, draft.quantity, state.table)
  return { ...name, indicator, head, noun: head, kind: 'amount', qualifier: object, stem: indicator }
}

/** A bare rate or action takes the qualifier of the figure before it: 入学率 behind 小学适龄儿童. */
function qualify(state: State, draft: Draft, words: string): void {
  const last = recentDrafts(state).findLast((other) => isFigure(other) && !other.embedded)
  const own = draft.name
  if (last === undefined || last.sentence !== draft.sentence || cleanNoun(words).length > longestVerb) return
  const isBare =
    own.qualifier === '' && (own.kind === 'rate' || own.kind === 'action' || own.known?.measure === 'percent')
  if (!isBare) return
  const { name: before } = last
  const isThing = before.kind === 'person' || before.kind === 'thing' || before.kind === 'household'
  const isAction = before.kind === 'action' || before.kind === 'rate'
  const prefix = isThing ? before.stem : isAction ? before.qualifier : ''
  if (prefix === '' || prefix.length > longestQualifier || own.indicator.startsWith(prefix)) return
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
function carryName(state: State, draft: Draft): void {
  const last = state.drafts.at(-1)
  draft.implicit = true
  if (last === undefined) {
    draft.confidence = 0.4
    draft.name = nameOf('', draft.quantity, state.table)
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
  giveName(state, draft, last.name.stem === '' ? last.name.indicator : last.name.stem)
}

/** 小麦、玉米播种面积分别为 …: each name in turn, with what the last one ends in; 亩产分别为 …: those of the row before. */
function nameInTurn(state: State, draft: Draft, place: Place): boolean {
  const { table } = state
  const { words } = draft
  const length = rowLength(state, place)
  if (length < 2) return false
  const pieces = words.split(/[、和与及]/).filter((piece) => piece !== '')
  if (pieces.length === length) {
    const last = pieces.at(-1)!
    const name = nameOf(last, draft.quantity, table)
    const ending = name.qualifier === '' ? '' : last.slice(name.qualifier.length)
    state.turnNames = pieces.map((piece) => (piece.endsWith(ending) ? piece : piece + ending))
  } else {
    const figures = recentDrafts(state).filter(isFigure).slice(-length)
    if (figures.length < length) return false
    const isShare = nameOf(words, draft.quantity, table).head === term(table, 'percent').thing
    state.turnNames = figures.map(({ name }) => (isShare ? name.stem : name.qualifier) + words)
    if (isShare) state.turnShares = figures
  }
  nameNext(state, draft)
  return true
}

function nameNext(state: State, draft: Draft): void {
  giveName(state, draft, state.turnNames.shift()!)
  draft.implicit = true
  const part = state.turnShares.shift()
  if (part !== undefined && part.parent !== null) draft.ratio = { part, whole: part.parent }
}
