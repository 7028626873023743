/** Names of exceptions, whose noun stands behind them: 除甲县(81%)、乙县(83%)外,达标率均为100%. */
import { cleanNoun } from '../names/clean-noun.js'
import { type Core, coreOf } from './core.js'
import { divisionsOf } from './divisions.js'
import type { Place } from './place.js'

const excepting = /^除了?(?=.)/
/** What stands behind the bracket of the last exception. */
const outside = /^\)\s*[之以]?外/

/** Whether what stands before a figure takes exceptions from it, which end in the figure before. */
function isBehindExceptions({ reading: { text }, contexts }: Place, at: number): boolean {
  const { start } = contexts[at]!.quantity
  return outside.test(text.slice(contexts[at - 1]!.quantity.end, start))
}

/** What stands before the bracket of an exception: 甲县 of 除甲县(81%). */
function exceptedIn({ reading: { text }, context, contexts, first, index }: Place): string {
  const clauses = contexts.slice(first, index + 1).flatMap(({ preamble }) => preamble)
  if (!clauses.some(({ start, end }) => excepting.test(text.slice(start, end)))) return ''
  const { start, end } = context.preamble.at(-1)!
  return cleanNoun(text.slice(start, end).replace(excepting, ''))
}

/** The noun of the figure that the exceptions are taken from; 其余学校 have it too. */
function nounAt({ reading: { text }, ownOf, mentions, table, naming }: Place, at: number): string {
  const { start, end } = ownOf(at)
  const words = cleanNoun(text.slice(start, end))
  if (!mentions[at]!.phrase.rest) return words
  return divisionsOf(words, table, naming).find(({ noun }) => noun.length > 1)?.noun ?? words
}

/** Where the figure stands that this one is an exception to; -1 where it is none. */
function ruleBehind(place: Place): number {
  const { contexts, index, mentions, mention, own, context } = place
  if (context.opens === 0 || own.start < own.end || context.preamble.length === 0) return -1
  const next = contexts.findIndex(({ closes, opens }, at) => at > index && closes > opens)
  return mentions[next]?.sentence === mention.sentence && isBehindExceptions(place, next) ? next : -1
}

/** The name of an exception, and of what exceptions are taken from: that is of none of them. */
export function exceptedCores(place: Place): Core[] {
  const { context, index, first, reading, own } = place
  if (context.closes > context.opens && index > first && isBehindExceptions(place, index)) {
    const words = cleanNoun(reading.text.slice(own.start, own.end))
    // No owner is looked for before a core of this kind.
    return words === '' ? [] : [coreOf('thin', words)]
  }
  const rule = ruleBehind(place)
  const owner = rule < 0 ? '' : exceptedIn(place)
  const noun = owner === '' ? '' : nounAt(place, rule)
  return noun === '' ? [] : [coreOf('row', owner + noun)]
}
