/**
 * Contradictions between documents: the same indicator, place (or subject), period and unit with values that differ by
 * more than their printed precision, where the names stand printed in full. Only a summary of each document is kept, so
 * memory does not grow with their text.
 * Invariant: the result does not depend on the order of the documents.
 */
import type { Check } from '../model/check.js'
import { toValue } from '../model/decimal.js'
import { formatExact } from '../model/exact.js'
import type { Fact } from '../model/fact.js'
import { factKey, periodKey } from './identity.js'
import type { Figure } from './intervals.js'
import { baseFigure, meet } from './intervals.js'
import { isPrintedInFull } from './printed-names.js'
import type { FactView } from './view.js'

/** What is kept of a document: its facts that another one could repeat. */
export interface StatedFacts {
  /** Name of the document, as its user knows it. */
  readonly document: string
  readonly facts: readonly Fact[]
}

/** Where a figure stands. */
export interface AcrossPlace {
  readonly document: string
  readonly start: number
  readonly text: string
}

/** A contradiction as it is printed: values are strings, as in records. */
export interface AcrossFinding extends Pick<Check, 'rule' | 'state' | 'severity' | 'expression' | 'code'> {
  /** How much more the second one states, in the base unit; null where one has no single value. */
  readonly difference: string | null
  readonly indicator: string
  readonly indicatorId: string | null
  /** Place, or the subject where no place is known. */
  readonly of: string
  readonly period: string
  readonly places: readonly [AcrossPlace, AcrossPlace]
}

/** The key of a fact that says whose it is and when: undefined otherwise. */
function acrossKey(fact: Fact): string | undefined {
  const key = factKey(fact)
  const of = fact.place ?? fact.subject
  const isDated = fact.period !== null && fact.period.start !== null
  return key === undefined || of === null || fact.subjectDamaged || !isDated
    ? undefined
    : `${key} ${periodKey(fact)}`
}

/** The facts of a document that others could repeat: those whose names stand printed in full. */
export function stateFacts(document: string, view: FactView): StatedFacts {
  const facts = view.facts.filter((fact) => acrossKey(fact) !== undefined && isPrintedInFull(fact, view))
  return { document, facts }
}

interface Stated {
  readonly document: string
  readonly fact: Fact
  readonly figure: Figure
}

function placeOf({ document, fact }: Stated): AcrossPlace {
  return { document, start: fact.start, text: fact.text }
}

function compare(first: Stated, second: Stated): AcrossFinding | undefined {
  if (meet(first.figure, second.figure)) return undefined
  const { indicator, indicatorId, place, subject, period } = first.fact
  const [a, b] = [first.figure.value, second.figure.value]
  return {
    rule: 'same-fact',
    state: 'mismatch',
    // A subject such as 全县 may be another one in another report.
    severity: place === null ? 'warning' : 'error',
    expression: `${first.fact.text} = ${second.fact.text}`,
    difference: a && b ? formatExact(toValue(b.minus(a))) : null,
    code: 'stated-differently',
    indicator,
    indicatorId,
    of: place ?? subject!,
    period: period!.text,
    places: [placeOf(first), placeOf(second)],
  }
}

/** Facts that one document states in one way; those that it states in two are its own contradiction. */
function groupByKey(documents: readonly StatedFacts[]): Map<string, Stated[]> {
  const groups = new Map<string, Stated[]>()
  for (const { document, facts } of documents) {
    const seen = new Set<string>()
    for (const fact of facts) {
      const key = acrossKey(fact)
      const figure = baseFigure(fact)
      if (key === undefined || figure === undefined || figure.kind === 'masked' || seen.has(key)) continue
      seen.add(key)
      const stated = { document, fact, figure }
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [stated])
      else group.push(stated)
    }
  }
  return groups
}

/** Pairs of neighbouring documents (by name) that contradict each other. Linear in the number of facts. */
export function compareDocuments(documents: readonly StatedFacts[]): AcrossFinding[] {
  const ordered = [...documents].sort((a, b) => (a.document < b.document ? -1 : 1))
  const findings: AcrossFinding[] = []
  for (const group of groupByKey(ordered).values()) {
    for (const [index, stated] of group.slice(1).entries()) {
      const finding = compare(group[index]!, stated)
      if (finding !== undefined) findings.push(finding)
    }
  }
  return findings
}
