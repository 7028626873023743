/**
 * Where the files of a dataset go. OUT is a folder, or a file whose ending asks for a format; what goes with such a file
 * stands beside it under its name: reports.sqlite, reports.manifest.json, reports.messages.jsonl.
 */
import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import type { DatasetFormat } from './contract.js'
import { formats } from './formats/index.js'
import { gzipEnding } from './output-file.js'

/**
 * Written beside the outputs of a build, the last one when all else stands; the list of files only where some are in
 * folders.
 */
const companions = [
  'messages.jsonl',
  'dropped.jsonl',
  'files.jsonl',
  'timings.json',
  'manifest.json',
] as const
type Companion = (typeof companions)[number]

/** A journal that is kept beside the dataset (`kept-journal.ts`): a folder. */
export const journalName = 'journal'
/** The file in it that says of which dataset it is. */
export const journalHeadName = 'journal.json'

export interface Output {
  readonly format: string
  /** Its name in the folder of the dataset. */
  readonly name: string
  readonly isFolder: boolean
}

export interface Destination {
  /** Absolute; made where it is not there. */
  readonly folder: string
  /** Absolute folder of the build's own state, gone when the build is complete. */
  readonly work: string
  readonly formats: readonly DatasetFormat[]
  /** In the order of the formats and of the outputs of each. */
  readonly outputs: readonly Output[]
  readonly companions: readonly Companion[]
  /** Name of a companion in the folder of the dataset. */
  nameOf(companion: Companion): string
}

/** The format that a name's ending asks for; of a compressed file, the ending before that. */
function formatOfName(name: string): DatasetFormat | undefined {
  const isPacked = name.toLowerCase().endsWith(gzipEnding)
  const plain = isPacked ? name.slice(0, -gzipEnding.length) : name
  return formats.find(
    ({ extensions, isText }) =>
      (!isPacked || isText) && extensions.some((ending) => plain.toLowerCase().endsWith(ending)),
  )
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // What cannot be looked at will be told when it is to be made.
    return false
  }
}

/** A name without its ending, and without that of a compressed file. */
const stemOf = (name: string) => name.replace(/\.gz$/i, '').replace(/\.[^.]*$/, '')

/** A name that looks like that of a file: facts.parket. */
const fileLike = /[^./\\]\.[a-z][a-z\d]*$/i

/** Throws ProcessingError `unknown-output` where a name that is no folder's has an ending that no format has. */
function checkName(out: string): void {
  if (!fileLike.test(out)) return
  const known = formats.flatMap(({ extensions }) => extensions).join(' ')
  throw new ProcessingError('unknown-output', { path: out, known })
}

export interface DestinationOptions {
  readonly keepsJournal?: boolean
  readonly gzip?: boolean
  /** Tables are divided (`--partition`). */
  readonly isDivided?: boolean
}

const outputsOf = ({ outputs, divided }: DatasetFormat, isDivided: boolean) =>
  (isDivided ? divided : undefined) ?? outputs

/** Throws ProcessingError `divided-file` or `divided-format` where what is to be divided is one file, or no format can. */
function checkDivided(out: string, chosen: readonly DatasetFormat[], named: DatasetFormat | undefined): void {
  if (named?.divided !== undefined) throw new ProcessingError('divided-file', { path: out })
  const able = formats.filter(({ divided }) => divided !== undefined)
  if (chosen.some((format) => able.includes(format))) return
  throw new ProcessingError('divided-format', { path: out, known: able.map(({ id }) => id).join(' ') })
}

/**
 * `wanted` are ids of formats; without any, the ending of OUT says which, and JSONL is written into a folder. A journal
 * that is kept is an output too. Throws ProcessingError `format-of-name`, `unknown-output`, `divided-file` or
 * `divided-format`.
 */
export function destinationOf(
  out: string,
  wanted: readonly string[],
  cwd: string,
  { keepsJournal = false, gzip = false, isDivided = false }: DestinationOptions = {},
): Destination {
  const absolute = resolve(cwd, out)
  const isNamedFolder = /[/\\]$/.test(out) || isFolder(absolute)
  const named = isNamedFolder ? undefined : formatOfName(basename(absolute))
  if (named === undefined && !isNamedFolder) checkName(out)
  if (named !== undefined && wanted.length > 0 && !wanted.includes(named.id)) {
    throw new ProcessingError('format-of-name', { path: out, format: named.id })
  }
  const ids = wanted.length > 0 ? wanted : [named?.id ?? 'jsonl']
  const chosen = formats.filter(({ id }) => ids.includes(id))
  if (isDivided) checkDivided(out, chosen, named)
  const file = named === undefined ? undefined : basename(absolute)
  const prefix = file === undefined ? '' : `${stemOf(file)}.`
  const isPacked = gzip || file?.toLowerCase().endsWith(gzipEnding) === true
  const datasets = chosen.flatMap((format) =>
    outputsOf(format, isDivided).map(({ name, isFolder: folder = false }, index) => ({
      format: format.id,
      name:
        file !== undefined && format === named && index === 0
          ? file
          : `${prefix}${name}${isPacked && format.isText ? gzipEnding : ''}`,
      isFolder: folder,
    })),
  )
  const journal = { format: journalName, name: `${prefix}${journalName}`, isFolder: true }
  const outputs = keepsJournal ? [...datasets, journal] : datasets
  return {
    folder: file === undefined ? absolute : dirname(absolute),
    work: file === undefined ? join(absolute, '.build') : `${absolute}.build`,
    formats: chosen,
    outputs,
    companions: companions.filter(
      (name) => name !== 'files.jsonl' || outputs.some(({ isFolder }) => isFolder),
    ),
    nameOf: (companion) => `${prefix}${companion}`,
  }
}
