/**
 * Checks a total against a list of its parts: whether the sum holds, whether it solves a masked figure, and which
 * misprint would explain a sum that does not hold. The caller decides whether the text claims the sum.
 */
import type { ExactDecimal } from '../model/decimal.js'
import { decimal, toValue } from '../model/decimal.js'
import type { Fact } from '../model/fact.js'
import type { CheckDraft } from './contract.js'
import { sumExpression } from './expressions.js'
import type { Figure } from './intervals.js'
import { addIntervals, meet, subtractIntervals } from './intervals.js'
import { chanceOfMisprint, misprintTo } from './misprints.js'
import { solveMask } from './solve.js'

/** How surely the text gives all parts of the total, in [0, 1]: the chance of a look-alike misprint that is put up with. */
export type Completeness = number

/** The list is complete: the text says so. */
export const complete: Completeness = 1

/** Parts named by traits that may overlap rarely add up, so a look-alike must be rarer. */
const chanceAmongTraits = 0.02

/** Share of the total up to which a difference that no misprint explains is still one of these parts and this total. */
const mostGap = 0.25

export interface Sum {
  readonly total: Figure
  readonly parts: readonly Figure[]
  readonly completeness: Completeness
  /** Parts may overlap, so that they may exceed their total together. */
  readonly overlap: boolean
}

export function sumValues(figures: readonly Figure[]): ExactDecimal | null {
  let sum = decimal(0)
  for (const { value } of figures) {
    if (value === null) return null
    sum = sum.plus(value)
  }
  return sum
}

interface MisprintExplanation {
  readonly code: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** The one figure whose misprint mends the sum, the total first; whether others could too is left open. */
function explainByMisprint({ total, parts }: Sum, sum: ExactDecimal): MisprintExplanation | undefined {
  const missing = total.value!.minus(sum)
  for (const figure of [total, ...parts]) {
    const needed = figure === total ? sum : figure.value!.plus(missing)
    const misprint = misprintTo(figure, needed)
    if (misprint) {
      return {
        code: misprint.code,
        parameters: { fact: figure.fact.id, printed: figure.fact.text, value: misprint.value },
      }
    }
  }
  return undefined
}

function explain(sum: Sum, computed: ExactDecimal): MisprintExplanation {
  const { total, parts } = sum
  if (total.value!.eq(parts[0]!.value!)) {
    return { code: 'total-equals-first-part', parameters: { part: parts[0]!.fact.text } }
  }
  const misprint = explainByMisprint(sum, computed)
  if (misprint !== undefined) return misprint
  const excess = computed.minus(total.value!)
  const twice = parts.find(({ value }) => value!.eq(excess))
  if (twice) return { code: 'part-beside-total', parameters: { part: twice.fact.text } }
  return { code: excess.gt(0) ? 'parts-exceed-total' : 'sum-differs' }
}

/** Whether a difference is a finding: the text claims the sum, or a single misprint explains it better than chance. */
function isClaimed(sum: Sum, computed: ExactDecimal): boolean {
  const { total, parts, completeness, overlap } = sum
  const isCopied = computed.gt(total.value!) && total.value!.eq(parts[0]!.value!)
  if (isCopied && !overlap && completeness > 0) return true
  if (completeness >= complete) {
    return (
      computed.div(total.value!).minus(1).abs().lte(mostGap) || explainByMisprint(sum, computed) !== undefined
    )
  }
  // Parts above their total are rare enough by themselves to bear out a misprint.
  const isExcess = computed.gt(total.value!)
  const traits = Math.min(completeness, chanceAmongTraits)
  const limit = overlap ? traits : isExcess ? 3 * completeness : completeness
  return explainByMisprint(sum, computed) !== undefined && chanceOfMisprint(total) <= limit
}

function draftSum(
  total: Fact,
  parts: readonly Fact[],
  rest: Pick<CheckDraft, 'state' | 'severity' | 'code'> & Partial<CheckDraft>,
): CheckDraft {
  return {
    expression: sumExpression(total, parts),
    stated: total.value,
    computed: null,
    difference: null,
    solution: null,
    facts: [total.id, ...parts.map(({ id }) => id)],
    ...rest,
  }
}

function solveSum({ total, parts, completeness }: Sum, facts: readonly Fact[]): CheckDraft | undefined {
  const unknown = [total, ...parts].filter(({ kind }) => kind === 'masked')
  if (unknown.length !== 1 || completeness < 0.02) return undefined
  const [mask] = unknown
  const known = parts.filter((part) => part !== mask)
  const others = addIntervals(known)
  const solution = solveMask(mask!, mask === total ? others : subtractIntervals(total, others))
  if (solution.kind === 'none') {
    if (completeness < complete) return undefined
    return draftSum(total.fact, facts, { state: 'mismatch', severity: 'error', code: 'no-value-fits-mask' })
  }
  if (solution.kind === 'many') {
    return draftSum(total.fact, facts, { state: 'unconfirmed', severity: 'info', code: 'mask-stays-open' })
  }
  return draftSum(total.fact, facts, {
    state: 'solved',
    severity: 'info',
    code: 'mask-solved',
    solution: solution.value,
    solves: { fact: mask!.fact.id, value: solution.value },
  })
}

/** The check of one sum; undefined where the text claims nothing that its figures could break. */
export function checkSum(sum: Sum): CheckDraft | undefined {
  const { total, parts } = sum
  const facts = parts.map(({ fact }) => fact)
  const figures = [total, ...parts]
  if (figures.some(({ kind }) => kind === 'masked')) return solveSum(sum, facts)
  const isLoose = figures.some(({ kind }) => kind === 'loose')
  const computed = sumValues(parts)
  const shownSum = computed === null ? null : toValue(computed)
  if (!isLoose && computed!.eq(total.value!)) {
    return draftSum(total.fact, facts, {
      state: 'holds',
      severity: 'info',
      code: 'as-stated',
      computed: shownSum,
    })
  }
  if (meet(total, addIntervals(parts))) {
    if (isLoose && sum.completeness < complete) return undefined
    return draftSum(total.fact, facts, {
      state: isLoose ? 'approximate' : 'rounding',
      severity: 'info',
      code: isLoose ? 'within-bounds' : 'rounded',
      computed: shownSum,
    })
  }
  if (computed === null || total.value === null) return undefined
  if (isLoose ? sum.completeness < complete : !isClaimed(sum, computed)) return undefined
  return draftSum(total.fact, facts, {
    state: 'mismatch',
    severity: isLoose ? 'warning' : 'error',
    computed: shownSum,
    difference: toValue(total.value.minus(computed)),
    ...explain(sum, computed),
  })
}
