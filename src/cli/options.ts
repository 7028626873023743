/**
 * Every option, once: its flags, how its value is read, and the commands' help. The same table reads the
 * configuration file, whose keys are the option names in camel case. Descriptions are `option.<key>` of the messages.
 */

import { type PartitionKey, partitionKeys } from '../dataset/partition-keys.js'
import { type Assumption, assumptions } from '../model/correction.js'
import { type PairKind, pairKinds } from '../model/pair.js'
import { type Pool, pools } from '../pipeline/options.js'
import { type ScanMode, scanModes } from '../readers/scans/contract.js'
import { type Droppable, droppable } from '../writers/clean-text.js'
import { type Language, languages } from '../writers/language.js'
import { type PictureChoice, pictureChoices } from '../writers/page/scan/pictures.js'
import { type RecordField, recordFieldNames } from '../writers/record-fields.js'
import { answerFormats } from './answers.js'
import { UsageError } from './failure.js'
import {
  parseAllowance,
  parseChoices,
  parseCount,
  parsePort,
  parseSeconds,
  parseShare,
  parseSize,
  splitList,
} from './option-values.js'

export type OptionKey =
  | 'format'
  | 'out'
  | 'force'
  | 'failOn'
  | 'tokens'
  | 'assume'
  | 'applyFrom'
  | 'pool'
  | 'ocr'
  | 'ocrModels'
  | 'pageImages'
  | 'lexicon'
  | 'protect'
  | 'units'
  | 'indicators'
  | 'encoding'
  | 'textField'
  | 'idField'
  | 'keepFields'
  | 'maxBytes'
  | 'maxCharacters'
  | 'maxMemory'
  | 'maxSeconds'
  | 'across'
  | 'lang'
  | 'config'
  | 'allowFailed'
  | 'table'
  | 'page'
  | 'kind'
  | 'formats'
  | 'dataset'
  | 'replace'
  | 'resume'
  | 'threads'
  | 'timeout'
  | 'update'
  | 'retryFailed'
  | 'shard'
  | 'dryRun'
  | 'gzip'
  | 'partition'
  | 'license'
  | 'recordFields'
  | 'drop'
  | 'minQuality'
  | 'dropDuplicates'
  | 'onlyReport'
  | 'queryFormat'
  | 'emit'
  | 'reviewer'
  | 'decisions'
  | 'logs'
  | 'port'
  | 'changeDate'
  | 'api'
  | 'open'
  | 'queue'
  | 'once'
  | 'every'
  | 'workQueue'
  | 'inputFolders'
  | 'outputFolder'

type OptionValue = string | number | boolean | readonly string[]

/** What the options say together. Undefined where neither command line nor configuration says anything. */
export interface Settings {
  readonly format?: string
  readonly out?: string
  readonly force?: boolean
  readonly failOn?: 'never' | 'warning' | 'error'
  readonly tokens?: boolean
  readonly assume?: Assumption
  readonly applyFrom?: number
  readonly pool?: Pool
  readonly ocr?: ScanMode
  readonly ocrModels?: string
  readonly pageImages?: PictureChoice
  readonly lexicon?: readonly string[]
  readonly protect?: readonly string[]
  readonly units?: readonly string[]
  readonly indicators?: readonly string[]
  readonly encoding?: string
  readonly textField?: string
  readonly idField?: string
  readonly keepFields?: readonly string[]
  readonly maxBytes?: number
  readonly maxCharacters?: number
  readonly maxMemory?: number
  readonly maxSeconds?: number
  readonly across?: string
  readonly lang?: Language
  readonly config?: string
  /** A number of documents, or a share with %. */
  readonly allowFailed?: string
  readonly table?: string
  readonly page?: string
  readonly kind?: PairKind
  readonly formats?: readonly string[]
  readonly dataset?: string
  readonly replace?: boolean
  readonly resume?: boolean
  readonly update?: boolean
  readonly retryFailed?: boolean
  readonly threads?: number
  /** Seconds. */
  readonly timeout?: number
  readonly shard?: string
  readonly dryRun?: boolean
  readonly gzip?: boolean
  readonly partition?: readonly PartitionKey[]
  readonly license?: string
  readonly recordFields?: readonly RecordField[]
  readonly drop?: readonly Droppable[]
  readonly minQuality?: number
  readonly dropDuplicates?: boolean
  readonly onlyReport?: boolean
  readonly queryFormat?: string
  readonly emit?: string
  readonly reviewer?: string
  readonly decisions?: string
  readonly logs?: readonly string[]
  readonly port?: number
  /** When the changes of a Word file are said to be made. */
  readonly changeDate?: string
  readonly api?: boolean
  readonly open?: string
  readonly queue?: number
  readonly once?: boolean
  /** Seconds. */
  readonly every?: number
  /** Address of a queue that other machines take work from. */
  readonly workQueue?: string
  readonly inputFolders?: readonly string[]
  readonly outputFolder?: string
}

