/** What earlier figures of the paragraph are called, and names made after their pattern. */
import { append } from '../../model/lists.js'
import { cleanNoun } from '../names/clean-noun.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'
import { thinned } from './words.js'

/** How many figures back names are taken over, and how many back patterns are. */
const reach = 5
const patternReach = 6
/** Longer words have a name of their own. */
const longestOwn = 16
/** A verb of two or three characters that stands alone lacks its object. */
const longestVerb = 4
const mostShared = 6

/** 乡村人口 like 城镇人口比重: what follows there the words that both share; OTC渠道 like 新增渠道: what stands before them. */
function patternCores(own: string, stem: string, distance: number): Core[] {
  const cores: Core[] = []
  for (let size = Math.min(own.length - 1, mostShared); size >= 2; size--) {
    const at = stem.lastIndexOf(own.slice(-size))
    if (at < 0) continue
    const behind = stem.slice(at + size)
    if (behind !== '') cores.push(coreOf('aligned', own + behind, behind.length, distance))
    if (at > 1) cores.push(coreOf('prefixed', stem.slice(0, at) + own, at, distance))
    break
  }
  return cores
}

/** 审结 behind 新收刑事案件: another verb before the same object. */
function objectCores(own: string, stem: string, distance: number): Core[] {
  if (own.length > longestVerb) return []
  return [2, 3, 4]
    .filter((cut) => stem.length >= cut + 2)
    .map((cut) => coreOf('object', own + stem.slice(cut), cut, distance))
}

export function patternedCores(place: Place): Core[] {
  const { index } = place
  const own = thinned(place, place.own)
  const cores: Core[] = []
  if (own.length < 2 || own.length > longestOwn) return cores
  for (let back = 1; back <= patternReach && back <= index; back++) {
    const { stem } = place.named(index - back)
    append(cores, patternCores(own, stem, back))
    append(cores, objectCores(own, stem, back))
  }
  return cores
}

/** The name of the figure that a change changes, and those of the figures before. */
export function carriedCores(place: Place): Core[] {
  const { mention, index } = place
  const cores: Core[] = []
  const of = mention.change?.of ?? null
  if (of !== null && place.indexOf(of) < index) cores.push(coreOf('changed', of.name.indicator))
  for (let back = 1; back <= reach && back <= index; back++) {
    cores.push(coreOf('carried', place.named(index - back).stem, 0, back))
  }
  return cores
}

/** What an earlier figure may be the whole of: the total that it is part of, or itself; no percentage is one. */
function wholeAt({ mentions, named }: Place, at: number): string[] {
  const { parent, quantity } = mentions[at]!
  if (parent !== null) return [parent.name.indicator]
  return quantity.measure === 'percent' ? [] : [named(at).stem]
}

/** 餐饮占37%,商场占28%,其他占14%: where the share before says of no whole, the next one says of none. */
function goesOn({ mention, mentions, index }: Place): boolean {
  const before = mentions[index - 1]
  if (before?.phrase.shareOf !== '' || mention.phrase.shareOf !== '') return false
  return before.sentence === mention.sentence && before.name.indicator.endsWith('占比')
}

/** 占…的比重: of which part, of which whole. */
export function shareCores(place: Place): Core[] {
  const { mention, mentions, index } = place
  if (mention.phrase.shareOf === null) return []
  const earlier = [1, 2, 3, 4].filter((back) => back <= index)
  const lastWhole = mentions.slice(Math.max(0, index - 6), index).findLast(({ phrase }) => phrase.shareOf)
  const wholes = new Set([
    cleanNoun(mention.phrase.shareOf),
    cleanNoun(lastWhole?.phrase.shareOf ?? ''),
    mention.ratio?.whole?.name.indicator ?? '',
    ...(goesOn(place) ? [] : earlier.flatMap((back) => wholeAt(place, index - back))),
  ])
  wholes.delete('')
  const parts =
    mention.words === ''
      ? earlier.map((back) => ({ words: place.named(index - back).stem, back: back - 1 }))
      : [{ words: mention.words, back: 0 }]
  return parts.flatMap(({ words, back }) => [
    ...[...wholes].map((whole) => coreOf('share', `${words}占${whole}比重`, 0, back)),
    coreOf('share-short', `${words}占比`, 0, back),
  ])
}
