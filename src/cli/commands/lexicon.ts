/** `huanyuan lexicon add|check|stats`: tables of pairs that users keep beside the one that ships. */
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ProcessingError } from '../../model/message.js'
import type { ListedPair } from '../../model/pair.js'
import { pairEvidences, pairKinds } from '../../model/pair.js'
import { checkPair, lexiconColumns, readLexiconTable, readShippedEntries } from '../../resources/lexicon.js'
import { loadTools } from '../../resources/tools.js'
import { parseTsv } from '../../resources/tsv.js'
import type { Language } from '../../writers/language.js'
import type { Command, CommandContext } from '../contract.js'
import type { Outcome } from '../exit-codes.js'
import { exitCode, exitCodeOf } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { remark, tellInputFailure } from '../failures.js'
import { hasSentence, tell } from '../language.js'
import { checkReplaceable, writeFile } from '../replace-file.js'
import { printLine } from '../terminal.js'

const headerLine = lexiconColumns.join('\t')

/**
 * The table with the row in its place, before the first row that sorts behind it, and not a byte of it changed: it may
 * have blank lines, breaks of its own, or none at its end.
 */
function insertLine(text: string, row: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/(?<=\n)/)
  const header = lines.findIndex((line) => line.trim() === headerLine)
  const isBehind = (line: string, index: number) =>
    index > header && line.trim() !== '' && !line.startsWith('#') && line > row
  const place = lines.findIndex(isBehind)
  if (place >= 0) return lines.toSpliced(place, 0, row + end).join('')
  return (text.endsWith('\n') ? text : text + end) + row + end
}

async function addPair(context: CommandContext, words: readonly string[]): Promise<number> {
  const { terminal, language, settings } = context
  const [standard, spun, more] = words
  if (standard === undefined || spun === undefined || more !== undefined) {
    throw new UsageError('lexicon.add-words')
  }
  const { table: path, kind = 'synonym' } = settings
  if (path === undefined) throw new UsageError('error.missing-option', { name: '-o, --table' })
  const reason = checkPair(standard, spun)
  if (reason !== undefined) throw new UsageError('lexicon.bad-pair', { standard, spun, reason })
  const absolute = resolve(terminal.cwd, path)
  // The table is made to be added to, so it is replaced without being asked.
  const replacement = { inputs: new Set<string>(), mayReplace: () => true }
  const isNew = checkReplaceable(absolute, path, replacement) === undefined
  const known = isNew ? [] : readLexiconTable(absolute)
  if (known.some((entry) => entry.standard === standard && entry.spun === spun)) {
    throw new UsageError('lexicon.known', { path, standard, spun })
  }
  const text = isNew ? headerLine : readFileSync(absolute, 'utf8')
  const row = [standard, spun, kind, 'knowledge', '1', ''].join('\t')
  writeFile(absolute, path, insertLine(text, row), replacement)
  await printLine(terminal, tell(language, 'lexicon.added', { path, standard, spun }))
  return exitCode.done
}

/** Complaints about pairs that stand twice, by line. */
function findDoubles({ terminal, language }: CommandContext, path: string): string[] {
  const firsts = new Map<string, number>()
  const rows = parseTsv(readFileSync(resolve(terminal.cwd, path), 'utf8'), path, lexiconColumns)
  return rows.flatMap(({ line, cells }) => {
    const [standard = '', spun = ''] = cells
    const first = firsts.get(`${standard}\t${spun}`)
    if (first !== undefined) return [tell(language, 'lexicon.twice', { path, line, standard, spun, first })]
    firsts.set(`${standard}\t${spun}`, line)
    return []
  })
}

async function checkTables(context: CommandContext, paths: readonly string[]): Promise<number> {
  const { terminal, language, settings } = context
  if (paths.length === 0) throw new UsageError('lexicon.check-files')
  const outcome: Outcome = { documents: 0, failed: 0 }
  for (const path of paths) {
    outcome.documents++
    try {
      const pairs = readLexiconTable(resolve(terminal.cwd, path)).length
      const doubles = findDoubles(context, path)
      for (const told of doubles) remark(context, told)
      if (doubles.length > 0) outcome.failed++
      else await printLine(terminal, tell(language, 'lexicon.checked', { path, pairs }))
    } catch (cause) {
      if (!(cause instanceof ProcessingError)) throw cause
      outcome.failed++
      tellTableFailure(context, path, cause)
    }
  }
  return exitCodeOf(outcome, settings)
}

