/** From what gain and fit on a reading may be a disguise, kind by kind. */
import type { DisguiseName } from '../../model/correction.js'

/** What a kind must gain and how well it must fit, in nats, to be a disguise. `sum` is asked of both together. */
export interface Least {
  readonly gain: number
  readonly fit: number
  readonly sum?: number
}

/**
 * From readings of 12 million characters of clean prose of every register: the least at which no two different words within
 * reach of each other were taken for disguised ones.
 */
export const least: Readonly<Record<DisguiseName, Least>> = {
  'look-alike': { gain: 7, fit: -1 },
  homophone: { gain: 8, fit: 5 },
  'split-character': { gain: 7, fit: 0 },
  reordered: { gain: 6, fit: 4 },
  'inserted-sign': { gain: 6, fit: 3 },
}
/** The same where a model knows the register well, as it does that of reports, news and laws; from 6 million. */
export const leastAtHome: typeof least = {
  ...least,
  homophone: { gain: 6, fit: -1, sum: 11 },
  'split-character': { gain: 5, fit: -1 },
  reordered: { gain: 5, fit: -1 },
}
/** Mean log-probability of a symbol from which it does. */
export const home = -3.6
/** What two characters in a row that were taken apart must gain. */
export const leastOfSplitWords = 9
/** What one alone needs to be reported. */
export const leastAlone: Partial<Readonly<Record<DisguiseName, Least>>> = {
  'look-alike': { gain: 9, fit: 2 },
  'inserted-sign': { gain: 8, fit: 4 },
}
export const reaches = ({ gain, fit }: { readonly gain: number; readonly fit: number }, bound: Least) =>
  gain >= bound.gain && fit >= bound.fit && gain + fit >= (bound.sum ?? 0)

/** Whether a reading that gains and fits so can be a disguise, however well the register is known. */
export function mayMatter(kind: DisguiseName, gain: number, fit: number): boolean {
  const alone = leastAlone[kind]
  return (
    reaches({ gain, fit }, least[kind]) ||
    reaches({ gain, fit }, leastAtHome[kind]) ||
    (alone !== undefined && reaches({ gain, fit }, alone)) ||
    (kind === 'split-character' && gain >= leastOfSplitWords)
  )
}
