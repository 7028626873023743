/**
 * The lists of two public tools, which stay outside of the project: what they hold is held against the lexicon, to
 * say how much of running text it covers and which of its pairs they attest. Nothing of them is written anywhere.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ListedPair, PairEvidence } from '../../src/model/pair.js'
import { toolPairKey } from '../../src/resources/tools.js'

/** Values by standard word. */
export type ReferenceList = ReadonlyMap<string, ReadonlySet<string>>

export function parseReference(text: string): ReferenceList {
  const list = new Map<string, Set<string>>()
  for (const line of text.split(/\r?\n/)) {
    const [standard, spun] = line.trim().split('→')
    if (!standard || !spun || standard === spun) continue
    const values = list.get(standard)
    if (values) values.add(spun)
    else list.set(standard, new Set([spun]))
  }
  return list
}

/** Both lists of DIR/reference. */
export function readReferences(data: string): readonly [ReferenceList, ReferenceList] {
  const read = (number: number) =>
    parseReference(readFileSync(join(data, 'reference', `substitution-pairs-${number}.txt`), 'utf8'))
  return [read(1), read(2)]
}

type Sides = Pick<ListedPair, 'standard' | 'spun'>

export interface Coverage {
  /** Share of the occurrences that falls on pairs held. */
  readonly share: number
  /** Pairs not held with their occurrences, heaviest first. */
  readonly missing: readonly (Sides & { readonly count: number })[]
}

/** How much of running text a lexicon covers: a word's occurrences are shared equally among its values in the list. */
export function coverageOf(
  list: ReferenceList,
  counts: ReadonlyMap<string, number>,
  holds: (sides: Sides) => boolean,
): Coverage {
  let all = 0
  let held = 0
  const missing: (Sides & { readonly count: number })[] = []
  for (const [standard, values] of list) {
    const count = (counts.get(standard) ?? 0) / values.size
    if (count === 0) continue
    for (const spun of values) {
      all += count
      if (holds({ standard, spun })) held += count
      else missing.push({ standard, spun, count })
    }
  }
  missing.sort((a, b) => b.count - a.count || (a.standard < b.standard ? -1 : 1))
  return { share: all === 0 ? 1 : held / all, missing }
}

/** Evidence that the lists do not speak about. */
const ownEvidence: readonly PairEvidence[] = ['report', 'learned']

function holds(list: ReferenceList, { standard, spun }: Sides): boolean {
  return list.get(standard)?.has(spun) === true
}

/** Those of our pairs that a list holds, as `corpus/tools` has them. */
export function heldBy(list: ReferenceList, pairs: readonly Sides[]): string[] {
  return pairs
    .filter((pair) => holds(list, pair))
    .map(({ standard, spun }) => toolPairKey(standard, spun))
    .sort()
}

/** The evidence of a pair beside the tools that hold it; where there is none, it is our knowledge. */
export function attest(
  { standard, spun, evidence }: Sides & { readonly evidence: readonly string[] },
  lists: readonly ReferenceList[],
): PairEvidence[] {
  const isHeld = lists.some((list) => holds(list, { standard, spun }))
  const isReversed = lists.some((list) => holds(list, { standard: spun, spun: standard }))
  const attested: PairEvidence[] = !isHeld && isReversed ? ['reversed'] : []
  attested.push(...ownEvidence.filter((one) => evidence.includes(one)))
  return attested.length === 0 ? ['knowledge'] : attested
}
