/** The repaired text alone, code unit for code unit. */
import type { Writer } from './contract.js'

export const writer: Writer = {
  id: 'text',
  extension: '.repaired.txt',
  controls: 'kept',
  write: (record) => record.repaired.text,
}
