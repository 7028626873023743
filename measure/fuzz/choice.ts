/** Seeded choices. */
import { seededRandom } from '../../tests/support/random.js'

export interface Choice {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number
  one<T>(items: readonly T[]): T
  /** Each of the items with an even chance, in their order; one at least. */
  some<T>(items: readonly T[]): T[]
  chance(share: number): boolean
}

export function seededChoice(seed: number): Choice {
  const random = seededRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const one = <T>(items: readonly T[]) => items[below(items.length)]!
  return {
    below,
    one,
    some(items) {
      const chosen = items.filter(() => random() < 0.5)
      return chosen.length > 0 ? chosen : [one(items)]
    },
    chance: (share) => random() < share,
  }
}
