/** `huanyuan schema`: prints the JSON Schema (draft 2020-12) of the record. */
import type { Command } from '../contract.js'
import { print } from '../terminal.js'

export const command: Command = {
  name: 'schema',
  summary: { en: 'print the JSON Schema of the record', zh: '输出记录的 JSON Schema' },
  examples: [{ call: 'huanyuan schema', en: 'for validators', zh: '供校验程序使用' }],
  options: [],
  async run({ terminal }) {
    const { recordJsonSchema } = await import('../../writers/schema.js')
    await print(terminal, `${JSON.stringify(recordJsonSchema(), null, 2)}\n`)
    return 0
  },
}
