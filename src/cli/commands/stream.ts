/** `huanyuan stream`: a filter of lines, for Spark, Hadoop, Flink, xargs and whatever else pipes documents. */
import type { Command } from '../contract.js'
import { streamLines } from '../stream.js'

export const command: Command = {
  name: 'stream',
  summary: {
    en: 'a line of text or JSON in, a line out, as it comes: for pipes of other programs',
    zh: '逐行过滤：读入一行文本或 JSON，随即输出一行，供其他程序以管道调用',
  },
  examples: [
    {
      call: 'cat texts.jsonl | huanyuan stream --emit text > restored.jsonl',
      en: 'the same objects, their texts restored',
      zh: '原对象，正文已还原',
    },
    {
      call: 'cat texts.jsonl | huanyuan stream --id-field doc --threads 4',
      en: 'records, with the ids of their texts',
      zh: '记录，附各文本的编号',
    },
  ],
  options: [
    'emit',
    'tokens',
    'assume',
    'applyFrom',
    'lexicon',
    'protect',
    'units',
    'indicators',
    'encoding',
    'textField',
    'idField',
    'keepFields',
    'maxBytes',
    'maxCharacters',
    'timeout',
    'threads',
    'allowFailed',
  ],
  run: streamLines,
}
