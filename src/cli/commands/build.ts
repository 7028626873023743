/** `huanyuan build INPUT… -o OUT`: a dataset from files, folders, patterns, archives and tables of texts. */
import type { BuildRequest } from '../../dataset/build-options.js'
import { ProcessingError } from '../../model/message.js'
import { formatBytes } from '../amounts.js'
import type { Command, CommandContext } from '../contract.js'
import { runDataset, runSettings } from '../dataset-run.js'
import { readLogs } from '../decided-output.js'
import { exitCode } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { tellInputFailure } from '../failures.js'
import { standardInput } from '../inputs.js'
import { tell } from '../language.js'
import type { Settings } from '../options.js'
import { documentOptions } from '../options.js'
import { readAddress, tellConnection } from '../queue-address.js'
import { pipelineSettings, resourceSettings } from '../settings.js'
import { parseShard } from '../shard.js'
import { printLine } from '../terminal.js'

function selectionOf({
  minQuality,
  dropDuplicates,
  onlyReport,
}: Settings): NonNullable<BuildRequest['selection']> {
  return {
    ...(minQuality !== undefined && { minQuality }),
    ...(dropDuplicates !== undefined && { dropDuplicates }),
    ...(onlyReport !== undefined && { onlyReport }),
  }
}

function buildOptions(context: CommandContext, inputs: readonly string[]): BuildRequest {
  const { terminal, settings } = context
  const { dataset, formats = [], tokens, drop = [], lang, shard, logs } = settings
  const {
    recordFields,
    partition,
    license,
    gzip = false,
    timeout,
    update = false,
    retryFailed = false,
  } = settings
  if (dataset === undefined) throw new UsageError('error.missing-option', { name: '-o, --out' })
  if (inputs.includes(standardInput)) throw new UsageError('build.stdin')
  if (retryFailed && !update && !settings.resume) throw new UsageError('build.retry-what')
  return {
    inputs,
    out: dataset,
    cwd: terminal.cwd,
    formats,
    document: {
      ...pipelineSettings(settings),
      ...(tokens !== undefined && { tokens }),
      ...(logs !== undefined && { decisions: readLogs(context, logs) }),
    },
    resources: resourceSettings(terminal, settings),
    selection: selectionOf(settings),
    format: {
      ...(lang !== undefined && { language: lang }),
      drop,
      ...(recordFields && { fields: recordFields }),
      ...(partition && { partition }),
      ...(license !== undefined && { license }),
    },
    ...runSettings(context),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    ...(shard !== undefined && { shard: parseShard(shard, terminal.env) }),
    gzip,
    update,
    retryFailed,
  }
}

async function tellPlan({ terminal, language }: CommandContext, options: BuildRequest): Promise<number> {
  const { planBuild } = await import('../../dataset/build.js')
  const { units, skipped, threads } = await planBuild(options)
  const { files, bytes } = units
  const parameters = { files, bytes: formatBytes(bytes), threads, skipped: skipped.length }
  await printLine(terminal, tell(language, 'build.plan', parameters))
  return exitCode.done
}

async function build(context: CommandContext, options: BuildRequest): Promise<number> {
  const { buildDataset } = await import('../../dataset/build.js')
  const { workQueue } = context.settings
  if (workQueue === undefined) return runDataset(context, (how) => buildDataset({ ...options, ...how }))
  const address = readAddress(workQueue)
  const { startQueued } = await import('../../dataset/queue/delegate.js')
  const start = startQueued(address, tellConnection(context, address))
  return runDataset(context, (how) => buildDataset({ ...options, ...how }, start))
}

/** Inputs that lead to nothing that can be read: no build begins, whatever may fail. */
const withoutInput = new Set(['not-found', 'unreadable', 'no-input-files'])

export const command: Command = {
  name: 'build',
  argument: '<source...>',
  summary: { en: 'make a dataset of many documents', zh: '由大量文档生成数据集' },
  examples: [
    { call: 'huanyuan build samples -o dataset', en: 'records of all documents', zh: '全部文档的记录' },
    { call: 'huanyuan build samples -o dataset.sqlite', en: 'a database to query', zh: '可供查询的数据库' },
    {
      call: 'huanyuan build samples -o published --format parquet,card --partition year --license cc-by-4.0',
      en: 'tables by year, with a card that says what they are',
      zh: '按年份分开的数据表，附数据集说明',
    },
    {
      call: 'huanyuan build samples -o archive --update',
      en: 'only what is new since the last call',
      zh: '只处理上次之后新增或改动的文档',
    },
  ],
  options: [
    'formats',
    'dataset',
    'replace',
    'resume',
    'update',
    'retryFailed',
    'threads',
    'shard',
    'workQueue',
    'dryRun',
    'gzip',
    'recordFields',
    'partition',
    'license',
    'drop',
    'minQuality',
    'dropDuplicates',
    'onlyReport',
    'logs',
    'allowFailed',
    ...documentOptions,
  ],
  async run(context, inputs) {
    const options = buildOptions(context, inputs)
    try {
      return await (context.settings.dryRun === true ? tellPlan(context, options) : build(context, options))
    } catch (cause) {
      if (!(cause instanceof ProcessingError && withoutInput.has(cause.code))) throw cause
      tellInputFailure(context, '', cause)
      return exitCode.failedInputs
    }
  },
}
