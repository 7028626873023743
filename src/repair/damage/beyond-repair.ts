/**
 * Passages beyond repair: those that were spun and that, with everything repaired that can be, still read like no
 * standard prose — back-translated, or garbled by something that is no substitution. They are told, never mended.
 */
import type { LanguageModel } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'
import type { Damage, Spin } from '../../model/correction.js'
import type { Revision } from '../../model/edit.js'
import { offsetMap } from '../../model/edit.js'
import { spanOf } from '../../model/span.js'

/**
 * Mean log-probability of a symbol below which a repaired passage is beyond repair. Of the repaired passages of the
 * evaluation sets one in 300 lies below; back-translated ones lie at -5 and lower.
 */
const leastMean = -4.9
/** A shorter passage tells too little. */
const leastLength = 100

export function findBeyondRepair(
  model: LanguageModel,
  repaired: Revision<'source', 'repaired'>,
  windows: Spin['windows'],
): Damage[] {
  const map = offsetMap(repaired)
  return windows.flatMap(({ start, end, rate }): Damage[] => {
    if (rate < 0.5 || end - start < leastLength) return []
    const span = spanOf<'source'>(start, end)
    const now = map.forward(span)
    const text = repaired.text.slice(now.start, now.end)
    const ids = new Uint16Array(text.length)
    const count = encodeText(text, model.symbols, ids)
    const mean = model.scoreParagraph(ids, count) / Math.max(1, count)
    return mean < leastMean ? [{ kind: 'beyond-repair', ...span, detail: mean.toFixed(2) }] : []
  })
}
