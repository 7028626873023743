/** `huanyuan stream`: a filter of lines, for Spark, Hadoop, Flink, xargs and whatever else pipes documents. */
import type { Command } from '../contract.js'
import { textOptions } from '../options.js'
import { streamLines } from '../stream.js'

export const command: Command = {
  name: 'stream',
  summary: {
    en: 'a line of text or JSON in, a line out, as it comes: for pipes of other programs',
    zh: '逐行过滤：读入一行文本或 JSON，随即输出一行，供其他程序以管道调用',
  },
  examples: [
    {
      call: 'huanyuan stream --emit text < samples/transport-year.txt',
      en: 'the same lines, restored',
      zh: '原来的各行，已还原',
    },
    {
      call: 'huanyuan stream --id-field doc --threads 2 < samples/finance-budget.txt',
      en: 'a record a line, with the ids of their texts',
      zh: '每行一条记录，附文本的编号',
    },
  ],
  options: ['emit', 'threads', 'allowFailed', ...textOptions],
  run: streamLines,
}
