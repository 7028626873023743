/** The standard words that disguises are looked for behind, by how they sound and by what characters they hold. */
import { chineseDigit, multiplierOf, NO_DIGIT, scaleOf } from '../../numerals/characters.js'
import type { CharacterTables } from '../../resources/characters.js'
import type { WordCounts } from '../../resources/frequencies.js'

export interface StandardWords {
  /** Those of two characters. */
  readonly pairs: readonly string[]
  has(word: string): boolean
  /** Whether a word is torn between two texts, and not both of them whole words there. */
  tears(before: string, after: string): boolean
  /** Words that sound so: syllables in order, see `soundKeys`. */
  readonly bySound: ReadonlyMap<number, readonly string[]>
  /** Words of these characters, sorted. */
  readonly byCharacters: ReadonlyMap<string, readonly string[]>
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

function add<Key>(map: Map<Key, string[]>, key: Key, word: string): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [word])
  else held.push(word)
}

/** The common words of clean prose, of two characters to `longestWord`, that hold no numeral. */
export function standardWords({ registers, counts }: WordCounts, characters: CharacterTables): StandardWords {
  const size = registers.reduce((sum, one) => sum + one.characters, 0)
  const least = (leastRate * size) / 1e6
  const words = new Set<string>()
  const bySound = new Map<number, string[]>()
  const byCharacters = new Map<string, string[]>()
  for (const [word, row] of counts) {
    if (word.length < 2 || word.length > longestWord) continue
    let occurrences = 0
    for (const count of row) occurrences += count
    if (occurrences < least || holdsNumeral(word)) continue
    words.add(word)
    for (const key of soundKeys(word, characters)) add(bySound, key, word)
    add(byCharacters, sorted(word), word)
  }
  return {
    pairs: [...words].filter((word) => word.length === 2),
    has: (word) => words.has(word),
    tears(before, after) {
      const isWord = (text: string, sizes: readonly number[], cut: (size: number) => string) =>
        sizes.some((size) => size <= text.length && words.has(cut(size)))
      const sizes = [2, 3, 4]
      if (
        isWord(before, sizes, (size) => before.slice(-size)) &&
        isWord(after, sizes, (size) => after.slice(0, size))
      ) {
        return false
      }
      for (let left = 1; left < longestWord && left <= before.length; left++) {
        for (let right = 1; left + right <= longestWord && right <= after.length; right++) {
          if (words.has(before.slice(-left) + after.slice(0, right))) return true
        }
      }
      return false
    },
    bySound,
    byCharacters,
  }
}
