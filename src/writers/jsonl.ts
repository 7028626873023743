/** JSON Lines: one record a line. */
import type { Writer } from './contract.js'
import { escapeControls } from './controls.js'

export const writer: Writer = {
  id: 'jsonl',
  extension: () => '.jsonl',
  controls: 'escaped',
  write: (record) => `${escapeControls(JSON.stringify(record))}\n`,
}
