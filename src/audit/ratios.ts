/**
 * Checks a printed ratio against its part and its whole. The share of a named whole is always a claim; a rate is a
 * claim if its part and whole are near it. If the base is usually not printed (辍学率), the relation stays unconfirmed.
 */
import type { ExactDecimal, Interval } from '../model/decimal.js'
import { decimal, toDecimal } from '../model/decimal.js'
import type { Fact } from '../model/fact.js'
import type { CheckDraft } from './contract.js'
import { ratioExpression, shown } from './expressions.js'
import type { Figure } from './intervals.js'
import { allowTruncation, baseFigure, divideIntervals, meet, scaleInterval } from './intervals.js'
import { misprintsOf, misprintTo } from './misprints.js'
import { solveMask } from './solve.js'
import type { FactView } from './view.js'

const hundred = decimal(100)
const one = decimal(1)

/** What a quotient is multiplied by to be in the unit of the printed ratio: 100 for %, 1000 for ‰, 10 for 成. */
function multiplierOf(ratio: Fact): ExactDecimal | undefined {
  if (ratio.measure === 'multiple' && ratio.unit !== ratio.base.unit) return undefined
  if (ratio.base.unit !== '%') return one
  if (ratio.unit === '%') return hundred
  if (ratio.value === null || ratio.base.value === null || toDecimal(ratio.value).isZero()) return undefined
  return hundred.times(toDecimal(ratio.value)).div(toDecimal(ratio.base.value))
}

export interface RatioTerms {
  readonly ratio: Figure
  readonly part: Figure
  readonly whole: Figure
  readonly multiplier: ExactDecimal
  /** What part and whole make, in the unit of the printed ratio. */
  readonly quotient: Interval
}

/** An average of one measure over another (万元 over 名), all in base units; undefined if it is not one. */
function averageOf(fact: Fact, part: Fact, whole: Fact): RatioTerms | undefined {
  if (fact.base.unit !== part.base.unit) return undefined
  const [ratio, above, below] = [fact, part, whole].map(baseFigure)
  const quotient = above && below && divideIntervals(above, below)
  if (ratio === undefined || quotient === undefined) return undefined
  return { ratio, part: above!, whole: below!, multiplier: one, quotient }
}

/** The figures of a ratio; undefined where they do not go together. */
export function ratioOf(fact: Fact, part: Fact, whole: Fact, view: FactView): RatioTerms | undefined {
  const pair = view.figures([part, whole])
  if (pair === undefined) return averageOf(fact, part, whole)
  const own = view.figures([fact])
  const multiplier = multiplierOf(fact)
  if (own === undefined || multiplier === undefined) return undefined
  const [above, below] = pair
  const quotient = divideIntervals(above!, below!)
  if (quotient === undefined) return undefined
  return {
    ratio: own[0]!,
    part: above!,
    whole: below!,
    multiplier,
    quotient: scaleInterval(quotient, multiplier),
  }
}

/** The same ratio with another value in place of one of its figures. */
function withFigure(terms: RatioTerms, figure: Figure, value: ExactDecimal): Interval | undefined {
  const { part, whole, multiplier } = terms
  const shift = value.minus(figure.value!)
  const moved = { low: figure.low.plus(shift), high: figure.high.plus(shift) }
  const quotient = divideIntervals(figure === part ? moved : part, figure === whole ? moved : whole)
  return quotient && scaleInterval(quotient, multiplier)
}

/** What single misprint would make the ratio hold, that of the ratio itself first. */
function explainRatio(terms: RatioTerms, computed: ExactDecimal) {
  const { ratio, part, whole } = terms
  const unit = ratio.value!.div(toDecimal(ratio.fact.value!))
  const own = misprintTo(ratio, computed.div(unit).toDecimalPlaces(ratio.fact.printed.decimals).times(unit))
  const other = [part, whole].flatMap((figure) =>
    misprintsOf(figure).filter(({ needed }) => {
      const quotient = withFigure(terms, figure, needed)
      return quotient !== undefined && meet(ratio, quotient)
    }),
  )
  const misprint = own ?? other[0]
  if (misprint === undefined) return { code: 'ratio-differs' }
  const { fact } = misprint.figure
  return { code: misprint.code, parameters: { fact: fact.id, printed: fact.text, value: misprint.value } }
}

/** How many facts before a ratio, and how many levels of totals, are tried as its whole. */
const reachWhole = 16
const mostLevels = 4

/** A quotient so far from the printed ratio that its part and whole are hardly meant, unless a misprint explains it. */
const mostGap = 0.05

