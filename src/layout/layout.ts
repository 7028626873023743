/**
 * The layout stage: finds the role of each piece of a text, the white space that does not belong in it, and radicals that
 * stand for characters. It changes no word; what it mends are ordinary corrections.
 */
import type { LaidOutDocument, SourceDocument } from '../model/document.js'
import { foldRadicals } from '../model/radicals.js'
import type { BoilerplateTable } from '../resources/boilerplate.js'
import { normalise } from '../resources/script.js'
import { findBlocks } from './blocks.js'
import { findJoins } from './joins.js'
import { findLines, type Line } from './lines.js'
import { findRadicals } from './radicals.js'
import { findTables } from './tables.js'
import { findLineJoins, mergeLines } from './wraps.js'

/** The document with the tables that stand in its text among what its format states. */
function withTables(source: SourceDocument, lines: readonly Line[]) {
  const first = source.stated.reduce((most, { at }) => Math.max(most, (at.cell?.table ?? -1) + 1), 0)
  const cells = findTables(source.text, lines, first, source.pageStarts)
  if (cells.length === 0) return { document: source, lines }
  const stated = [...source.stated, ...cells].sort((one, two) => one.start - two.start)
  const rows = new Set(cells.map(({ at }) => at.line))
  const marked = lines.map((line) => (rows.has(line.number) ? { ...line, stated: true } : line))
  return { document: { ...source, stated }, lines: marked }
}

/**
 * Lays a document out. The normalised revision has the joins and the folded radicals as its only edits; its text is
 * folded in width and script besides, code unit for code unit, so its offsets lead back through the edits alone.
 */
export function layOut(source: SourceDocument, boilerplate: BoilerplateTable): LaidOutDocument {
  const text = foldRadicals(source.text)
  const read = { ...source, text }
  const { document, lines } = withTables(read, findLines(read, boilerplate))
  const lineJoins = findLineJoins(text, lines)
  const blocks = findBlocks(document, mergeLines(lines, lineJoins))
  const radicals = findRadicals(source.text, text)
  const joins = [...findJoins(text, blocks), ...lineJoins, ...radicals].sort((a, b) => a.start - b.start)
  return { ...source, blocks, joins, normalised: normalise(source.text, joins) }
}
