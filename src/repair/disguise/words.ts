/** The standard words that disguises are looked for behind, by how they sound and by what characters they hold. */
import {
  hasKey,
  type Key,
  type KeyLists,
  keyListsOf,
  listOf,
  numberKey,
  wordKey,
} from '../../model/key-lists.js'
import { chineseDigit, multiplierOf, NO_DIGIT, scaleOf } from '../../numerals/characters.js'
import type { CharacterTables } from '../../resources/characters.js'
import type { WordCounts } from '../../resources/frequencies.js'

export interface StandardWords {
  has(word: string): boolean
  /** Whether a word is torn between two texts, and not both of them whole words there. */
  tears(before: string, after: string): boolean
  /** Words that sound so: syllables in order, see `soundKeys`. */
  bySound(key: number): readonly string[]
  /** Words of these characters, sorted. */
  byCharacters(characters: string): readonly string[]
}

/** The words as they are compiled: each with its places in tables. */
export interface WordTables {
  readonly words: readonly string[]
  readonly own: KeyLists
  readonly sounds: KeyLists
  readonly characters: KeyLists
}

/** Occurrences a million characters that make a word of the lexicon a standard one. */
const leastRate = 2
export const longestWord = 4
/** More syllables than there are. */
const radix = 512

/** Whether a character writes a number: no proposal holds one. */
export function isNumeral(character: string): boolean {
  const code = character.charCodeAt(0)
  return chineseDigit(code) !== NO_DIGIT || multiplierOf(code) > 0 || scaleOf(code) > 0
}

/** Keys of all ways to read a word aloud; none where the readings of a character are not known. */
export function soundKeys(word: string, { syllables }: CharacterTables): number[] {
  let keys = [0]
  for (const character of word) {
    const longer: number[] = []
    for (const reading of syllables.get(character) ?? []) {
      for (const key of keys) longer.push(key * radix + reading + 1)
    }
    keys = longer
  }
  return keys
}

/** The characters of a word in the order of their codes: the same for all orders of them. */
export function sorted(word: string): string {
  if (word.length === 2) return word[0]! <= word[1]! ? word : word[1]! + word[0]!
  return [...word].sort().join('')
}

function holdsNumeral(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isNumeral(word[at]!)) return true
  return false
}

/** The common words of clean prose, of two characters to `longestWord`, that hold no numeral. */
export function standardWords({ registers, counts }: WordCounts, characters: CharacterTables): WordTables {
  const size = registers.reduce((sum, one) => sum + one.characters, 0)
  const least = (leastRate * size) / 1e6
  const words = [...counts].flatMap(([word, row]) => {
    const isFit = word.length >= 2 && word.length <= longestWord && !holdsNumeral(word)
    return isFit && row.reduce((sum, count) => sum + count, 0) >= least ? [word] : []
  })
  const tableOf = (keysOf: (word: string) => readonly Key[]) =>
    keyListsOf(words.flatMap((word, at) => keysOf(word).map((key) => [key, at] as const)))
  return {
    words,
    own: tableOf((word) => [wordKey(word)]),
    sounds: tableOf((word) => soundKeys(word, characters).map(numberKey)),
    characters: tableOf((word) => [wordKey(sorted(word))]),
  }
}

/** Whether a word is torn between two texts, and not both of them whole words there. */
function isTorn(has: (word: string) => boolean, before: string, after: string): boolean {
  const isWord = (text: string, cut: (size: number) => string) =>
    [2, 3, 4].some((size) => size <= text.length && has(cut(size)))
  if (isWord(before, (size) => before.slice(-size)) && isWord(after, (size) => after.slice(0, size)))
    return false
  for (let left = 1; left < longestWord && left <= before.length; left++) {
    for (let right = 1; left + right <= longestWord && right <= after.length; right++) {
      if (has(before.slice(-left) + after.slice(0, right))) return true
    }
  }
  return false
}

export function openWords({ words, own, sounds, characters }: WordTables): StandardWords {
  const has = (word: string) => word.length <= longestWord && hasKey(own, wordKey(word))
  const wordsAt = (lists: KeyLists, key: Key) => Array.from(listOf(lists, key), (at) => words[at]!)
  return {
    has,
    tears: (before, after) => isTorn(has, before, after),
    bySound: (key) => wordsAt(sounds, numberKey(key)),
    byCharacters: (sortedCharacters) => wordsAt(characters, wordKey(sortedCharacters)),
  }
}
