/**
 * Names told by a clause that says which is the foremost, and which come next: 餐饮场所隐患最多,有623处;其次是商场,有418处.
 */
import { cleanNoun } from '../names/clean-noun.js'
import { findHead } from '../names/heads.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'
import { foremost, wordsOf } from './words.js'

const next = /^(?:其次|再次|第[二三四]位?|紧随其后的?)(?:则?[是为])?(?=..)/
/** How many figures back the foremost stands. */
const reach = 6

/** 隐患: what the nearest figure before that is counted alike is one of; '' where there is none. */
function nounBefore({ mention, mentions, index, first, named }: Place): string {
  for (let at = index - 1; at >= Math.max(first, index - reach); at--) {
    const { quantity, role } = mentions[at]!
    if (quantity.unit !== mention.quantity.unit || role === 'change') continue
    return named(at).divisions.at(-1)?.noun ?? ''
  }
  return ''
}

export function foremostCores(place: Place): Core[] {
  const { context, own, mention, table, reading } = place
  const told = context.preamble.at(-1)
  if (told === undefined || own.start < own.end || mention.role === 'change') return []
  // Only a comma stands between.
  if (!/^,\s*$/.test(reading.text.slice(told.end, context.left.start))) return []
  const said = cleanNoun(reading.text.slice(told.start, told.end))
  const isNext = next.test(said)
  if (!isNext && !foremost.test(said)) return []
  const words = isNext ? cleanNoun(said.replace(next, '')) : wordsOf(place, told)
  const isWhole = findHead(words, table) !== undefined
  const name = isWhole || !isNext ? words : words + nounBefore(place)
  if (name.length < 3 || findHead(name, table) === undefined) return []
  return [mention.phrase.shareOf === null ? coreOf('clause', name) : coreOf('share-short', `${name}占比`)]
}
