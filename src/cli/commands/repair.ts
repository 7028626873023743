/** `huanyuan repair`: the repair alone; loads no dictionary of words. */
import type { Command } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

export const command: Command = {
  name: 'repair',
  argument: '<input...>',
  summary: { en: 'restore the wording only', zh: '只还原文字' },
  options: processingOptions,
  run: (context, inputs) => processInputs(context, inputs, { until: 'repair', sections: ['repairs'] }),
}
