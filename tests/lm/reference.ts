/**
 * Interpolated modified Kneser–Ney written straight from Chen and Goodman's formulas, in plain maps, sharing nothing
 * with `src/lm`. `^` stands before a paragraph and `$` after it.
 */

export interface Reference {
  /** Every context that was seen, the empty one included. */
  readonly contexts: readonly string[]
  /** P(symbol | context); `symbol` may be one that was never seen. */
  probability(symbol: string, context: string): number
}

export function referenceModel(paragraphs: readonly string[], order: number, vocabulary: number): Reference {
  const raw = new Map<string, number>()
  for (const paragraph of paragraphs) {
    const text = `^${paragraph}$`
    for (let last = 1; last < text.length; last++) {
      for (let length = 1; length <= order && length <= last + 1; length++) {
        const gram = text.slice(last + 1 - length, last + 1)
        raw.set(gram, (raw.get(gram) ?? 0) + 1)
      }
    }
  }
  const counts = adjustedCounts(raw, order)
  const discounts = Array.from({ length: order + 1 }, (_, n) => discountsFor(counts, n))
  const after = new Map<string, { total: number; listed: number[] }>()
  for (const [gram, count] of counts) {
    const context = gram.slice(0, -1)
    const entry = after.get(context) ?? { total: 0, listed: [0, 0, 0, 0] }
    entry.total += count
    entry.listed[Math.min(count, 3)]! += 1
    after.set(context, entry)
  }
  const probability = (symbol: string, context: string): number => {
    const lower = context === '' ? 1 / vocabulary : probability(symbol, context.slice(1))
    const entry = after.get(context)
    if (entry === undefined) return lower
    const discount = discounts[context.length + 1]!
    const count = counts.get(context + symbol) ?? 0
    const own = count > 0 ? (count - discount[Math.min(count, 3)]!) / entry.total : 0
    const left = [1, 2, 3].reduce((sum, times) => sum + discount[times]! * entry.listed[times]!, 0)
    return own + (left / entry.total) * lower
  }
  return { contexts: [...after.keys()], probability }
}

/** Raw counts of the highest order and after `^`; elsewhere how many different symbols stand before. */
function adjustedCounts(raw: Map<string, number>, order: number): Map<string, number> {
  const before = new Map<string, number>()
  for (const gram of raw.keys()) before.set(gram.slice(1), (before.get(gram.slice(1)) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const [gram, count] of raw) {
    counts.set(gram, gram.length === order || gram.startsWith('^') ? count : before.get(gram)!)
  }
  return counts
}

function discountsFor(counts: Map<string, number>, length: number): number[] {
  const times = [0, 0, 0, 0, 0]
  for (const [gram, count] of counts) if (gram.length === length && count < 5) times[count]! += 1
  const [, n1, n2, n3, n4] = times as [number, number, number, number, number]
  const fallback = [0, 0.5, 1, 1.5]
  if (n1 * n2 * n3 * n4 === 0) return fallback
  const y = n1 / (n1 + 2 * n2)
  const wanted = [0, 1 - 2 * y * (n2 / n1), 2 - 3 * y * (n3 / n2), 3 - 4 * y * (n4 / n3)]
  return wanted.map((discount, count) => (discount > 0 && discount < count ? discount : fallback[count]!))
}

/** Paragraphs in which some characters prefer to follow others; the same on every run. */
export function writeParagraphs(count: number): string[] {
  const alphabet = '学校教育工作全县发展安全管理'
  let state = 12345
  const draw = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: count }, () => {
    let previous = draw(alphabet.length)
    let text = alphabet[previous]!
    const length = 3 + draw(25)
    while (text.length < length) {
      const step = draw(10) < 6 ? 1 : draw(alphabet.length)
      previous = (previous + step) % alphabet.length
      text += alphabet[previous]
    }
    return text
  })
}
