/** A text that went through two runs: of two neighbours one twice through the same tool, the other through two tools. */
import { spinText } from '../../../tests/support/spin.js'
import type { GoldEdit } from '../sets.js'
import type { Behaviour } from './behaviour.js'
import { spunText } from './behaviour.js'

type Run = ReturnType<typeof spinText>

/** A border between two pieces of a run: where it stands in the text that was read, and in the one that was written. */
interface Border {
  readonly read: number
  readonly written: number
}

/** The borders of a run's pieces, by the side that the other run shares: a swapped word has none inside. */
function bordersOf({ text, swaps }: Run, by: keyof Border): Map<number, Border> {
  const borders = new Map<number, Border>()
  let shift = 0
  let next = 0
  for (let written = 0; written <= text.length; written++) {
    const border = { read: written + shift, written }
    borders.set(border[by], border)
    const swap = swaps[next]
    if (swap?.start !== written) continue
    shift += swap.gold.length - (swap.end - swap.start)
    written = swap.end - 1
    next++
  }
  return borders
}

/** The swaps of two runs as those of one: cut wherever both runs have a border. */
function composeRuns(original: string, first: Run, second: Run): Omit<GoldEdit, 'kind'>[] {
  const firsts = bordersOf(first, 'written')
  const swaps: Omit<GoldEdit, 'kind'>[] = []
  let from = { read: 0, written: 0 }
  for (const [middle, { written }] of bordersOf(second, 'read')) {
    const border = firsts.get(middle)
    if (border === undefined) continue
    const gold = original.slice(from.read, border.read)
    const spun = second.text.slice(from.written, written)
    if (gold !== spun) swaps.push({ start: from.written, end: written, spun, gold })
    from = { read: border.read, written }
  }
  return swaps
}

export const spunTwice: Behaviour = {
  name: 'spun-twice',
  make({ clean, table, other }) {
    const once = spinText(clean.original, table)
    const twice = spinText(once.text, clean.position % 2 === 0 ? table : other)
    return spunText(clean, twice.text, composeRuns(clean.original, once, twice))
  },
}
