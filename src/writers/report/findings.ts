/** The findings of the audit with their formulas, and how many relations were checked with what outcome. */
import { checkStates, isFinding } from '../../model/check.js'
import { append } from '../../model/lists.js'
import type { WriteContext } from '../contract.js'
import { say, sayCode } from '../language.js'
import { placeAt } from '../places.js'
import type { CheckRecord, DocumentRecord } from '../schema.js'
import type { Style } from '../style.js'

function detailOf(check: CheckRecord, context: WriteContext): string {
  const { language } = context
  const parts: string[] = []
  const { stated, computed, difference, solution } = check
  if (stated !== null) parts.push(say(language, 'finding.stated', { stated }))
  if (computed !== null) parts.push(say(language, 'finding.computed', { computed }))
  if (difference !== null) parts.push(say(language, 'finding.difference', { difference }))
  if (solution !== null) parts.push(say(language, 'finding.solution', { solution }))
  return parts.join(say(language, 'finding.separator'))
}

function findingLines(
  check: CheckRecord,
  record: DocumentRecord,
  context: WriteContext,
  style: Style,
): string[] {
  const { language } = context
  const severity = say(language, `severity.${check.severity}`)
  const mark = check.state === 'mismatch' ? style.bad(severity) : style.good(severity)
  const state = say(language, `state.${check.state}`)
  const rule = sayCode(language, 'rule', check.rule)
  const lines = [`  ${mark}  ${rule}  ${check.expression}  ${state}`]
  const detail = detailOf(check, context)
  if (detail !== '') lines.push(`      ${detail}`)
  const explanation = sayCode(language, 'check', check.code, check.parameters)
  if (explanation !== check.code) lines.push(`      ${explanation}`)
  const places = record.facts.filter(({ id }) => check.facts.includes(id))
  const where = places.map(({ indicator: name, text, start }) => {
    const { page, line } = placeAt(record, start)
    const place =
      page === null
        ? say(language, 'finding.line', { line })
        : say(language, 'finding.page-line', { page, line })
    return say(language, 'finding.fact', { name, text, place })
  })
  if (where.length > 0)
    lines.push(style.faint(`      ${where.join(say(language, 'finding.facts-separator'))}`))
  return lines
}

export function findingsLines(record: DocumentRecord, context: WriteContext, style: Style): string[] {
  const { language } = context
  const counts: string[] = []
  for (const state of checkStates) {
    const count = record.checks.filter((check) => check.state === state).length
    if (count > 0) counts.push(`${say(language, `state.${state}`)} ${count}`)
  }
  const summary = say(language, 'report.check-counts', {
    checks: record.checks.length,
    states: counts.join(say(language, 'finding.separator')) || say(language, 'report.none'),
  })
  const lines = [`${style.heading(say(language, 'report.findings'))}  ${summary}`]
  const findings = record.checks.filter(isFinding)
  if (findings.length === 0) lines.push(`  ${say(language, 'report.no-findings')}`)
  for (const check of findings) append(lines, findingLines(check, record, context, style))
  return lines
}
