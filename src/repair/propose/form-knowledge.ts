/**
 * What the lexicon says of a form that may be a spun word: the standard words of its pairs, those near them, and the pairs
 * that no tool is known to have.
 */
import { isAttested, isReversedOnly } from '../../model/pair.js'
import type { Candidates } from '../decode/candidates.js'
import { isStandard } from './standard-words.js'

/** A bound on the work: words that are weighed in the place of one. */
export const mostCandidates = 44

/** Standard words of the pairs of a form. */
function standardsOf({ lexicon }: Candidates, form: number): number[] {
  const { spunStarts, spunPairs, pairStandard } = lexicon
  return Array.from(
    spunPairs.subarray(spunStarts[form]!, spunStarts[form + 1]!),
    (pair) => pairStandard[pair]!,
  )
}

/** Words near a form in the lexicon: standard words of its pairs, values of a standard word; none of the other meaning. */
function akinTo({ lexicon }: Candidates, form: number, side: 'standards' | 'values'): number[] {
  const { spunStarts, spunPairs, pairStandard, standardStarts, standardPairs, pairSpun, entryOf } = lexicon
  const pairs =
    side === 'standards'
      ? spunPairs.subarray(spunStarts[form]!, spunStarts[form + 1]!)
      : standardPairs.subarray(standardStarts[form]!, standardStarts[form + 1]!)
  const others = side === 'standards' ? pairStandard : pairSpun
  return [...pairs].filter((pair) => entryOf(pair).kind !== 'antonym').map((pair) => others[pair]!)
}

/** Standard words near a form in the lexicon that are none of its own, as many as are ever tried. */
function findKin(candidates: Candidates, form: number, known: ReadonlySet<number>): readonly number[] {
  const found = new Set<number>()
  const add = (standard: number) => {
    if (!known.has(standard) && isStandard(candidates, standard)) found.add(standard)
  }
  const values = akinTo(candidates, form, 'values')
  values.forEach(add)
  for (const standard of akinTo(candidates, form, 'standards')) {
    akinTo(candidates, standard, 'values').forEach(add)
  }
  for (const value of values) akinTo(candidates, value, 'standards').forEach(add)
  return [...found].slice(0, mostCandidates)
}

/**
 * Pairs of a form that the lexicon holds and no tool is known to have, by their standard words: dear where a word is read by
 * itself, so that the places of the document together must speak for them. None of the other meaning.
 */
function heldPairs(candidates: Candidates, form: number): Map<number, number> {
  const { spunStarts, spunPairs, pairStandard, entryOf } = candidates.lexicon
  const held = new Map<number, number>()
  for (let index = spunStarts[form]!; index < spunStarts[form + 1]!; index++) {
    const pair = spunPairs[index]!
    const entry = entryOf(pair)
    if (entry.kind === 'antonym' || entry.standard.length === 1) continue
    if (isAttested(entry) && !isReversedOnly(entry)) continue
    if (isStandard(candidates, pairStandard[pair]!)) held.set(pairStandard[pair]!, pair)
  }
  return held
}

/** What the lexicon says of a form. */
interface FormKnowledge {
  /** Itself, and the standard words of its pairs. */
  readonly known: ReadonlySet<number>
  readonly kin: readonly number[]
  readonly held: ReadonlyMap<number, number>
}

const unknownForm: FormKnowledge = { known: new Set(), kin: [], held: new Map() }

/** So many forms are remembered for each set of candidates: some megabytes. */
const mostForms = 1 << 11
const knowledge = new WeakMap<Float32Array, Map<number, FormKnowledge>>()

/** What the lexicon says of a form; nothing of none. */
export function knowledgeOf(candidates: Candidates, form: number | undefined): FormKnowledge {
  if (form === undefined) return unknownForm
  const byForm = knowledge.get(candidates.frequency) ?? new Map<number, FormKnowledge>()
  knowledge.set(candidates.frequency, byForm)
  let found = byForm.get(form)
  if (found === undefined) {
    if (byForm.size === mostForms) byForm.clear()
    const known = new Set([form, ...standardsOf(candidates, form)])
    found = { known, kin: findKin(candidates, form, known), held: heldPairs(candidates, form) }
    byForm.set(form, found)
  }
  return found
}
