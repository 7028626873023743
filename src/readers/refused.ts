/** Files of kinds that are not read: refused by the name of their kind, with what to do. */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { foreignFormat } from './foreign.js'

export const reader: Reader = {
  id: 'refused',
  mediaTypes: [],
  extensions: [],
  isPlain: true,
  recognises: (bytes) => foreignFormat(bytes) !== undefined,
  // biome-ignore lint/correctness/useYield: a file of these kinds holds no document
  async *read(bytes) {
    const format = foreignFormat(bytes)!
    throw format === 'encrypted'
      ? new ProcessingError('encrypted')
      : new ProcessingError('unsupported-format', { format })
  },
}
