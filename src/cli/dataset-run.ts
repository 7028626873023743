/** A dataset that a command makes: its progress, what is told at the end, and what Ctrl-C does. */
import type { BuildOptions } from '../dataset/build-options.js'
import type { BuildResult } from '../dataset/make.js'
import type { CommandContext } from './contract.js'
import { exitCodeOf } from './exit-codes.js'
import { UsageError } from './failure.js'
import { listIn, tell } from './language.js'
import { tellLine } from './terminal.js'

/** Exit code of a program that the user stopped, as shells have it. What was done is in the journal. */
const interrupted = 130

/** Milliseconds between two signs of life, for tests that cannot wait as long as people can. */
export function heartbeatOf({ HUANYUAN_HEARTBEAT: value }: NodeJS.ProcessEnv): { heartbeat?: number } {
  return Number(value) > 0 ? { heartbeat: Number(value) } : {}
}

/** How a dataset is made, whatever it is made of. Throws UsageError. */
export function runSettings({ terminal, settings }: CommandContext) {
  const { resume = false, replace = false, threads } = settings
  if (resume && replace) throw new UsageError('build.resume-or-force')
  return { resume, force: replace, ...heartbeatOf(terminal.env), ...(threads !== undefined && { threads }) }
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

/** Makes a dataset and gives the exit code. Throws ProcessingError. */
export async function runDataset(
  context: CommandContext,
  make: (how: Pick<BuildOptions, 'onProgress'>) => Promise<BuildResult>,
): Promise<number> {
  const { terminal, language, settings } = context
  const { startProgress } = await import('./progress.js')
  const progress = startProgress(context)
  const onInterrupt = () => {
    progress.end()
    tellLine(terminal, tell(language, 'build.interrupted'))
    process.exit(interrupted)
  }
  process.once('SIGINT', onInterrupt)
  try {
    const result = await make({ onProgress: progress.update })
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
