/** Which known indicator a whole name is, for facts whose name no known one shaped. */
import { foldWidth } from '../../model/fold.js'
import type { IndicatorMeasure, IndicatorTable } from '../../resources/indicators.js'
import { fits } from './heads.js'
import type { Name } from './name.js'

/** Whether a name is its stem with no more than what a unit adds: 数, 人数, 金额, but no 控制目标. */
function isSuffixed({ indicator, stem }: Name, { suffixes }: IndicatorTable): boolean {
  if (stem === '' || !indicator.startsWith(stem)) return false
  const rest = indicator.slice(stem.length)
  return [...suffixes.values()].some(({ thing, event }) => thing === rest || event === rest)
}

/** The id of a name: its own, else that of the one indicator that is called so; null where there is none or more. */
export function identify(
  name: Name,
  measure: IndicatorMeasure | 'any',
  table: IndicatorTable,
): string | null {
  if (name.id !== null) return name.id
  const { spellings } = table
  for (const spelling of isSuffixed(name, table) ? [name.indicator, name.stem] : [name.indicator]) {
    const found = spellings.get(foldWidth(spelling))?.filter((indicator) => fits(indicator, measure)) ?? []
    if (found.length === 1) return found[0]!.id
  }
  return null
}
