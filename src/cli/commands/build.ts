/** `huanyuan build INPUT… -o OUT`: a dataset from files, folders, patterns, archives and tables of texts. */
import type { BuildResult } from '../../dataset/build.js'
import type { BuildRequest } from '../../dataset/build-options.js'
import { ProcessingError } from '../../model/message.js'
import { formatBytes } from '../amounts.js'
import type { Command, CommandContext } from '../contract.js'
import { readLogs } from '../decided-output.js'
import { exitCode, exitCodeOf } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { tellInputFailure } from '../failures.js'
import { standardInput } from '../inputs.js'
import { listIn, tell } from '../language.js'
import type { Settings } from '../options.js'
import { documentOptions } from '../options.js'
import { pipelineSettings, resourceSettings } from '../settings.js'
import { printLine, tellLine } from '../terminal.js'

/** Exit code of a program that the user stopped, as shells have it. What was done is in the journal. */
const interrupted = 130

function parseShard(value: string): NonNullable<BuildRequest['shard']> {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number)
  if (index < 1 || index > count) throw new UsageError('build.bad-shard', { value })
  return { index, count }
}

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

/** Milliseconds between two signs of life, for tests that cannot wait as long as people can. */
function heartbeatOf({ HUANYUAN_HEARTBEAT: value }: NodeJS.ProcessEnv): { heartbeat?: number } {
  return Number(value) > 0 ? { heartbeat: Number(value) } : {}
}

function buildOptions(context: CommandContext, inputs: readonly string[]): BuildRequest {
  const { terminal, settings } = context
  const { dataset, formats = [], tokens, drop = [], lang, shard, logs } = settings
  const { resume = false, replace = false, threads, timeout } = settings
  if (dataset === undefined) throw new UsageError('error.missing-option', { name: '-o, --out' })
  if (inputs.includes(standardInput)) throw new UsageError('build.stdin')
  if (resume && replace) throw new UsageError('build.resume-or-force')
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
    format: { ...(lang !== undefined && { language: lang }), drop },
    resume,
    force: replace,
    ...heartbeatOf(terminal.env),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    ...(shard !== undefined && { shard: parseShard(shard) }),
    ...(threads !== undefined && { threads }),
  }
}

async function tellPlan({ terminal, language }: CommandContext, options: BuildRequest): Promise<number> {
  const { planBuild } = await import('../../dataset/build.js')
  const { units, skipped, threads } = await planBuild(options)
  const bytes = formatBytes(units.reduce((sum, unit) => sum + unit.bytes, 0))
  const files = new Set(units.map(({ path }) => path)).size
  const parameters = { files, bytes, threads, skipped: skipped.length }
  await printLine(terminal, tell(language, 'build.plan', parameters))
  return exitCode.done
}

/** One line of what was made; a line more where something was dropped or failed. */
function tellResult({ terminal, language, settings }: CommandContext, { counts, names }: BuildResult): void {
  const { documents, selected, dropped, failed, errors } = counts
  const lines = [
    tell(language, 'build.done', {
      selected,
      documents,
      out: settings.dataset!,
      names: listIn(language, names),
    }),
  ]
  if (dropped > 0) lines.push(tell(language, 'build.dropped', { dropped }))
  if (errors > 0) lines.push(tell(language, 'build.failed', { failed, errors }))
  for (const line of lines) tellLine(terminal, line)
}

async function build(context: CommandContext, options: BuildRequest): Promise<number> {
  const { terminal, language, settings } = context
  const { buildDataset } = await import('../../dataset/build.js')
  const { startProgress } = await import('../progress.js')
  const progress = startProgress(context)
  const onInterrupt = () => {
    progress.end()
    tellLine(terminal, tell(language, 'build.interrupted'))
    process.exit(interrupted)
  }
  process.once('SIGINT', onInterrupt)
  try {
    const result = await buildDataset({ ...options, onProgress: progress.update })
    progress.end()
    tellResult(context, result)
    const { documents, failed, errors } = result.counts
    // A document with an error of its own failed too; it is counted by its errors.
    return exitCodeOf({ documents: documents + failed, failed: errors }, settings)
  } finally {
    progress.end()
    process.off('SIGINT', onInterrupt)
  }
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
  ],
  options: [
    'formats',
    'dataset',
    'replace',
    'resume',
    'threads',
    'shard',
    'dryRun',
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
