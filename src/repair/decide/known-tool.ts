/**
 * Pairs that no tool is known to have, in a document whose tool is known: next to all of its other pairs are attested, so one
 * more that nobody attests is rather the author's own word, however often it stands there. Pairs count once each, for a
 * word that stands everywhere would speak for itself.
 */
import { isAttested } from '../../model/pair.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { PairTable } from '../tool/pair-table.js'
import { pairOf } from '../tool/pair-table.js'

/** Other pairs of a document of which one in so many must be unattested too. */
const oneIn = 20

/** Gives whether an edit is of such a pair; `sure` are the edits of the document that may be applied. */
export function strangerIn(sure: readonly DecodedEdit[], table: PairTable): (edit: DecodedEdit) => boolean {
  const isStranger = (number: number) => {
    const pair = pairOf(table, number)
    return pair.origin === 'proposed' || !isAttested(pair)
  }
  const pairs = new Set(sure.map(({ pair }) => pair))
  const strangers = new Set([...pairs].filter(isStranger))
  return ({ pair }) => {
    if (!isStranger(pair)) return false
    const others = pairs.size - Number(pairs.has(pair))
    const like = strangers.size - Number(strangers.has(pair))
    return others >= oneIn && like * oneIn < others
  }
}
