/** What stands where in a document under review: its places, what was decided of each, and the rows that they are shown in. */
import type { ReviewState } from '../../review/client-data.js'
import type { BlockRecord, CorrectionRecord, DocumentRecord } from '../../writers/schema.js'

export type Decided = 'accepted' | 'rejected' | 'open'

/** A correction as it is shown: what stands on the repaired side, and whether a person said so. */
export interface ShownCorrection {
  readonly at: number
  readonly correction: CorrectionRecord
  readonly decided: Decided
  /** On the repaired side. */
  readonly text: string
}

/** A paragraph, or a row of a table with several cells. */
export interface Row {
  readonly key: number
  readonly kind: BlockRecord['kind']
  readonly cells: readonly {
    readonly start: number
    readonly end: number
    readonly places: readonly number[]
  }[]
}

/** The printed title, if there is one. */
export function titleOf({ blocks, source }: DocumentRecord): string {
  const title = blocks.find(({ kind }) => kind === 'title')
  return title === undefined ? '' : source.text.slice(title.start, title.end)
}

/** Numbers of the corrections that are reviewed: words, no joins of the layout. */
export function reviewedPlaces({ corrections }: DocumentRecord): number[] {
  return corrections.flatMap(({ kind }, at) => (kind === 'layout' ? [] : [at]))
}

/** The corrections of a document with what was decided of them. */
export function shownCorrections({ corrections }: DocumentRecord, { words }: ReviewState): ShownCorrection[] {
  const decidedAt = new Map(words.map((word) => [word.start, word]))
  return corrections.map((correction, at) => {
    const word = decidedAt.get(correction.start)
    if (word?.end === correction.end) {
      const isKept = word.replacement === null
      return {
        at,
        correction,
        decided: isKept ? 'rejected' : 'accepted',
        text: word.replacement ?? correction.actual,
      }
    }
    const text = correction.status === 'applied' ? correction.replacement : correction.actual
    return { at, correction, decided: 'open', text }
  })
}

function isSameRow(one: BlockRecord, two: BlockRecord): boolean {
  const [first, second] = [one.at.cell, two.at.cell]
  return first !== null && second !== null && first.table === second.table && first.row === second.row
}

/** The rows of a document. Each correction is in the row that it begins in, which reaches as far as it does. */
export function rowsOf({ blocks, corrections }: DocumentRecord): Row[] {
  const rows: { key: number; kind: BlockRecord['kind']; cells: Row['cells'][number][] }[] = []
  let next = 0
  let reached = 0
  blocks.forEach((block, key) => {
    const start = Math.max(block.start, reached)
    let end = Math.max(block.end, start)
    const places: number[] = []
    while (next < corrections.length && corrections[next]!.start < start) next++
    while (next < corrections.length && corrections[next]!.start < end) {
      end = Math.max(end, corrections[next]!.end)
      places.push(next++)
    }
    reached = end
    const before = blocks[key - 1]
    if (before !== undefined && isSameRow(before, block)) rows.at(-1)!.cells.push({ start, end, places })
    else rows.push({ key, kind: block.kind, cells: [{ start, end, places }] })
  })
  return rows
}
