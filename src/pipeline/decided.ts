/**
 * Decisions of reviewers applied to a record: the words as they decided them, then facts, tables and checks made anew
 * from these words, then what they said of single facts and findings.
 * Invariants: the source stays; without decisions the record comes out as it was; one record with one set of decisions
 * gives one record.
 */
import { auditDocument } from '../audit/audit.js'
import type { DecisionLog, FactDecision, FindingDecision } from '../decisions/decision.js'
import { digestOfDecisions } from '../decisions/digest.js'
import type { Agreed, AgreedWord, Conflict, MergedDecisions, Unfit } from '../decisions/merge.js'
import { mergeDecisions } from '../decisions/merge.js'
import { extractFacts } from '../extract/extract.js'
import { resolvePeriod } from '../extract/phrases/period.js'
import type { Check } from '../model/check.js'
import { isFinding } from '../model/check.js'
import type { Correction } from '../model/correction.js'
import type { AuditedDocument, ExtractedDocument } from '../model/document.js'
import { formatOrNull } from '../model/exact.js'
import type { Fact } from '../model/fact.js'
import { spanOf } from '../model/span.js'
import { findQuantities } from '../quantities/scan.js'
import type { UnitTable } from '../resources/units.js'
import { segmentDocument } from '../segment/segment.js'
import type { DocumentRecord } from '../writers/schema.js'
import { correctionsAgain, documentAgain, recordAgain } from './again.js'
import type { Resources } from './resources.js'

export interface DecidedRecord {
  readonly record: DocumentRecord
  readonly conflicts: readonly Conflict[]
  readonly unfit: readonly Unfit[]
}

function overlaps(one: { start: number; end: number }, two: { start: number; end: number }): boolean {
  return one.start < two.end && two.start < one.end
}

/** The corrections with the agreed words in the place of those that they touch. */
function decideWords(
  text: string,
  corrections: readonly Correction[],
  words: readonly AgreedWord[],
): Correction[] {
  const others = corrections.filter((correction) => !words.some((word) => overlaps(word, correction)))
  const decided = words.flatMap(({ start, end, replacement, by }): Correction[] => {
    if (replacement === null) return []
    const own = corrections.find((correction) => correction.start === start && correction.end === end)
    return [
      {
        actual: text.slice(start, end),
        replacement,
        confidence: 1,
        status: 'applied',
        kind: own?.kind ?? 'swap',
        traits: own?.traits ?? [],
        alternatives: own?.alternatives.filter((alternative) => alternative.text !== replacement) ?? [],
        evidence: own?.replacement === replacement ? own.evidence : [],
        decidedBy: by,
        ...spanOf<'source'>(start, end),
      },
    ]
  })
  return [...others, ...decided].sort((one, two) => one.start - two.start || one.end - two.end)
}

/** The fact with another unit; undefined where its number with this unit is no quantity. */
function withUnit(fact: Fact, unit: string, units: UnitTable): Fact | undefined {
  const text = `${formatOrNull(fact.value) ?? ''}${unit}`
  const [quantity, ...others] = findQuantities(text, units)
  const isWhole = quantity?.start === 0 && quantity.end === text.length && others.length === 0
  if (fact.value === null || !isWhole) return undefined
  return { ...fact, unit: quantity.unit, base: quantity.base, measure: quantity.measure }
}

/** What a decision makes of a fact; undefined where its unit is none. */
function corrected(fact: Fact, { decision, by }: Agreed<FactDecision>, units: UnitTable): Fact | undefined {
  const { verdict, indicator, unit, period } = decision
  const named = {
    ...fact,
    // Another name is not that of the catalogue's indicator any more.
    ...(indicator !== undefined && { indicator, indicatorId: null, head: null }),
    ...(period !== undefined && { period: resolvePeriod(period, null) }),
    confidence: 1,
    decided: { verdict, by },
  }
  return unit === undefined ? named : withUnit(named, unit, units)
}

/** Facts without those that are none, and without ties to them. */
function withoutFacts(facts: readonly Fact[], none: ReadonlySet<string>): Fact[] {
  const kept = (id: string | null) => (id === null || none.has(id) ? null : id)
  return facts
    .filter(({ id }) => !none.has(id))
    .map((fact) => ({
      ...fact,
      partOf: kept(fact.partOf),
      change: fact.change && { ...fact.change, of: kept(fact.change.of) },
      ratio: fact.ratio && { part: kept(fact.ratio.part), whole: kept(fact.ratio.whole) },
    }))
}

