/** Facts of a text in one line each, and the small inputs that the readers of extraction take. */
import { expect, test } from 'vitest'
import type { Spans } from '../../src/extract/phrases/spans.js'
import { type Range, type Reading, readingOf } from '../../src/extract/reading.js'
import type { Quantity } from '../../src/model/fact.js'
import { findQuantities } from '../../src/quantities/scan.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { extractText } from '../support/document.js'
import { indicators, units } from '../support/tables.js'

type FactRecord = DocumentRecord['facts'][number]

export function reading(text: string): Reading {
  return readingOf(text, indicators)
}

/** Where a piece stands in a text, the whole text by default. */
export function rangeOf(text: string, piece = text): Range {
  const start = text.indexOf(piece)
  if (start < 0) throw new RangeError(`${piece} is not in ${text}`)
  return { start, end: start + piece.length }
}

/** The first quantity of a text. */
export function quantityOf(text: string): Quantity {
  return findQuantities(text, units)[0]!
}

/** Nothing was understood before the phrases are read. */
export const noSpans: Spans = {
  date: () => undefined,
  label: () => undefined,
  noteAdverb: () => undefined,
  isOrphan: () => false,
  hiddenPlace: () => undefined,
}

/**
 * `40所: 小学数 part < 61所`: name (its head behind a slash where it is another), whose, where, when, status, role, total,
 * change and ratio; what is plain is left out. `~` marks a name that was carried over.
 */
function factLine(fact: FactRecord, printed: ReadonlyMap<string, string>, isNamed: boolean): string {
  const { indicator, head, implicit, subject, place, period, status, role, partOf, change, ratio } = fact
  const of = (id: string | null) => (id === null ? '?' : printed.get(id)!)
  return [
    `${fact.text}:`,
    isNamed
      ? `${implicit ? '~' : ''}${indicator}${head === null || head === indicator ? '' : `/${head}`}`
      : '',
    subject === null ? '' : `of ${subject}`,
    place === null ? '' : `in ${place}`,
    period === null ? '' : `at ${period.text}`,
    status === 'actual' ? '' : status,
    role === 'value' ? '' : role,
    partOf === null ? '' : `< ${of(partOf)}`,
    change === null
      ? ''
      : `${change.direction} ${change.kind} of ${of(change.of)} against ${change.against} from ${change.prior}`,
    ratio === null ? '' : `= ${of(ratio.part)} / ${of(ratio.whole)}`,
  ]
    .filter((word) => word !== '')
    .join(' ')
}

/** The facts of a text, in order. */
function factLines(text: string, isNamed: boolean): string[] {
  const { facts } = toRecord({ ...extractText(text), checks: [] })
  const printed = new Map(facts.map((fact) => [fact.id, fact.text]))
  return facts.map((fact) => factLine(fact, printed, isNamed))
}

type Rows = readonly (readonly [string, ...string[]])[]

/** One test a row: a text and the lines of its facts. */
export function checkFacts(rows: Rows): void {
  for (const [text, ...lines] of rows) test(text, () => expect(factLines(text, true)).toEqual(lines))
}

/** The same without the names: how the facts stand to each other, when they hold, and whose they are. */
export function checkLinks(rows: Rows): void {
  for (const [text, ...lines] of rows) test(text, () => expect(factLines(text, false)).toEqual(lines))
}
