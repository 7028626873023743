/** A small model in memory and its numbers before quantisation, for the tests of this folder. */
import { type EstimatedModel, estimate } from '../../src/lm/estimate.js'
import { symbolOf } from '../../src/lm/keys.js'
import { collectNgrams } from '../../src/lm/ngrams.js'
import { chooseSymbols, countCharacters, encodeText, type SymbolTable } from '../../src/lm/symbols.js'
import { createWindowCounter, type Run, type RunStore } from '../../src/lm/windows.js'

export const noStore: RunStore = {
  write() {
    throw new Error('nothing should leave memory')
  },
  open: () => [],
}

/** Runs kept in memory, as copies. */
export function memoryStore(): RunStore & { readonly runs: Run[] } {
  const runs: Run[] = []
  return {
    runs,
    write: (run) =>
      void runs.push({ high: run.high.slice(), low: run.low.slice(), count: run.count.slice() }),
    open: () =>
      runs.map((run) => {
        let next: Run | undefined = run
        return () => {
          const block = next
          next = undefined
          return block
        }
      }),
  }
}

export function symbolsOf(paragraphs: readonly string[]): SymbolTable {
  const counts = new Float64Array(0x10000)
  for (const paragraph of paragraphs) countCharacters(paragraph, counts)
  return chooseSymbols(counts, 1)
}

export function estimateSmall(
  paragraphs: readonly string[],
  minimumCounts: readonly number[],
): { model: EstimatedModel; symbols: SymbolTable } {
  const symbols = symbolsOf(paragraphs)
  const counter = createWindowCounter(minimumCounts.length, 1_000_000, noStore)
  for (const paragraph of paragraphs) {
    const ids = new Uint16Array(paragraph.length)
    counter.add(ids, encodeText(paragraph, symbols, ids))
  }
  const windows = counter.finish()
  return { model: estimate(windows, collectNgrams(windows, symbols.count, minimumCounts)), symbols }
}

/** P(ids.at(-1) | the ids before it) in back-off form, from the estimated tables alone. */
export function estimatedProbability(model: EstimatedModel): (ids: readonly number[]) => number {
  const listed = new Map<string, { probability: number; backoff: number }>()
  for (const order of model.orders) {
    for (let entry = 0; entry < order.length; entry++) {
      const ids = Array.from({ length: order.order }, (_, back) =>
        symbolOf(order.high[entry]!, order.low[entry]!, order.order - 1 - back),
      )
      listed.set(ids.join(' '), { probability: order.probability[entry]!, backoff: order.backoff[entry]! })
    }
  }
  const probability = (ids: readonly number[]): number => {
    const entry = listed.get(ids.join(' '))
    if (entry !== undefined) return entry.probability
    const context = listed.get(ids.slice(0, -1).join(' '))
    return (context?.backoff ?? 1) * probability(ids.slice(1))
  }
  return probability
}
