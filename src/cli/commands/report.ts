/** `huanyuan report RECORDS… -o PAGE`: records of earlier runs as one HTML page, or as a folder of pages. */
import { ProcessingError } from '../../model/message.js'
import { sayCode } from '../../writers/language.js'
import type { Command, CommandContext } from '../contract.js'
import { UsageError } from '../failure.js'
import { standardInput } from '../inputs.js'
import { tellFailure } from '../process.js'
import { readRecords } from '../records.js'
import type { PageOutput } from '../report-output.js'

/** Adds the records of all inputs; what is none is told. Gives how many there were and whether something failed. */
async function addRecords(context: CommandContext, inputs: readonly string[], output: PageOutput) {
  let records = 0
  let failed = false
  const tell = async (input: string, { code, parameters }: ProcessingError) => {
    failed = true
    await tellFailure(context, sayCode(context.language, 'message', code, { path: input, ...parameters }))
  }
  for (const input of inputs) {
    try {
      for await (const record of readRecords(context.terminal, input)) {
        if (record instanceof ProcessingError) await tell(input, record)
        else {
          records++
          output.add(record)
        }
      }
    } catch (cause) {
      // What cannot be written stops everything; an input that cannot be read stops only itself.
      if (!(cause instanceof ProcessingError) || /^output-|^unwritable$/.test(cause.code)) throw cause
      await tell(input, cause)
    }
  }
  return { records, failed }
}

export const command: Command = {
  name: 'report',
  argument: '<record...>',
  summary: { en: 'show records as an HTML page', zh: '把记录做成网页' },
  options: ['page', 'force'],
  async run(context, inputs) {
    if (inputs.filter((input) => input === standardInput).length > 1)
      throw new UsageError('error.stdin-twice')
    const { openPageOutput } = await import('../report-output.js')
    const output = openPageOutput(context, inputs)
    try {
      const { records, failed } = await addRecords(context, inputs, output)
      if (records === 0 && !failed) throw new UsageError('report.no-records')
      if (records === 0) output.abandon()
      else await output.end()
      return failed ? 2 : 0
    } catch (cause) {
      output.abandon()
      throw cause
    }
  },
}
