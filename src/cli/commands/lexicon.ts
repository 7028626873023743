/** `huanyuan lexicon add|check|stats`: tables of pairs that users keep beside the one that ships. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ProcessingError } from '../../model/message.js'
import type { ListedPair } from '../../model/pair.js'
import { pairEvidences, pairKinds } from '../../model/pair.js'
import { checkPair, lexiconColumns, readLexiconTable, readShippedEntries } from '../../resources/lexicon.js'
import { loadTools } from '../../resources/tools.js'
import { parseTsv } from '../../resources/tsv.js'
import { sayCode } from '../../writers/language.js'
import type { Command, CommandContext } from '../contract.js'
import { UsageError } from '../failure.js'
import { tell } from '../language.js'
import { writeAside } from '../outputs.js'
import { tellFailure } from '../process.js'
import { writeTo } from '../terminal.js'

const headerLine = lexiconColumns.join('\t')

/** The table's lines with the row in its place: before the first row that sorts behind it. */
function insertLine(text: string, row: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  const header = lines.indexOf(headerLine)
  const place = lines.findIndex((line, index) => index > header && !line.startsWith('#') && line > row)
  return `${(place < 0 ? [...lines, row] : lines.toSpliced(place, 0, row)).join('\n')}\n`
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
  const isNew = !existsSync(absolute)
  const known = isNew ? [] : readLexiconTable(absolute)
  if (known.some((entry) => entry.standard === standard && entry.spun === spun)) {
    throw new UsageError('lexicon.known', { path, standard, spun })
  }
  const text = isNew ? headerLine : readFileSync(absolute, 'utf8')
  writeAside(absolute, insertLine(text, [standard, spun, kind, 'knowledge', '1', ''].join('\t')), true)
  await writeTo(terminal.stdout, `${tell(language, 'lexicon.added', { path, standard, spun })}\n`)
  return 0
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

/** Gives 2 where a table is not in order, like every failure of an input. */
async function checkTables(context: CommandContext, paths: readonly string[]): Promise<number> {
  const { terminal, language } = context
  if (paths.length === 0) throw new UsageError('lexicon.check-files')
  let failed = false
  for (const path of paths) {
    try {
      const pairs = readLexiconTable(resolve(terminal.cwd, path)).length
      const doubles = findDoubles(context, path)
      for (const told of doubles) await tellFailure(context, told)
      failed ||= doubles.length > 0
      const told = tell(language, 'lexicon.checked', { path, pairs })
      if (doubles.length === 0) await writeTo(terminal.stdout, `${told}\n`)
    } catch (cause) {
      if (!(cause instanceof ProcessingError)) throw cause
      failed = true
      await tellFailure(context, sayCode(language, 'message', cause.code, { ...cause.parameters, path }))
    }
  }
  return failed ? 2 : 0
}

function countLines(names: readonly string[], countOf: (name: string) => number): string[] {
  return names.map((name) => `  ${String(countOf(name)).padStart(6)}  ${name}`)
}

async function showStats(context: CommandContext, paths: readonly string[]): Promise<number> {
  const { terminal, language } = context
  const entries: readonly ListedPair[] =
    paths.length === 0
      ? readShippedEntries()
      : paths.flatMap((path) => readLexiconTable(resolve(terminal.cwd, path)))
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
    ),
    tell(language, 'lexicon.by-evidence'),
    ...countLines(
      [...loadTools().map(({ id }) => id), ...pairEvidences],
      counting(({ evidence }, name) => evidence.some((one) => one === name)),
    ),
  ]
  await writeTo(terminal.stdout, `${lines.join('\n')}\n`)
  return 0
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
  options: ['table', 'kind'],
  run(context, [action = '', ...words]) {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (run === undefined) throw new UsageError('lexicon.unknown-action', { action })
    return run(context, words)
  },
}
