/**
 * What characters look like, are made of and sound like: `corpus/characters`. The repair tells by it words that were
 * written with other characters so that nobody finds them.
 */
import { corpusPath, eachTsvRow, tableError } from './tsv.js'

export interface CharacterTables {
  /** Standard characters that a form may stand for because it looks like them. */
  readonly lookAlikes: ReadonlyMap<string, readonly string[]>
  /** Standard characters by the two characters that they fall apart into. */
  readonly parts: ReadonlyMap<string, readonly string[]>
  /** Readings of a character without tones, as numbers from 0. */
  readonly syllables: ReadonlyMap<string, readonly number[]>
}

const lookAlikesPath = corpusPath('characters', 'look-alikes.tsv')
const compoundsPath = corpusPath('characters', 'compounds.tsv')
const partsPath = corpusPath('characters', 'parts.tsv')
const readingsPath = corpusPath('characters', 'readings.tsv')

/** The files that are read. */
export const characterFiles: readonly string[] = [lookAlikesPath, compoundsPath, partsPath, readingsPath]

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

/** Throws ProcessingError `unreadable-table` or `bad-table`. */
export function loadCharacterTables(): CharacterTables {
  const lookAlikes = new Map<string, string[]>()
  readForms(lookAlikesPath, lookAlikes)
  readForms(compoundsPath, lookAlikes)
  const parts = new Map<string, string[]>()
  eachTsvRow(partsPath, ['standard', 'parts'], ({ line, cells: [standard = '', pair = ''] }) => {
    if (standard.length !== 1 || pair.length !== 2)
      throw tableError(partsPath, line, 'standard must be one character, parts two')
    addTo(parts, pair, standard)
  })
  const syllables = new Map<string, number[]>()
  let syllable = 0
  eachTsvRow(readingsPath, ['syllable', 'characters'], ({ cells: [, characters = ''] }) => {
    for (const character of characters) addTo(syllables, character, syllable)
    syllable++
  })
  return { lookAlikes, parts, syllables }
}
