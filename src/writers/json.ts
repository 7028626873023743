/** JSON: one record is laid out over lines; several are one list, a line each. */
import type { TextWriter } from './contract.js'
import { escapeControls } from './controls.js'

export const writer: TextWriter = {
  id: 'json',
  extension: () => '.json',
  controls: 'escaped',
  write: (record) => `${escapeControls(JSON.stringify(record, null, 2))}\n`,
  join() {
    let isEmpty = true
    return {
      add(record) {
        const opening = isEmpty ? '[\n' : ',\n'
        isEmpty = false
        return opening + escapeControls(JSON.stringify(record))
      },
      end: () => (isEmpty ? '[]\n' : '\n]\n'),
    }
  },
}
