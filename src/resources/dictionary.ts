/**
 * The words of jieba's own dictionary (MIT): everything that is a word somewhere. `npm run build` compiles them from the
 * text that nodejieba comes with, which users need not have.
 */
import { readFileSync } from 'node:fs'
import { halfOf } from '../model/key-lists.js'
import { ProcessingError } from '../model/message.js'
import { compiled } from './compiled.js'
import { requireHere } from './place.js'

/** Longer entries are phrases and names of bodies. */
const longest = 4

/**
 * Words of two to four characters, sorted, two code units in each half: of the word at `at` the first half is that whose
 * stretch `starts[first] … starts[first + 1]` holds `at`, the second half `seconds[at]`.
 */
interface Dictionary {
  readonly firsts: Uint32Array
  readonly starts: Uint32Array
  readonly seconds: Uint32Array
}

const source = 'nodejieba/submodules/cppjieba/dict/jieba.dict.utf8'

function readSource(): string {
  try {
    return readFileSync(requireHere().resolve(source), 'utf8')
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unreadable-table', { path: source, reason: code })
  }
}

const byCodes = (one: string, two: string) => (one < two ? -1 : 1)

function layOut(words: readonly string[]): Dictionary {
  const firsts: number[] = []
  const starts: number[] = []
  words.forEach((word, at) => {
    const first = halfOf(word, 0)
    if (firsts.at(-1) === first) return
    firsts.push(first)
    starts.push(at)
  })
  return {
    firsts: Uint32Array.from(firsts),
    starts: Uint32Array.from([...starts, words.length]),
    seconds: Uint32Array.from(words, (word) => halfOf(word, 2)),
  }
}

/** Where a number stands among `[start, end)` of rising ones; `end` where it does not. */
function placeOf(numbers: Uint32Array, wanted: number, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return numbers[low] === wanted && low < end ? low : end
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
  return layOut([...new Set(words)].sort(byCodes))
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
    const { firsts, starts, seconds } = dictionary
    const first = placeOf(firsts, halfOf(word, 0), 0, firsts.length)
    if (first === firsts.length) return false
    const end = starts[first + 1]!
    return placeOf(seconds, halfOf(word, 2), starts[first]!, end) < end
  }
}
