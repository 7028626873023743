/** `huanyuan segment`: words of the repaired text. */
import type { Command } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

export const command: Command = {
  name: 'segment',
  argument: '<input...>',
  summary: { en: 'words and parts of speech of the restored text', zh: '还原后文本的分词与词性' },
  options: processingOptions,
  run: (context, inputs) =>
    processInputs(context, inputs, { until: 'segment', sections: ['words'], tokens: true }),
}
