/**
 * What `run` and the commands of single stages share: every input through the stages, its record to the output,
 * failures told one a line while the other inputs still come out, and the exit code.
 */
import { isFinding } from '../model/check.js'
import { ProcessingError } from '../model/message.js'
import type { Writer } from '../writers/contract.js'
import { writersFor } from '../writers/formats.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext, CommandView } from './contract.js'
import type { Outcome } from './exit-codes.js'
import { exitCodeOf } from './exit-codes.js'
import { UsageError } from './failure.js'
import {
  countUnread,
  forEachInput,
  newOutcome,
  tellEntryFailures,
  tellInputFailure,
  tellUnread,
} from './failures.js'
import { readInput, requireOneStandardInput } from './inputs.js'
import type { Settings } from './options.js'
import type { CommandOutput } from './outputs.js'
import { folderOutput, streamOutput } from './outputs.js'
import { poolInputs } from './pool.js'
import { openRecordSource } from './records-of.js'
import { pipelineSettings } from './settings.js'
import { reportWidth, wantsColour } from './terminal.js'

/** The writer of a format for what a command shows. Throws UsageError where a configuration asks for another one. */
function writerFor(format: string, { sections }: CommandView): Writer {
  const serving = writersFor(sections)
  const writer = serving.find(({ id }) => id === format)
  if (writer !== undefined) return writer
  const choices = serving.map(({ id }) => id).join(', ')
  throw new UsageError('error.not-choice', { name: '--format', value: format, choices })
}

function openOutput(context: CommandContext, inputs: readonly string[], view: CommandView): CommandOutput {
  const { terminal, language, settings } = context
  const writer = writerFor(settings.format ?? 'report', view)
  const { sections } = view
  const toFolder = settings.out !== undefined
  const colour = !toFolder && wantsColour(terminal)
  const writeContext = { language, colour, width: reportWidth(terminal), sections }
  if (settings.out === undefined) return streamOutput(context, writer, writeContext, inputs.length)
  return folderOutput(context, settings.out, writer, writeContext, inputs)
}

/** Whether a finding of the record is at least as severe as the setting asks. */
function failsOn(record: DocumentRecord, failOn: Settings['failOn'] = 'never'): boolean {
  if (failOn === 'never') return false
  return record.checks.some((check) => {
    if (!isFinding(check)) return false
    return check.severity === 'error' || (failOn === 'warning' && check.severity === 'warning')
  })
}

/** Runs all inputs and gives the exit code. A document whose output must not be written stops no other. */
export async function processInputs(
  context: CommandContext,
  inputs: readonly string[],
  view: CommandView,
): Promise<number> {
  const { terminal, settings } = context
  requireOneStandardInput(inputs)
  const output = openOutput(context, inputs, view)
  const tokens = view.tokens ?? settings.tokens ?? false
  const until = tokens && view.until === 'repair' ? 'segment' : view.until
  const source = await openRecordSource(context, { until, tokens })
  const outcome: Outcome = newOutcome()
  const add = async (record: DocumentRecord, input: string) => {
    try {
      await output.add(record, input)
    } catch (cause) {
      if (!(cause instanceof ProcessingError && cause.code.startsWith('output-'))) throw cause
      tellInputFailure(context, input, cause)
      outcome.unwritten = true
    }
  }
  try {
    const provenIn = await poolInputs(context, inputs, source.scan)
    await forEachInput(context, inputs, outcome, async (input) => {
      const { bytes, path } = await readInput(terminal, input, pipelineSettings(settings).maxBytes)
      for await (const record of source.recordsOf(bytes, path, provenIn(input))) {
        outcome.documents++
        outcome.found ||= failsOn(record, settings.failOn)
        await add(record, input)
        if (tellEntryFailures(context, input, record.origin.entry, record.messages)) {
          countUnread(outcome, record.origin.entry ?? input)
        }
      }
    })
    await output.end()
    tellUnread(context, outcome)
  } finally {
    await source.close()
  }
  return exitCodeOf(outcome, settings)
}
