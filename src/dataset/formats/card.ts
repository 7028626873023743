/**
 * What goes with a dataset that is handed on: its card, and the JSON Schema of its tables. Neither is a table; both say
 * what the other formats hold.
 */
import { writeFile } from 'node:fs/promises'
import { cardOf } from '../card/card.js'
import { tallyOf } from '../card/tally.js'
import type { DatasetFormat } from '../contract.js'
import { tablesJsonSchema } from '../tables-schema.js'

export const format: DatasetFormat = {
  id: 'card',
  extensions: [],
  outputs: [{ name: 'README.md' }, { name: 'tables.schema.json' }],
  async write([card = '', schema = ''], documents, options) {
    await writeFile(card, cardOf(await tallyOf(documents), options), { flag: 'wx' })
    await writeFile(schema, `${JSON.stringify(tablesJsonSchema(), null, 2)}\n`, { flag: 'wx' })
  },
}
