/** `huanyuan apply DECISIONS… RECORDS…`: records with what reviewers decided, their facts and checks made anew. */
import { basename } from 'node:path'
import type { ReadLog } from '../../decisions/log.js'
import { reviewerOf } from '../../decisions/log.js'
import { ProcessingError } from '../../model/message.js'
import type { Resources } from '../../pipeline/resources.js'
import type { DocumentRecord } from '../../writers/schema.js'
import type { Command, CommandContext, CommandView } from '../contract.js'
import { readLogs, tellerOfDecisions } from '../decided-output.js'
import { exitCode, exitCodeOf } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { forEachInput, newOutcome, remark, tellInputFailure } from '../failures.js'
import { outputStem, requireOneStandardInput } from '../inputs.js'
import { tell } from '../language.js'
import type { CommandOutput } from '../output-contract.js'
import { openRecordOutput } from '../outputs.js'
import { readRecords } from '../records.js'
import { loadSettingsResources } from '../settings.js'

const view: CommandView = { until: 'audit', sections: ['repairs', 'facts', 'findings'] }

/** A record's own file where there is one a document: named as the document was. */
function fileOf(input: string, { origin }: DocumentRecord) {
  return { path: input, place: outputStem(basename(origin.path ?? input)), bytes: 0 }
}

async function applyTo(
  context: CommandContext,
  logs: readonly ReadLog[],
  records: readonly string[],
  output: CommandOutput,
): Promise<number> {
  const { decideAgain } = await import('../../pipeline/weighed.js')
  const { applyFrom } = context.settings
  const outcome = newOutcome()
  const teller = tellerOfDecisions(context)
  let resources: Resources | undefined
  await forEachInput(context, records, outcome, async (input) => {
    for await (const record of readRecords(context.terminal, input)) {
      outcome.documents++
      if (record instanceof ProcessingError) {
        outcome.failed++
        tellInputFailure(context, input, record)
        continue
      }
      resources ??= await loadSettingsResources(context)
      const decided = decideAgain(record, logs, {
        resources,
        ...(applyFrom !== undefined && { applyFrom }),
      })
      teller.add(decided)
      await output.add(decided.record, fileOf(input, record))
    }
  })
  if (outcome.documents > outcome.failed) await output.end()
  else if (outcome.failed === 0) remark(context, tell(context.language, 'report.no-records'))
  outcome.found = teller.end()
  if (outcome.documents === 0) return exitCode.failedInputs
  return exitCodeOf(outcome, context.settings)
}

export const command: Command = {
  name: 'apply',
  argument: '<decided...>',
  summary: {
    en: 'records with what reviewers decided, facts and checks made anew',
    zh: '把审阅者的决定用到记录上，并重新提取和核对',
  },
  examples: [
    {
      call: 'huanyuan apply decisions.*.jsonl out/records.jsonl -o final',
      en: 'what two reviewers decided, together',
      zh: '合并两位审阅者的决定',
    },
  ],
  options: [
    'format',
    'out',
    'force',
    'applyFrom',
    'lexicon',
    'protect',
    'allowFailed',
    'units',
    'indicators',
    'changeDate',
  ],
  view,
  async run(context, inputs) {
    const isLog = (input: string) => reviewerOf(basename(input)) !== undefined
    const logs = inputs.filter(isLog)
    const records = inputs.filter((input) => !isLog(input))
    if (logs.length === 0) throw new UsageError('apply.no-log')
    if (records.length === 0) throw new UsageError('apply.no-records')
    requireOneStandardInput(records)
    const read = readLogs(context, logs)
    const output = await openRecordOutput(context, inputs, view, 'jsonl')
    return applyTo(context, read, records, output)
  },
}
