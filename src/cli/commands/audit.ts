/** `huanyuan audit`: the audit, with all that goes before it. */
import type { Command } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

export const command: Command = {
  name: 'audit',
  argument: '<input...>',
  summary: { en: 'check sums, shares and rates (勾稽)', zh: '核对合计、占比与比率（勾稽）' },
  options: processingOptions,
  run: (context, inputs) => processInputs(context, inputs, { until: 'audit', sections: ['findings'] }),
}
