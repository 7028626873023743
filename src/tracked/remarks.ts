/**
 * What a person should look at, as remarks about places of the source: findings, figures whose names are unsure, words
 * of which another is only suggested, and what is damaged. Places that say several things have one remark.
 */
import { isFinding } from '../model/check.js'
import { doubtsOf } from '../model/doubt.js'
import { explanationOf, factLookup } from '../writers/checks.js'
import type { Language } from '../writers/language.js'
import { say, sayCode } from '../writers/language.js'
import type { CorrectionRecord, DocumentRecord, SpanRecord } from '../writers/schema.js'

export interface Remark extends SpanRecord {
  readonly text: string
}

function suggestionOf(language: Language, { actual, replacement, confidence }: CorrectionRecord): string {
  return say(language, 'tracked.suggestion', { actual, replacement, confidence: confidence.toFixed(2) })
}

/** What an edit that could not be made would have changed. */
export function unmadeRemark(language: Language, correction: CorrectionRecord): Remark {
  const { start, end, actual, replacement } = correction
  return { start, end, text: say(language, 'tracked.unmade', { actual, replacement }) }
}

function findingRemarks(record: DocumentRecord, language: Language): Remark[] {
  const factsOf = factLookup(record)
  return record.checks.flatMap((check) => {
    // What somebody looked into and found in order asks for nothing more.
    const isSettled = check.decided !== undefined && check.decided.verdict !== 'true-error'
    if (!isFinding(check) || isSettled) return []
    const { start, end } = factsOf(check)[0] ?? { start: 0, end: 0 }
    const severity = sayCode(language, 'severity', check.severity)
    const rule = sayCode(language, 'rule', check.rule)
    const text = `${severity} · ${rule}\n${check.expression}\n${explanationOf(check, language)}`
    return [{ start, end, text }]
  })
}

function together(remarks: readonly Remark[]): Remark[] {
  const byPlace = new Map<string, Remark>()
  for (const remark of remarks) {
    const place = `${remark.start} ${remark.end}`
    const there = byPlace.get(place)
    const text = there === undefined ? remark.text : `${there.text}\n${remark.text}`
    byPlace.set(place, { ...remark, text })
  }
  return [...byPlace.values()].sort((one, two) => one.start - two.start || one.end - two.end)
}

/** The remarks about a record and about what could not be changed in its file, in the order of their places. */
export function remarksOf(
  record: DocumentRecord,
  unmade: readonly CorrectionRecord[],
  language: Language,
): Remark[] {
  const doubtOf = doubtsOf(record.corrections)
  const suggested = record.corrections.filter(({ status }) => status === 'suggested')
  return together([
    ...unmade.map((correction) => unmadeRemark(language, correction)),
    ...suggested.map((each) => ({ start: each.start, end: each.end, text: suggestionOf(language, each) })),
    ...record.damage.map(({ kind, start, end, detail }) => {
      return { start, end, text: sayCode(language, 'damage', kind, { detail }) }
    }),
    ...record.facts.flatMap((fact) => {
      const doubt = doubtOf(fact)
      if (doubt === undefined) return []
      const { actual, replacement } = doubt
      return [
        { start: fact.start, end: fact.end, text: say(language, 'fact.doubtful', { actual, replacement }) },
      ]
    }),
    ...findingRemarks(record, language),
  ])
}
