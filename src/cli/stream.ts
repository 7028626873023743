/** Standard input to standard output, line by line. */
import { answerLines } from '../dataset/answer-lines.js'
import { readLinesOf, type StreamLine } from '../dataset/stream-lines.js'
import type { CommandContext } from './contract.js'
import { exitCodeOf } from './exit-codes.js'
import { stopsEveryInput } from './failures.js'
import { standardInput, unreadable } from './inputs.js'
import { openRecordSource } from './records-of.js'
import { pipelineSettings } from './settings.js'
import { writeSafe } from './terminal.js'

async function* told(lines: AsyncIterable<StreamLine>): AsyncGenerator<StreamLine> {
  try {
    yield* lines
  } catch (cause) {
    throw unreadable(standardInput, cause)
  }
}

/** Runs standard input through to standard output and gives the exit code. */
export async function streamLines(context: CommandContext): Promise<number> {
  const { terminal, language, settings } = context
  const { encoding = 'utf-8', threads = 1, tokens = false, emit, idField, textField } = settings
  const { maxBytes } = pipelineSettings(settings)
  const inner = { ...context, settings: { ...settings, encoding: 'utf-8', threads } }
  const until = emit === 'text' ? 'repair' : 'audit'
  const source = await openRecordSource(inner, { until, tokens }, { inputs: threads, bytes: 0 })
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  process.once('SIGTERM', onSignal)
  try {
    const counts = await answerLines(told(readLinesOf(terminal.stdin, maxBytes, stop.signal)), {
      ...{ language, encoding, maxBytes, emit, idField, textField },
      lanes: source.lanes,
      recordsOf: source.recordsOf,
      stops: stopsEveryInput,
      write: (line) => writeSafe(terminal, `${line}\n`),
    })
    return exitCodeOf(counts, settings)
  } finally {
    process.off('SIGTERM', onSignal)
    await source.close()
  }
}
