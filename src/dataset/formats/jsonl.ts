/** Records as JSON Lines: one record a line, byte for byte as `run --format jsonl` prints it. */
import { open } from 'node:fs/promises'
import type { DatasetFormat } from '../contract.js'

const lineBreak = Buffer.from('\n')

export const format: DatasetFormat = {
  id: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  outputs: [{ name: 'records.jsonl' }],
  async write([path = ''], documents) {
    const file = await open(path, 'wx')
    try {
      // Written at once: records are large, and joining them first would only take memory.
      for await (const { line } of documents) {
        await file.writeFile(line)
        await file.writeFile(lineBreak)
      }
    } finally {
      await file.close()
    }
  },
}
