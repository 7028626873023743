/** The spun passages of a decoded text as they read with their likely edits made; no edit leaves its passage. */
import type { Passage } from '../detect/passages.js'
import { standardWord } from '../tool/pair-table.js'
import type { Decoded } from './decode.js'
import { likely } from './merged-edits.js'

export interface RepairedPiece {
  readonly passage: Passage
  readonly text: string
}

export function repairedPieces(text: string, { edits, passages, tool }: Decoded): RepairedPiece[] {
  const chosen = edits.filter(({ probability }) => probability >= likely).sort((a, b) => a.start - b.start)
  let next = 0
  return passages.flatMap((passage): RepairedPiece[] => {
    const { start, end, spun } = passage
    let piece = ''
    let at = start
    for (; next < chosen.length && chosen[next]!.end <= end; next++) {
      const edit = chosen[next]!
      if (edit.start < at) continue
      piece += text.slice(at, edit.start) + standardWord(tool.table, edit.pair)
      at = edit.end
    }
    return spun < likely ? [] : [{ passage, text: piece + text.slice(at, end) }]
  })
}
