/**
 * The circumstances of an edit that tell a right one from a wrong one beside what its curve asks: how it reads, what the
 * tool does with both words elsewhere, how common they are. None counts characters of the text, so that its
 * layout says nothing. Pure numbers; a forest weighs them.
 */
import { most } from '../../model/lists.js'
import type { Pair } from '../../model/pair.js'
import type { Circumstance } from '../../resources/repair-parameters.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { Restored } from '../restore.js'
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

const isSame = (a: DecodedEdit, b: DecodedEdit) => a.start === b.start && a.end === b.end && a.pair === b.pair

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
  const readingOf = readingsIn(text, restored, chosen)
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
      sharesCharacter: [...pair.standard].some((character) => pair.spun.includes(character)) ? 1 : 0,
    }
  }
}
