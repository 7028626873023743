/**
 * Passages by script: a page may hold text of two scripts, such as a quotation. What a tool wrote into one of them proves
 * nothing of the other, for the two come from different hands.
 */
import type { Passage } from './passages.js'

/** A passage is in traditional script where so many of its Chinese characters are, and more than one in twenty. */
const leastTraditional = 3
const leastShare = 0.05
/** In traditional script every third character is a traditional form; so many without one are in simplified script. */
const leastSimplified = 20

type Script = 'traditional' | 'simplified'

/** The script that a passage shows; undefined where it is too short to show one. */
function scriptOf({ start, end, han }: Passage, traditionalAt: Uint8Array): Script | undefined {
  let traditional = 0
  for (let at = start; at < end; at++) if (traditionalAt[at] !== 0) traditional++
  if (traditional >= leastTraditional && traditional > han * leastShare) return 'traditional'
  return traditional === 0 && han >= leastSimplified ? 'simplified' : undefined
}

/**
 * The passages of each script, in order; `traditionalAt` is not 0 at characters that are printed in a traditional form.
 * What shows no script goes with the script of most of the text.
 */
export function splitByScript(
  passages: readonly Passage[],
  traditionalAt: Uint8Array | undefined,
): (readonly Passage[])[] {
  if (traditionalAt === undefined) return [passages]
  const scripts = passages.map((passage) => scriptOf(passage, traditionalAt))
  const sizeOf = (script: Script) =>
    passages.reduce((sum, { han }, index) => sum + (scripts[index] === script ? han : 0), 0)
  const most = sizeOf('traditional') >= sizeOf('simplified') ? 'traditional' : 'simplified'
  const isMost = (index: number) => (scripts[index] ?? most) === most
  const groups = [passages.filter((_, at) => isMost(at)), passages.filter((_, at) => !isMost(at))]
  return groups.filter((group) => group.length > 0)
}
