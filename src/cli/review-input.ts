/**
 * What is reviewed: a file of records, or documents, which are read first, as `run` reads them, into a file of records of
 * their own that goes when the program ends.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { readMade } from '../dataset/manifest.js'
import { ProcessingError } from '../model/message.js'
import type { CommandContext, CommandView } from './contract.js'
import { exitCode } from './exit-codes.js'
import { tell } from './language.js'
import { processInputs } from './process.js'
import { readRecords } from './records.js'
import { tellLine } from './terminal.js'

export interface ReviewInput {
  /** The file of records. */
  readonly path: string
  /** Takes away what was made for the review. */
  remove(): void
}

const view: CommandView = { until: 'audit', sections: ['repairs', 'facts', 'findings'] }

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // What cannot be looked at will be told when it is to be read.
    return false
  }
}

/** Files of datasets that hold tables and no records; of a database the texts can be read anew. */
const tablesOnly = /\.(sqlite|db|parquet|xlsx)$/i
const tableFormats = new Set(['parquet', 'xlsx', 'csv'])
const database = /\.(sqlite|db)$/i

/** What stands before the names of the companions of a build that wrote a file; undefined where none did. */
function prefixOfBuild(path: string): string | undefined {
  const folder = dirname(path)
  const prefixes = [`${basename(path).replace(/\.[^.]*$/, '')}.`, '']
  return prefixes.find((prefix) => {
    const manifest = join(folder, `${prefix}manifest.json`)
    return isFile(manifest) && readFileSync(manifest, 'utf8').includes(JSON.stringify(basename(path)))
  })
}

/** The database of a dataset in a folder; undefined where it is no dataset, or one without. Throws as `recordsOf` does. */
function databaseIn(folder: string, named: string): string | undefined {
  const outputs = readMade(join(folder, 'manifest.json'))?.outputs ?? []
  const found = outputs.find(({ format }) => format === 'sqlite')
  if (found !== undefined) return join(folder, found.name)
  if (!outputs.some(({ format }) => tableFormats.has(format))) return undefined
  throw new ProcessingError('dataset-without-records', { path: named })
}

/**
 * The file of records that an input is: by its name, or of a finished dataset the one that the build wrote beside.
 * Undefined where it is documents. Throws ProcessingError `dataset-without-records`.
 */
function recordsOf(path: string, named: string): string | undefined {
  if (/\.(jsonl|ndjson)$/.test(path) && isFile(path)) return path
  const inFolder = join(path, 'records.jsonl')
  if (isFile(inFolder) && isFile(join(path, 'manifest.json'))) return inFolder
  const prefix = tablesOnly.test(path) && isFile(path) ? prefixOfBuild(path) : undefined
  if (prefix === undefined) return undefined
  const records = join(dirname(path), `${prefix}records.jsonl`)
  if (isFile(records)) return records
  if (database.test(path)) return undefined
  throw new ProcessingError('dataset-without-records', { path: named })
}

/** Reads documents into a file of records. Gives whether all of them could be read. */
async function readInto(
  context: CommandContext,
  inputs: readonly string[],
  records: string,
): Promise<boolean> {
  const stdout = createWriteStream(records)
  const { out: _, format: __, ...settings } = context.settings
  const terminal = { ...context.terminal, stdout }
  const code = await processInputs(
    { ...context, terminal, settings: { ...settings, format: 'jsonl' } },
    inputs,
    view,
  )
  stdout.end()
  await finished(stdout)
  return code === exitCode.done
}

/** Reads the texts of a database anew, as the documents that they come from. */
async function readDatabase(
  context: CommandContext,
  path: string,
  named: string,
  records: string,
): Promise<boolean> {
  const { asDocument, writeTexts } = await import('./texts-of-database.js')
  const { terminal, language, settings } = context
  const folder = dirname(records)
  const [list, read] = [join(folder, 'texts.jsonl'), join(folder, 'read.jsonl')]
  const origins = await writeTexts(path, named, list)
  tellLine(terminal, tell(language, 'serve.database', { path: named, count: origins.size }))
  const fields = { idField: 'id', textField: 'text' }
  const isWhole = await readInto({ ...context, settings: { ...settings, ...fields } }, [list], read)
  const output = createWriteStream(records)
  for await (const record of readRecords(terminal, read)) {
    if (!(record instanceof ProcessingError)) output.write(`${JSON.stringify(asDocument(record, origins))}\n`)
  }
  output.end()
  await finished(output)
  return isWhole
}

/** Throws ProcessingError `no-documents` where nothing could be read, or `dataset-without-records`. */
export async function openReviewInput(
  context: CommandContext,
  inputs: readonly string[],
): Promise<ReviewInput> {
  const [first = ''] = inputs
  const named = resolve(context.terminal.cwd, first)
  const records = inputs.length === 1 ? recordsOf(named, first) : undefined
  if (records !== undefined) return { path: records, remove: () => {} }
  const path = inputs.length === 1 ? (databaseIn(named, first) ?? named) : named
  const folder = mkdtempSync(join(tmpdir(), 'huanyuan-review-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const records = join(folder, 'records.jsonl')
    const isDatabase = inputs.length === 1 && database.test(path) && isFile(path)
    const isWhole = isDatabase
      ? await readDatabase(context, path, first, records)
      : await readInto(context, inputs, records)
    if (!isWhole && statSync(records).size === 0) {
      throw new ProcessingError('no-documents', { path: first })
    }
    return { path: records, remove }
  } catch (cause) {
    remove()
    throw cause
  }
}
