/** The tool of a document site: it holds few words, and writes current words for them (次序 for 顺序), so that nobody stumbles. */
import { spinText } from '../../../tests/support/spin.js'
import { isHidden } from '../hide.js'
import type { Behaviour } from './behaviour.js'
import { spunText } from './behaviour.js'

/** Share of the pairs of two current words that the tool holds. */
const heldShare = 0.3

export const fewWords: Behaviour = {
  name: 'few-words',
  make({ clean, table, isCurrent }) {
    const held = [...table].filter(
      ([standard, spun]) =>
        isCurrent(standard) &&
        isCurrent(spun) &&
        !isHidden({ standard, spun }, 1 - heldShare, clean.position),
    )
    const { text, swaps } = spinText(clean.original, new Map(held))
    return spunText(clean, text, swaps)
  },
}
