/** How words read in the place of a doubtful one, against what the reading has there. */
import type { ModelStates } from '../../lm/query.js'
import type { Candidates } from '../decode/candidates.js'
import type { Occurrence } from './doubtful-words.js'

/** Symbols behind the word that its reading must agree with. */
export const lookahead = 3

/** Brings state 0 to where a doubtful word begins. */
export function enterBlank({ model }: Candidates, states: ModelStates, { reading, index }: Occurrence): void {
  if (index < model.order) model.startParagraph(states, 0)
  else model.clear(states, 0)
  for (let before = Math.max(0, index - model.order + 1); before < index; before++) {
    model.advance(states, 0, reading.symbols[before]!, 0)
  }
}

/** Standard words to be read, those that begin alike behind one another: up to `ends[i]` those that begin with `firsts[i]`. */
export interface Tried {
  readonly standards: Int32Array
  readonly firsts: Uint16Array
  readonly ends: Int32Array
}

export function triedOf(
  { symbols, symbolStarts }: Pick<Candidates, 'symbols' | 'symbolStarts'>,
  standards: Iterable<number>,
): Tried {
  const byFirst = new Map<number, number[]>()
  for (const standard of standards) {
    const first = symbols[symbolStarts[standard]!]!
    const own = byFirst.get(first)
    if (own === undefined) byFirst.set(first, [standard])
    else own.push(standard)
  }
  const groups = [...byFirst.values()]
  let end = 0
  return {
    standards: Int32Array.from(groups.flat()),
    firsts: Uint16Array.from(byFirst.keys()),
    ends: Int32Array.from(groups, (group) => {
      end += group.length
      return end
    }),
  }
}

/**
 * Writes into `gains` how much better each of the standard words reads than what the reading has, in nats: 0 where it gains
 * nothing, or less than is `needed` of it. Needs three states.
 */
export function gainsAt(
  candidates: Candidates,
  states: ModelStates,
  occurrence: Occurrence,
  { standards, firsts, ends }: Tried,
  needed: Float64Array,
  gains: Float64Array,
): void {
  const { model, symbols, symbolStarts } = candidates
  const { reading, index, size } = occurrence
  enterBlank(candidates, states, occurrence)
  const end = Math.min(reading.count, index + size + lookahead)
  let kept = 0
  for (let at = index, from = 0; at < end; at++, from = 1) {
    kept += model.advance(states, from, reading.symbols[at]!, 1)
  }
  model.announce(states, 0, firsts)
  for (let group = 0, place = 0; group < firsts.length; group++) {
    const first = model.advance(states, 0, firsts[group]!, 2)
    for (; place < ends[group]!; place++) {
      const standard = standards[place]!
      const last = symbolStarts[standard + 1]!
      const least = needed[place]!
      let score = first
      let from = 2
      // No symbol is likelier than certain: what has fallen behind stays behind.
      for (let at = symbolStarts[standard]! + 1; at < last && score - kept >= least; at++, from = 1) {
        score += model.advance(states, from, symbols[at]!, 1)
      }
      for (let at = index + size; at < end && score - kept >= least; at++, from = 1) {
        score += model.advance(states, from, reading.symbols[at]!, 1)
      }
      gains[place] = score > kept && score - kept >= least ? score - kept : 0
    }
  }
}
