/**
 * The words of the segmenter's own dictionary (jieba, MIT): everything that is a word somewhere. Read as text, since the
 * binding takes a quarter of a gigabyte.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ProcessingError } from '../model/message.js'

const require = createRequire(import.meta.url)

/** Longer entries are phrases and names of bodies. */
const longest = 4

/** Its words of two to four characters. */
function readWords(): ReadonlySet<string> {
  const path = require.resolve('nodejieba/submodules/cppjieba/dict/jieba.dict.utf8')
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unreadable-table', { path, reason: code })
  }
  const words = new Set<string>()
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(' ', start)
    if (end < 0) break
    if (end - start >= 2 && end - start <= longest) words.add(text.slice(start, end))
    start = text.indexOf('\n', end) + 1
    if (start === 0) break
  }
  return words
}

/** Whether a word of two to four characters is in the dictionary. */
export type IsWord = (word: string) => boolean

/** The dictionary, read when it is first asked. Throws ProcessingError `unreadable-table` then. */
export function openDictionary(): IsWord {
  let words: ReadonlySet<string> | undefined
  return (word) => {
    words ??= readWords()
    return words.has(word)
  }
}
