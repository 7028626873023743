/** A text that went through two runs: of two neighbours one twice through the same tool, the other through two tools. */
import { compose, invert } from '../../../src/model/edit.js'
import { spinText } from '../../../tests/support/spin.js'
import type { Behaviour } from './behaviour.js'
import { spunText } from './behaviour.js'

export const spunTwice: Behaviour = {
  name: 'spun-twice',
  make({ clean, table, other }) {
    const { original } = clean
    const once = spinText(original, table)
    const twice = spinText(once.text, clean.position % 2 === 0 ? table : other)
    const edits = (spun: string, swaps: typeof once.swaps) =>
      invert(
        spun,
        swaps.map((swap) => ({ ...swap, replacement: swap.gold })),
      )
    const forth = compose(original, edits(once.text, once.swaps), edits(twice.text, twice.swaps))
    const changed = forth.filter(({ start, end, replacement }) => original.slice(start, end) !== replacement)
    const back = invert(original, changed)
    const swaps = back.map(({ start, end, replacement }) => ({
      start,
      end,
      spun: twice.text.slice(start, end),
      gold: replacement,
    }))
    return spunText(clean, twice.text, swaps)
  },
}
