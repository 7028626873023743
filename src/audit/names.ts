/** What the name of a ratio says about it. */
import type { Fact } from '../model/fact.js'
import type { ClaimTable } from '../resources/claims.js'

const quotientMeasures: ReadonlySet<string> = new Set(['percent', 'rate', 'ratio', 'multiple', 'other'])

/** A ratio whose whole is named with it: 占在校学生总数比重. */
export function isShare({ head, indicator }: Fact, claims: ClaimTable): boolean {
  return claims.says('share', head ?? '') || claims.says('share', indicator)
}

/** A quotient of two figures by its name and measure, and no change of one. */
export function isRate(fact: Fact, claims: ClaimTable): boolean {
  return (
    fact.role !== 'change' &&
    quotientMeasures.has(fact.measure) &&
    claims.says('rate', fact.head ?? fact.indicator)
  )
}

/** The name of a rate without the word for the quotient: 入学 of 入学率. */
export function rateStem(name: string, claims: ClaimTable): string {
  for (let length = 1; length <= 2; length++) {
    if (name.length > length && claims.says('rate', name.slice(-length))) return name.slice(0, -length)
  }
  return name
}
