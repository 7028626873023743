/**
 * Passages beyond repair: those that were spun and that, with everything repaired that can be, read no better than
 * before and like no standard prose: back-translated, or garbled by something that is no substitution. A passage of a
 * foreign kind reads badly too, but its repair gains as much as any. They are told, never mended.
 */
import type { LanguageModel } from '../../lm/query.js'
import type { Damage, Spin } from '../../model/correction.js'
import type { Revision } from '../../model/edit.js'
import { offsetMap } from '../../model/edit.js'
import { spanOf } from '../../model/span.js'
import { meanFit } from '../detect/fit.js'

/** Mean log-probability of a symbol below which a repaired passage reads like no standard prose. */
const leastMean = -4.9
/** What a repair that restores gains at least, in nats a symbol: one in a hundred of spun passages gains less. */
const leastGain = 0.2
/** A shorter passage tells too little. */
const leastLength = 100

export function findBeyondRepair(
  model: LanguageModel,
  readSource: () => string,
  readRepaired: () => Revision<'source', 'repaired'>,
  windows: Spin['windows'],
): Damage[] {
  const spun = windows.filter(({ start, end, rate }) => rate >= 0.5 && end - start >= leastLength)
  if (spun.length === 0) return []
  const source = readSource()
  const repaired = readRepaired()
  const map = offsetMap(repaired)
  return spun.flatMap(({ start, end }): Damage[] => {
    const span = spanOf<'source'>(start, end)
    const now = map.forward(span)
    const after = meanFit(model, [repaired.text.slice(now.start, now.end)])
    if (after >= leastMean || after - meanFit(model, [source.slice(start, end)]) >= leastGain) return []
    return [{ kind: 'beyond-repair', ...span, detail: after.toFixed(2) }]
  })
}
