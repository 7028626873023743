/**
 * `huanyuan audit --across DIR`: every file of a folder, and what one report says otherwise than another. Prints
 * the contradictions as lines, JSON or CSV.
 */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AcrossFinding, StatedFacts } from '../audit/across.js'
import { ProcessingError } from '../model/message.js'
import { byteOrderMark, csvLine } from '../writers/cells.js'
import { escapeControls, mapStrings, showInLine } from '../writers/controls.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import type { CommandContext } from './contract.js'
import type { Outcome } from './exit-codes.js'
import { exitCodeOf } from './exit-codes.js'
import { UsageError } from './failure.js'
import { countUnread, forEachInput, newOutcome, tellEntryFailures, tellUnread } from './failures.js'
import { readInput } from './inputs.js'
import { tell } from './language.js'
import { poolInputs } from './pool.js'
import { loadSettingsResources, pipelineSettings } from './settings.js'
import { writeSafe } from './terminal.js'

/** Files of a folder and those below it, by name; hidden ones are left out. Throws ProcessingError `not-folder`. */
export function filesOf(cwd: string, folder: string): string[] {
  let entries: ReturnType<typeof listFolder>
  try {
    entries = listFolder(resolve(cwd, folder))
  } catch {
    throw new ProcessingError('not-folder', { path: folder })
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

/** What each file of the folder, and each input, states. */
async function readAll(
  context: CommandContext,
  folder: string,
  inputs: readonly string[],
  outcome: Outcome,
): Promise<StatedFacts[]> {
  const { terminal, settings } = context
  const { analyseDocument } = await import('../pipeline/process.js')
  const { poolDocument, scanDocument } = await import('../pipeline/source.js')
  const { stateFacts } = await import('../audit/across.js')
  const { viewFacts } = await import('../audit/view.js')
  const resources = await loadSettingsResources(context)
  const limited = pipelineSettings(settings)
  const documents: StatedFacts[] = []
  const paths = new Set(inputs)
  await forEachInput(context, [folder], outcome, async () => {
    for (const path of filesOf(terminal.cwd, folder)) paths.add(path)
  })
  const provenIn = await poolInputs(context, [...paths], (bytes, path) =>
    scanDocument(bytes, { ...limited, resources, path }),
  )
  const read = async (input: string) => {
    const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
    const known = provenIn(input)
    const options = {
      ...limited,
      ...(known && { provenBySource: known }),
      resources,
      path,
      until: 'extract' as const,
    }
    const provenBySource = await poolDocument(bytes, options)
    for await (const document of analyseDocument(bytes, { ...options, provenBySource })) {
      const { origin, messages } = document
      outcome.documents++
      if (tellEntryFailures(context, input, origin.entry, messages)) {
        countUnread(outcome, origin.entry ?? input)
        continue
      }
      const entry = origin.entry === null ? '' : `#${origin.entry}`
      documents.push(stateFacts(`${input}${entry}`, viewFacts(document, resources.claims)))
    }
  }
  await forEachInput(context, [...paths], outcome, read)
  return documents
}

/** Prints the contradictions and gives the exit code. */
export async function auditAcross(
  context: CommandContext,
  folder: string,
  inputs: readonly string[],
): Promise<number> {
  const { terminal, language, settings } = context
  const format = acrossFormat(settings.format)
  const { compareDocuments } = await import('../audit/across.js')
  const outcome: Outcome = newOutcome()
  const documents = await readAll(context, folder, inputs, outcome)
  tellUnread(context, outcome)
  const findings = compareDocuments(documents)
  const shown = mapStrings(findings, showInLine)
  const counts = tell(language, 'across.counts', { documents: documents.length, findings: findings.length })
  const output = {
    report: () => `${counts}\n${toLines(shown, language)}`,
    json: () => `${escapeControls(JSON.stringify(findings, null, 2))}\n`,
    csv: () => toCsv(shown),
  }[format]
  await writeSafe(terminal, output())
  outcome.found = findings.some((finding) => reaches(finding, settings.failOn))
  return exitCodeOf(outcome, settings)
}
