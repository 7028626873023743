/** `huanyuan merge PART… -o OUT`: the parts that `build --shard` made to one dataset. */
import type { Command } from '../contract.js'
import { runDataset, runSettings } from '../dataset-run.js'
import { UsageError } from '../failure.js'

export const command: Command = {
  name: 'merge',
  argument: '<part...>',
  summary: {
    en: 'make one dataset of the parts that build --shard made',
    zh: '把 build --shard 生成的各份合并为一个数据集',
  },
  examples: [
    {
      call: 'huanyuan merge part-1 part-2 -o merged',
      en: 'what one build of all documents would give',
      zh: '与一次处理全部文档的结果相同',
    },
  ],
  options: ['formats', 'dataset', 'replace', 'resume', 'threads', 'allowFailed'],
  async run(context, parts) {
    const { terminal, settings } = context
    const { dataset: out, formats = [] } = settings
    if (out === undefined) throw new UsageError('error.missing-option', { name: '-o, --out' })
    const options = { parts, out, formats, cwd: terminal.cwd, ...runSettings(context) }
    const { mergeDataset } = await import('../../dataset/merge.js')
    return runDataset(context, (how) => mergeDataset({ ...options, ...how }))
  },
}
