/**
 * What a cover sheet keeps of the facts of a set: figures that are dated, short. Of so many
 * that they would not fit, the first ones; how many were left is said.
 */
import type { FactRecord } from '../../schema.js'
import { sortValue } from '../facts.js'

/** A dated figure of somebody, and where it stands. */
export interface CoverFigure
  extends Pick<FactRecord, 'indicator' | 'indicatorId' | 'text' | 'value' | 'unit' | 'measure' | 'implicit'> {
  readonly baseValue: string
  readonly baseUnit: string
  /** Its base value, for plots. */
  readonly size: number
  /** Place or subject; empty where none is said beside the name of the figure. */
  readonly of: string
  /** Whether `of` is a place that has a name, not 全县 and the like. */
  readonly isPlace: boolean
  readonly start: string
  readonly end: string | null
  readonly period: string
  readonly isYear: boolean
  readonly isActual: boolean
  /** Number of its document in the set. */
  readonly document: number
  readonly href: string
}

const mostFigures = 200_000

function figureOf(fact: FactRecord, document: number, href: string): CoverFigure | undefined {
  const { indicator, indicatorId, text, value, unit, measure, implicit, period, base } = fact
  const of = fact.place ?? fact.subject ?? ''
  const size = sortValue(fact)
  if (fact.role === 'change' || fact.bound !== 'exact' || fact.subjectDamaged) return undefined
  if (size === null || base.value === null || period === null || period.start === null) return undefined
  // A bare head (人数, 次数) names nothing: many facts of a report share it.
  if (indicatorId === null && (indicator === fact.head || indicator.length < 5)) return undefined
  return {
    ...{ indicator, indicatorId, text, value, unit, measure, implicit, of, size, document, href },
    baseValue: base.value,
    baseUnit: base.unit,
    isPlace: fact.place !== null,
    start: period.start,
    end: period.end,
    period: period.text,
    isYear: period.grain === 'year',
    isActual: fact.status === 'actual',
  }
}

export interface CoverFigures {
  add(facts: readonly FactRecord[], document: number, linkTo: (id: string) => string): void
  readonly all: readonly CoverFigure[]
  /** Figures that were left out, beyond the most that are held. */
  left(): number
}

export function collectFigures(): CoverFigures {
  const all: CoverFigure[] = []
  let left = 0
  return {
    all,
    left: () => left,
    add(facts, document, linkTo) {
      for (const fact of facts) {
        const figure = figureOf(fact, document, linkTo(fact.id))
        if (figure === undefined) continue
        if (all.length < mostFigures) all.push(figure)
        else left++
      }
    },
  }
}

/** Figures by a key. */
export function groupFigures(
  figures: readonly CoverFigure[],
  keyOf: (figure: CoverFigure) => string,
): CoverFigure[][] {
  const groups = new Map<string, CoverFigure[]>()
  for (const figure of figures) {
    const key = keyOf(figure)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [figure])
    else group.push(figure)
  }
  return [...groups.values()]
}
