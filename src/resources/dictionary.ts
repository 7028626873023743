/**
 * The words of jieba's own dictionary (MIT): everything that is a word somewhere. `npm run build` compiles them from the
 * text that nodejieba comes with, which users need not have.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { halfOf, slotOf } from '../model/key-lists.js'
import { ProcessingError } from '../model/message.js'
import { compiled } from './compiled.js'

const require = createRequire(import.meta.url)

/** Longer entries are phrases and names of bodies. */
const longest = 4

/**
 * Words of two to four characters, hashed: a word is its own key, two code units in each half. 0 in both halves is a free
 * slot.
 */
interface Dictionary {
  readonly firstHalves: Uint32Array
  readonly secondHalves: Uint32Array
}

const source = 'nodejieba/submodules/cppjieba/dict/jieba.dict.utf8'

function readSource(): string {
  try {
    return readFileSync(require.resolve(source), 'utf8')
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unreadable-table', { path: source, reason: code })
  }
}

function readDictionary(): Dictionary {
  const text = readSource()
  const words: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(' ', start)
    if (end < 0) break
    if (end - start >= 2 && end - start <= longest) words.push(text.slice(start, end))
    start = text.indexOf('\n', end) + 1
    if (start === 0) break
  }
  let size = 16
  while (size < words.length * 1.5) size *= 2
  const dictionary = { firstHalves: new Uint32Array(size), secondHalves: new Uint32Array(size) }
  for (const word of words) {
    const [first, second] = [halfOf(word, 0), halfOf(word, 2)]
    const slot = slotOf(dictionary.firstHalves, dictionary.secondHalves, first, second)
    dictionary.firstHalves[slot] = first
    dictionary.secondHalves[slot] = second
  }
  return dictionary
}

/** Its words of two to four characters. Throws ProcessingError `unreadable-table`. */
export function loadDictionary(): Dictionary {
  return compiled('dictionary', [], readDictionary)
}

/** Whether a word of two to four characters is in the dictionary. */
export type IsWord = (word: string) => boolean

/** The dictionary, read when it is first asked. Throws ProcessingError `unreadable-table` then. */
export function openDictionary(): IsWord {
  let dictionary: Dictionary | undefined
  return (word) => {
    dictionary ??= loadDictionary()
    if (word.length < 2 || word.length > longest) return false
    const { firstHalves, secondHalves } = dictionary
    return firstHalves[slotOf(firstHalves, secondHalves, halfOf(word, 0), halfOf(word, 2))] !== 0
  }
}
