/** Markdown: the repaired text of each document with its title, headings and tables, in the tree of the inputs. */

import { findDropped } from '../../writers/clean-text.js'
import { markdownOf } from '../../writers/markdown.js'
import type { DatasetFormat } from '../contract.js'
import { openTree } from '../tree.js'

export const format: DatasetFormat = {
  id: 'markdown',
  extensions: [],
  outputs: [{ name: 'markdown', isFolder: true }],
  async write([folder = ''], documents, { drop }) {
    const writeFile = openTree(folder, '.md')
    for await (const document of documents) {
      writeFile(document, markdownOf(document.record, findDropped(document, drop)))
    }
  },
}
