/**
 * The parts of a document that facts are read from: blocks with the headings above them, each cut into passages that
 * end at a full stop. A semicolon does not end a passage. Offsets index the reading.
 */
import type { Cell } from '../../model/cell.js'
import type { Block, SegmentedDocument } from '../../model/document.js'
import type { OffsetMap } from '../../model/edit.js'
import { spanOf } from '../../model/span.js'
import type { Range } from '../reading.js'

export interface Paragraph extends Range {
  readonly kind: Block['kind']
  readonly cell: Cell | null
  /** Headings above it, the outermost first: one list for all paragraphs below the same. */
  readonly headings: readonly Range[]
  readonly passages: readonly Range[]
}

const isFullStop = (code: number) => code === 0x3002 || code === 0x21 || code === 0x3f || code === 0x0a

/** Cuts a range behind full stops, exclamation and question marks and line breaks. */
function passagesOf(text: string, { start, end }: Range): Range[] {
  const passages: Range[] = []
  let from = start
  for (let at = start; at < end; at++) {
    if (!isFullStop(text.charCodeAt(at))) continue
    if (at > from) passages.push({ start: from, end: at + 1 })
    from = at + 1
  }
  if (from < end) passages.push({ start: from, end })
  return passages
}

/** Blocks of the document, mapped to the reading, in order; the whole text where the document has none. */
export function paragraphsOf(document: SegmentedDocument, map: OffsetMap<'source', 'repaired'>): Paragraph[] {
  const text = document.reading
  const stack: { level: number; range: Range }[] = []
  let headings: readonly Range[] = []
  const paragraphs: Paragraph[] = []
  const whole = {
    kind: 'paragraph' as const,
    level: 0,
    ...spanOf<'source'>(0, document.text.length),
    at: null,
  }
  for (const block of document.blocks.length > 0 ? document.blocks : [whole]) {
    const { start, end } = map.forward(block)
    if (block.kind === 'heading') {
      while (stack.length > 0 && stack.at(-1)!.level >= block.level) stack.pop()
      headings = stack.map(({ range }) => range)
    }
    paragraphs.push({
      kind: block.kind,
      start,
      end,
      cell: block.at?.cell ?? null,
      headings,
      passages: passagesOf(text, { start, end }),
    })
    if (block.kind !== 'heading') continue
    stack.push({ level: block.level, range: { start, end } })
    headings = stack.map(({ range }) => range)
  }
  return paragraphs
}
