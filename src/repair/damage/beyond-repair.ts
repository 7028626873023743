/**
 * Passages beyond repair: those that were spun and that, with everything repaired that can be, read no better than
 * before and like no standard prose: back-translated, or garbled by something that is no substitution. A passage of a
 * foreign kind reads badly too, but its repair gains as much as any; and where several swaps are sure, a list of words made
 * them, whatever stands around. They are told, never mended.
 */
import type { LanguageModel } from '../../lm/query.js'
import type { Damage, Spin, Undecided } from '../../model/correction.js'
import type { Revision } from '../../model/edit.js'
import { offsetMap } from '../../model/edit.js'
import { countFirst } from '../../model/sorted.js'
import { spanOf } from '../../model/span.js'
import { meanFit } from '../detect/fit.js'

/** Mean log-probability of a symbol below which a repaired passage reads like no standard prose. */
const leastMean = -4.9
/** What a repair that restores gains at least, in nats a symbol: one in a hundred of spun passages gains less. */
const leastGain = 0.2
/** A shorter passage tells too little. */
const leastLength = 100
/** So many swaps of such a confidence show that a passage was swapped word by word. */
const leastSwaps = 3
const leastSure = 0.9

/** The passages beyond repair among those of `windows`; `swaps` are all that were weighed, in order. */
export function findBeyondRepair(
  model: LanguageModel,
  readSource: () => string,
  readRepaired: () => Revision<'source', 'repaired'>,
  windows: Spin['windows'],
  swaps: readonly Pick<Undecided, 'start' | 'confidence'>[],
): Damage[] {
  const sure = swaps.filter(({ confidence }) => confidence >= leastSure)
  const isSwapped = (start: number, end: number) => {
    const first = countFirst(sure.length, (index) => sure[index]!.start < start)
    return (sure[first + leastSwaps - 1]?.start ?? end) < end
  }
  const spun = windows.filter(
    ({ start, end, rate }) => rate >= 0.5 && end - start >= leastLength && !isSwapped(start, end),
  )
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
