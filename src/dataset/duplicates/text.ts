/**
 * The text by which documents are compared: repaired, folded, without white space, block by block, and without what is
 * the hosting site's. Copies that were spun by different software, wrapped anew or put into another format agree in it.
 */
import { foldText } from '../../resources/script.js'
import type { DocumentRecord } from '../../writers/schema.js'

export interface ComparableBlock {
  readonly block: DocumentRecord['blocks'][number]
  readonly text: string
}

/** The blocks that are the document's own, in their order, none of them empty. */
export function comparableBlocks(record: DocumentRecord): ComparableBlock[] {
  const applied = record.corrections.filter(({ status }) => status === 'applied')
  const pieces: string[] = []
  const own = record.blocks.filter(({ kind }) => kind !== 'boilerplate')
  let next = 0
  for (const { start, end } of own) {
    let text = ''
    let position = start
    while (next < applied.length && applied[next]!.start < start) next++
    for (; next < applied.length && applied[next]!.start < end; next++) {
      const correction = applied[next]!
      text += record.source.text.slice(position, correction.start) + correction.replacement
      position = Math.max(position, correction.end)
    }
    pieces.push(text + record.source.text.slice(position, Math.max(position, end)))
  }
  // Folding asks of the whole text which script it is in; it keeps lengths, so the blocks can be cut out again.
  const folded = foldText(pieces.join(''))
  let offset = 0
  return own.flatMap((block, index) => {
    const text = folded.slice(offset, offset + pieces[index]!.length).replace(/\s+/g, '')
    offset += pieces[index]!.length
    return text === '' ? [] : [{ block, text }]
  })
}
