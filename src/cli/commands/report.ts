/** `huanyuan report RECORDS… -o PAGE`: records of earlier runs as one HTML page, or as a folder of pages below a cover sheet. */
import { append } from '../../model/lists.js'
import { ProcessingError } from '../../model/message.js'
import type { Command, CommandContext } from '../contract.js'
import type { Outcome } from '../exit-codes.js'
import { exitCode, exitCodeOf } from '../exit-codes.js'
import { failureText, forEachInput, remark } from '../failures.js'
import { requireOneStandardInput } from '../inputs.js'
import { tell } from '../language.js'
import { readRecords } from '../records.js'
import type { PageOutput } from '../report-output.js'
import { unreadBeside } from '../unread-beside.js'

/** Of more failures than this only the number is told. */
const mostTold = 20

/** What is no record, a sentence each: one where nothing of several things is. */
function failureTexts(
  context: CommandContext,
  input: string,
  failures: readonly ProcessingError[],
  count: number,
): string[] {
  const say = (failure: ProcessingError) => failureText(context, input, failure)
  if (count > 1 && failures.length === count) return [say(new ProcessingError('no-record'))]
  const texts = failures.slice(0, mostTold).map(say)
  const more = failures.length - mostTold
  return more > 0 ? [...texts, say(new ProcessingError('more-failures', { count: more }))] : texts
}

/** Adds the records of all inputs; what is none is told, and given as sentences. */
async function addRecords(
  context: CommandContext,
  inputs: readonly string[],
  output: PageOutput,
  outcome: Outcome,
): Promise<string[]> {
  const told: string[] = []
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
    const texts = failureTexts(context, input, failures, count)
    for (const text of texts) remark(context, text)
    append(told, texts)
    // The build told of these when it was made; the page says them again.
    append(told, await unreadBeside(context, input))
  })
  return told
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
    {
      call: 'huanyuan report dataset/records.jsonl -o pages/',
      en: 'a cover sheet, and a page a document',
      zh: '一份封面，每个文档一页',
    },
  ],
  options: ['page', 'force', 'allowFailed'],
  async run(context, inputs) {
    requireOneStandardInput(inputs)
    const { openPageOutput } = await import('../report-output.js')
    const output = openPageOutput(context, inputs)
    const outcome: Outcome = { documents: 0, failed: 0, told: [] }
    try {
      const failures = await addRecords(context, inputs, output, outcome)
      const { documents, failed } = outcome
      if (documents > failed) {
        await output.end([...failures, ...(outcome.told ?? [])])
        return exitCodeOf(outcome, context.settings)
      }
      if (failed === 0) remark(context, tell(context.language, 'report.no-records'))
      return exitCode.failedInputs
    } finally {
      output.abandon()
    }
  },
}
