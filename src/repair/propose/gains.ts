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

/**
 * How much better each standard word reads than what the reading has, in nats; those that gain nothing, or less than
 * `least` of them, are left out.
 */
export function gainsAt(
  candidates: Candidates,
  states: ModelStates,
  occurrence: Occurrence,
  standards: readonly number[],
  least: (standard: number) => number = () => 0,
): Map<number, number> {
  const { model, symbols, symbolStarts } = candidates
  const { reading, index, size } = occurrence
  enterBlank(candidates, states, occurrence)
  const end = Math.min(reading.count, index + size + lookahead)
  let kept = 0
  for (let at = index, from = 0; at < end; at++, from = 1) {
    kept += model.advance(states, from, reading.symbols[at]!, 1)
  }
  const gains = new Map<number, number>()
  model.announce(
    states,
    0,
    Uint16Array.from(standards, (standard) => symbols[symbolStarts[standard]!]!),
  )
  for (const standard of standards) {
    const needed = least(standard)
    const last = symbolStarts[standard + 1]!
    let score = 0
    let from = 0
    // No symbol is likelier than certain: what has fallen behind stays behind.
    for (let at = symbolStarts[standard]!; at < last && score - kept >= needed; at++, from = 1) {
      score += model.advance(states, from, symbols[at]!, 1)
    }
    for (let at = index + size; at < end && score - kept >= needed; at++) {
      score += model.advance(states, 1, reading.symbols[at]!, 1)
    }
    if (score > kept && score - kept >= needed) gains.set(standard, score - kept)
  }
  return gains
}
