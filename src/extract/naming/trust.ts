/**
 * How far the chosen names of a document are to be trusted: small trees weigh what is known of each choice, and what such
 * choices came to in texts of kinds that they had not seen is the confidence. It changes no name, and no tie between figures.
 */

import type { Naming } from '../../resources/naming.js'
import { confidenceAt, trustOf } from '../../resources/naming.js'
import type { Mention } from '../mentions/mention.js'
import type { Candidate } from './candidates.js'
import { ofEarlier } from './core.js'
import { stemOf } from './divisions.js'
import { featureNames } from './features.js'
import type { Place } from './place.js'

/** Features of the chosen name that tell of its trust. */
const told = [
  'noun-length',
  'in-one-piece',
  'core-length',
  'first-qualifier',
  'break',
  'known',
  'name-opens',
  'in-sentence',
  'in-paragraph',
  'own-length',
  'last-qualifier',
  'core:tail',
  'core:tail-neighbours',
  'core-opens',
  'least-pair',
  'ways',
  'length',
  'listed',
  'respective',
  'part',
  'bound',
  'change',
  'begins-with-own',
  'collisions',
].map((name) => featureNames.indexOf(name))

/** The choice: its likelihood, with that of the name it is made of, how far behind it others are, and how much says nearly the same. */
const ofChoice = ['likely', 'with-source', 'source', 'last', 'odds', 'second', 'third', 'same', 'longer']
/** The document: headings above, earlier figures of the name, all that are called so, and names that say more. */
const ofDocument = ['headings', 'called-before', 'called', 'said-longer']

export const evidenceNames: readonly string[] = [
  ...told.map((at) => featureNames[at]!),
  ...ofChoice,
  ...ofDocument,
]
/** Where the numbers of the document stand. */
const documentAt = told.length + ofChoice.length

/** How far ahead of others a choice is that has none. */
const alone = 20

/** How likely the earlier name is that a candidate is made of, where it is of one. */
function sourceOf({ mention, indexOf, index, found }: Place, { core, owner }: Candidate): number {
  if (core.kind === 'changed') return found.likelies[indexOf(mention.change!.of!)] ?? 1
  if (ofEarlier.has(core.kind)) return found.likelies[index - core.distance] ?? 1
  return found.likelies[owner.of] ?? 1
}

/** What the candidates of one figure were worth. */
export interface Weighed {
  readonly odds: readonly number[]
  /** The place of the best one. */
  readonly best: number
  /** The odds of each against the best one, and their sum. */
  readonly shares: readonly number[]
  readonly all: number
}

/** The distance to the second best and to the third. */
function leadsOf(odds: readonly number[], best: number): [number, number] {
  let second = Number.NEGATIVE_INFINITY
  let third = Number.NEGATIVE_INFINITY
  for (let at = 0; at < odds.length; at++) {
    const value = odds[at]!
    if (at === best) continue
    if (value > second) [second, third] = [value, second]
    else if (value > third) third = value
  }
  return [Math.min(alone, odds[best]! - second), Math.min(alone, odds[best]! - third)]
}

/** What shares of the choice the candidates have that say the same with other signs, and those that say more. */
function sameAndLonger(candidates: readonly Candidate[], shares: readonly number[], stem: string) {
  let same = 0
  let longer = 0
  for (let at = 0; at < candidates.length; at++) {
    const other = stemOf(candidates[at]!.name)
    if (other === stem) same += shares[at]!
    else if (other.endsWith(stem)) longer += shares[at]!
  }
  return { same, longer }
}

/**
 * What is known of a choice; the numbers of its document are added when that is read to its end.
 */
export function evidenceOf(
  place: Place,
  candidates: readonly Candidate[],
  { odds, best, shares, all }: Weighed,
  features: Float32Array,
): Float32Array {
  const { same, longer } = sameAndLonger(candidates, shares, stemOf(candidates[best]!.name))
  const likely = 1 / all
  const source = sourceOf(place, candidates[best]!)
  const evidence = new Float32Array(evidenceNames.length)
  for (let at = 0; at < told.length; at++) evidence[at] = features[told[at]!]!
  const [second, third] = leadsOf(odds, best)
  const { likelies } = place.found
  const of = [likely, likely * source, source, likelies[place.index - 1] ?? 1, odds[best]!]
  evidence.set([...of, second, third, same / all, longer / all], told.length)
  likelies[place.index] = likely * source
  return evidence
}

/** How often figures of a document are called so, and how many other names end with the same words. */
class Called {
  private readonly all = new Map<string, number>()
  private readonly before = new Map<string, number>()
  private readonly longer = new Map<string, number>()

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) {
      if (mention.role === 'change') continue
      const stem = stemOf(mention.name)
      this.all.set(stem, (this.all.get(stem) ?? 0) + 1)
    }
    for (const stem of this.all.keys()) {
      for (let at = 1; at + 2 <= stem.length; at++) {
        const end = stem.slice(at)
        if (this.all.has(end)) this.longer.set(end, (this.longer.get(end) ?? 0) + 1)
      }
    }
  }

  /** The numbers of the next figure, in order. */
  next({ name, section }: Mention): [number, number, number, number] {
    const stem = stemOf(name)
    const before = this.before.get(stem) ?? 0
    this.before.set(stem, before + 1)
    return [section.length, before, this.all.get(stem) ?? 0, this.longer.get(stem) ?? 0]
  }
}

/** What has no name is not sure. */
const surestNameless = 0.3

/** Says of each figure whose name was chosen how sure that is, once the figures of the document have their names. */
export function trustNames(mentions: readonly Mention[], { trust }: Naming): void {
  const chosen = mentions.filter(({ evidence }) => evidence !== null)
  const called = new Called(chosen)
  for (const mention of chosen) {
    const evidence = mention.evidence!
    evidence.set(called.next(mention), documentAt)
    const sure = confidenceAt(trust.confidences, trustOf(trust.forest, evidence))
    mention.confidence = mention.name.head === '' ? Math.min(sure, surestNameless) : sure
  }
}
