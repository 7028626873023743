/**
 * Figures that differ between the documents of a set: the same indicator, owner and period, with values that differ by
 * more than their printed precision, as `huanyuan query contradictions` finds them. Names that were carried over are
 * left out: they may lack their owner.
 */
import type { ExactDecimal, Interval } from '../../../model/decimal.js'
import { decimal, toDecimal } from '../../../model/decimal.js'
import { parseExact } from '../../../model/exact.js'
import { printedDigits } from '../../printed.js'
import type { CoverFigure } from './figures.js'
import { groupFigures } from './figures.js'

const counted: ReadonlySet<string> = new Set(['count', 'duration', 'age'])

/** Half a unit of the last printed digit, in the base unit; nothing where single things were counted. */
function reachOf(figure: CoverFigure, base: ExactDecimal): ExactDecimal {
  const { value, unit, baseUnit, measure } = figure
  if (value === null || value.includes('/')) return decimal(0)
  const decimals = printedDigits(figure)!.split('.')[1]?.length ?? 0
  if (counted.has(measure) && unit === baseUnit && decimals === 0) return decimal(0)
  const printed = decimal(value)
  const scale = printed.isZero() ? decimal(1) : base.div(printed).abs()
  return scale.times(decimal(10).pow(-decimals)).div(2)
}

function intervalOf(figure: CoverFigure): Interval {
  const base = toDecimal(parseExact(figure.baseValue))
  const reach = reachOf(figure, base)
  return { low: base.minus(reach), high: base.plus(reach) }
}

/** Whether all of them can stand for one value. */
function agree(figures: readonly CoverFigure[]): boolean {
  const [first, ...others] = figures.map(intervalOf)
  let { low, high } = first!
  for (const other of others) {
    if (other.low.gt(low)) low = other.low
    if (other.high.lt(high)) high = other.high
  }
  return low.lte(high)
}

/** Of each document the first figure. */
function firstOfEach(figures: readonly CoverFigure[]): CoverFigure[] {
  const seen = new Set<number>()
  return figures.filter(({ document }) => {
    const isFirst = !seen.has(document)
    seen.add(document)
    return isFirst
  })
}

/** What was stated in several ways, a group each: of each document the first statement. */
export function findDifferences(figures: readonly CoverFigure[]): CoverFigure[][] {
  const named = figures.filter(({ implicit }) => !implicit)
  const groups = groupFigures(named, ({ indicatorId, indicator, of, isPlace, baseUnit, measure, ...when }) =>
    JSON.stringify([
      ...[indicatorId, indicator, of, isPlace, baseUnit, measure],
      ...[when.isActual, when.start, when.end],
    ]),
  )
  return groups.map(firstOfEach).filter((group) => group.length > 1 && !agree(group))
}
