/** `huanyuan segment`: words of the repaired text. */
import type { Command, CommandView } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

const view: CommandView = { until: 'segment', sections: ['words'], tokens: true }

export const command: Command = {
  name: 'segment',
  argument: '<input...>',
  summary: { en: 'words and parts of speech of the restored text', zh: '还原后文本的分词与词性' },
  examples: [
    {
      call: 'huanyuan segment -f csv samples/transport-year.txt',
      en: 'words and parts of speech as a table',
      zh: '分词与词性，输出表格',
    },
  ],
  options: processingOptions,
  view,
  run: (context, inputs) => processInputs(context, inputs, view),
}
