/**
 * The readable report for a terminal: what was repaired, which facts are in it, which sums do not add up.
 * Made from the record alone; what a command shows of it are its sections.
 */
import { append } from '../model/lists.js'
import type { Section, TextWriter, WriteContext } from './contract.js'
import { apart } from './joined.js'
import { say, sayCode } from './language.js'
import { factLines } from './report/facts.js'
import { findingsLines } from './report/findings.js'
import { repairLines } from './report/repairs.js'
import { wordLines } from './report/words.js'
import type { DocumentRecord } from './schema.js'
import type { Style } from './style.js'
import { styleOf } from './style.js'

const sectionLines: Readonly<
  Record<Section, (record: DocumentRecord, context: WriteContext, style: Style) => string[]>
> = { repairs: repairLines, words: wordLines, facts: factLines, findings: findingsLines }

function nameOf({ origin }: DocumentRecord, { language }: WriteContext): string {
  return [origin.path ?? say(language, 'report.input'), origin.entry]
    .filter((part) => part !== null)
    .join(' › ')
}

function headerOf(record: DocumentRecord, context: WriteContext, style: Style): string {
  const { language } = context
  const { spin } = record
  const rate = say(language, 'report.spin-rate', { rate: Math.round(spin.rate * 100) })
  const verdict = [say(language, `verdict.${spin.verdict}`)]
  if (spin.verdict === 'spun' || spin.verdict === 'partly-spun') verdict.push(rate)
  if (spin.assumed) verdict.push(say(language, 'report.assumed'))
  if (spin.bySource) verdict.push(say(language, 'report.by-source'))
  return `${style.heading(nameOf(record, context))}  ${verdict.join(say(language, 'finding.separator'))}`
}

function messageLines(record: DocumentRecord, context: WriteContext, style: Style): string[] {
  if (record.messages.length === 0) return []
  const path = nameOf(record, context)
  const lines = ['', style.heading(say(context.language, 'report.messages'))]
  for (const { code, parameters } of record.messages) {
    lines.push(`  ${sayCode(context.language, 'message', code, { path, ...parameters })}`)
  }
  return lines
}

function reportOf(record: DocumentRecord, context: WriteContext): string {
  const style = styleOf(context.colour)
  const lines = [headerOf(record, context, style)]
  for (const section of context.sections) {
    lines.push('')
    append(lines, sectionLines[section](record, context, style))
  }
  append(lines, messageLines(record, context, style))
  return `${lines.join('\n')}\n`
}

export const writer: TextWriter = {
  id: 'report',
  extension: () => '.report.txt',
  controls: 'shown',
  write: reportOf,
  join: apart(reportOf),
}
