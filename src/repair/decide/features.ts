/**
 * What a confidence depends on beside the decoder's probability: how far the document makes the same swap elsewhere, and
 * how well the language model knows its register. Pure numbers; what they weigh is fitted (npm run fit).
 */
import type { Pair } from '../../model/pair.js'
import { isAttested, isReversedOnly } from '../../model/pair.js'
import type { ConfidenceFeature, PairClass } from '../../resources/repair-parameters.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import { repairedPieces } from '../decode/repaired-pieces.js'
import { meanFit } from '../detect/fit.js'
import { eachMatch } from '../detect/matches.js'
import type { Restored } from '../restore.js'
import { pairOf } from '../tool/pair-table.js'

/** The class of a pair: which curve is its. */
export function classOf(pair: Pair): PairClass {
  switch (pair.origin) {
    case 'proposed':
      return pair.source
    case 'listed':
      if (!isAttested(pair)) return 'known'
      return isReversedOnly(pair) ? 'reversed' : 'attested'
  }
}

/** Edits less likely than this are never chosen. */
export const leastChosen = 0.04
/** Log-odds beyond these say no more: the decoder is surer than it can be. */
const leastLogOdds = -3
const mostLogOdds = 9
/** Smaller shares of the open family say no more: their logarithm would outweigh all else. */
const leastOpen = 0.002
/** Mean log-probability of a symbol of reports, repaired: what falls short of it is foreign. */
const homeFit = -2
/** What reads still worse is no prose: that says no more of its swaps. */
const mostForeign = 5

function logOddsOf(probability: number): number {
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, probability))
  return Math.max(leastLogOdds, Math.min(mostLogOdds, Math.log(bounded / (1 - bounded))))
}

/** The likeliest edits that do not overlap, in order. */
export function likeliestEdits(edits: readonly DecodedEdit[]): DecodedEdit[] {
  const sorted = edits
    .filter(({ probability }) => probability >= leastChosen)
    .sort((a, b) => b.probability - a.probability || a.start - b.start || b.end - a.end)
  const taken: DecodedEdit[] = []
  const occupied = new Uint8Array(edits.reduce((last, { end }) => Math.max(last, end), 0))
  for (const edit of sorted) {
    if (occupied.subarray(edit.start, edit.end).includes(1)) continue
    occupied.fill(1, edit.start, edit.end)
    taken.push(edit)
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** Sum and number of the log-odds of a pair's likeliest edits. */
interface PairPlaces {
  sum: number
  count: number
}

function placesOf(chosen: readonly DecodedEdit[]): Map<number, PairPlaces> {
  const places = new Map<number, PairPlaces>()
  for (const { pair, probability } of chosen) {
    const own = places.get(pair) ?? { sum: 0, count: 0 }
    places.set(pair, { sum: own.sum + logOddsOf(probability), count: own.count + 1 })
  }
  return places
}

/** How often each form stands in the passages that may be spun. */
function countForms(text: string, { candidates, decoded }: Restored): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { start, end } of decoded.passages) {
    eachMatch(candidates.lexicon.trie, text, start, end, (form) =>
      counts.set(form, (counts.get(form) ?? 0) + 1),
    )
  }
  return counts
}

/** Probability of the other edits that touch each edit. */
function rivalsOf(edits: readonly DecodedEdit[]): Map<DecodedEdit, number> {
  const sorted = [...edits].sort((a, b) => a.start - b.start)
  const rivals = new Map<DecodedEdit, number>()
  const add = (edit: DecodedEdit, other: DecodedEdit) =>
    rivals.set(edit, (rivals.get(edit) ?? 0) + other.probability)
  sorted.forEach((edit, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next]!.start < edit.end; next++) {
      add(edit, sorted[next]!)
      add(sorted[next]!, edit)
    }
  })
  return rivals
}

/** Characters of the whole text that count beside a passage's own: a short passage says little of its register. */
const sharedSize = 60

/**
 * How well the language model knows the register at an offset of the text: mean log-probability of a symbol of the repaired
 * passage there and of all spun ones together; 0 where nothing was spun.
 */
export function registerFits(text: string, { candidates, decoded }: Restored): (offset: number) => number {
  const { model } = candidates
  const pieces = repairedPieces(text, decoded)
  const whole = meanFit(
    model,
    pieces.map((piece) => piece.text),
  )
  if (!Number.isFinite(whole)) return () => 0
  const fits = new Float64Array(text.length).fill(whole)
  for (const { passage, text: piece } of pieces) {
    const own = meanFit(model, [piece])
    if (!Number.isFinite(own)) continue
    const fit = (own * piece.length + whole * sharedSize) / (piece.length + sharedSize)
    fits.fill(fit, passage.start, passage.end)
  }
  return (offset) => fits[offset]!
}

export type FeaturesOf = (edit: DecodedEdit) => Readonly<Record<ConfidenceFeature, number>>

/** Gives the features of the edits of a decoded text; `chosen` are its likeliest ones. */
export function featuresIn(
  text: string,
  restored: Restored,
  chosen: readonly DecodedEdit[],
  fitAt: (offset: number) => number,
): FeaturesOf {
  const { candidates, decoded } = restored
  const { tool, edits } = decoded
  const { table, prior, families, used } = tool
  const places = placesOf(chosen)
  const forms = countForms(text, restored)
  const rivals = rivalsOf(edits)
  const open = Math.log(Math.max(leastOpen, families[prior.open]!) / 0.25)
  return (edit) => {
    const foreign = Math.max(0, Math.min(mostForeign, homeFit - fitAt(edit.start)))
    const pair = pairOf(table, edit.pair)
    const logOdds = logOddsOf(edit.probability)
    const { sum, count } = places.get(edit.pair) ?? { sum: logOdds, count: 1 }
    const standing =
      pair.origin === 'listed' ? (forms.get(candidates.lexicon.pairSpun[edit.pair]!) ?? 0) : count
    // Such a tool makes no swap twice: the same one elsewhere speaks for none of the two.
    const isAlone = tool.firstOnly
    return {
      bias: 1,
      logOdds,
      open,
      repeated: isAlone ? 0 : Math.log1p(Math.max(0, used[edit.pair]! - edit.probability)),
      elsewhere: count > 1 && !isAlone ? (sum - logOdds) / (count - 1) : 0,
      places: isAlone ? 0 : Math.log(count),
      converted: count / Math.max(count, standing),
      rivals: Math.log(Math.min(5, rivals.get(edit) ?? 0) + 0.001),
      foreign,
      foreignLogOdds: foreign * logOdds,
      character: pair.standard.length === 1 || pair.spun.length === 1 ? 1 : 0,
      antonym: pair.origin === 'listed' && pair.kind === 'antonym' ? 1 : 0,
    }
  }
}
