/** What a new plug-in starts from: files that compile, keep the contract of their kind, and say where to go on. */

function writerTemplate(id: string): string {
  return `/** ${id}: say here what the format is for. */
import type { Writer } from './contract.js'

export const writer: Writer = {
  id: '${id}',
  extension: () => '.${id}',
  controls: 'kept',
  write: (record) => record.repaired.text,
}
`
}

function formatTemplate(id: string): string {
  return `/** ${id}: say here what the format of datasets is for. */
import { writeFile } from 'node:fs/promises'
import type { DatasetFormat } from '../contract.js'

export const format: DatasetFormat = {
  id: '${id}',
  extensions: ['.${id}'],
  outputs: [{ name: 'dataset.${id}' }],
  async write([path = ''], documents) {
    const keys: string[] = []
    for await (const { key } of documents) keys.push(key)
    await writeFile(path, keys.join('\\n'), { flag: 'wx' })
  },
}
`
}

function commandTemplate(id: string): string {
  return `/** \`huanyuan ${id}\`: say here what it is for. */
import type { Command } from '../contract.js'
import { processingOptions } from '../options.js'
import { processInputs } from '../process.js'

export const command: Command = {
  name: '${id}',
  argument: '<input...>',
  summary: { en: 'what it does, in a few words', zh: '用几个字说明其作用' },
  examples: [{ call: 'huanyuan ${id} samples', en: 'what it is for', zh: '用途' }],
  options: processingOptions,
  run: (context, inputs) => processInputs(context, inputs, { until: 'audit', sections: ['findings'] }),
}
`
}

function readerTemplate(id: string): string {
  return `/** ${id}: say here which documents are of this format, and how their text is drawn out. */
import type { Reader } from './contract.js'
import { documentOf } from './document.js'

export const reader: Reader = {
  id: '${id}',
  mediaTypes: ['application/x-${id}'],
  extensions: ['.${id}'],
  recognises: (_bytes, path) => path?.toLowerCase().endsWith('.${id}') ?? false,
  async *read(bytes, context) {
    const text = new TextDecoder().decode(bytes)
    yield documentOf(bytes, context, { text, mediaType: 'application/x-${id}' })
  },
}
`
}

function ruleTemplate(id: string): string {
  return `/** ${id}: say here which relation the text claims, and how one sees that it claims it. */
import type { Rule } from '../contract.js'

export const rule: Rule = {
  id: '${id}',
  examples: { clean: [], faulty: [] },
  find: () => [],
}
`
}

function constructionTemplate(id: string): string {
  return `/** ${id}: say here which way of saying a number it is, and how one sees it. */
import type { AmountConstruction } from './contract.js'

export const construction: AmountConstruction = {
  id: '${id}',
  reads: 'amount',
  examples: [],
  nonExamples: [],
  read: () => undefined,
}
`
}

/** By the name of the constant that files of the kind export. */
export const templates = {
  command: commandTemplate,
  construction: constructionTemplate,
  format: formatTemplate,
  reader: readerTemplate,
  rule: ruleTemplate,
  writer: writerTemplate,
} as const
