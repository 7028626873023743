/**
 * Names of the members of a ratio, each of the part in its place: 三次产业结构比为5.2:41.3:53.5,
 * 同城、异地和国际业务量比重为13.1:86.2:0.7. Ratios of two are one figure, and have one name.
 */
import { isRatioJoin, ratioStart } from '../mentions/ratio-row.js'
import { cleanNoun } from '../names/clean-noun.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'
import { pieceCores } from './row-cores.js'

/** Fewer members are one figure. */
const fewest = 3
const sectors = /三次产业|一[、产]{0,2}二[、产]{0,2}三[次产]/
const order = '一二三'
/** What is divided among sectors, where it is not what they produce. */
const divided = /就业|从业人员|投资|税收|用电量|贡献率/

/** How many members the ratio has that begins at a place. */
function lengthOf({ reading, mentions }: Place, first: number): number {
  let last = first
  while (
    last + 1 < mentions.length &&
    isRatioJoin(reading, mentions[last]!.quantity.end, mentions[last + 1]!.quantity.start)
  )
    last++
  return last - first + 1
}

/** The words that a ratio is of; those of the ratio before it that it changed from: 由5.8:42.1:52.1调整为5.2:41.3:53.5. */
function wordsOf(place: Place, first: number): string {
  const { reading, mentions, contexts, ownOf } = place
  const own = ownOf(first)
  const before = first > 0 && contexts[first]!.isBound ? ratioStart(reading, mentions, first - 1) : first
  const { start, end } = before < first - 1 ? ownOf(before) : own
  return cleanNoun(reading.text.slice(start, end))
}

export function ratioCores(place: Place): Core[] {
  const { reading, mentions, index } = place
  const first = ratioStart(reading, mentions, index)
  const length = lengthOf(place, first)
  if (length < fewest) return []
  const words = wordsOf(place, first)
  const at = index - first
  if (length === order.length && sectors.test(words))
    return [coreOf('row', `第${order[at]}产业${divided.exec(words)?.[0] ?? ''}占比`, 0, at)]
  return pieceCores(words, length, at)
}
