/** `huanyuan audit`: the audit, with all that goes before it. */
import { auditAcross } from '../across.js'
import type { Command, CommandView } from '../contract.js'
import { UsageError } from '../failure.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

const view: CommandView = { until: 'audit', sections: ['findings'] }

export const command: Command = {
  name: 'audit',
  argument: '[input...]',
  summary: { en: 'check sums, shares and rates (勾稽)', zh: '核对合计、占比与比率（勾稽）' },
  examples: [
    { call: 'huanyuan audit samples', en: 'checks of every report', zh: '核对每一份报告' },
    {
      call: 'huanyuan audit -f sarif samples',
      en: 'the same for code hosts and editors',
      zh: '同上，供代码平台和编辑器显示',
    },
  ],
  options: [...processingOptions, 'across'],
  view,
  async run(context, inputs) {
    const { across } = context.settings
    if (across !== undefined) return auditAcross(context, across, inputs)
    if (inputs.length === 0) throw new UsageError('error.missing-argument', { name: 'input' })
    return processInputs(context, inputs, view)
  },
}
