/**
 * A record as golden lines: what a user sees of it, one edit, damage, fact, check or ignored number a line.
 * Invariant: a line holds no offset and no id, so a change of one thing changes its own line and no other. A place is
 * the line of the source with the characters around it; facts are named by line and printed text.
 */
import type { DocumentRecord } from '../../src/writers/schema.js'

type Fact = DocumentRecord['facts'][number]
type Correction = DocumentRecord['corrections'][number]
type Check = DocumentRecord['checks'][number]

/** Characters of the source that are shown on either side of a place. */
const around = 3

/** Cells stand apart by this; empty ones are left out. */
const separator = ' | '

const row = (...cells: readonly (string | null | false | undefined)[]) =>
  cells.filter(Boolean).join(separator)

const sure = (confidence: number) => confidence.toFixed(1)

const visible = (text: string) =>
  text
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥')
    .replace(/[ \u3000]/g, '␣')

interface Source {
  /** Where something stands and, of an edit, what it becomes: `3 青梧县〔教诲→教育〕局20`. */
  at(span: { readonly start: number; readonly end: number }, replacement?: string): string
  /** A fact by line and printed text: `9:126所`, and `9:126所#2` where the line prints it twice. */
  name(id: string): string
}

function sourceOf({ source: { text }, facts }: DocumentRecord): Source {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  for (const { id, start, text: printed } of facts) {
    const name = `${lineOf(start)}:${visible(printed)}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    names.set(id, count === 1 ? name : `${name}#${count}`)
  }
  return {
    at({ start, end }, replacement) {
      const becomes = replacement === undefined ? '' : `→${replacement}`
      const before = text.slice(Math.max(0, start - around), start)
      const after = text.slice(end, end + around)
      return `${lineOf(start)} ${visible(`${before}〔${text.slice(start, end)}${becomes}〕${after}`)}`
    },
    name: (id) => names.get(id) ?? id,
  }
}

function correctionLine(source: Source, correction: Correction): string {
  const { kind, status, confidence, evidence, traits, alternatives, replacement } = correction
  return row(
    source.at(correction, replacement),
    kind,
    `${status} ${sure(confidence)}`,
    evidence.map(({ kind: sort, code }) => (sort === 'context' ? sort : `${sort} ${code}`)).join(', '),
    traits.join(', '),
    alternatives.length > 0 && `or ${alternatives.map(({ text }) => text).join(', ')}`,
  )
}

function amountOf({ value, low, high, unit, bound, qualifier, base }: Fact): string {
  const range = low === null && high === null ? [] : [`${low ?? ''}–${high ?? ''}`]
  const based =
    base.value === null || (base.value === value && base.unit === unit)
      ? []
      : [`= ${base.value} ${base.unit}`]
  return [value ?? [], range, unit, bound === 'exact' ? [] : bound, qualifier ?? [], based]
    .flat()
    .join(' ')
    .trim()
}

function periodOf({ period }: Fact): string {
  if (period === null) return 'no period'
  const days =
    period.start === null && period.end === null ? [] : [`${period.start ?? ''}/${period.end ?? ''}`]
  return [period.text, ...days, ...(period.inferred === null ? [] : [`(${period.inferred})`])].join(' ')
}

function relationsOf(fact: Fact, { name }: Source): string {
  const { partOf, change, ratio } = fact
  const told = [
    partOf === null ? [] : `part of ${name(partOf)}`,
    change === null
      ? []
      : [
          `${change.direction} ${change.kind}`,
          change.of === null ? [] : `of ${name(change.of)}`,
          change.against === null ? [] : `against ${change.against}`,
          change.prior === null ? [] : `from ${change.prior}`,
        ]
          .flat()
          .join(' '),
    ratio === null
      ? []
      : [ratio.part, ratio.whole].map((side) => (side === null ? '?' : name(side))).join(' of '),
  ]
  return told.flat().join('; ')
}

function factLine(source: Source, fact: Fact): string {
  const { indicator, indicatorId, head, subject, subjectDamaged, place, status, recovered } = fact
  const id = indicatorId === null ? '' : ` (${indicatorId})`
  return row(
    source.at(fact),
    `${indicator}${id}`,
    amountOf(fact),
    periodOf(fact),
    fact.role,
    relationsOf(fact, source),
    status !== 'actual' && status,
    head !== indicator && `head ${head}`,
    subject !== null && `subject ${subject}${subjectDamaged ? ' (damaged)' : ''}`,
    place !== null && `place ${place}`,
    recovered !== null && `recovered ${recovered.value}`,
    sure(fact.confidence),
  )
}

function checkLine({ name }: Source, check: Check): string {
  const { rule, state, severity, expression, code, solution, facts } = check
  return row(
    `${rule} ${facts.map(name).join(', ')}`,
    `${state} (${severity})`,
    expression,
    code,
    solution !== null && `solved by ${solution}`,
  )
}

/** The golden text of a record: a section for each kind of thing, each with its count. */
export function goldenText(record: DocumentRecord): string {
  const source = sourceOf(record)
  const { spin, corrections, damage, facts, checks, coverage, messages } = record
  const sections: Readonly<Record<string, readonly string[]>> = {
    spin: [`${spin.verdict} ${sure(spin.rate)}`],
    corrections: corrections.map((correction) => correctionLine(source, correction)),
    damage: damage.map((one) => row(source.at(one), one.kind, visible(one.detail))),
    facts: facts.map((fact) => factLine(source, fact)),
    checks: checks.map((check) => checkLine(source, check)),
    ignored: coverage.ignored.map((one) => row(source.at(one), one.reason)),
    messages: messages.map((one) => row(source.at(one), one.stage, one.level, one.code)),
  }
  return Object.entries(sections)
    .map(([name, lines]) => [`## ${name}: ${lines.length}`, ...lines].join('\n'))
    .join('\n\n')
    .concat('\n')
}
