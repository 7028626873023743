/** What the clause of a figure says that it measures, in several cuts, and what the words behind it say. */

import { anyOf } from '../../resources/cue-group.js'
import { cleanNoun } from '../names/clean-noun.js'
import { dateAt } from '../phrases/phrase.js'
import { readRightContext } from '../phrases/right-context.js'
import type { Range } from '../reading.js'
import { cueAtStart } from '../reading.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'
import { cutsOf, labelOf, openingsIn, thinned, wordsOf } from './words.js'

const subjectCues = anyOf('subject')

/** What links words to their figure. */
const closing = /(?:分别|累计|共计|合计|超过|[约近达为是有共至到了仅均各已由从]){1,9}$/
/** How many clauses without figures are asked. */
const mostClauses = 3
/** How many characters are trimmed off at most. */
const mostTrimmed = 6

const textOf = ({ reading }: Place, { start, end }: Range) => reading.text.slice(start, end)

/** The clause as it stands, without a date or 全县 before it, with and without what links it to the figure. */
function rawCores(place: Place): Core[] {
  const { reading, spans, context } = place
  const { end } = context.left
  let { start } = context.left
  for (;;) {
    const skipped =
      dateAt(reading, { start, end }, spans) ??
      spans.label(start, end) ??
      cueAtStart(reading, { start, end }, subjectCues)
    if (skipped === undefined && reading.codes[start] !== 0x20) break
    start = skipped?.end ?? start + 1
  }
  const text = textOf(place, { start, end })
    .replace(/^.*[】\]]/, '')
    .trim()
  const bare = text.replace(closing, '')
  const cores = [coreOf('raw', cleanNoun(text))]
  if (bare !== text) cores.push(coreOf('raw', cleanNoun(bare), text.length - bare.length))
  return cores
}

export function ownCores(place: Place): Core[] {
  const { own } = place
  const text = textOf(place, own)
  const cores = [
    coreOf('own', cleanNoun(text)),
    coreOf('thin', thinned(place, own)),
    coreOf('light', thinned(place, own, true)),
  ]
  if (text.includes('(')) cores.push(coreOf('aside', text.replace(/\s+/g, '')))
  const from = text.search(/[由从]/)
  if (from > 1) cores.push(coreOf('from', cleanNoun(text.slice(0, from))))
  if (/.[升降增减]$/.test(text)) cores.push(coreOf('from', cleanNoun(text.slice(0, -1)), 1))
  for (const cut of cutsOf(place, own)) {
    cores.push(coreOf('cut', thinned(place, { start: cut, end: own.end }), cut - own.start))
  }
  return [...cores, ...rawCores(place), ...trimmedCores(place)]
}

/** The own words from where a clause might open with them: 病床 of 设病床, 保费收入 of 实现保费收入. */
function trimmedCores(place: Place): Core[] {
  const words = thinned(place, place.own)
  return openingsIn(place, words, mostTrimmed).map((cut) => coreOf('trimmed', words.slice(cut), cut))
}

/** 60岁及以上人口: the number before is part of the name. */
export function innerCores(place: Place): Core[] {
  const { reading, index, context, mentions, own } = place
  const before = mentions[index - 1]
  // Without words in between, both stand in a row.
  if (before === undefined || !context.isBound || own.start === own.end) return []
  // 500元或损失金额的10%: either, not one of the other.
  if (reading.text[context.left.start] === '或') return []
  const { start } = place.ownOf(index - 1)
  return [...new Set([start, before.quantity.start])]
    .filter((from) => from < own.end)
    .map((from) => coreOf('inner', cleanNoun(textOf(place, { start: from, end: own.end }))))
}

/** 宣传资料 and 发放宣传资料 of 发放5万份宣传资料. */
export function rightCores(place: Place): Core[] {
  const { reading, context, contexts, index, own } = place
  const tail = readRightContext(reading, context.right, contexts[index + 1]?.isBound === true)
  const behind = tail === undefined ? '' : cleanNoun(tail.words)
  if (behind === '') return []
  // 监测湖泊 of 在监测的26个湖泊中.
  const said = [cleanNoun(textOf(place, own)), thinned(place, own)].map((words) =>
    words.replace(/^在(?=..)/, ''),
  )
  const verbs = new Set(said)
  verbs.delete('')
  return [coreOf('right', behind), ...[...verbs].map((verb) => coreOf('verb-right', verb + behind))]
}

/** 安装摄像头,目前已安装90个: what clauses without figures name, from the own verb on where they have it. */
export function clauseCores(place: Place): Core[] {
  const { context, own } = place
  const verb = cleanNoun(textOf(place, own))
  const label = labelOf(place)
  const labels = label === '' ? [] : [coreOf('clause', label)]
  const clauses = context.preamble
    .slice(-mostClauses)
    .reverse()
    .flatMap((range, distance) => {
      const words = wordsOf(place, range)
      const at = verb === '' ? -1 : words.indexOf(verb)
      const cores = [coreOf('clause', words, 0, distance)]
      if (at >= 0) cores.push(coreOf('clause', words.slice(at), 0, distance))
      return cores
    })
  return [...labels, ...clauses]
}
