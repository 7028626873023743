/** Formulas with the printed figures, as codes and numbers. Prose about them is made on output. */
import type { ExactDecimal } from '../model/decimal.js'
import { toValue } from '../model/decimal.js'
import type { Exact } from '../model/exact.js'
import type { Fact } from '../model/fact.js'

/** The printed number without its unit, with the word that bounds it: 1520余, 20xx. */
export function printedNumber(fact: Fact): string {
  const number = fact.unit === '' ? fact.text : fact.text.replace(fact.unit, '')
  return number === '' ? fact.text : number
}

/** Printed figures of a formula; units are shown where they differ. */
export function printedTerms(facts: readonly Fact[]): string[] {
  const isPlain = facts.every(({ unit }) => unit === facts[0]!.unit)
  return facts.map((fact) => (isPlain ? printedNumber(fact) : fact.text))
}

export function sumExpression(total: Fact, parts: readonly Fact[]): string {
  const [whole, ...terms] = printedTerms([total, ...parts])
  return `${terms.join(' + ')} = ${whole}`
}

export function ratioExpression(ratio: Fact, part: Fact, whole: Fact): string {
  const [above, below] = printedTerms([part, whole])
  return `${above} / ${below} = ${ratio.text}`
}

/** A value to as many decimals as are worth showing. */
export function shown(value: ExactDecimal, decimals: number): Exact {
  return toValue(value.toDecimalPlaces(decimals))
}
