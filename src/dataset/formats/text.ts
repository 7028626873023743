/** Plain text: the repaired text of each document in a file of its own, in the tree of the inputs. */
import { findDropped, textWithout } from '../../writers/clean-text.js'
import type { DatasetFormat } from '../contract.js'
import { openTree } from '../tree.js'

export const format: DatasetFormat = {
  id: 'text',
  extensions: [],
  outputs: [{ name: 'text', isFolder: true }],
  async write([folder = ''], documents, { drop }) {
    const writeFile = openTree(folder, '.txt')
    for await (const document of documents) {
      writeFile(document, textWithout(document.record, findDropped(document, drop)))
    }
  },
}
