/**
 * Makes the damaged text and the gold of one own report out of its sources: clean text, annotation, substitution
 * table and the plan of the damage.
 * Invariant: pure; every span of the gold slices to its text in the clean and in the damaged text.
 */
import type { DamagePlan, Piece } from '../../tests/support/damage.js'
import { damageText, joinPieces, mapForward } from '../../tests/support/damage.js'
import { parseSpinTable } from '../../tests/support/spin.js'
import type { AnnotationSource, CheckSource, GoldFact } from './annotation.js'
import { findIgnored, readFacts } from './annotation.js'

/** The files of a report's folder that people write. */
export interface ReportSources {
  readonly id: string
  readonly clean: string
  readonly facts: AnnotationSource
  readonly spin: string
  readonly damage: Omit<DamagePlan, 'table' | 'notices'> & {
    readonly notices: { readonly before: readonly string[]; readonly after: readonly string[] }
  }
}

/** One damage, to be undone: offsets of the damaged text, and where it stood in the clean one. */
interface GoldCorrection {
  readonly start: number
  readonly end: number
  readonly spun: string
  readonly gold: string
  readonly kind: string
  readonly clean: { readonly start: number; readonly end: number }
}

function listCorrections(clean: string, pieces: readonly Piece[]): GoldCorrection[] {
  let position = 0
  return pieces.flatMap((piece) => {
    const start = position
    position += piece.text.length
    if (piece.kind === null) return []
    const span = { start: piece.start, end: piece.end }
    const gold = clean.slice(piece.start, piece.end)
    return [{ start, end: position, spun: piece.text, gold, kind: piece.kind, clean: span }]
  })
}

/** What a mask leaves of a value: the range of the numbers that it may stand for. */
function maskedValue(fact: GoldFact, text: string) {
  return text.includes('20xx') && !fact.text.includes('20xx')
    ? { value: null, low: '2000', high: '2099', bound: 'masked' }
    : {}
}

/** A wording in the gold, such as a subject or a period, as deletions and masks alone leave it. */
function lightDamage(own: string | null, plan: ReportSources['damage']): string | null {
  if (own === null) return null
  const notices = { before: '', after: '' }
  return joinPieces(
    damageText(own, { ...plan, table: new Map(), spunFrom: null, pageBreakEvery: null, notices }),
  )
}

function damagedFact(
  fact: GoldFact,
  pieces: readonly Piece[],
  damaged: string,
  plan: ReportSources['damage'],
) {
  const span = mapForward(pieces, fact.start, fact.end)
  const text = damaged.slice(span.start, span.end)
  const indicator = lightDamage(fact.indicator, plan)
  const subject = lightDamage(fact.subject, plan)
  const period = lightDamage(fact.period, plan)
  const against = lightDamage(fact.change?.against ?? null, plan)
  return {
    ...span,
    text,
    ...maskedValue(fact, text),
    ...(indicator === fact.indicator ? {} : { indicator }),
    ...(subject === fact.subject ? {} : { subject }),
    ...(period === fact.period ? {} : { period }),
    ...(fact.change === null || against === fact.change.against
      ? {}
      : { change: { ...fact.change, against } }),
  }
}

function goldCheck(check: CheckSource, index: number) {
  return {
    id: `c${index + 1}`,
    rule: check.rule,
    state: check.state,
    facts: check.facts,
    solution: check.solution ?? null,
    ...(check.damaged
      ? { damaged: { state: check.damaged.state, solution: check.damaged.solution ?? null } }
      : {}),
  }
}

/** The damaged text and the gold of a report. Throws where an annotation finds no place, or more than one. */
export function buildReport(sources: ReportSources) {
  const { clean, damage: plan } = sources
  const lines = (texts: readonly string[]) => texts.map((line) => `${line}\n`).join('')
  const pieces = damageText(clean, {
    ...plan,
    table: parseSpinTable(sources.spin),
    notices: { before: lines(plan.notices.before), after: lines(plan.notices.after) },
  })
  const damaged = joinPieces(pieces)
  const facts = readFacts(clean, sources.facts)
  const goldFacts = facts.map((fact) => {
    const { id, start, end, text, ...reading } = fact
    return { id, clean: { start, end, text }, damaged: damagedFact(fact, pieces, damaged, plan), ...reading }
  })
  const ignored = findIgnored(clean, facts, sources.facts.ignored).map((item) => {
    const span = mapForward(pieces, item.start, item.end)
    return {
      reason: item.reason,
      clean: { start: item.start, end: item.end, text: item.text },
      damaged: { ...span, text: damaged.slice(span.start, span.end) },
    }
  })
  return {
    damaged,
    gold: {
      id: sources.id,
      domain: sources.facts.domain,
      corrections: listCorrections(clean, pieces),
      facts: goldFacts,
      checks: sources.facts.checks.map(goldCheck),
      ignored,
    },
  }
}

export type ReportGold = ReturnType<typeof buildReport>['gold']

/** The gold as JSON with one entry a line, so that changes can be read. */
export function formatGold(gold: ReportGold): string {
  const rows = (items: readonly unknown[]) =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
  const parts = Object.entries(gold).map(([name, part]) => {
    return `  ${JSON.stringify(name)}: ${Array.isArray(part) ? rows(part) : JSON.stringify(part)}`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}
