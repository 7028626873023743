/**
 * How often the words of the lexicon stand in clean prose, by register: `corpus/words/counts.tsv`, counted by `npm run
 * lexicon -- frequencies`, with the size of each register in `corpus/words/registers.tsv`. The language model cannot
 * tell: its lower orders count contexts, not occurrences.
 */
import { append } from '../model/lists.js'
import { compiled } from './compiled.js'
import { corpusPath, eachTsvRow, tableError } from './tsv.js'

/** Occurrences a million characters, by word; words that are missing are rarer than 0.3. */
export type WordFrequencies = ReadonlyMap<string, number>

/** A kind of prose that was counted. */
export interface Register {
  readonly name: string
  /** Whether its texts are official documents. */
  readonly official: boolean
  /** Size of what was counted. */
  readonly characters: number
}

export interface WordCounts {
  readonly registers: readonly Register[]
  /** Occurrences in each register, in their order, by word; words that are missing were not looked for. */
  readonly counts: ReadonlyMap<string, readonly number[]>
}

const registersPath = () => corpusPath('words', 'registers.tsv')
const countsPath = () => corpusPath('words', 'counts.tsv')

/** The files that are read. */
export const frequencyFiles = (): readonly string[] => [registersPath(), countsPath()]

function loadRegisters(): Register[] {
  const registers: Register[] = []
  eachTsvRow(registersPath(), ['register', 'official', 'characters'], ({ line, cells }) => {
    const [name = '', official = '', size = ''] = cells
    const characters = Number(size)
    if (!(characters > 0)) throw tableError(registersPath(), line, 'characters must be a positive number')
    if (official !== 'yes' && official !== 'no')
      throw tableError(registersPath(), line, 'official must be yes or no')
    registers.push({ name, official: official === 'yes', characters })
  })
  return registers
}

/** The counts of all words, one row behind the other. */
interface FrozenCounts {
  readonly registers: readonly Register[]
  readonly words: readonly string[]
  readonly counts: Float64Array
}

function parseWordCounts(): FrozenCounts {
  const registers = loadRegisters()
  const words: string[] = []
  const counts: number[] = []
  const columns = ['word', ...registers.map(({ name }) => name)]
  eachTsvRow(countsPath(), columns, ({ line, cells }) => {
    const [word = '', ...numbers] = cells
    const row = numbers.map(Number)
    if (!row.every((count) => count >= 0)) throw tableError(countsPath(), line, 'a count must be a number')
    words.push(word)
    append(counts, row)
  })
  return { registers, words, counts: Float64Array.from(counts) }
}

function readWordCounts(): WordCounts {
  const { registers, words, counts } = compiled('words', frequencyFiles(), parseWordCounts)
  const size = registers.length
  const rowOf = (word: number) => Array.from(counts.subarray(word * size, (word + 1) * size))
  return { registers, counts: new Map(words.map((word, at) => [word, rowOf(at)])) }
}

/**
 * They are read when they are first asked for: what the repair makes of them is compiled. Throws ProcessingError
 * `unreadable-table` or `bad-table` then.
 */
export function loadWordCounts(): WordCounts {
  let read: WordCounts | undefined
  const counts = () => {
    read ??= readWordCounts()
    return read
  }
  return {
    get registers() {
      return counts().registers
    },
    get counts() {
      return counts().counts
    },
  }
}

/** Rarer words say nothing: occurrences a million characters. */
const leastFrequency = 0.3

/** How often words stand in official prose. */
export function officialFrequencies({ registers, counts }: WordCounts): WordFrequencies {
  const characters = registers.reduce((sum, one) => sum + (one.official ? one.characters : 0), 0)
  const frequencies = new Map<string, number>()
  for (const [word, row] of counts) {
    const count = row.reduce((sum, one, index) => sum + (registers[index]!.official ? one : 0), 0)
    const rate = (count * 1e6) / characters
    if (rate >= leastFrequency) frequencies.set(word, rate)
  }
  return frequencies
}
