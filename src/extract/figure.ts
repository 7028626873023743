/**
 * Figures that state a value of their own. They are named by the words before them, by those behind, or by what was
 * said before (the same thing in another unit, a row name joined by 分别, the object of a verb).
 */
import { isFraction } from '../model/exact.js'
import { foldCodes } from '../numerals/characters.js'
import type { Discourse, Position } from './mentions/discourse.js'
import { hasNext, recentMentions } from './mentions/discourse.js'
import type { Mention } from './mentions/mention.js'
import { isFigure, isQuotient } from './mentions/mention.js'
import { cleanNoun } from './names/clean-noun.js'
import { isPersonNoun, term } from './names/heads.js'
import { memberName } from './names/member.js'
import type { Name } from './names/name.js'
import { nameOf } from './names/name.js'
import { readPhrase } from './phrases/phrase.js'
import { readRightContext } from './phrases/right-context.js'
import { isMember, totalFor } from './relations/breakdown.js'
import { canChange } from './relations/change.js'
import { readLevel } from './relations/level.js'
import { rowLength } from './relations/statement.js'

/** Verbs and the like longer than this are names. */
const longestVerb = 4
/** How far back the object of a verb that stands alone is looked for. */
const longestObject = 12
/** Qualifiers longer than this are not carried over. */
const longestQualifier = 14

/** Names a figure; returns where the words of the next number begin. */
export function readFigure(discourse: Discourse, mention: Mention, position: Position): number | null {
  const { phrase } = mention
  if (mention.words === '' && discourse.turnNames.length > 0) {
    nameNext(discourse, mention)
    return null
  }
  if (phrase.respective && nameInTurn(discourse, mention, position)) return null
  if (readLevel(discourse, mention)) return null
  return readWords(discourse, mention, position)
}

/** Whether the words are no noun, so that what is counted stands elsewhere: 聘请30名保安, 已安装90个. */
function isVerb(words: string, mention: Mention, discourse: Discourse): boolean {
  if (words === '' || mention.quantity.measure !== 'count') return words === ''
  const name = nameOf(words, mention.quantity, discourse.table)
  return name.known === null && name.kind === null && !isPersonNoun(words, discourse.table)
}

function readWords(discourse: Discourse, mention: Mention, position: Position): number | null {
  const { reading, spans } = discourse.around
  const { quantity, words } = mention
  const { right: range } = position.context
  const tail = readRightContext(reading, range, hasNext(position))
  const behind = tail === undefined ? '' : cleanNoun(tail.words)
  const isAttribute = reading.text[quantity.end] === '的' && behind !== ''
  const isPart = quantity.value !== null && isFraction(quantity.value)
  const mayFollow = !isQuotient(quantity) || isAttribute || isPart
  if (isVerb(words, mention, discourse) && behind !== '' && mayFollow) {
    const isPrefix = words.length <= longestVerb || mention.phrase.name.endsWith('的')
    const verb = isPrefix ? words : ''
    giveName(
      discourse,
      mention,
      verb + behind + (isQuotient(quantity) ? term(discourse.table, 'percent').thing : ''),
    )
    if (!hasNext(position)) return null
    const rest = readPhrase(reading, { start: tail!.end, end: range.end }, spans, false)
    return rest.among ? null : tail!.end
  }
  if (words === '') {
    carryName(discourse, mention)
    return null
  }
  const name = nameOf(words, quantity, discourse.table)
  if (isAttribute && !hasNext(position) && name.kind === 'amount' && words.length <= longestVerb) {
    giveName(discourse, mention, behind + words)
    return null
  }
  const object = isVerb(words, mention, discourse) ? objectOf(discourse, words, position) : ''
  giveName(discourse, mention, averageOf(discourse, words) ?? words + object)
  return null
}

/** 安装监控摄像头,目前已安装90个: a verb that stands alone means the object that it had in a clause before. */
function objectOf(discourse: Discourse, verb: string, { context }: Position): string {
  const { text } = discourse.around.reading
  for (const { start, end } of [...context.preamble].reverse()) {
    const at = text.lastIndexOf(verb, end)
    const object = at < start ? '' : text.slice(at + verb.length, end)
    if (object.length > 1 && object.length <= longestObject) return object
  }
  return ''
}

/** 人均 and 总数 alone are those of the figure before. */
function averageOf(discourse: Discourse, words: string): string | undefined {
  const last = recentMentions(discourse).findLast(isFigure)
  const { average, 'total-noun': totalNoun, attributive } = discourse.table.cues
  if (last === undefined) return undefined
  if (average.start.get(words) !== undefined) return words + last.name.stem
  if (totalNoun.start.get(words) === undefined) return undefined
  const { stem } = last.name
  const codes = foldCodes(stem)
  return stem.slice(attributive.start.longest(codes, 0)?.end ?? 0) + words
}

