/**
 * How good the extraction of facts is, against the gold of the own reports: detection, value, bound, unit, indicator,
 * role, parent, change, ratio. Facts are matched by where they stand.
 * A head is right where it is that of the gold, with more or fewer words before it (教师数 for 骨干教师数); `head, exact`
 * asks for the very word. Rows of relations (parent, change, ratio) count only facts that have one in the gold or in
 * ours, so that the many without any do not flatter.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExtractedDocument } from '../../src/model/document.js'
import { type Exact, formatOrNull } from '../../src/model/exact.js'
import type { Fact } from '../../src/model/fact.js'
import { foldWidth } from '../../src/model/fold.js'
import { type GoldReport, readGold } from './gold-document.js'
import { formatTable, percent } from './table.js'
import { readValue } from './written-fact.js'

type Variant = 'clean' | 'damaged'
type GoldFact = GoldReport['facts'][number]

export const factRows = [
  'detection',
  'value',
  'bound',
  'value and unit',
  'indicator, exact',
  'indicator, head',
  'head, exact',
  'subject',
  'period',
  'status',
  'role',
  'parent',
  'role and parent',
  'change',
  'change and base',
  'ratio',
] as const
export type FactRow = (typeof factRows)[number]

/** Right ones of those wanted and of those found, for every row. */
export interface FactScore {
  readonly right: Record<FactRow, number>
  readonly wanted: Record<FactRow, number>
  readonly found: Record<FactRow, number>
  readonly errors: string[]
}

const zeros = () => Object.fromEntries(factRows.map((row) => [row, 0])) as Record<FactRow, number>

export function emptyFactScore(): FactScore {
  return { right: zeros(), wanted: zeros(), found: zeros(), errors: [] }
}

/** The gold may write 53.80 for 53.8. */
function sameNumber(own: Exact | null, gold: string | null): boolean {
  return formatOrNull(own) === formatOrNull(readValue(gold))
}

/** 案件数 and 案件件数 are one head: a classifier before 数 says nothing. */
const withoutClassifier = (head: string) => foldWidth(head).replace(/(?<=..)[个件起台条份座处项]数$/, '数')

function sameHead(own: string | null, gold: string | null): boolean {
  const [one, two] = [withoutClassifier(own ?? ''), withoutClassifier(gold ?? '')]
  if (one === two) return true
  return (two.length >= 2 && one.endsWith(two)) || (one.length >= 3 && two.endsWith(one))
}

interface Pairing {
  readonly goldOf: ReadonlyMap<string, string>
  readonly own: Fact
  readonly gold: GoldFact
}

type Judge = (pairing: Pairing) => boolean

const samePart = ({ goldOf, own, gold }: Pairing) =>
  (own.partOf === null ? null : (goldOf.get(own.partOf) ?? '?')) === gold.partOf

function sameChange({ goldOf, own, gold }: Pairing): boolean {
  const [one, two] = [own.change, gold.change]
  if (one === null || two === null) return one === two
  const of = one.of === null ? null : (goldOf.get(one.of) ?? '?')
  return (
    of === two.of &&
    one.direction === two.direction &&
    one.kind === two.kind &&
    sameNumber(one.prior?.value ?? null, two.prior)
  )
}

function sameRatio({ goldOf, own, gold }: Pairing): boolean {
  const { part = null, whole = null } = own.ratio ?? {}
  // Gold tells the ratios whose two sides are printed.
  if (part === null || whole === null || gold.ratio === null)
    return (part === null || whole === null) === (gold.ratio === null)
  return goldOf.get(part) === gold.ratio.part && goldOf.get(whole) === gold.ratio.whole
}

const sameValue = ({ own, gold }: Pairing) =>
  sameNumber(own.value, gold.value) &&
  sameNumber(own.low, gold.low) &&
  sameNumber(own.high, gold.high) &&
  own.bound === gold.bound

const judges: Readonly<Record<Exclude<FactRow, 'detection'>, Judge>> = {
  value: sameValue,
  bound: ({ own, gold }) => own.bound === gold.bound,
  'value and unit': (pairing) =>
    sameValue(pairing) && foldWidth(pairing.own.unit) === foldWidth(pairing.gold.unit),
  'indicator, exact': ({ own, gold }) => foldWidth(own.indicator) === foldWidth(gold.indicator),
  'indicator, head': ({ own, gold }) => sameHead(own.head, gold.head),
  'head, exact': ({ own, gold }) => foldWidth(own.head ?? '') === foldWidth(gold.head ?? ''),
  subject: ({ own, gold }) => own.subject === gold.subject,
  period: ({ own, gold }) => (own.period?.text ?? null) === gold.period,
  status: ({ own, gold }) => own.status === gold.status,
  role: ({ own, gold }) => own.role === gold.role,
  parent: samePart,
  'role and parent': (pairing) => pairing.own.role === pairing.gold.role && samePart(pairing),
  change: sameChange,
  'change and base': (pairing) =>
    sameChange(pairing) && (pairing.own.change?.against ?? null) === (pairing.gold.change?.against ?? null),
  ratio: sameRatio,
}

