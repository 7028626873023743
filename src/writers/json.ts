/** JSON: exactly one record; laid out over lines when it is the only one. */
import type { Writer } from './contract.js'
import { escapeControls } from './controls.js'

export const writer: Writer = {
  id: 'json',
  extension: '.json',
  controls: 'escaped',
  write: (record, { single }) => `${escapeControls(JSON.stringify(record, null, single ? 2 : 0))}\n`,
}
