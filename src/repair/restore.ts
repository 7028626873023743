/**
 * Decodes a text with all that is known: first with the lexicon, then, where words stand oddly in what was spun, with
 * pairs that this document alone proposes.
 */
import type { Candidates } from './decode/candidates.js'
import { withProposals } from './decode/candidates.js'
import type { Decoded, DecodeOptions } from './decode/decode.js'
import { decode, decodeAgain } from './decode/decode.js'
import { proposePairs } from './propose/proposals.js'

/** Share of the open family in the document's tool from which unnamed swaps are looked for. */
const leastOpen = 0.03

export function restore(candidates: Candidates, text: string, options: DecodeOptions): Decoded {
  const first = decode(candidates, text, options)
  // A tool whose swaps the lexicon names makes no others: looking for them would only find wrong ones.
  const { families, prior } = first.tool
  if (first.edits.length === 0 || families[prior.open]! < leastOpen) return first
  const proposals = proposePairs(candidates, text, first)
  if (proposals.length === 0) return first
  return decodeAgain(withProposals(candidates, proposals), text, first, options.protectedAt)
}
