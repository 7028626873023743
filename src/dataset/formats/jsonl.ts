/** Records as JSON Lines: one record a line, byte for byte as `run --format jsonl` prints it. */
import { open } from 'node:fs/promises'
import type { DatasetFormat } from '../contract.js'

const lineBreak = Buffer.from('\n')
const batchBytes = 1024 ** 2

export const format: DatasetFormat = {
  id: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  outputs: [{ name: 'records.jsonl' }],
  async write([path = ''], documents) {
    const file = await open(path, 'wx')
    try {
      let batch: Uint8Array[] = []
      let held = 0
      const flush = async () => {
        await file.writeFile(Buffer.concat(batch))
        batch = []
        held = 0
      }
      for await (const { line } of documents) {
        batch.push(line, lineBreak)
        held += line.length + 1
        if (held >= batchBytes) await flush()
      }
      await flush()
    } finally {
      await file.close()
    }
  },
}