/** Gives a mention its name, as a member of the list it stands in or on its own. */
export function giveName(discourse: Discourse, mention: Mention, words: string): void {
  const { table } = discourse
  const own = flipped(discourse, mention, words) ?? nameOf(words, mention.quantity, table)
  mention.name = own
  if (mention.frame !== null && isMember(mention, table)) {
    const total = totalFor(mention.frame, discourse.mentions, mention, table)
    if (total !== null) {
      mention.parent = total
      mention.name = memberName(words, mention.quantity, total.name, table)
      mention.implicit ||= mention.name.indicator !== own.indicator
      return
    }
  }
  qualify(discourse, mention, words)
}

/** 处置危险废物8460吨 is 危险废物处置量. */
function flipped(discourse: Discourse, mention: Mention, words: string): Name | undefined {
  const noun = cleanNoun(words)
  const codes = foldCodes(noun)
  const flip = discourse.table.cues.flip.start.longest(codes, 0)
  if (flip === undefined || noun.length - flip.end < 2 || mention.quantity.measure === 'money')
    return undefined
  const object = noun.slice(flip.end)
  const head = flip.value.standard
  if (object.endsWith(head)) return undefined
  const indicator = object + head
  const name = nameOf(indicator, mention.quantity, discourse.table)
  return { ...name, indicator, head, noun: head, kind: 'amount', qualifier: object, stem: indicator }
}

/** A bare rate or action takes the qualifier of the figure before it: 入学率 behind 小学适龄儿童. */
function qualify(discourse: Discourse, mention: Mention, words: string): void {
  const last = recentMentions(discourse).findLast((other) => isFigure(other) && !other.embedded)
  const own = mention.name
  if (last === undefined || last.sentence !== mention.sentence || cleanNoun(words).length > longestVerb)
    return
  const isBare =
    own.qualifier === '' && (own.kind === 'rate' || own.kind === 'action' || own.known?.measure === 'percent')
  if (!isBare) return
  const { name: before } = last
  const isThing = before.kind === 'person' || before.kind === 'thing' || before.kind === 'household'
  const isAction = before.kind === 'action' || before.kind === 'rate'
  const prefix = isThing ? before.stem : isAction ? before.qualifier : ''
  // One character is no owner, but what is left of a word: 降 of 降入初中.
  if (prefix.length < 2 || prefix.length > longestQualifier || own.indicator.startsWith(prefix)) return
  mention.name = {
    ...own,
    indicator: prefix + own.indicator,
    stem: prefix + own.stem,
    qualifier: prefix,
    id: null,
  }
  mention.implicit = true
}

/** No words of its own: the same thing as before, in another unit, or reached after a change. */
function carryName(discourse: Discourse, mention: Mention): void {
  const last = discourse.mentions.at(-1)
  mention.implicit = true
  if (last === undefined) {
    mention.confidence = 0.4
    mention.name = nameOf('', mention.quantity, discourse.table)
    return
  }
  if (
    last.role === 'change' &&
    last.change?.of === null &&
    canChange(last.change.kind, last.quantity, mention.quantity)
  ) {
    last.change.of = mention
    mention.name = last.name
    return
  }
  mention.confidence = 0.7
  giveName(discourse, mention, last.name.stem === '' ? last.name.indicator : last.name.stem)
}

/** 小麦、玉米播种面积分别为 …: each name in turn, with what the last one ends in; 亩产分别为 …: those of the row before. */
function nameInTurn(discourse: Discourse, mention: Mention, position: Position): boolean {
  const { table } = discourse
  const { words } = mention
  const length = rowLength(discourse, position)
  if (length < 2) return false
  const pieces = words.split(/[、和与及]/).filter((piece) => piece !== '')
  if (pieces.length === length) {
    const last = pieces.at(-1)!
    const name = nameOf(last, mention.quantity, table)
    const ending = name.qualifier === '' ? '' : last.slice(name.qualifier.length)
    discourse.turnNames = pieces.map((piece) => (piece.endsWith(ending) ? piece : piece + ending))
  } else {
    const figures = recentMentions(discourse).filter(isFigure).slice(-length)
    if (figures.length < length) return false
    const isShare = nameOf(words, mention.quantity, table).head === term(table, 'percent').thing
    discourse.turnNames = figures.map(({ name }) => (isShare ? name.stem : name.qualifier) + words)
    if (isShare) discourse.turnShares = figures
  }
  nameNext(discourse, mention)
  return true
}

function nameNext(discourse: Discourse, mention: Mention): void {
  giveName(discourse, mention, discourse.turnNames.shift()!)
  mention.implicit = true
  const part = discourse.turnShares.shift()
  if (part !== undefined && part.parent !== null) mention.ratio = { part, whole: part.parent }
}
