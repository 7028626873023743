/**
 * `huanyuan audit --across DIR`: every file of a folder, and what one report says otherwise than another. Prints
 * the contradictions as lines, JSON or CSV.
 */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AcrossFinding, StatedFacts } from '../audit/across.js'
import { byteOrderMark, csvLine } from '../writers/cells.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { readInput } from './inputs.js'
import { tell } from './language.js'
import { tellEntryFailures, tellInputFailure } from './process.js'
import { loadSettingsResources, pipelineSettings } from './settings.js'
import { writeTo } from './terminal.js'

/** Files of a folder and those below it, by name; hidden ones are left out. */
export function filesOf(cwd: string, folder: string): string[] {
  let entries: ReturnType<typeof listFolder>
  try {
    entries = listFolder(resolve(cwd, folder))
  } catch {
    throw new UsageError('error.not-folder', { path: folder })
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  return visible.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(cwd, path) : entry.isFile() ? [path] : []
  })
}

function listFolder(path: string) {
  return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

const columns = [
  'indicator',
  'of',
  'period',
  'first',
  'firstDocument',
  'firstStart',
  'second',
  'secondDocument',
  'secondStart',
  'difference',
  'severity',
  'code',
] as const

function toCsv(findings: readonly AcrossFinding[]): string {
  const rows = findings.map(({ indicator, of, period, places, difference, severity, code }) => [
    ...[indicator, of, period],
    ...places.flatMap(({ text, document, start }) => [text, document, start]),
    difference ?? '',
    severity,
    code,
  ])
  return byteOrderMark + [columns, ...rows].map(csvLine).join('')
}

function toLines(findings: readonly AcrossFinding[], language: Language): string {
  return findings
    .map(({ indicator, of, period, places, severity }) => {
      const lines = places.map(({ text, document, start }) => `    ${text}  ${document}:${start}\n`)
      return `${sayCode(language, 'severity', severity)}  ${indicator}  ${of}  ${period}\n${lines.join('')}`
    })
    .join('')
}

function reaches({ severity }: AcrossFinding, failOn: CommandContext['settings']['failOn']): boolean {
  return failOn === 'warning' || (failOn === 'error' && severity === 'error')
}

const formats = ['report', 'json', 'csv'] as const

function acrossFormat(value = 'report'): (typeof formats)[number] {
  const format = formats.find((known) => known === value)
  if (format !== undefined) return format
  throw new UsageError('error.not-choice', { name: '--format', value, choices: formats.join(', ') })
}

/** Gives 2 where a file could not be read, else 1 where a contradiction reaches --fail-on, else 0. */
export async function auditAcross(
  context: CommandContext,
  folder: string,
  inputs: readonly string[],
): Promise<number> {
  const { terminal, language, settings } = context
  const format = acrossFormat(settings.format)
  const paths = [...new Set([...filesOf(terminal.cwd, folder), ...inputs])]
  const { analyseDocument } = await import('../pipeline/process.js')
  const { compareDocuments, stateFacts } = await import('../audit/across.js')
  const resources = await loadSettingsResources(context)
  const documents: StatedFacts[] = []
  let failed = false
  for (const input of paths) {
    try {
      const limited = pipelineSettings(settings)
      const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
      const options = { ...limited, resources, path, until: 'extract' as const }
      for await (const { origin, facts, messages } of analyseDocument(bytes, options)) {
        if (await tellEntryFailures(context, input, origin.entry, messages)) {
          failed = true
          continue
        }
        const entry = origin.entry === null ? '' : `#${origin.entry}`
        documents.push(stateFacts(`${input}${entry}`, facts))
      }
    } catch (cause) {
      await tellInputFailure(context, input, cause)
      failed = true
    }
  }
  const findings = compareDocuments(documents)
  const counts = tell(language, 'across.counts', { documents: documents.length, findings: findings.length })
  const output = {
    report: () => `${counts}\n${toLines(findings, language)}`,
    json: () => `${JSON.stringify(findings, null, 2)}\n`,
    csv: () => toCsv(findings),
  }[format]
  await writeTo(terminal.stdout, output())
  return failed ? 2 : findings.some((finding) => reaches(finding, settings.failOn)) ? 1 : 0
}
