/** Characters that were taken apart into two: 石肖石黄 for 硝磺. */
import type { DisguiseKind, Proposal } from './kind.js'

export const splitCharacter: DisguiseKind = {
  id: 'split-character',
  cost: 3,
  propose(line, start, end, { characters: { parts } }) {
    const found: Proposal[] = []
    for (let at = start; at + 2 <= end; at++) {
      for (const replacement of parts.get(line.slice(at, at + 2)) ?? []) {
        found.push({ start: at, end: at + 2, replacement })
      }
    }
    return found
  },
  examples: [],
  nonExamples: [],
}
