/**
 * Clean texts of which some words are disguised, in memory and by a seed: one kind of disguise a text, in one word of so
 * many. Words are those of the segmenter, not those that the repair looks for; names and numerals are left alone.
 * Invariant: the gold of a made text undone gives its original.
 */
import nodejieba from 'nodejieba'
import type { DisguiseName } from '../../src/model/correction.js'
import { isNumeral } from '../../src/repair/disguise/words.js'
import type { CharacterTables } from '../../src/resources/characters.js'
import type { Choice } from '../fuzz/choice.js'
import { seededChoice } from '../fuzz/choice.js'
import type { EvaluationText, GoldEdit } from './sets.js'

/** Share of the words of two characters to four that are disguised, where they can be. */
const share = 0.12

const signs = ['*', '＊', '_', '^', '~', '#', ' ', ' ']

/** How characters are written otherwise. */
export interface Disguising {
  readonly choice: Choice
  /** Forms that look like a character; the two parts of a character; others that sound like it. */
  readonly forms: ReadonlyMap<string, readonly string[]>
  readonly parts: ReadonlyMap<string, readonly string[]>
  readonly sounds: ReadonlyMap<string, readonly string[]>
}

function reversed(map: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const result = new Map<string, string[]>()
  for (const [form, standards] of map) {
    for (const standard of standards) result.set(standard, [...(result.get(standard) ?? []), form])
  }
  return result
}

/** What is needed to disguise words; `isCommon` tells characters that a writer would take for another. */
export function disguising(
  { lookAlikes, parts, syllables }: CharacterTables,
  isCommon: (character: string) => boolean,
  seed: number,
): Disguising {
  const bySyllable = new Map<number, string[]>()
  for (const [character, [syllable]] of syllables) {
    if (isCommon(character)) bySyllable.set(syllable!, [...(bySyllable.get(syllable!) ?? []), character])
  }
  const sounds = new Map(
    [...syllables].map(([character, [syllable]]) => [
      character,
      (bySyllable.get(syllable!) ?? []).filter((other) => other !== character && !isNumeral(other)),
    ]),
  )
  return { choice: seededChoice(seed), forms: reversed(lookAlikes), parts: reversed(parts), sounds }
}

/** A word with one of its characters replaced by one of those of a table; undefined where there is none. */
function replaceOne(
  word: string,
  table: ReadonlyMap<string, readonly string[]>,
  choice: Choice,
): string | undefined {
  const places = Array.from(word, (_, at) => at).filter((at) => (table.get(word[at]!) ?? []).length > 0)
  if (places.length === 0) return undefined
  const at = choice.one(places)
  return word.slice(0, at) + choice.one(table.get(word[at]!)!) + word.slice(at + 1)
}

/** How each kind writes a word. */
const ways: Readonly<Record<DisguiseName, (word: string, disguising: Disguising) => string | undefined>> = {
  'look-alike': (word, { forms, choice }) => replaceOne(word, forms, choice),
  homophone: (word, { sounds, choice }) => replaceOne(word, sounds, choice),
  'split-character': (word, { parts, choice }) => replaceOne(word, parts, choice),
  reordered(word, { choice }) {
    const at = choice.below(word.length - 1)
    const swapped = word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
    return swapped === word ? undefined : swapped
  },
  'inserted-sign'(word, { choice }) {
    const at = 1 + choice.below(word.length - 1)
    return word.slice(0, at) + choice.one(signs) + word.slice(at)
  },
}

/** Names of persons and places, and what is no word. */
const leftAlone = /^(?:nr|ns|nt|nz|m|x|eng)/

/** A text with some of its words disguised in one way. */
export function disguise(text: EvaluationText, kind: DisguiseName, disguising: Disguising): EvaluationText {
  let made = ''
  const gold: GoldEdit[] = []
  for (const { word, tag } of nodejieba.tag(text.original)) {
    const isFree = /^[\u4e00-\u9fff]{2,4}$/.test(word) && !leftAlone.test(tag) && ![...word].some(isNumeral)
    const written = isFree && disguising.choice.chance(share) ? ways[kind](word, disguising) : undefined
    if (written !== undefined) {
      gold.push({
        start: made.length,
        end: made.length + written.length,
        spun: written,
        gold: word,
        kind: 'swap',
      })
    }
    made += written ?? word
  }
  return { ...text, text: made, gold }
}
