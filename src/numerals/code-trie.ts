/**
 * Longest match of many words at an offset of a folded text: how units, bounds and names are found. Words are kept
 * under their folded spelling; case counts.
 * Invariant: a look-up costs no more than the longest word.
 */
import { foldSpelling } from './characters.js'

interface Node<T> {
  readonly next: Map<number, Node<T>>
  value: T | undefined
}

export interface Match<T> {
  readonly value: T
  readonly end: number
}

export interface CodeTrie<T> {
  /** Whether any word begins (ends, when built backward) with this code unit: a cheap first look. */
  starts(code: number): boolean
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
  const root: Node<T> = { next: new Map(), value: undefined }
  const first = new Uint8Array(0x10000)
  const backward = direction === 'backward'
  function order(word: string): string {
    const spelling = foldSpelling(word)
    return backward ? [...spelling].reverse().join('') : spelling
  }
  for (const [word, value] of entries) {
    const spelling = order(word)
    let node = root
    first[spelling.charCodeAt(0)] = 1
    for (let index = 0; index < spelling.length; index++) {
      const code = spelling.charCodeAt(index)
      let next = node.next.get(code)
      if (next === undefined) {
        next = { next: new Map(), value: undefined }
        node.next.set(code, next)
      }
      node = next
    }
    node.value = value
  }
  function walk(codes: Uint16Array, at: number, limit: number, step: 1 | -1): Match<T> | undefined {
    if (at < 0 || at >= codes.length || first[codes[at]!] === 0) return undefined
    let node: Node<T> | undefined = root
    let found: Match<T> | undefined
    for (let position = at; position !== limit; position += step) {
      node = node.next.get(codes[position]!)
      if (node === undefined) break
      if (node.value !== undefined) found = { value: node.value, end: position + step }
    }
    return found
  }
  return {
    starts: (code) => first[code] === 1,
    longest: (codes, at, limit = codes.length) => walk(codes, at, limit, 1),
    longestBefore(codes, at, limit = 0) {
      const match = walk(codes, at - 1, limit - 1, -1)
      return match === undefined ? undefined : { value: match.value, end: match.end + 1 }
    },
    get(word) {
      let node: Node<T> | undefined = root
      for (const character of order(word)) node = node?.next.get(character.charCodeAt(0))
      return node?.value
    },
  }
}