/** The tables name themselves by their whole path; the user is told by the name that was given. */
function tellTableFailure(
  context: CommandContext,
  path: string,
  { code, parameters }: ProcessingError,
): void {
  tellInputFailure(context, path, new ProcessingError(code, { ...parameters, path }))
}

/** The pairs of tables; those that cannot be read are told and left out. */
function readTables(context: CommandContext, paths: readonly string[], outcome: Outcome): ListedPair[] {
  return paths.flatMap((path) => {
    outcome.documents++
    try {
      return readLexiconTable(resolve(context.terminal.cwd, path))
    } catch (cause) {
      if (!(cause instanceof ProcessingError)) throw cause
      outcome.failed++
      tellTableFailure(context, path, cause)
      return []
    }
  })
}

/** Counts of each name, with what it means where it has a meaning. */
function countLines(
  names: readonly string[],
  countOf: (name: string) => number,
  meaningOf: (name: string) => string = () => '',
): string[] {
  return names.map((name) => {
    const count = String(countOf(name)).padStart(6)
    const meaning = meaningOf(name)
    return `  ${count}  ${meaning === name ? name : `${name.padEnd(10)}  ${meaning}`.trimEnd()}`
  })
}

/** The sentence of a key; nothing where there is none. */
const sayKey = (language: Language, key: string) => (hasSentence(key) ? tell(language, key) : '')

async function showStats(context: CommandContext, paths: readonly string[]): Promise<number> {
  const { terminal, language, settings } = context
  const outcome: Outcome = { documents: 0, failed: 0 }
  const entries: readonly ListedPair[] =
    paths.length === 0 ? readShippedEntries() : readTables(context, paths, outcome)
  const tools = loadTools()
  const tables = [...new Set(entries.map(({ table }) => table))]
  const counting = (test: (entry: ListedPair, name: string) => boolean) => (name: string) =>
    entries.filter((entry) => test(entry, name)).length
  const totals = {
    pairs: entries.length,
    standards: new Set(entries.map(({ standard }) => standard)).size,
    spuns: new Set(entries.map(({ spun }) => spun)).size,
  }
  const lines = [
    tell(language, 'lexicon.stats', totals),
    tell(language, 'lexicon.by-table'),
    ...countLines(
      tables,
      counting(({ table }, name) => table === basename(name)),
    ),
    tell(language, 'lexicon.by-kind'),
    ...countLines(
      pairKinds,
      counting(({ kind }, name) => kind === name),
      (name) => sayKey(language, `explain.kind-${name}`),
    ),
    tell(language, 'lexicon.by-evidence'),
    ...countLines(
      [...tools.map(({ id }) => id), ...pairEvidences],
      counting(({ evidence }, name) => evidence.some((one) => one === name)),
      (name) =>
        tools.find(({ id }) => id === name)?.name[language] ?? sayKey(language, `explain.source-${name}`),
    ),
  ]
  for (const line of lines) await printLine(terminal, line)
  return exitCodeOf(outcome, settings)
}

const actions: Readonly<Record<string, typeof addPair>> = {
  add: addPair,
  check: checkTables,
  stats: showStats,
}

export const command: Command = {
  name: 'lexicon',
  argument: '<action...>',
  summary: { en: 'add to, check and count tables of pairs', zh: '词对表的增补、检查与统计' },
  examples: [
    { call: 'huanyuan lexicon add 学校 黉舍 -o own.tsv', en: 'a pair of your own', zh: '增加自己的词对' },
    { call: 'huanyuan lexicon check own.tsv', en: 'is the table in order?', zh: '检查词对表' },
  ],
  options: ['table', 'kind', 'allowFailed'],
  run(context, [action = '', ...words]) {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (run === undefined) throw new UsageError('lexicon.unknown-action', { action })
    return run(context, words)
  },
}
