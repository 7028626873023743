/**
 * Hides a share of the lexicon's pairs, drawn by a seed, so that what no lexicon names can be measured: a pair is
 * hidden or shown by a hash of its two sides, the same on every machine.
 */
import { createHash } from 'node:crypto'
import type { ListedPair } from '../../src/model/pair.js'

export function isHidden(entry: Pick<ListedPair, 'standard' | 'spun'>, share: number, seed: number): boolean {
  const hash = createHash('sha256').update(`${seed}\t${entry.standard}\t${entry.spun}`).digest()
  return hash.readUInt32BE(0) / 2 ** 32 < share
}
