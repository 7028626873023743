/** Dates that do not exist, and periods that end before they begin. */
import type { Check } from '../../model/check.js'
import type { CheckDraft, Rule } from '../contract.js'
import type { FactView } from '../view.js'

const printedDate = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g

function daysOf(month: number, year: number | undefined): number {
  if (month < 1 || month > 12) return 0
  // Without a year the longest February counts.
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}

function finding(expression: string, code: string, facts: Check['facts']): CheckDraft {
  return {
    state: 'mismatch',
    severity: 'warning',
    code,
    expression,
    stated: null,
    computed: null,
    difference: null,
    solution: null,
    facts,
  }
}

function findDates(view: FactView): CheckDraft[] {
  const drafts: CheckDraft[] = []
  for (const { reason, text } of view.ignored) {
    if (reason !== 'date') continue
    for (const [printed, year, month, day] of text.matchAll(printedDate)) {
      const days = daysOf(Number(month), year === undefined ? undefined : Number(year))
      if (Number(day) < 1 || Number(day) > days) drafts.push(finding(printed, 'no-such-date', []))
    }
  }
  return drafts
}

function findPeriods(view: FactView): CheckDraft[] {
  const drafts: CheckDraft[] = []
  let previous: string | undefined
  for (const { id, period } of view.facts) {
    if (period?.start == null || period.end === null || period.start <= period.end) continue
    if (period.text !== previous)
      drafts.push(finding(`${period.start} ≤ ${period.end}`, 'period-reversed', [id]))
    previous = period.text
  }
  return drafts
}

export const rule: Rule = {
  id: 'calendar',
  examples: {
    clean: ['截至2020年2月29日，全县在校学生3180人。'],
    faulty: ['截至2021年2月29日，全县在校学生3180人。', '截至2021年4月31日，全县在校学生3180人。'],
  },
  find: (view) => [...findDates(view), ...findPeriods(view)],
}
