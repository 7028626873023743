/**
 * The facts of a document as the rules see them: by id, by total, with the words between them. Built once for each
 * document, in linear time; read-only.
 */
import type { ExtractedDocument } from '../model/document.js'
import { offsetMap } from '../model/edit.js'
import type { Fact, Ignored } from '../model/fact.js'
import type { Span } from '../model/span.js'
import type { ClaimTable } from '../resources/claims.js'
import type { Figure } from './intervals.js'
import { baseFigure, figureOf } from './intervals.js'
import { isSummand } from './names.js'
import { type TableView, viewTables } from './table-view.js'

export interface FactView {
  readonly facts: readonly Fact[]
  readonly ignored: readonly Ignored[]
  readonly claims: ClaimTable
  readonly tables: readonly TableView[]
  /** The repaired text, width folded. */
  readonly reading: string
  /** Undefined for null, which stands where a relation lacks a side. */
  fact(id: string | null): Fact | undefined
  /** Place among the facts, in reading order. */
  orderOf(fact: Fact): number
  /** Facts that name this one as their total, in reading order; changes, shares and cells of tables left out. */
  partsOf(fact: Fact): readonly Fact[]
  /** Changes of a fact, in reading order; cells of tables left out. */
  changesOf(fact: Fact): readonly Fact[]
  /** Where something of the source stands in the reading. */
  locate(span: Span<'source'>): Span<'repaired'>
  /** Words between two facts, the nearest 400 code units to the second one. */
  between(first: Fact, second: Fact): string
  /** Words from the fact before, or from the start of the clause, at most 40 code units. */
  before(fact: Fact): string
  /** Words of the sentence before a fact, other figures among them, at most 60 code units. */
  lead(fact: Fact): string
  /** Words of the line before a fact, other figures among them, at most 120 code units. */
  line(fact: Fact): string
  /** Words behind a fact, at most as many code units as given. */
  after(fact: Fact, length: number): string
  /** Figures brought to one unit; undefined where their units do not go together, one has no figure or is torn. */
  figures(facts: readonly Fact[]): readonly Figure[] | undefined
}

const reachBefore = 40
const reachLead = 60
const reachBetween = 400
const reachLine = 120

/** Marks of a number on whose other side it goes on, as scans print it: 189, 175. 14万元, 59. 1%. */
const tornBefore = /[\d.,·]\s{0,12}\d{1,12}[.,·]\s{1,12}$/
const tornAfter = /^[.·]\s*\d/
const reachTorn = 12

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** Figures of one unit as printed, or of one base unit, or of persons under several names. */
function commonFigures(facts: readonly Fact[], claims: ClaimTable): readonly Figure[] | undefined {
  const first = facts[0]
  if (first === undefined) return undefined
  const isPlain = facts.every(({ unit }) => unit === first.unit)
  const isPersons = !isPlain && facts.every(({ unit }) => unit.length === 1 && claims.says('person', unit))
  const figures: Figure[] = []
  for (const fact of facts) {
    const figure = figureOf(fact)
    if (figure === undefined) return undefined
    if (isPlain || isPersons) {
      figures.push(figure)
      continue
    }
    const scaled = fact.base.unit === first.base.unit ? baseFigure(fact) : undefined
    if (scaled === undefined) return undefined
    figures.push(scaled)
  }
  return figures
}

export function viewFacts(document: ExtractedDocument, claims: ClaimTable): FactView {
  const { facts, ignored, reading } = document
  const byId = new Map<string, Fact>()
  const order = new Map<string, number>()
  const parts = new Map<string, Fact[]>()
  const changes = new Map<string, Fact[]>()
  const map = offsetMap(document.repaired)
  const spans: Span<'repaired'>[] = []
  for (const [index, fact] of facts.entries()) {
    byId.set(fact.id, fact)
    order.set(fact.id, index)
    spans.push(map.forward(fact))
    if (fact.cell !== null) continue
    if (fact.change !== null && fact.change.of !== null && fact.role === 'change') {
      pushTo(changes, fact.change.of, fact)
    }
    const isPart = fact.partOf !== null && fact.partOf !== fact.id && fact.role !== 'change'
    if (isPart && isSummand(fact, claims)) pushTo(parts, fact.partOf!, fact)
  }
  const spanOf = (fact: Fact): Span<'repaired'> => spans[order.get(fact.id)!]!
  const isTorn = (fact: Fact): boolean => {
    const { start, end } = spanOf(fact)
    const before = reading.slice(Math.max(0, start - reachTorn), start)
    return tornBefore.test(before) || tornAfter.test(reading.slice(end, end + reachTorn))
  }
  return {
    facts,
    ignored,
    claims,
    tables: viewTables(document.tables, facts),
    reading,
    fact: (id) => (id === null ? undefined : byId.get(id)),
    orderOf: (fact) => order.get(fact.id)!,
    partsOf: (fact) => parts.get(fact.id) ?? [],
    changesOf: (fact) => changes.get(fact.id) ?? [],
    locate: (span) => map.forward(span),
    between(first, second) {
      const { end } = spanOf(first)
      const { start } = spanOf(second)
      return end <= start ? reading.slice(Math.max(end, start - reachBetween), start) : ''
    },
    before(fact) {
      const index = order.get(fact.id)!
      const { start } = spans[index]!
      const previous = index > 0 ? spans[index - 1]!.end : 0
      const words = reading.slice(Math.max(previous, start - reachBefore), start)
      return words.slice(words.search(/(?<![^。；;\n])[^。；;\n]*$/))
    },
    lead(fact) {
      const { start } = spanOf(fact)
      const words = reading.slice(Math.max(0, start - reachLead), start)
      return words.slice(words.search(/(?<![^。\n])[^。\n]*$/))
    },
    line(fact) {
      const { start } = spanOf(fact)
      const words = reading.slice(Math.max(0, start - reachLine), start)
      return words.slice(words.lastIndexOf('\n') + 1)
    },
    after: (fact, length) => reading.slice(spanOf(fact).end, spanOf(fact).end + length),
    figures: (list) =>
      list.some((fact) => fact.cell === null && isTorn(fact)) ? undefined : commonFigures(list, claims),
  }
}
