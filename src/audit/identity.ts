/** What makes two facts the same: indicator, subject, place, period, status and unit, but not the value. */
import type { Fact } from '../model/fact.js'

/**
 * A key that is equal for facts about the same thing, of whatever period; undefined where a fact does not say enough
 * to have one.
 */
export function factKey(fact: Fact): string | undefined {
  const { indicator, indicatorId, head, subject, place, base, status, role, measure } = fact
  if (role === 'change') return undefined
  // A bare head (人数, 次数) names nothing: many facts of a report share it.
  if (indicatorId === null && (indicator === head || indicator.length < 5)) return undefined
  return JSON.stringify([indicatorId, indicator, subject, place, base.unit, status, measure])
}

/** When a fact holds: its days, or its period as printed; null where nothing says. */
export function periodKey({ period }: Fact): string | null {
  if (period === null) return null
  return period.start === null ? period.text : `${period.start}/${period.end}`
}
