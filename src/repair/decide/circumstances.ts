/**
 * The circumstances of an edit that tell a right one from a wrong one beside what its curve asks: how it reads, what the
 * tool does with both words elsewhere, how common they are. None counts characters of the text, so that its
 * layout says nothing. Pure numbers; a forest weighs them.
 */
import { most } from '../../model/lists.js'
import type { Pair } from '../../model/pair.js'
import { isAttested } from '../../model/pair.js'
import type { Circumstance } from '../../resources/repair-parameters.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import { likely } from '../decode/merged-edits.js'
import { eachMatch } from '../detect/matches.js'
import type { Restored } from '../restore.js'
import type { PairTable } from '../tool/pair-table.js'
import { pairOf } from '../tool/pair-table.js'
import { mixed } from '../tool/tool-prior.js'
import { readingsIn } from './readings.js'
import { firstFrom } from './sorted.js'

/** Frequency of a word that the lexicon does not hold: log-probability in standard prose. */
const unknownFrequency = -14

export type CircumstancesOf = (edit: DecodedEdit) => Readonly<Record<Circumstance, number>>

/** The likeliest other edit that touches one, and how many do. */
function rivalsIn(edits: readonly DecodedEdit[]): (edit: DecodedEdit) => { most: number; count: number } {
  const sorted = [...edits].sort((a, b) => a.start - b.start)
  const longest = sorted.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  return (edit) => {
    let most = 0
    let count = 0
    let at = firstFrom(sorted, edit.start - longest)
    for (; at < sorted.length && sorted[at]!.start < edit.end; at++) {
      const other = sorted[at]!
      if (other.end <= edit.start || isSame(other, edit)) continue
      most = Math.max(most, other.probability)
      count++
    }
    return { most, count }
  }
}

/** What one reading may add to the sum over the places of a pair, in nats. */
const mostGain = 12

/** Gives the sum of what the likeliest edits of each pair gain; `gainOf` is asked once for each of them. */
function gainSums(
  chosen: readonly DecodedEdit[],
  gainOf: (edit: DecodedEdit) => number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const edit of chosen) {
    const gain = Math.max(-mostGain, Math.min(mostGain, gainOf(edit)))
    sums.set(edit.pair, (sums.get(edit.pair) ?? 0) + gain)
  }
  return sums
}

/** A passage less likely spun than this shows what words the author uses. */
const surelyClean = 0.1

/**
 * Gives how often a form stands in the passages that were surely not spun: the logarithm of one more. A spun form there is
 * the author's own; a standard word there is one that the tool would have taken.
 */
function standingInClean(text: string, { candidates, decoded }: Restored): (form: number) => number {
  const counts = new Map<number, number>()
  for (const { start, end, spun } of decoded.passages) {
    if (spun >= surelyClean) continue
    eachMatch(candidates.lexicon.trie, text, start, end, (form) =>
      counts.set(form, (counts.get(form) ?? 0) + 1),
    )
  }
  return (form) => Math.log1p(counts.get(form) ?? 0)
}

/** Share of the likeliest edits, by their probability, whose pairs no tool is known to have. */
function unattestedShare(chosen: readonly DecodedEdit[], table: PairTable): number {
  let all = 0
  let unattested = 0
  for (const { pair: number, probability } of chosen) {
    const pair = pairOf(table, number)
    all += probability
    if (pair.origin === 'proposed' || !isAttested(pair)) unattested += probability
  }
  return all === 0 ? 0 : unattested / all
}

const isSame = (a: DecodedEdit, b: DecodedEdit) => a.start === b.start && a.end === b.end && a.pair === b.pair

/** The same, each edit being read once. */
function remembering<T>(read: (edit: DecodedEdit) => T): (edit: DecodedEdit) => T {
  const known = new Map<DecodedEdit, T>()
  return (edit) => {
    const found = known.get(edit) ?? read(edit)
    known.set(edit, found)
    return found
  }
}

/** The number of a pair's spun form in the lexicon; undefined where the document proposes the pair. */
function spunFormOf(pair: Pair, number: number, { candidates }: Restored): number | undefined {
  return pair.origin === 'listed' ? candidates.lexicon.pairSpun[number]! : undefined
}

/** Gives the circumstances of the edits of a decoded text; `chosen` are its likeliest ones, sorted and disjoint. */
export function circumstancesIn(
  text: string,
  restored: Restored,
  chosen: readonly DecodedEdit[],
  fitAt: (offset: number) => number,
): CircumstancesOf {
  const { candidates, decoded } = restored
  const { tool, edits, passages } = decoded
  const { table, prior, families } = tool
  const readingOf = remembering(readingsIn(text, restored, chosen))
  const sums = gainSums(chosen, (edit) => readingOf(edit).gain)
  const inClean = standingInClean(text, restored)
  const unattested = unattestedShare(chosen, table)
  const rivalsOf = rivalsIn(edits)
  const family = most(families)
  return (edit) => {
    const pair = pairOf(table, edit.pair)
    const standard = table.standards[edit.pair]!
    const spun = spunFormOf(pair, edit.pair, restored)
    const passage = passages[firstFrom(passages, edit.start + 1) - 1]
    const { gain, kept } = readingOf(edit)
    const rival = rivalsOf(edit)
    return {
      prior: Math.log(mixed(prior.pairs, edit.pair, families)),
      gain,
      kept,
      spun: passage?.spun ?? 0,
      fit: fitAt(edit.start),
      rival: rival.most,
      rivalCount: rival.count,
      spunIsKey: spun === undefined ? 0 : mixed(prior.keys, spun, families),
      holds: mixed(prior.keys, standard, families),
      used: tool.used[edit.pair]!,
      replaced: tool.replaced[standard]!,
      survived: tool.survived[standard]!,
      spunReplaced: spun === undefined ? 0 : tool.replaced[spun]!,
      spunSurvived: spun === undefined ? 0 : tool.survived[spun]!,
      standardFrequency: candidates.frequency[standard]!,
      spunFrequency: spun === undefined ? unknownFrequency : candidates.frequency[spun]!,
      coverage: tool.words,
      standardLength: pair.standard.length,
      spunLength: pair.spun.length,
      family,
      variant: pair.origin === 'listed' && pair.kind === 'variant' ? 1 : 0,
      sibling: pair.origin === 'listed' && pair.kind === 'sibling' ? 1 : 0,
      rivalGain:
        (restored.rivals?.get(edit.start) ?? 0) - (edit.probability < likely ? Math.max(0, gain) : 0),
      gainSum: sums.get(edit.pair) ?? gain,
      unattestedShare: unattested,
      spunInClean: spun === undefined ? 0 : inClean(spun),
      standardInClean: inClean(standard),
      sharesCharacter: [...pair.standard].some((character) => pair.spun.includes(character)) ? 1 : 0,
    }
  }
}
