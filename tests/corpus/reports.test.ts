/**
 * The own reports: generated files are fresh, every gold span slices to its text, the damage can be undone, the
 * figures are untouched, and every digit of a clean text is a fact or ignored with a reason.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listReports, readReportSources } from '../../measure/reports/files.js'
import { buildReport, formatGold } from '../../measure/reports/gold.js'

const root = fileURLToPath(new URL('../../corpus/reports/', import.meta.url))
const ids = listReports(root)

function decimalPlaces(value: string): number {
  return value.split('.')[1]?.length ?? 0
}

describe.each(ids)('report %s', (id) => {
  const sources = readReportSources(root, id)
  const { damaged, gold } = buildReport(sources)
  const { clean } = sources

  it('has fresh generated files', () => {
    const rebuild = 'run `npm run reports`'
    expect(readFileSync(join(root, id, 'damaged.txt'), 'utf8'), rebuild).toBe(damaged)
    expect(readFileSync(join(root, id, 'gold.json'), 'utf8'), rebuild).toBe(formatGold(gold))
  })

  it('slices to its texts in both files', () => {
    for (const item of [...gold.facts, ...gold.ignored]) {
      expect(clean.slice(item.clean.start, item.clean.end)).toBe(item.clean.text)
      expect(damaged.slice(item.damaged.start, item.damaged.end)).toBe(item.damaged.text)
    }
    for (const edit of gold.corrections) {
      expect(damaged.slice(edit.start, edit.end)).toBe(edit.spun)
      expect(clean.slice(edit.clean.start, edit.clean.end)).toBe(edit.gold)
    }
  })

  it('can be undone to the clean text', () => {
    let undone = ''
    let position = 0
    for (const edit of gold.corrections) {
      expect(edit.start).toBeGreaterThanOrEqual(position)
      undone += damaged.slice(position, edit.start) + edit.gold
      position = edit.end
    }
    expect(undone + damaged.slice(position)).toBe(clean)
  })

  it('leaves the digits of every fact alone, but for masks', () => {
    for (const fact of gold.facts) {
      if ('bound' in fact.damaged) continue
      expect(fact.damaged.text.replaceAll(/\D/g, '')).toBe(fact.clean.text.replaceAll(/\D/g, ''))
    }
  })

  it('accounts for every digit', () => {
    const covered = [...gold.facts, ...gold.ignored].map((item) => item.clean)
    for (const match of clean.matchAll(/\d+/g)) {
      const isCovered = covered.some((span) => span.start <= match.index && match.index < span.end)
      expect(isCovered, `${match[0]} at ${match.index}`).toBe(true)
    }
  })

  it('states prior values that follow from the change', () => {
    const byId = new Map(gold.facts.map((fact) => [fact.id, fact]))
    for (const fact of gold.facts) {
      const current = fact.change?.of ? byId.get(fact.change.of) : undefined
      if (!fact.change?.prior || !current?.value || !fact.value) continue
      if (!['delta', 'points'].includes(fact.change.kind)) continue
      if (fact.change.kind === 'delta' && fact.unit !== current.unit) continue
      const places = Math.max(decimalPlaces(current.value), decimalPlaces(fact.value))
      const sign = fact.change.direction === 'increase' ? -1 : 1
      const prior = Number(current.value) + sign * Number(fact.value)
      expect(Number(fact.change.prior), fact.id).toBeCloseTo(prior, places + 1)
    }
  })
})

it('holds twelve reports, half of them with more than swapped words', () => {
  expect(ids.length).toBeGreaterThanOrEqual(12)
  const harder = ids.filter((id) => readReportSources(root, id).damage.pageBreakEvery !== null)
  expect(harder.length * 2).toBeGreaterThanOrEqual(ids.length)
})
