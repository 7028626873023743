/**
 * Words by which a text claims relations between its figures, from `corpus/claims`: cues, names that together are a
 * whole, indicators that bound each other. The audit decides what follows from them.
 * Invariant: never changed after it is built; searching a text takes linear time.
 */
import { corpusPath, readTsv, tableError } from './tsv.js'

export const cueMeanings = [
  'whole',
  'among',
  'rest',
  'dimension',
  'crosscut',
  'share',
  'average',
  'rate',
  'loose-base',
  'capped',
  'uncapped',
  'person',
  'increase',
  'decrease',
  'last-year',
  'per-year',
  'exceeds',
] as const
export type CueMeaning = (typeof cueMeanings)[number]

/** Two indicators of which the first cannot exceed the second. */
export interface Limit {
  readonly smaller: string
  readonly larger: string
}

export interface ClaimTable {
  /** Whether a text holds a cue of the meaning, outside of the words in which that cue is not meant. */
  says(meaning: CueMeaning, text: string): boolean
  /** Sets of names that together are the whole; the largest sets first. */
  readonly partitions: readonly (readonly string[])[]
  readonly limits: readonly Limit[]
}

interface Cue {
  readonly pattern: RegExp
  readonly notIn: RegExp | null
}

function escapeWord(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** `…` stands for one to eight characters of the same clause. */
function patternOf(word: string): string {
  return word.split('…').map(escapeWord).join('[^,，。；;:：]{1,8}')
}

function alternatives(words: readonly string[], wrap: (word: string) => string): RegExp | null {
  return words.length === 0 ? null : new RegExp(words.map(wrap).join('|'), 'g')
}

function readCues(): Map<CueMeaning, Cue> {
  const path = corpusPath('claims', 'cues.tsv')
  const words = new Map<CueMeaning, { words: string[]; notIn: string[] }>()
  for (const { line, cells } of readTsv(path, ['word', 'meaning', 'notIn', 'example'])) {
    const [word = '', meaning = '', notIn = ''] = cells
    if (word === '') throw tableError(path, line, 'the word must not be empty')
    if (!(cueMeanings as readonly string[]).includes(meaning)) {
      throw tableError(path, line, `unknown meaning ${meaning}`)
    }
    const entry = words.get(meaning as CueMeaning) ?? { words: [], notIn: [] }
    words.set(meaning as CueMeaning, entry)
    entry.words.push(word)
    entry.notIn.push(...notIn.split(' ').filter((item) => item !== ''))
  }
  const cues = new Map<CueMeaning, Cue>()
  for (const [meaning, { words: list, notIn }] of words) {
    cues.set(meaning, { pattern: alternatives(list, patternOf)!, notIn: alternatives(notIn, escapeWord) })
  }
  return cues
}

function readPartitions(): string[][] {
  const path = corpusPath('claims', 'partitions.tsv')
  const sets = readTsv(path, ['parts', 'example']).map(({ line, cells }) => {
    const names = cells[0]!.split(' ').filter((name) => name !== '')
    if (new Set(names).size < 2) throw tableError(path, line, 'a whole has at least two parts')
    return names
  })
  return sets.sort((a, b) => b.length - a.length)
}

function readLimits(): Limit[] {
  const path = corpusPath('claims', 'limits.tsv')
  return readTsv(path, ['smaller', 'larger', 'example']).map(({ line, cells }) => {
    const [smaller = '', larger = ''] = cells
    if (smaller === '' || larger === '') throw tableError(path, line, 'both names must be given')
    return { smaller, larger }
  })
}

/** Reads the tables that ship. Throws ProcessingError where one says something that it must not. */
export function loadClaims(): ClaimTable {
  const cues = readCues()
  return {
    says(meaning, text) {
      const cue = cues.get(meaning)
      if (cue === undefined || text === '') return false
      const read = cue.notIn === null ? text : text.replaceAll(cue.notIn, '\u0000')
      return read.search(cue.pattern) >= 0
    },
    partitions: readPartitions(),
    limits: readLimits(),
  }
}
