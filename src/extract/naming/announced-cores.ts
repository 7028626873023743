/** Names of figures whose list stands in the clause before: 前三类为文学、历史和少儿,占比分别为34%、12%和11%. */
import { most } from '../../model/lists.js'
import { cleanNoun } from '../names/clean-noun.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'
import { listJoin, rowOf } from './row-cores.js'

/** What leads to the members of a list in a clause. */
const announcing = ['为', '是', '有', '包括', '如'] as const
const longestPiece = 12

/** Where the list begins that a clause announces; -1 where it announces none. */
function listStart(clause: string): number {
  const ends = announcing.map((word) => {
    const at = clause.lastIndexOf(word)
    return at < 0 ? -1 : at + word.length
  })
  return most(ends)
}

/** As many pieces as there are figures, each plainly named; none where they are others. */
function piecesOf(clause: string, length: number): readonly string[] {
  const from = listStart(clause)
  if (from < 0) return []
  const pieces = clause.slice(from).split(listJoin).map(cleanNoun)
  const isList = pieces.every(({ length: size }) => size > 1 && size <= longestPiece)
  return isList && pieces.length === length ? pieces : []
}

export function announcedCores(place: Place): Core[] {
  const { reading, contexts, mentions, index, ownOf } = place
  const { first, length } = rowOf(place, true)
  const clause = contexts[first]!.preamble.at(-1)
  if (length < 2 || clause === undefined || !mentions[first]!.phrase.respective) return []
  const pieces = piecesOf(reading.text.slice(clause.start, clause.end), length)
  const { start, end } = ownOf(first)
  const words = cleanNoun(reading.text.slice(start, end))
  if (pieces.length === 0 || listJoin.test(words)) return []
  return [coreOf('row-before', pieces[index - first]! + words, 0, index - first)]
}
