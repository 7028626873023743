/**
 * What the parameters of the repair are fitted on: a mixture of procedures and registers, the odd documents of each set.
 * Even ones are for scoring.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/resources/lexicon.js'
import { corpusPath } from '../../src/resources/tsv.js'
import { spinByHybridTools } from '../eval/hybrid-tool.js'
import { keepPairs, putInParagraphs } from '../eval/made-sets.js'
import { spinByOpenTools } from '../eval/open-tool.js'
import type { EvaluationText } from '../eval/sets.js'
import { isHeldBack, readOwnReport, readSet } from '../eval/sets.js'

/** Sets of DIR/dev that hold swaps, and those that are clean. */
const spunSets = ['spun-known', 'spun-other', 'spun-unseen', 'spun-mixed', 'spun-site', 'damaged'] as const
const wildSets = ['wild-spun', 'wild-half'] as const
const cleanSets = ['clean', 'wild-clean'] as const

/** Share of the pairs that a short list keeps, and the seed of what is drawn. */
const shortList = 0.2
const seed = 1
/** Texts of the set with hidden pairs: many proposals are weighed in each. */
const hiddenTexts = 30

/** The set that is repaired with a share of the pairs hidden from the lexicon, drawn by a seed. */
export const hidden = { set: 'hidden', share: 0.3, seed: 7 } as const

/** The own reports that have gold, damaged. */
function readOwnReports(): EvaluationText[] {
  const folder = corpusPath('reports')
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'gold.json')))
    .map((name) => readOwnReport(join(folder, name)))
}

/** The odd documents of every set, read and made. */
export function readFittingSets(data: string, lexicon: Lexicon): Map<string, EvaluationText[]> {
  const read = (name: string) => readSet(join(data, 'dev'), name)
  const sets = new Map<string, EvaluationText[]>()
  for (const name of [...spunSets, ...wildSets, ...cleanSets]) sets.set(name, read(name))
  sets.set('short-list', keepPairs(sets.get('spun-known')!, shortList, seed))
  sets.set('paragraph', putInParagraphs(sets.get('wild-clean')!, sets.get('spun-known')!, seed))
  sets.set(hidden.set, sets.get('spun-known')!.slice(0, hiddenTexts))
  sets.set('own', readOwnReports())
  sets.set('open reports', spinByOpenTools(sets.get('clean')!, lexicon, seed))
  sets.set('open wild', spinByOpenTools(sets.get('wild-clean')!, lexicon, seed))
  sets.set('hybrid reports', spinByHybridTools(sets.get('clean')!, lexicon, seed))
  sets.set('hybrid wild', spinByHybridTools(sets.get('wild-clean')!, lexicon, seed))
  return new Map([...sets].map(([name, texts]) => [name, texts.filter((text) => !isHeldBack(text))]))
}

/** SHA-256 of the texts and gold of each set. */
export function digestsOf(sets: ReadonlyMap<string, readonly EvaluationText[]>): Record<string, string> {
  return Object.fromEntries(
    [...sets].map(([name, texts]) => [
      name,
      createHash('sha256')
        .update(JSON.stringify(texts.map(({ text, gold }) => [text, gold])))
        .digest('hex'),
    ]),
  )
}
