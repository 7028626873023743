/**
 * Cuts a long text into sections that are proven each by itself: what a form says depends on how often it stands, and in a
 * book every form stands often. The thresholds of proof were fitted on texts of up to this length.
 */
import type { Passage } from './passages.js'

/** Longest section, in characters. */
const longestSection = 8000

/** The passages of a text by section: of about equal length, none longer than it may be by more than a passage. */
export function findSections(passages: readonly Passage[]): Passage[][] {
  const sizeOf = ({ start, end }: Passage) => end - start
  const all = passages.reduce((sum, passage) => sum + sizeOf(passage), 0)
  const size = all / Math.max(1, Math.ceil(all / longestSection))
  const sections: Passage[][] = [[]]
  let filled = 0
  for (const passage of passages) {
    if (filled >= size) {
      sections.push([])
      filled = 0
    }
    sections.at(-1)!.push(passage)
    filled += sizeOf(passage)
  }
  return sections
}
