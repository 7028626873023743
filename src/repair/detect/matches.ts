/** Forms of the lexicon in a text, as a tool would find them: the longest match from left to right. */
import type { Trie } from '../../model/trie.js'
import { trieStep } from '../../model/trie.js'

/** Calls `visit` with each form in `[start, end)` of a text, and where it stands. */
export function eachMatch(
  trie: Trie,
  text: string,
  start: number,
  end: number,
  visit: (form: number, start: number, end: number) => void,
): void {
  let at = start
  while (at < end) {
    let node = trie.roots[text.charCodeAt(at)]!
    let next = at + 1
    let longest = -1
    let longestEnd = next
    while (node !== 0) {
      const pattern = trie.patterns[node]!
      if (pattern >= 0) {
        longest = pattern
        longestEnd = next
      }
      if (next >= end) break
      node = trieStep(trie, node, text.charCodeAt(next))
      next++
    }
    if (longest >= 0) visit(longest, at, longestEnd)
    at = longestEnd
  }
}
