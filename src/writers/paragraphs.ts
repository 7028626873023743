/** Which blocks stand for themselves and which are one paragraph together, for formats that write paragraphs. */
import type { BlockRecord } from './schema.js'

/** 一是, 二是 … open clauses: where they stand in a line with other text, that is one paragraph. */
const opensClause = ({ label }: BlockRecord) => label !== null && /\p{Script=Han}$/u.test(label)

export function isHeading(block: BlockRecord): boolean {
  return block.kind === 'title' || (block.kind === 'heading' && !opensClause(block))
}

/** Whether a block goes on with the one before it: in the same line, as text. `gap` stands between them. */
export function goesOn(before: BlockRecord, after: BlockRecord, gap: string): boolean {
  if (!opensClause(before) && !opensClause(after)) return false
  if ([before, after].some((block) => isHeading(block) || block.at.cell !== null)) return false
  return /^[^\S\r\n]*$/.test(gap)
}
