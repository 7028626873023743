/** JSON Lines: one record a line. */
import type { Writer } from './contract.js'

export const writer: Writer = {
  id: 'jsonl',
  extension: '.jsonl',
  write: (record) => `${JSON.stringify(record)}\n`,
}
