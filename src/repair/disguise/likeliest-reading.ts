/**
 * The likeliest reading of a stretch of a line, of all that was proposed for it. It takes all kinds together, since the
 * words beside a disguised one are often disguised too.
 * Source of the method: beam search.
 */
import type { LanguageModel } from '../../lm/query.js'
import { unknown } from '../../lm/symbols.js'
import type { EncodedLine } from './line.js'
import type { Replacement } from './weigh.js'
import { context, unknownCost } from './weigh.js'

/** Readings that are kept at each symbol. */
const beam = 6

interface Reading {
  readonly score: number
  /** Slot of its history. */
  readonly slot: number
  /** Replacements made, the latest first. */
  readonly made: { readonly index: number; readonly before: Reading['made'] } | undefined
}

/** Histories of readings, each in a slot of its own. */
function histories(model: LanguageModel) {
  let states = model.createStates(256)
  let used = 0
  return {
    /** The history behind some symbols. */
    open(ids: ArrayLike<number>): number {
      model.clear(states, 0)
      for (let index = 0; index < ids.length; index++) model.advance(states, 0, ids[index]!, 0)
      used = 1
      return 0
    },
    /** Log-probability of symbols behind a history, and the slot of the history with them. */
    extend(from: number, ids: ArrayLike<number>): { score: number; slot: number } {
      if (used === states.capacity) states = model.createStates(used * 2, states)
      const slot = used++
      let score = 0
      for (let index = 0; index < ids.length; index++) {
        score += model.advance(states, index === 0 ? from : slot, ids[index]!, slot)
      }
      return { score, slot: ids.length === 0 ? from : slot }
    },
  }
}

/** Which of the options, by place, make the likeliest reading of the symbols `[start, end)`. */
export function likeliestReading(
  model: LanguageModel,
  { ids, length }: EncodedLine,
  { start, end }: { readonly start: number; readonly end: number },
  options: readonly (Replacement & { readonly cost: number })[],
): number[] {
  if (options.length === 0) return []
  const last = Math.min(length, end + context)
  const startsAt = new Map<number, number[]>()
  options.forEach(({ from }, index) => {
    const same = startsAt.get(from)
    if (same === undefined) startsAt.set(from, [index])
    else same.push(index)
  })
  const { open, extend } = histories(model)
  const slot = open(ids.subarray(Math.max(0, start - context), start))
  const readings = new Map<number, Reading[]>([[start, [{ score: 0, slot, made: undefined }]]])
  const put = (at: number, reading: Reading) => {
    const held = readings.get(at)
    if (held === undefined) readings.set(at, [reading])
    else held.push(reading)
  }
  for (let at = start; at < last; at++) {
    const best = (readings.get(at) ?? []).sort((a, b) => b.score - a.score).slice(0, beam)
    const stands = ids.subarray(at, at + 1)
    const standsCost = stands[0] === unknown ? unknownCost : 0
    for (const { score: so, slot: behind, made } of best) {
      const kept = extend(behind, stands)
      put(at + 1, { score: so + kept.score - standsCost, slot: kept.slot, made })
      for (const index of startsAt.get(at) ?? []) {
        const { to, ids: replaced, cost } = options[index]!
        const read = extend(behind, replaced)
        put(to, { score: so + read.score - cost, slot: read.slot, made: { index, before: made } })
      }
    }
  }
  const [best] = (readings.get(last) ?? []).sort((a, b) => b.score - a.score)
  const chosen: number[] = []
  for (let made = best?.made; made !== undefined; made = made.before) chosen.push(made.index)
  return chosen.reverse()
}
