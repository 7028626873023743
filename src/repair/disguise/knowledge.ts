/** What it takes to find disguised words: tables that are loaded when the first text asks for them, and kept. */
import type { LanguageModel } from '../../lm/query.js'
import { codePair, codePairsOf, pairCount } from '../../model/code-pairs.js'
import type { CharacterTables } from '../../resources/characters.js'
import type { IsWord } from '../../resources/dictionary.js'
import type { WordCounts } from '../../resources/frequencies.js'
import type { DisguiseKnowledge } from './kind.js'
import type { Unexpected } from './seeds.js'
import { unexpectedIn } from './seeds.js'
import { standardWords } from './words.js'

/** More syllables than there are. */
const most = 512

/** A quick look at sounds, and at order and parts. */
function quickLook(
  { syllables, parts }: CharacterTables,
  words: readonly string[],
): DisguiseKnowledge['lookAt'] {
  const readings: (readonly number[] | undefined)[] = new Array(0x10000)
  for (const [character, numbers] of syllables) readings[character.charCodeAt(0)] = numbers
  const sounds = new Uint8Array(most * most)
  const standard = new Map<number, number>()
  const turned = new Map<number, number>()
  for (const word of words) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
    standard.set(codePair(first, second), 1)
    turned.set(codePair(second, first), 1)
    for (const one of readings[first] ?? []) {
      for (const two of readings[second] ?? []) sounds[one * most + two] = 1
    }
  }
  for (const pair of parts.keys()) turned.set(codePair(pair.charCodeAt(0), pair.charCodeAt(1)), 1)
  const [asTheyAre, otherwise] = [codePairsOf(standard), codePairsOf(turned)]

  return (first, second) => {
    if (pairCount(asTheyAre, first, second) > 0) return 'no'
    if (pairCount(otherwise, first, second) > 0) return 'by-form'
    const [ones, twos] = [readings[first], readings[second]]
    if (ones === undefined || twos === undefined) return 'no'
    for (const one of ones) for (const two of twos) if (sounds[one * most + two] === 1) return 'by-sound'
    return 'no'
  }
}

/** What the finding of disguised words is made of; the functions load. */
export interface DisguiseSources {
  readonly model: LanguageModel
  readonly general: () => LanguageModel
  readonly counts: WordCounts
  readonly characters: () => CharacterTables
  /** Whether something is a word somewhere. */
  readonly isWord: IsWord
}

export interface Disguises {
  readonly reports: LanguageModel
  readonly general: () => LanguageModel
  readonly knowledge: () => DisguiseKnowledge
  readonly isUnexpected: Unexpected
  readonly isWord: IsWord
}

/** Prepares the finding of disguised words; nothing is loaded yet. */
export function prepareDisguises(sources: DisguiseSources): Disguises {
  const { model, general, counts, characters, isWord } = sources
  let knowledge: DisguiseKnowledge | undefined
  const prepare = () => {
    const tables = characters()
    const standard = standardWords(counts, tables)
    return { characters: tables, words: standard, lookAt: quickLook(tables, standard.pairs) }
  }
  return {
    reports: model,
    general,
    isUnexpected: unexpectedIn(model),
    knowledge() {
      knowledge ??= prepare()
      return knowledge
    },
    isWord,
  }
}
