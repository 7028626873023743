/** JSON Lines: one record a line. */
import type { TextWriter } from './contract.js'
import { escapeControls } from './controls.js'

export const writer: TextWriter = {
  id: 'jsonl',
  extension: () => '.jsonl',
  controls: 'escaped',
  write: (record) => `${escapeControls(JSON.stringify(record))}\n`,
}
