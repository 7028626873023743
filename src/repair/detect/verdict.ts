/** How much of a text was spun, from what the decoder says of its passages, and what that makes of the whole. */
import type { Damage, Spin, SpinVerdict } from '../../model/correction.js'
import type { Span } from '../../model/span.js'

/** The spin of a document; `passages` cover its normalised text, which `toSource` maps. */
export function spinOf(
  passages: readonly { readonly start: number; readonly end: number; readonly spun: number }[],
  toSource: (start: number, end: number) => Span<'source'>,
  assumed: boolean,
  isUntold: boolean,
): Spin {
  let spun = 0
  let all = 0
  const windows = passages.map((passage) => {
    const size = passage.end - passage.start
    spun += size * passage.spun
    all += size
    return { ...toSource(passage.start, passage.end), rate: Math.round(passage.spun * 1000) / 1000 }
  })
  const rate = all === 0 ? 0 : Math.round((spun / all) * 1000) / 1000
  const isAnywhere = windows.some((window) => window.rate >= 0.5)
  return { rate, verdict: isUntold ? 'too-short' : verdictOf(rate, isAnywhere), assumed, windows }
}

/** One spun passage makes a text partly spun, however long the rest is. */
function verdictOf(rate: number, isAnywhere: boolean): SpinVerdict {
  if (!isAnywhere) return 'clean'
  return rate > 0.8 ? 'spun' : 'partly-spun'
}

/** A text most of whose spun windows are beyond repair is so as a whole. */
export function judgeSpin(spin: Spin, beyondRepair: readonly Damage[]): Spin {
  const size = (spans: readonly { start: number; end: number }[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const spun = size(spin.windows.filter(({ rate }) => rate >= 0.5))
  return spun > 0 && size(beyondRepair) > spun / 2 ? { ...spin, verdict: 'beyond-repair' } : spin
}
