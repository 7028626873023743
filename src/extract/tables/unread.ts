/**
 * Tables that were seen and not understood: grids of which most figures got no name. Their figures are facts all the same,
 * and it is said once for each, with its place.
 */
import type { Block } from '../../model/document.js'
import type { Fact } from '../../model/fact.js'
import type { Message } from '../../model/message.js'
import { takeFrom } from '../reading.js'

/** Fewer figures make no table. */
const fewestFigures = 4

interface Counted {
  start: number
  end: number
  figures: number
  nameless: number
}

/** A message for each table that was not understood. Blocks and facts are in order. */
export function findUnread(blocks: readonly Block[], facts: readonly Fact[]): Message[] {
  const takeFacts = takeFrom(facts)
  const tables = new Map<number, Counted>()
  for (const { at, start, end } of blocks) {
    if (at.cell === null) continue
    const counted = tables.get(at.cell.table) ?? { start, end, figures: 0, nameless: 0 }
    tables.set(at.cell.table, counted)
    counted.end = end
    for (const { indicator } of takeFacts({ start, end })) {
      counted.figures++
      if (indicator === '') counted.nameless++
    }
  }
  return [...tables].flatMap(([table, { start, end, figures, nameless }]): Message[] => {
    if (figures < fewestFigures || nameless * 2 <= figures) return []
    const parameters = { table: table + 1, count: nameless }
    return [{ stage: 'extract', level: 'warning', code: 'unread-table', parameters, start, end }]
  })
}
