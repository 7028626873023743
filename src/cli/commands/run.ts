/** `huanyuan run`: the main job: everything at once. */
import type { Command, CommandView } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

const view: CommandView = { until: 'audit', sections: ['repairs', 'facts', 'findings'] }

export const command: Command = {
  name: 'run',
  argument: '<input...>',
  summary: { en: 'repair, extract and audit: the whole report', zh: '还原、提取、核对：完整的报告' },
  options: [...processingOptions, 'drop'],
  view,
  run: (context, inputs) => processInputs(context, inputs, view),
}
