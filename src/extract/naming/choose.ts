/**
 * Chooses the names of the figures of a paragraph, one after the other, among their candidates: by the trees that
 * `npm run names` grows on annotated texts. How sure a name is comes from what such choices were worth in texts of kinds
 * that the trees had not seen.
 */

import { most } from '../../model/lists.js'
import type { Naming } from '../../resources/naming.js'
import { confidenceOf } from '../../resources/naming.js'
import { scorerOf } from '../../resources/scorer.js'
import type { Discourse } from '../mentions/discourse.js'
import { term } from '../names/heads.js'
import type { Name } from '../names/name.js'
import type { Candidate } from './candidates.js'
import { candidatesOf } from './candidates.js'
import { featureNames, featuresOf, featuresOfCore, featuresOfPlace } from './features.js'
import type { Place } from './place.js'
import { placesOf } from './place.js'
import { settledAt } from './settled.js'
import { evidenceOf } from './trust.js'

/** The place of the best candidate, and how likely it is against the others. */
export interface Choice {
  readonly at: number
  readonly likely: number
  /** What says how far it can be trusted; null where nobody weighed it. */
  readonly evidence: Float32Array | null
}

/** Decides between candidates; one of training says what annotators say. */
export type Chooser = (place: Place, candidates: readonly Candidate[]) => Choice

/** How far ahead of all others by the trees a name is that grammar settles. */
const settledLead = 1

/** The one that grammar settles on, else the best by the trees; the candidates share the probability by their odds. */
function makeChooser({ forest }: Naming): Chooser {
  const scorer = scorerOf(forest, [featuresOfPlace, featuresOfCore])
  return (place, candidates) => {
    const odds: number[] = []
    const chosen = new Float32Array(featureNames.length)
    const settled = settledAt(place, candidates)
    let best = Math.max(0, settled)
    for (const features of featuresOf(place, candidates)) {
      const at = odds.length
      if (at === 0) scorer.share(0, features)
      if (at === 0 || candidates[at]!.core !== candidates[at - 1]!.core) scorer.share(1, features)
      odds.push(scorer.odds(features))
      if (settled >= 0 ? at !== settled : at > 0 && odds[at]! <= odds[best]!) continue
      best = at
      chosen.set(features)
    }
    if (settled >= 0) odds[settled] = most(odds) + settledLead
    const shares = odds.map((value) => Math.exp(value - odds[best]!))
    const all = shares.reduce((sum, share) => sum + share, 0)
    const weighed = { odds, best, shares, all }
    return { at: best, likely: 1 / all, evidence: evidenceOf(place, candidates, weighed, chosen) }
  }
}

const choosers = new WeakMap<Naming, Chooser>()

/** The chooser of some naming, made when it is first asked for. */
export function chooserOf(naming: Naming): Chooser {
  const known = choosers.get(naming) ?? makeChooser(naming)
  choosers.set(naming, known)
  return known
}

/** Keeps the names that the rules gave, but for those that are cut off. */
export const ruledChooser: Chooser = (_, candidates) => ({
  at: Math.max(
    0,
    candidates.findIndex(({ ways }) => ways.includes('ruled')),
  ),
  likely: 1,
  evidence: null,
})

/** How many figures back the growth stands that grew or fell by points. */
const growthReach = 4

/** 客运量增长2.8%,比一季度回落0.2个百分点: what fell is the growth that was told before, not 客运量. */
function withGrowth({ mention, mentions, index, table }: Place, name: Name): Name {
  if (mention.change?.kind !== 'points') return name
  const isOfGrowth = mentions
    .slice(Math.max(0, index - growthReach), index)
    .some(
      (other) =>
        other.change?.kind === 'percent' &&
        other.sentence === mention.sentence &&
        other.name.indicator === name.indicator,
    )
  if (!isOfGrowth) return name
  const { thing } = term(table, 'growth')
  return { ...name, indicator: name.indicator + thing, head: thing, id: null }
}

/**
 * Names every figure of a paragraph. Until the document is read to its end a name is as sure as others that are so likely;
 * what the rules doubt is no surer for being chosen.
 */
export function chooseNames(discourse: Discourse, choose: Chooser): void {
  const { naming } = discourse.around
  for (const place of placesOf(discourse)) {
    const { mention } = place
    const candidates = candidatesOf(place)
    const { at, likely, evidence } = choose(place, candidates)
    const { name, core, ways } = candidates[at]!
    const sure = confidenceOf(naming, likely)
    mention.confidence = ways.includes('ruled') ? Math.min(mention.confidence, sure) : sure
    mention.implicit ||= core.kind !== 'own' && name.indicator !== mention.name.indicator
    mention.name = withGrowth(place, name)
    mention.evidence = evidence
  }
}
