/** `huanyuan run`: the main job: everything at once. */
import type { Command, CommandView } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

const view: CommandView = { until: 'audit', sections: ['repairs', 'facts', 'findings'] }

export const command: Command = {
  name: 'run',
  argument: '<input...>',
  summary: { en: 'repair, extract and audit: the whole report', zh: '还原、提取、核对：完整的报告' },
  examples: [
    {
      call: 'huanyuan run samples/finance-budget.txt',
      en: 'one report: repairs, facts, findings',
      zh: '一份报告：还原、数据、发现',
    },
    {
      call: 'huanyuan run -f json -o results samples',
      en: 'a folder: one record a document, in the same tree',
      zh: '一个文件夹：每个文档一条记录，文件夹层次不变',
    },
    {
      call: 'huanyuan run -f docx -o results samples',
      en: 'Word files with tracked changes',
      zh: '带修订的 Word 文档',
    },
  ],
  options: [...processingOptions, 'drop', 'changeDate'],
  view,
  run: (context, inputs) => processInputs(context, inputs, view),
}
