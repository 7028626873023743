/** What the names of facts say about their relation to each other. */
import { type Fact, likelyName } from '../model/fact.js'
import type { ClaimTable } from '../resources/claims.js'
import { periodKey } from './identity.js'

const quotientMeasures: ReadonlySet<string> = new Set(['percent', 'rate', 'ratio', 'multiple', 'other'])

/** A ratio whose whole is named with it: 占在校学生总数比重. */
export function isShare({ head, indicator }: Fact, claims: ClaimTable): boolean {
  return claims.says('share-name', head ?? '') || claims.says('share-name', indicator)
}

/** A quotient of two figures by its name and measure, and no change of one. */
export function isRate(fact: Fact, claims: ClaimTable): boolean {
  return (
    fact.role !== 'change' &&
    quotientMeasures.has(fact.measure) &&
    claims.says('rate', fact.head ?? fact.indicator)
  )
}

/** Whether a figure is by its name no sum of those of its parts: 人均收入, 价格指数. */
export function isAverage({ indicator }: Fact, { says }: ClaimTable): boolean {
  return says('average', indicator) || says('not-additive', indicator)
}

const notAdded: ReadonlySet<string> = new Set([
  'percent',
  'percentage-point',
  'rate',
  'ratio',
  'multiple',
  'index',
  'rank',
])

/** Whether a figure is an amount that a sum may have. */
export function isSummand(fact: Fact, claims: ClaimTable): boolean {
  return (
    fact.role !== 'change' && fact.ratio === null && !notAdded.has(fact.measure) && !isAverage(fact, claims)
  )
}

/** The name of a rate without the word for the quotient: 入学 of 入学率. */
export function rateStem(name: string, claims: ClaimTable): string {
  for (let length = 1; length <= 2; length++) {
    if (name.length > length && claims.says('rate', name.slice(-length))) return name.slice(0, -length)
  }
  return name
}

/** Whether all characters of one name come in the other, in order. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

/** How well two names pair: `same` but for the words of the limit, `like` where one says more, or not at all. */
export function pairNames(smaller: Fact, larger: Fact, claims: ClaimTable): 'same' | 'like' | undefined {
  const [a, b] = [smaller.indicator, larger.indicator]
  for (const limit of claims.limits) {
    if (!a.includes(limit.smaller) || !b.includes(limit.larger)) continue
    if (a.includes(limit.larger) || b.includes(limit.smaller)) continue
    const [restA, restB] = [a.replace(limit.smaller, ''), b.replace(limit.larger, '')]
    if (restA === restB) return 'same'
    return isWithin(restA, restB) || isWithin(restB, restA) ? 'like' : undefined
  }
  return undefined
}

/** The whole that a share names: 在校学生总数 of 寄宿学生占在校学生总数比重. */
const namedWhole = /^[^占]*占(.{2,})(?:比重|比例|份额)$/

/** How much of the named whole must stand in the name of the fact that is taken for it. */
const leastOverlap = 0.6

/** Whether a fact is surely called like the whole that a share names; true where the share names none. */
export function namesWhole(share: Fact, whole: Fact): boolean {
  const named = namedWhole.exec(share.indicator)?.[1]
  if (named === undefined) return true
  if (whole.confidence < likelyName) return false
  const characters = [...named]
  const shared = characters.filter((character) => whole.indicator.includes(character))
  return shared.length / characters.length >= leastOverlap
}

/** Whether facts speak of one time, as far as they say. */
export function samePeriod(fact: Fact, others: readonly Fact[]): boolean {
  const when = periodKey(fact)
  // A plan for the year is what half a year is measured against.
  return others.every(
    (other) =>
      when === null || other.status !== 'actual' || periodKey(other) === null || periodKey(other) === when,
  )
}