/**
 * One so near, which no misprint explains, was rather worked out from a base that was adjusted after it, or from figures
 * before they were rounded: worth a look, and no proof of an error.
 */
const slightGap = 0.005

const gapOf = (ratio: Figure, computed: ExactDecimal) => computed.div(ratio.value!).minus(1).abs()

function solveRatio(
  terms: RatioTerms,
  draft: (rest: Partial<CheckDraft>) => CheckDraft,
): CheckDraft | undefined {
  const { ratio, part, whole, multiplier } = terms
  const masks = [ratio, part, whole].filter(({ kind }) => kind === 'masked')
  if (masks.length !== 1 || masks[0] === ratio) return undefined
  const share = scaleInterval(ratio, one.div(multiplier))
  const allowed =
    masks[0] === part
      ? { low: share.low.times(whole.low), high: share.high.times(whole.high) }
      : divideIntervals(part, share)
  if (allowed === undefined) return undefined
  const solution = solveMask(masks[0]!, allowed)
  if (solution.kind !== 'one') return draft({ state: 'unconfirmed', code: 'mask-stays-open' })
  return draft({
    state: 'solved',
    code: 'mask-solved',
    solution: solution.value,
    solves: { fact: masks[0]!.fact.id, value: solution.value },
  })
}

/** Figures that a ratio may be measured against instead of `whole`: those of its sentence, and the totals above its part. */
function otherWholes(fact: Fact, part: Fact, whole: Fact, view: FactView): Fact[] {
  const at = view.orderOf(fact)
  const near = view.facts
    .slice(Math.max(0, at - reachWhole), at)
    .filter((other) => other.sentence.start === fact.sentence.start)
  const totals: Fact[] = []
  let above = part.partOf
  while (above !== null && totals.length < mostLevels) {
    const total = view.fact(above)
    if (total === undefined) break
    totals.push(total)
    above = total.partOf
  }
  return [...near, ...totals].filter((other) => other !== part && other !== whole && other.role !== 'change')
}

/** Whether the ratio is right against another figure near it, so that `whole` is rather our misreading. */
export function fitsAnotherWhole(fact: Fact, part: Fact, whole: Fact, view: FactView): boolean {
  return otherWholes(fact, part, whole, view).some((other) => {
    const terms = ratioOf(fact, part, other, view)
    return terms !== undefined && meet(terms.ratio, terms.quotient)
  })
}

/** The check of one ratio; `isClaimed` is whether a difference is a finding. */
export function checkRatio(terms: RatioTerms, isClaimed: boolean): CheckDraft | undefined {
  const { ratio, part, whole, multiplier, quotient } = terms
  const draft = (rest: Partial<CheckDraft>): CheckDraft => ({
    state: 'unconfirmed',
    severity: 'info',
    code: 'base-not-stated',
    expression: ratioExpression(ratio.fact, part.fact, whole.fact),
    stated: ratio.fact.value,
    computed: null,
    difference: null,
    solution: null,
    facts: [ratio.fact.id, part.fact.id, whole.fact.id],
    ...rest,
  })
  const figures = [ratio, part, whole]
  if (figures.some(({ kind }) => kind === 'masked')) return solveRatio(terms, draft)
  const isLoose = figures.some(({ kind }) => kind === 'loose')
  const computed =
    part.value === null || whole.value === null ? null : part.value.div(whole.value).times(multiplier)
  const decimals = Math.max(2, ratio.fact.printed.decimals + 2)
  const result = computed === null ? {} : { computed: shown(computed, decimals) }
  if (!isLoose && computed!.eq(ratio.value!)) return draft({ state: 'holds', code: 'as-stated', ...result })
  if (meet(ratio, quotient)) {
    return draft({
      state: isLoose ? 'approximate' : 'rounding',
      code: isLoose ? 'within-bounds' : 'rounded',
      ...result,
    })
  }
  if (meet(allowTruncation(ratio), quotient))
    return draft({ state: 'rounding', code: 'truncated', ...result })
  if (!isClaimed || computed === null || ratio.value === null) return draft(result)
  const reason = isLoose ? { code: 'ratio-differs' } : explainRatio(terms, computed)
  const gap = gapOf(ratio, computed)
  const isUnexplained = reason.code === 'ratio-differs'
  if (isUnexplained && gap.gt(mostGap)) return draft(result)
  return draft({
    state: 'mismatch',
    severity: isLoose || (isUnexplained && gap.lt(slightGap)) ? 'warning' : 'error',
    ...result,
    difference: shown(ratio.value.minus(computed), decimals),
    ...reason,
  })
}
