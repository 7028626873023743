/**
 * Words that a swap would break: 中心 in 中心校 is no 中央, however often the document makes that swap elsewhere. A tool
 * cuts into words as well, so only where the place itself rather keeps what stands is this asked.
 */
import type { IsWord } from '../../resources/dictionary.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import { likely } from '../decode/merged-edits.js'

/** Characters on either side that may belong to the word. */
const sides = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
  [2, 0],
] as const

/** Whether what stands is part of a longer word, which the swap would make none. */
export function breaksWord(
  isWord: IsWord,
  text: string,
  { start, end, probability }: DecodedEdit,
  standard: string,
): boolean {
  if (probability >= likely) return false
  return sides.some(([before, behind]) => {
    const from = Math.max(0, start - before)
    const to = end + behind
    return isWord(text.slice(from, to)) && !isWord(text.slice(from, start) + standard + text.slice(end, to))
  })
}
