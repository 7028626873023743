/**
 * Longest match of many words at an offset of a folded text, forward or backward: finds units, bounds and names. The
 * words are stored in a trie of src/model, in folded spelling. Case matters.
 * Invariant: a look-up takes no more steps than the longest word has characters.
 */
import { buildSmallTrie, trieStep } from '../model/trie.js'
import { foldedCode, foldSpelling } from './characters.js'

export interface Match<T> {
  readonly value: T
  readonly end: number
}

export interface CodeTrie<T> {
  /** Whether any word begins (ends, when built backward) with this code unit: a cheap first look. */
  starts(code: number): boolean
  /** The code units that words begin (end) with. */
  firstCodes(): Iterable<number>
  /** The longest word that begins at the offset and ends at or before the limit. */
  longest(codes: Uint16Array, at: number, limit?: number): Match<T> | undefined
  /** Of a trie built backward: the longest word that ends at the offset; `end` is where it begins. */
  longestBefore(codes: Uint16Array, at: number, limit?: number): Match<T> | undefined
  /** The value of one word, spelt in any form. */
  get(word: string): T | undefined
}

/** Builds a trie of words and values; of two entries for one word the later one counts. */
export function buildTrie<T>(
  entries: Iterable<readonly [string, T]>,
  direction: 'forward' | 'backward' = 'forward',
): CodeTrie<T> {
  const backward = direction === 'backward'
  function order(word: string): string {
    const spelling = foldSpelling(word)
    return backward ? spelling.split('').reverse().join('') : spelling
  }
  const bySpelling = new Map<string, T>()
  for (const [word, value] of entries) bySpelling.set(order(word), value)
  const trie = buildSmallTrie([...bySpelling.keys()])
  const { patterns } = trie
  const values = [...bySpelling.values()]
  function walk(codes: Uint16Array, at: number, limit: number, step: 1 | -1): Match<T> | undefined {
    if (at < 0 || at >= codes.length || at === limit) return undefined
    let node = trieStep(trie, 0, codes[at]!)
    let found = -1
    let end = at
    for (let position = at + step; node !== 0; position += step) {
      const pattern = patterns[node]!
      if (pattern >= 0) {
        found = pattern
        end = position
      }
      if (position === limit) break
      node = trieStep(trie, node, codes[position]!)
    }
    return found < 0 ? undefined : { value: values[found]!, end }
  }
  return {
    firstCodes: () => new Set([...bySpelling.keys()].map((spelling) => spelling.charCodeAt(0))),
    starts: (code) => trieStep(trie, 0, code) !== 0,
    longest: (codes, at, limit = codes.length) => walk(codes, at, limit, 1),
    longestBefore(codes, at, limit = 0) {
      const match = walk(codes, at - 1, limit - 1, -1)
      return match === undefined ? undefined : { value: match.value, end: match.end + 1 }
    },
    get(word) {
      const last = word.length - 1
      const codeAt = (at: number) => foldedCode(word.charCodeAt(backward ? last - at : at))
      let node = last < 0 ? 0 : trieStep(trie, 0, codeAt(0))
      for (let at = 1; at <= last && node !== 0; at++) node = trieStep(trie, node, codeAt(at))
      const pattern = node === 0 ? -1 : patterns[node]!
      return pattern < 0 ? undefined : values[pattern]
    },
  }
}