interface OptionBase {
  readonly key: OptionKey
  readonly flags: string
  /** Stands for a file or folder: in a configuration file it is relative to that file, and lies in its folder. */
  readonly isPath?: boolean
  /** Says where output goes or what is replaced, which no configuration file may. */
  readonly isCommandLineOnly?: boolean
}

export type OptionDefinition = OptionBase &
  (
    | { readonly kind: 'flag' }
    | { readonly kind: 'text' }
    | { readonly kind: 'list' }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    | { readonly kind: 'choices'; readonly choices: readonly string[] }
    | { readonly kind: 'share' }
    | { readonly kind: 'size' }
    | { readonly kind: 'count' }
    | { readonly kind: 'port' }
    | { readonly kind: 'seconds' }
    | { readonly kind: 'allowance' }
  )

/** Every option; the names of the formats are the writers' and the dataset formats' own. */
export function optionTable(
  formats: readonly string[],
  datasetFormats: readonly string[],
): readonly OptionDefinition[] {
  return [
    { key: 'format', flags: '-f, --format <format>', kind: 'choice', choices: formats },
    { key: 'out', flags: '-o, --out <folder>', kind: 'text', isPath: true, isCommandLineOnly: true },
    { key: 'force', flags: '--force', kind: 'flag', isCommandLineOnly: true },
    { key: 'failOn', flags: '--fail-on <severity>', kind: 'choice', choices: ['error', 'warning', 'never'] },
    { key: 'tokens', flags: '--tokens', kind: 'flag' },
    { key: 'assume', flags: '--assume <state>', kind: 'choice', choices: assumptions },
    { key: 'applyFrom', flags: '--apply-from <confidence>', kind: 'share' },
    { key: 'pool', flags: '--pool <by>', kind: 'choice', choices: pools },
    { key: 'ocr', flags: '--ocr <pages>', kind: 'choice', choices: scanModes },
    { key: 'ocrModels', flags: '--ocr-models <folder>', kind: 'text', isPath: true },
    { key: 'pageImages', flags: '--page-images <pages>', kind: 'choice', choices: pictureChoices },
    { key: 'lexicon', flags: '--lexicon <file>', kind: 'list', isPath: true },
    { key: 'protect', flags: '--protect <word>', kind: 'list' },
    { key: 'units', flags: '--units <file>', kind: 'list', isPath: true },
    { key: 'indicators', flags: '--indicators <file>', kind: 'list', isPath: true },
    { key: 'encoding', flags: '--encoding <name>', kind: 'text' },
    { key: 'textField', flags: '--text-field <name>', kind: 'text' },
    { key: 'idField', flags: '--id-field <name>', kind: 'text' },
    { key: 'keepFields', flags: '--keep-fields <names>', kind: 'list' },
    { key: 'maxBytes', flags: '--max-bytes <size>', kind: 'size' },
    { key: 'maxCharacters', flags: '--max-characters <count>', kind: 'size' },
    { key: 'maxMemory', flags: '--max-memory <size>', kind: 'size' },
    { key: 'maxSeconds', flags: '--max-seconds <seconds>', kind: 'seconds' },
    { key: 'across', flags: '--across <folder>', kind: 'text', isPath: true },
    { key: 'lang', flags: '--lang <language>', kind: 'choice', choices: languages },
    { key: 'config', flags: '--config <file>', kind: 'text', isPath: true, isCommandLineOnly: true },
    { key: 'allowFailed', flags: '--allow-failed <count or share>', kind: 'allowance' },
    { key: 'table', flags: '-o, --table <file>', kind: 'text', isPath: true, isCommandLineOnly: true },
    { key: 'page', flags: '-o, --page <file>', kind: 'text', isPath: true, isCommandLineOnly: true },
    { key: 'kind', flags: '--kind <kind>', kind: 'choice', choices: pairKinds },
    { key: 'formats', flags: '-f, --format <formats>', kind: 'choices', choices: datasetFormats },
    {
      key: 'dataset',
      flags: '-o, --out <folder or file>',
      kind: 'text',
      isPath: true,
      isCommandLineOnly: true,
    },
    { key: 'replace', flags: '--force', kind: 'flag', isCommandLineOnly: true },
    { key: 'resume', flags: '--resume', kind: 'flag' },
    { key: 'update', flags: '--update', kind: 'flag', isCommandLineOnly: true },
    { key: 'retryFailed', flags: '--retry-failed', kind: 'flag', isCommandLineOnly: true },
    { key: 'threads', flags: '--threads <count>', kind: 'count' },
    { key: 'timeout', flags: '--timeout <seconds>', kind: 'seconds' },
    { key: 'shard', flags: '--shard <i/n>', kind: 'text' },
    { key: 'dryRun', flags: '-n, --dry-run', kind: 'flag' },
    { key: 'gzip', flags: '--gzip', kind: 'flag' },
    { key: 'partition', flags: '--partition <columns>', kind: 'choices', choices: partitionKeys },
    { key: 'license', flags: '--license <name>', kind: 'text' },
    { key: 'recordFields', flags: '--fields <parts>', kind: 'choices', choices: recordFieldNames },
    { key: 'drop', flags: '--drop <parts>', kind: 'choices', choices: droppable },
    { key: 'minQuality', flags: '--min-quality <share>', kind: 'share' },
    { key: 'dropDuplicates', flags: '--drop-duplicates', kind: 'flag' },
    { key: 'onlyReport', flags: '--only-report', kind: 'flag' },
    { key: 'queryFormat', flags: '-f, --format <format>', kind: 'choice', choices: answerFormats },
    { key: 'emit', flags: '--emit <what>', kind: 'choice', choices: ['record', 'text'] },
    { key: 'reviewer', flags: '--reviewer <name>', kind: 'text' },
    { key: 'decisions', flags: '--decisions <folder>', kind: 'text', isPath: true, isCommandLineOnly: true },
    { key: 'logs', flags: '--decisions <file>', kind: 'list', isPath: true },
    { key: 'changeDate', flags: '--change-date <time>', kind: 'text' },
    { key: 'port', flags: '--port <number>', kind: 'port', isCommandLineOnly: true },
    { key: 'api', flags: '--api', kind: 'flag', isCommandLineOnly: true },
    { key: 'open', flags: '--open <when>', kind: 'choice', choices: ['auto', 'never'] },
    { key: 'queue', flags: '--queue <count>', kind: 'count' },
    { key: 'once', flags: '--once', kind: 'flag', isCommandLineOnly: true },
    { key: 'every', flags: '--every <seconds>', kind: 'seconds' },
    { key: 'workQueue', flags: '--queue <address>', kind: 'text', isCommandLineOnly: true },
    {
      key: 'inputFolders',
      flags: '--input <folder>',
      kind: 'list',
      isPath: true,
      isCommandLineOnly: true,
    },
    {
      key: 'outputFolder',
      flags: '--output <folder>',
      kind: 'text',
      isPath: true,
      isCommandLineOnly: true,
    },
  ]
}

