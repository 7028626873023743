/**
 * The words of the segmenter's own dictionary (jieba, MIT): everything that is a word somewhere. Read as text, since the
 * binding takes a quarter of a gigabyte.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

/** Two code units from an offset on; what is behind the end is 0. */
function halfOf(word: string, at: number): number {
  const first = at < word.length ? word.charCodeAt(at) : 0
  const second = at + 1 < word.length ? word.charCodeAt(at + 1) : 0
  return ((first << 16) | second) >>> 0
}

/** Where a word stands, or would. */
function slotOf({ firstHalves, secondHalves }: Dictionary, first: number, second: number): number {
  const mask = firstHalves.length - 1
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second ^ (second >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  let slot = (hash ^ (hash >>> 13)) & mask
  while (firstHalves[slot] !== 0 && !(firstHalves[slot] === first && secondHalves[slot] === second)) {
    slot = (slot + 1) & mask
  }
  return slot
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unreadable-table', { path, reason: code })
  }
}

function parseDictionary(path: string): Dictionary {
  const text = readText(path)
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
    const slot = slotOf(dictionary, first, second)
    dictionary.firstHalves[slot] = first
    dictionary.secondHalves[slot] = second
  }
  return dictionary
}

/** Its words of two to four characters. Throws ProcessingError `unreadable-table`. */
export function loadDictionary(): Dictionary {
  const path = require.resolve('nodejieba/submodules/cppjieba/dict/jieba.dict.utf8')
  return compiled('dictionary', [path], () => parseDictionary(path))
}

/** Whether a word of two to four characters is in the dictionary. */
export type IsWord = (word: string) => boolean

/** The dictionary, read when it is first asked. Throws ProcessingError `unreadable-table` then. */
export function openDictionary(): IsWord {
  let dictionary: Dictionary | undefined
  return (word) => {
    dictionary ??= loadDictionary()
    if (word.length < 2 || word.length > longest) return false
    return dictionary.firstHalves[slotOf(dictionary, halfOf(word, 0), halfOf(word, 2))] !== 0
  }
}
