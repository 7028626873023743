/** JSON: exactly one record; laid out over lines when it is the only one. */
import type { Writer } from './contract.js'

export const writer: Writer = {
  id: 'json',
  extension: '.json',
  write: (record, { single }) => `${JSON.stringify(record, null, single ? 2 : 0)}\n`,
}