/** Rows that only facts with such a relation are counted in. */
const relations: Partial<Record<FactRow, (fact: GoldFact | Fact) => boolean>> = {
  parent: ({ partOf }) => partOf !== null,
  change: ({ change }) => change !== null,
  'change and base': ({ change }) => change !== null,
  ratio: ({ ratio }) => (ratio?.part ?? null) !== null && (ratio?.whole ?? null) !== null,
}

/** A value of ours or of the gold. */
function textOf(value: Exact | string | null): string | null {
  return typeof value === 'string' ? value : formatOrNull(value)
}

function describe(row: FactRow, { own, gold, goldOf }: Pairing): string {
  const shown = (fact: GoldFact | Fact, ids?: ReadonlyMap<string, string>) => {
    const id = (other: string | null) =>
      other === null || ids === undefined ? other : (ids.get(other) ?? '?')
    const given = fact.change?.prior ?? null
    const prior = textOf(typeof given === 'string' ? given : (given?.value ?? null))
    const change =
      fact.change === null
        ? ''
        : [id(fact.change.of), fact.change.direction, fact.change.kind, prior].join(' ')
    const ratio = fact.ratio === null ? '' : `${id(fact.ratio.part)}/${id(fact.ratio.whole)}`
    const period = typeof fact.period === 'string' ? fact.period : (fact.period?.text ?? null)
    return [
      textOf(fact.value),
      fact.unit,
      fact.indicator,
      fact.head,
      fact.subject,
      period,
      fact.status,
      fact.role,
      id(fact.partOf),
      change,
      ratio,
    ].join(' | ')
  }
  return `${row}: ${gold.id} ${own.text}\n    own  ${shown(own, goldOf)}\n    gold ${shown(gold)}`
}

/** A gold fact as the text of that variant has it. */
function inVariant(fact: GoldFact, variant: Variant): GoldFact {
  return variant === 'damaged' ? ({ ...fact, ...fact.damaged } as GoldFact) : fact
}

/** Adds one document's facts, compared with the gold of its report, to a score. */
export function addFacts(
  score: FactScore,
  document: ExtractedDocument,
  folder: string,
  variant: Variant,
): void {
  const gold = readGold(folder).facts.map((fact) => inVariant(fact, variant))
  const pairs: { own: Fact; gold: GoldFact }[] = []
  let next = 0
  for (const fact of gold) {
    const { start, end } = fact[variant]
    while (next < document.facts.length && document.facts[next]!.end <= start) next++
    const own = document.facts[next]
    if (own !== undefined && own.start < end) {
      pairs.push({ own, gold: fact })
      next++
    }
  }
  const goldOf = new Map(pairs.map(({ own, gold: fact }) => [own.id, fact.id]))
  for (const row of factRows) {
    const counts = relations[row] ?? (() => true)
    score.wanted[row] += gold.filter(counts).length
    score.found[row] += document.facts.filter(counts).length
    if (row === 'detection') score.right[row] += pairs.length
    else for (const pair of pairs) countPair(score, row, { ...pair, goldOf })
  }
  const paired = new Set(pairs.map(({ own }) => own))
  for (const own of document.facts)
    if (!paired.has(own)) score.errors.push(`false: ${own.text} ${own.indicator}`)
  const known = new Set(pairs.map((pair) => pair.gold))
  for (const fact of gold)
    if (!known.has(fact)) score.errors.push(`missed: ${fact[variant].text} ${fact.indicator}`)
}

function countPair(score: FactScore, row: Exclude<FactRow, 'detection'>, pairing: Pairing): void {
  const counts = relations[row] ?? (() => true)
  const isRight = judges[row](pairing)
  if (isRight && counts(pairing.gold)) score.right[row]++
  if (!isRight) score.errors.push(describe(row, pairing))
}

/** Scores own reports; `extract` takes a text to its facts. */
export function scoreFacts(
  folders: readonly string[],
  variant: Variant,
  extract: (text: string) => ExtractedDocument,
): FactScore {
  const score = emptyFactScore()
  for (const folder of folders) {
    addFacts(score, extract(readFileSync(join(folder, `${variant}.txt`), 'utf8')), folder, variant)
  }
  return score
}

/** The F1 of a row, in [0, 1]. */
export function factF1({ right, wanted, found }: FactScore, row: FactRow): number {
  const sum = wanted[row] + found[row]
  return sum === 0 ? 1 : (2 * right[row]) / sum
}

/** The scores as a table: a row for each question, columns for precision, recall and F1. */
export function formatFacts(scores: ReadonlyMap<string, FactScore>): string {
  const rows = factRows.map((row) => [
    row,
    ...[...scores.values()].flatMap((score) => [
      percent(score.right[row] / Math.max(1, score.found[row])),
      percent(score.right[row] / Math.max(1, score.wanted[row])),
      percent(factF1(score, row)),
    ]),
  ])
  const columns = [...scores.keys()].flatMap((name) => [`${name}: P`, 'R', 'F1'])
  return formatTable(['facts', ...columns], rows)
}
