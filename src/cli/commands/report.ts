/** `huanyuan report RECORDS… -o PAGE`: records of earlier runs as one HTML page, or as a folder of pages. */
import { ProcessingError } from '../../model/message.js'
import type { Command, CommandContext } from '../contract.js'
import type { Outcome } from '../exit-codes.js'
import { exitCode, exitCodeOf } from '../exit-codes.js'
import { forEachInput, remark, tellInputFailure } from '../failures.js'
import { requireOneStandardInput } from '../inputs.js'
import { tell } from '../language.js'
import { readRecords } from '../records.js'
import type { PageOutput } from '../report-output.js'

/** Of more failures than this only the number is told. */
const mostTold = 20

/** Says what is no record: in one line where nothing of several things is. */
function tellFailures(
  context: CommandContext,
  input: string,
  failures: readonly ProcessingError[],
  count: number,
): void {
  if (count > 1 && failures.length === count) {
    tellInputFailure(context, input, new ProcessingError('no-record'))
    return
  }
  for (const failure of failures.slice(0, mostTold)) tellInputFailure(context, input, failure)
  const more = failures.length - mostTold
  if (more > 0) tellInputFailure(context, input, new ProcessingError('more-failures', { count: more }))
}

/** Adds the records of all inputs; what is none is told. */
async function addRecords(
  context: CommandContext,
  inputs: readonly string[],
  output: PageOutput,
  outcome: Outcome,
): Promise<void> {
  await forEachInput(context, inputs, outcome, async (input) => {
    const failures: ProcessingError[] = []
    let count = 0
    for await (const record of readRecords(context.terminal, input)) {
      count++
      if (record instanceof ProcessingError) failures.push(record)
      else output.add(record)
    }
    outcome.documents += count
    outcome.failed += failures.length
    tellFailures(context, input, failures, count)
  })
}

export const command: Command = {
  name: 'report',
  argument: '<record...>',
  summary: { en: 'show records as an HTML page', zh: '把记录做成网页' },
  examples: [
    {
      call: 'huanyuan report dataset/records.jsonl -o pages.html',
      en: 'records as a page for the browser',
      zh: '把记录做成网页',
    },
  ],
  options: ['page', 'force', 'allowFailed'],
  async run(context, inputs) {
    requireOneStandardInput(inputs)
    const { openPageOutput } = await import('../report-output.js')
    const output = openPageOutput(context, inputs)
    const outcome: Outcome = { documents: 0, failed: 0 }
    try {
      await addRecords(context, inputs, output, outcome)
      const { documents, failed } = outcome
      if (documents > failed) {
        await output.end()
        return exitCodeOf(outcome, context.settings)
      }
      if (failed === 0) remark(context, tell(context.language, 'report.no-records'))
      return exitCode.failedInputs
    } finally {
      output.abandon()
    }
  },
}
