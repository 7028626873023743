/** What it takes to find disguised words: tables that are loaded when the first text asks for them, and kept. */

import type { LanguageModel } from '../../lm/query.js'
import { type CodePairs, codePair, codePairsOf, pairCount } from '../../model/code-pairs.js'
import { append } from '../../model/lists.js'
import type { CharacterTables } from '../../resources/characters.js'
import { emptyShelf, type Shelf } from '../../resources/compiled.js'
import type { IsWord } from '../../resources/dictionary.js'
import type { WordCounts } from '../../resources/frequencies.js'
import type { DisguiseKnowledge } from './kind.js'
import type { Unexpected } from './seeds.js'
import { unexpectedIn } from './seeds.js'
import { openWords, standardWords } from './words.js'

/** More syllables than there are. */
const most = 512

/** What a quick look at two code units takes. */
interface LookTables {
  /** Syllables of a code unit: `syllables[starts[code] … starts[code + 1])`. */
  readonly starts: Uint16Array
  readonly syllables: Uint16Array
  /** Whether a standard word sounds like two syllables. */
  readonly sounds: Uint8Array
  readonly standard: CodePairs
  /** Standard words in the other order, and characters that fell apart. */
  readonly turned: CodePairs
}

function tabulate({ syllables, parts }: CharacterTables, words: readonly string[]): LookTables {
  const readingsOf = (code: number) => syllables.get(String.fromCharCode(code)) ?? []
  const starts = new Uint16Array(0x10001)
  const numbers: number[] = []
  for (let code = 0; code < 0x10000; code++) {
    append(numbers, readingsOf(code))
    starts[code + 1] = numbers.length
  }
  const sounds = new Uint8Array(most * most)
  const standard = new Map<number, number>()
  const turned = new Map<number, number>()
  for (const word of words) {
    if (word.length !== 2) continue
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
    standard.set(codePair(first, second), 1)
    turned.set(codePair(second, first), 1)
    for (const one of readingsOf(first)) for (const two of readingsOf(second)) sounds[one * most + two] = 1
  }
  for (const pair of parts.keys()) turned.set(codePair(pair.charCodeAt(0), pair.charCodeAt(1)), 1)
  return {
    starts,
    syllables: Uint16Array.from(numbers),
    sounds,
    standard: codePairsOf(standard),
    turned: codePairsOf(turned),
  }
}

/** A quick look at sounds, and at order and parts. */
function quickLook({ starts, syllables, sounds, standard, turned }: LookTables): DisguiseKnowledge['lookAt'] {
  return (first, second) => {
    if (pairCount(standard, first, second) > 0) return 'no'
    if (pairCount(turned, first, second) > 0) return 'by-form'
    const end = starts[second + 1]!
    for (let one = starts[first]!; one < starts[first + 1]!; one++) {
      for (let two = starts[second]!; two < end; two++) {
        if (sounds[syllables[one]! * most + syllables[two]!] === 1) return 'by-sound'
      }
    }
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

/** Prepares the finding of disguised words; nothing is loaded yet. `shelf` has tables of these sources, if they were compiled. */
export function prepareDisguises(sources: DisguiseSources, shelf: Shelf = emptyShelf): Disguises {
  const { model, general, counts, characters, isWord } = sources
  let knowledge: DisguiseKnowledge | undefined
  const prepare = (): DisguiseKnowledge => {
    const tables = characters()
    const { look, ...words } = shelf.take('disguises', () => {
      const standard = standardWords(counts, tables)
      return { ...standard, look: tabulate(tables, standard.words) }
    })
    return { characters: tables, words: openWords(words), lookAt: quickLook(look) }
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
