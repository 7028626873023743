/**
 * Lone swaps: the only swap of a passage that does not look spun by itself. A tool leaves one in six or so characters,
 * so a single word that may be swapped is rather the author's own. Asked only where a language model knows the register of
 * what was spun: in a strange one all passages look doubtful; and not of a tool that replaces few words, or each once.
 */
import type { DecodedEdit } from '../decode/merged-edits.js'
import { repairedPieces } from '../decode/repaired-pieces.js'
import { meanFit } from '../detect/fit.js'
import type { Restored } from '../restore.js'
import { firstFrom } from './sorted.js'

/** Gives whether an edit of a decoded text is a lone one; `sure` are those that may be applied, sorted and disjoint. */
export function loneSwapsIn(
  text: string,
  { candidates, decoded }: Restored,
  sure: readonly DecodedEdit[],
): (edit: DecodedEdit) => boolean {
  const { detection, decision } = candidates.parameters
  const { passages, proof, tool } = decoded
  const leavesFew = tool.firstOnly || proof.survival === 0
  let isHome: boolean | undefined
  const asksHome = () => {
    const pieces = () => repairedPieces(text, decoded).map((piece) => piece.text)
    isHome ??= meanFit(candidates.model, pieces()) >= detection.homeFit
    return isHome
  }
  return ({ start }) => {
    const passage = passages[firstFrom(passages, start + 1) - 1]
    if (passage === undefined || leavesFew) return false
    if (passage.spun >= decision.lone.spun && passage.byForms >= decision.lone.byForms) return false
    const first = firstFrom(sure, passage.start)
    const others = sure
      .slice(first, first + 2)
      .filter((edit) => edit.start < passage.end && edit.start !== start)
    return others.length === 0 && asksHome()
  }
}
