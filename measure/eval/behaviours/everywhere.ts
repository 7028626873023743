/** The usual tool, to compare the others with: it replaces every place of every word that it holds. */
import { spinText } from '../../../tests/support/spin.js'
import type { Behaviour } from './behaviour.js'
import { spunText } from './behaviour.js'

export const everywhere: Behaviour = {
  name: 'everywhere',
  make({ clean, table }) {
    const { text, swaps } = spinText(clean.original, table)
    return spunText(clean, text, swaps)
  },
}
