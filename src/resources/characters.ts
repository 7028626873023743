/**
 * What characters look like, are made of and sound like: `corpus/characters`. The repair tells by it words that were
 * written with other characters so that nobody finds them.
 */
import { compiled } from './compiled.js'
import { corpusPath, eachTsvRow, tableError } from './tsv.js'

export interface CharacterTables {
  /** Standard characters that a form may stand for because it looks like them. */
  readonly lookAlikes: ReadonlyMap<string, readonly string[]>
  /** Standard characters by the two characters that they fall apart into. */
  readonly parts: ReadonlyMap<string, readonly string[]>
  /** Readings of a character without tones, as numbers from 0. */
  readonly syllables: ReadonlyMap<string, readonly number[]>
}

const lookAlikesPath = () => corpusPath('characters', 'look-alikes.tsv')
const compoundsPath = () => corpusPath('characters', 'compounds.tsv')
const partsPath = () => corpusPath('characters', 'parts.tsv')
const readingsPath = () => corpusPath('characters', 'readings.tsv')

/** The files that are read. */
export const characterFiles = (): readonly string[] => [
  lookAlikesPath(),
  compoundsPath(),
  partsPath(),
  readingsPath(),
]

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else if (!held.includes(value)) held.push(value)
}

function readForms(path: string, forms: Map<string, string[]>): void {
  eachTsvRow(path, ['standard', 'forms'], ({ line, cells: [standard = '', written = ''] }) => {
    if (standard.length !== 1 || written.includes(standard))
      throw tableError(path, line, 'standard must be one character, and none of its forms')
    for (const form of written) addTo(forms, form, standard)
  })
}

/** A map of lists, as two lists; of characters each list is a word. */
interface FrozenMap<Values> {
  readonly keys: readonly string[]
  readonly values: Values
}

interface FrozenTables {
  readonly lookAlikes: FrozenMap<readonly string[]>
  readonly parts: FrozenMap<readonly string[]>
  /** The syllables of key k: `numbers[starts[k] … starts[k + 1])`. */
  readonly syllables: FrozenMap<{ readonly starts: Int32Array; readonly numbers: Uint16Array }>
}

function freeze(map: ReadonlyMap<string, readonly string[]>): FrozenMap<readonly string[]> {
  return { keys: [...map.keys()], values: Array.from(map.values(), (list) => list.join('')) }
}

function thaw({ keys, values }: FrozenMap<readonly string[]>): CharacterTables['parts'] {
  return new Map(keys.map((key, at) => [key, values[at]!.split('')]))
}

function freezeNumbers(map: ReadonlyMap<string, readonly number[]>): FrozenTables['syllables'] {
  const starts = new Int32Array(map.size + 1)
  let at = 0
  for (const list of map.values()) {
    starts[at + 1] = starts[at]! + list.length
    at++
  }
  return { keys: [...map.keys()], values: { starts, numbers: Uint16Array.from([...map.values()].flat()) } }
}

function thawNumbers({ keys, values: { starts, numbers } }: FrozenTables['syllables']) {
  return new Map(keys.map((key, at) => [key, Array.from(numbers.subarray(starts[at]!, starts[at + 1]!))]))
}

/** Readings are laid out when one is first asked for. Throws ProcessingError `unreadable-table` or `bad-table`. */
export function loadCharacterTables(): CharacterTables {
  const { lookAlikes, parts, syllables: frozen } = compiled('characters', characterFiles(), parseTables)
  let syllables: CharacterTables['syllables'] | undefined
  return {
    lookAlikes: thaw(lookAlikes),
    parts: thaw(parts),
    get syllables() {
      syllables ??= thawNumbers(frozen)
      return syllables
    },
  }
}

function parseTables(): FrozenTables {
  const lookAlikes = new Map<string, string[]>()
  readForms(lookAlikesPath(), lookAlikes)
  readForms(compoundsPath(), lookAlikes)
  const parts = new Map<string, string[]>()
  eachTsvRow(partsPath(), ['standard', 'parts'], ({ line, cells: [standard = '', pair = ''] }) => {
    if (standard.length !== 1 || pair.length !== 2)
      throw tableError(partsPath(), line, 'standard must be one character, parts two')
    addTo(parts, pair, standard)
  })
  const syllables = new Map<string, number[]>()
  let syllable = 0
  eachTsvRow(readingsPath(), ['syllable', 'characters'], ({ cells: [, characters = ''] }) => {
    for (const character of characters) addTo(syllables, character, syllable)
    syllable++
  })
  return { lookAlikes: freeze(lookAlikes), parts: freeze(parts), syllables: freezeNumbers(syllables) }
}
