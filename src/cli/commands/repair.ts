/** `huanyuan repair`: the repair alone; loads no dictionary of words. */
import type { Command, CommandView } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

const view: CommandView = { until: 'repair', sections: ['repairs'] }

export const command: Command = {
  name: 'repair',
  argument: '<input...>',
  summary: { en: 'restore the wording only', zh: '只还原文字' },
  examples: [
    {
      call: 'huanyuan repair -f text samples/finance-budget.txt',
      en: 'the restored text',
      zh: '还原后的文本',
    },
    { call: 'huanyuan repair -f diff samples', en: 'what was changed, line by line', zh: '逐行显示改动' },
  ],
  options: [...processingOptions, 'drop', 'changeDate'],
  view,
  run: (context, inputs) => processInputs(context, inputs, view),
}
