/** Numbers that look random and are the same on every machine: mulberry32. */
export interface Random {
  /** From 0 to below 1. */
  next(): number
  /** Whole, from `least` to `most`. */
  between(least: number, most: number): number
  pick<T>(values: readonly T[]): T
  /** Normally distributed around 0 with a deviation of 1 (sum of twelve). */
  normal(): number
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: (values) => values[Math.floor(next() * values.length)]!,
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
  }
}
