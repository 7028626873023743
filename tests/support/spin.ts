/**
 * Substitution as 伪原创 tools do it, for making damaged texts out of clean ones. Other kinds of damage (masks,
 * page breaks, notices, deletions) are in `damage.ts`.
 * Invariant: what was written is never read again, and the swaps put back give the clean text, code unit for code unit.
 */

/** One replaced key; offsets index the spun text. */
export interface Swap {
  readonly start: number
  readonly end: number
  readonly spun: string
  readonly gold: string
}

/**
 * Replaces keys of the table (standard → spun) as PHP's `strtr($text, $pairs)` does: at each place the longest key
 * that matches, from left to right, without segmentation. A key that maps to itself protects its words and makes no swap.
 */
export function spinText(
  text: string,
  table: ReadonlyMap<string, string>,
): { readonly text: string; readonly swaps: readonly Swap[] } {
  const lengths = [...new Set([...table.keys()].map((key) => key.length))]
    .filter((length) => length > 0)
    .sort((a, b) => b - a)
  const swaps: Swap[] = []
  let spun = ''
  let position = 0
  while (position < text.length) {
    const length = lengths.find((size) => table.has(text.slice(position, position + size))) ?? 0
    const gold = text.slice(position, position + Math.max(length, 1))
    const value = length === 0 ? gold : table.get(gold)!
    if (value !== gold) swaps.push({ start: spun.length, end: spun.length + value.length, spun: value, gold })
    spun += value
    position += gold.length
  }
  return { text: spun, swaps }
}

/** Parses a table: one pair `standard<TAB>spun` a line; `#` opens a comment line. Throws on a bad or repeated line. */
export function parseSpinTable(text: string): Map<string, string> {
  const table = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [gold, spun, ...rest] = line.split('\t')
    if (!gold || !spun || rest.length > 0) throw new Error(`not a pair: ${line}`)
    if (table.has(gold)) throw new Error(`key twice: ${gold}`)
    table.set(gold, spun)
  }
  return table
}
