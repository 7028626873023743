/** Facts and figures written by hand, and checks in one line each. */
import { expect, test } from 'vitest'
import { readFields, type WrittenFact } from '../../measure/eval/written-fact.js'
import { auditDocument } from '../../src/audit/audit.js'
import type { Figure } from '../../src/audit/intervals.js'
import { figureOf } from '../../src/audit/intervals.js'
import { type FactView, viewFacts } from '../../src/audit/view.js'
import type { Check } from '../../src/model/check.js'
import { formatOrNull } from '../../src/model/exact.js'
import type { Fact } from '../../src/model/fact.js'
import { scanNumbers } from '../../src/quantities/scan.js'
import { makeFact, markedDocument } from '../support/facts.js'
import { claims, units } from '../support/tables.js'

export type Details = NonNullable<Parameters<typeof markedDocument>[1]>

/** A fact whose number is read from its text: `about('近300人')`. */
export function about(text: string, details: Partial<WrittenFact> = {}): Fact {
  const { start: _start, end: _end, text: _text, ...number } = scanNumbers(text, units).quantities[0]!
  return makeFact(details.id ?? 'f1', 0, text, { ...number, ...readFields(details) })
}

export function figure(text: string, details: Partial<WrittenFact> = {}): Figure {
  return figureOf(about(text, details))!
}

/** Numbers of a marked text are read from what is printed; `details` says the rest. */
export function documentOf(marked: string, details: Details = {}): ReturnType<typeof markedDocument> {
  const document = markedDocument(marked, details)
  const facts = document.facts.map((fact) => {
    const { start: _start, end: _end, text: _text, ...number } = scanNumbers(fact.text, units).quantities[0]!
    return { ...fact, ...number, ...readFields(details[fact.id] ?? {}) }
  })
  return { ...document, facts }
}

export function viewOf(marked: string, details: Details = {}): FactView {
  return viewFacts(documentOf(marked, details), claims)
}

/** `sum-of-parts: 4 + 6 = 9 mismatch error digit-differs 10 (-1)`: computed, difference, solution where there are any. */
export function checkLine({ rule, expression, state, severity, code, ...check }: Check): string {
  const [computed, difference, solution] = [check.computed, check.difference, check.solution].map(
    formatOrNull,
  )
  return [
    `${rule}: ${expression} ${state} ${severity} ${code}`,
    computed === null ? '' : ` ${computed}`,
    difference === null ? '' : ` (${difference})`,
    solution === null ? '' : ` ⇒ ${solution}`,
  ].join('')
}

export function checkLines(marked: string, details: Details = {}): string[] {
  return auditDocument(documentOf(marked, details), claims).checks.map(checkLine)
}

/** One test a row: a marked text, what else is known of its facts, and the lines of its checks. */
export function checkAudits(rows: readonly (readonly [string, Details, ...string[]])[]): void {
  for (const [marked, details, ...lines] of rows) {
    test(marked.replaceAll(/\[([^|]+)\|[^\]]+\]/g, '$1'), () => {
      expect(checkLines(marked, details)).toEqual(lines)
    })
  }
}

/** Parts of f1: all facts behind it. */
export function partsOf(count: number, rest: Details = {}): Details {
  const parts = Array.from({ length: count }, (_, index) => {
    const id = `f${index + 2}`
    return [id, { partOf: 'f1', role: 'part', ...rest[id] }]
  })
  return { ...rest, f1: { role: 'total', ...rest.f1 }, ...Object.fromEntries(parts) }
}