/** How a text is read from its line or field, and processed. */
export const textOptions: readonly OptionKey[] = [
  'tokens',
  'assume',
  'applyFrom',
  'lexicon',
  'protect',
  'units',
  'indicators',
  'encoding',
  'textField',
  'idField',
  'keepFields',
  'maxBytes',
  'maxCharacters',
  'timeout',
]

/** How documents are read and processed, wherever they go. */
export const documentOptions: readonly OptionKey[] = [
  ...textOptions,
  'pool',
  'ocr',
  'ocrModels',
  'maxMemory',
  'maxSeconds',
]

/** What every command takes that processes documents one after another. */
export const processingOptions: readonly OptionKey[] = [
  'format',
  'out',
  'force',
  'failOn',
  'allowFailed',
  'threads',
  ...documentOptions,
  'pageImages',
]

/**
 * Reads a value as the option has it, from the command line (always text) or from a configuration file.
 * `name` is what the user wrote, for the error.
 */
export function readOption(option: OptionDefinition, value: unknown, name: string): OptionValue {
  const wrong = (
    key:
      | 'error.not-text'
      | 'error.not-list'
      | 'error.not-flag'
      | 'error.not-share'
      | 'error.not-size'
      | 'error.not-count'
      | 'error.not-port'
      | 'error.not-seconds'
      | 'error.not-allowance',
  ) => new UsageError(key, { name, value: String(value) })
  switch (option.kind) {
    case 'flag':
      if (typeof value !== 'boolean') throw wrong('error.not-flag')
      return value
    case 'text':
      if (typeof value !== 'string' || value === '') throw wrong('error.not-text')
      return value
    case 'list': {
      const items = Array.isArray(value) || option.isPath ? ([value].flat() as unknown[]) : splitList(value)
      if (!items.every((item) => typeof item === 'string' && item !== '')) throw wrong('error.not-list')
      return items as string[]
    }
    case 'choice':
      if (typeof value !== 'string' || !option.choices.includes(value)) {
        throw new UsageError('error.not-choice', {
          name,
          value: String(value),
          choices: option.choices.join(', '),
        })
      }
      return value
    case 'choices': {
      const chosen = parseChoices(value, option.choices)
      if (chosen !== undefined) return chosen
      throw new UsageError('error.not-choices', {
        name,
        value: String(value),
        choices: option.choices.join(', '),
      })
    }
    case 'count': {
      const count = parseCount(String(value))
      if (count === undefined) throw wrong('error.not-count')
      return count
    }
    case 'port': {
      const port = parsePort(String(value))
      if (port === undefined) throw wrong('error.not-port')
      return port
    }
    case 'seconds': {
      const seconds = parseSeconds(String(value))
      if (seconds === undefined) throw wrong('error.not-seconds')
      return seconds
    }
    case 'allowance': {
      const allowance = parseAllowance(String(value))
      if (allowance === undefined) throw wrong('error.not-allowance')
      return allowance
    }
    case 'share': {
      const share = parseShare(String(value))
      if (share === undefined) throw wrong('error.not-share')
      return share
    }
    case 'size': {
      const size = parseSize(String(value))
      if (size === undefined) throw wrong('error.not-size')
      return size
    }
  }
}
