/** A tool that replaces only the first place of each word, as a replacement with a limit of one does. */
import { spinText } from '../../../tests/support/spin.js'
import { keepEdits } from '../made-sets.js'
import type { Behaviour } from './behaviour.js'
import { spunText } from './behaviour.js'

export const firstOnly: Behaviour = {
  name: 'first-only',
  make({ clean, table }) {
    const { text, swaps } = spinText(clean.original, table)
    const seen = new Set<string>()
    return keepEdits(spunText(clean, text, swaps), ({ gold }) => {
      const isFirst = !seen.has(gold)
      seen.add(gold)
      return isFirst
    })
  },
}