function decideFacts<D extends ExtractedDocument>(
  document: D,
  decisions: readonly Agreed<FactDecision>[],
  units: UnitTable,
  unfit: Unfit[],
): D {
  if (decisions.length === 0) return document
  const facts = [...document.facts]
  const none = new Set<string>()
  for (const agreed of decisions) {
    const { decision, starts } = agreed
    const at = facts.findIndex(({ start }) => start === starts[0])
    const fact = facts[at]
    if (fact === undefined) {
      // Whoever said that a number is no fact was heard already.
      if (decision.verdict !== 'none') unfit.push({ decision, reason: 'no-fact' })
    } else if (decision.verdict === 'none') none.add(fact.id)
    else {
      const made = corrected(fact, agreed, units)
      if (made === undefined) unfit.push({ decision, reason: 'unit' })
      else facts[at] = made
    }
  }
  const gone = facts
    .filter(({ id }) => none.has(id))
    .map(({ text, start, end }) => ({ text, reason: 'by-person' as const, ...spanOf<'source'>(start, end) }))
  return {
    ...document,
    facts: withoutFacts(facts, none),
    ignored: [...document.ignored, ...gone].sort((one, two) => one.start - two.start),
  }
}

function decideFindings(
  document: AuditedDocument,
  decisions: readonly Agreed<FindingDecision>[],
  unfit: Unfit[],
): AuditedDocument {
  if (decisions.length === 0) return document
  const starts = new Map(document.facts.map(({ id, start }) => [id, start]))
  const keyOf = (rule: string, places: readonly (number | undefined)[]) => `${rule} ${places.join()}`
  const byKey = new Map(decisions.map((one) => [keyOf(one.decision.rule, one.starts), one]))
  const found = new Set<Agreed<FindingDecision>>()
  const checks = document.checks.map((check): Check => {
    const agreed = byKey.get(
      keyOf(
        check.rule,
        check.facts.map((id) => starts.get(id)),
      ),
    )
    if (agreed === undefined || !isFinding(check)) return check
    found.add(agreed)
    return { ...check, decided: { verdict: agreed.decision.verdict, by: agreed.by } }
  })
  for (const one of decisions) {
    if (!found.has(one)) unfit.push({ decision: one.decision, reason: 'no-finding' })
  }
  return { ...document, checks }
}

/** From the decided words to the checks, as far as the record went. */
function readDecided(
  record: DocumentRecord,
  merged: MergedDecisions,
  resources: Resources,
  unfit: Unfit[],
): AuditedDocument {
  const corrections = decideWords(record.source.text, correctionsAgain(record), merged.words)
  const repaired = documentAgain(record, corrections)
  const wants = (stage: 'extract' | 'audit') => record.stages?.includes(stage) ?? true
  const segmenter = record.tokens === undefined ? undefined : resources.segmenter
  const segmented = segmentDocument(repaired, segmenter)
  if (!wants('extract')) return { ...segmented, tables: [], facts: [], ignored: [], checks: [] }
  const extracted = extractFacts(segmented, resources)
  const decided = decideFacts(extracted, merged.facts, resources.units, unfit)
  if (!wants('audit')) return { ...decided, checks: [] }
  return decideFindings(auditDocument(decided, resources.claims), merged.findings, unfit)
}

/** The record with everything made anew from its corrections, as they are now. */
export function remakeRecord(record: DocumentRecord, resources: Resources): DocumentRecord {
  return recordAgain(readDecided(record, mergeDecisions(record, []), resources, []), record)
}

/**
 * The record with the decisions of the logs. What reviewers contradict one another in stays as the tool has it, and so
 * does what a decision says that no longer fits.
 */
export function decideRecord(
  record: DocumentRecord,
  logs: readonly DecisionLog[],
  resources: Resources,
): DecidedRecord {
  const merged = mergeDecisions(record, logs)
  const unfit = [...merged.unfit]
  const document = readDecided(record, merged, resources, unfit)
  const made = recordAgain(document, record)
  const { conflicts } = merged
  if (logs.length === 0) return { record: made, conflicts, unfit }
  const decisions = {
    digest: digestOfDecisions(logs),
    by: logs.map(({ by }) => by).sort(),
    conflicts: conflicts.length,
    unfit: unfit.length,
  }
  return { record: { ...made, decisions }, conflicts, unfit }
}
