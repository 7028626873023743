/** The corpora of clean text: paragraphs of `*.txt.gz`, and how often each word of a list stands in them. */
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { buildTrie, longestMatch } from '../../src/model/trie.js'

/** Compressed texts of a folder whose names begin so, by name. */
export function corpusPaths(folder: string, prefix = ''): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.txt.gz'))
    .sort()
    .map((name) => join(folder, name))
}

/** Paragraphs of compressed texts, one a line. */
export async function* paragraphsOf(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    yield* createInterface({ input: createReadStream(path).pipe(createGunzip()) })
  }
}

export interface WordCounts {
  /** By the word's place in the list. */
  readonly counts: Float64Array
  readonly characters: number
}

/** Counts the words by longest match from left to right, as a tool finds them. */
export async function countWords(
  words: readonly string[],
  paragraphs: AsyncIterable<string> | Iterable<string>,
): Promise<WordCounts> {
  const trie = buildTrie(words)
  const counts = new Float64Array(words.length)
  let characters = 0
  for await (const text of paragraphs) {
    characters += text.length
    for (let at = 0; at < text.length; ) {
      const match = longestMatch(trie, text, at)
      if (match !== undefined) counts[match.pattern]!++
      at = match?.end ?? at + 1
    }
  }
  return { counts, characters }
}

export function countInCorpora(words: readonly string[], paths: readonly string[]): Promise<WordCounts> {
  return countWords(words, paragraphsOf(paths))
}
