/** `huanyuan extract`: facts of the repaired text. */
import type { Command, CommandView } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

const view: CommandView = { until: 'extract', sections: ['facts'] }

export const command: Command = {
  name: 'extract',
  argument: '<input...>',
  summary: { en: 'every numeric fact as a row', zh: '提取每一个数据' },
  examples: [
    {
      call: 'huanyuan extract -f csv samples',
      en: 'the facts of a folder as one table',
      zh: '把一个文件夹的数据提取成一张表',
    },
  ],
  options: processingOptions,
  view,
  run: (context, inputs) => processInputs(context, inputs, view),
}
