/**
 * The layout stage: what role each piece of a text has, and which white space does not belong in it. It changes no
 * word; what it joins are corrections like any other.
 */
import type { LaidOutDocument, SourceDocument } from '../model/document.js'
import { revise } from '../model/edit.js'
import { foldWidth } from '../model/fold.js'
import type { BoilerplateTable } from '../resources/boilerplate.js'
import { findBlocks } from './blocks.js'
import { findJoins } from './joins.js'
import { findLines } from './lines.js'

/**
 * Lays a document out. The normalised revision has the joins as its only edits; its text is folded in width besides,
 * code unit for code unit, so its offsets lead back through the joins alone.
 */
export function layOut(source: SourceDocument, boilerplate: BoilerplateTable): LaidOutDocument {
  const lines = findLines(source.text, boilerplate)
  const blocks = findBlocks(source, lines)
  const joins = findJoins(source.text, lines, blocks)
  const joined = revise<'source', 'normalised'>(source.text, joins)
  return { ...source, blocks, joins, normalised: { ...joined, text: foldWidth(joined.text) } }
}
