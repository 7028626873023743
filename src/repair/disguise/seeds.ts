/**
 * Where in a line it is worth looking for disguised words: at forms and signs that a kind knows, and at pairs of
 * characters that the language model does not expect and that another word would make much likelier. Nearly all of a
 * clean text is passed over here, for little more than reading it once with the model.
 */
import type { LanguageModel, ModelStates } from '../../lm/query.js'
import { unknown } from '../../lm/symbols.js'
import type { DisguiseKnowledge } from './kind.js'
import type { EncodedLine } from './line.js'
import { sorted, soundKeys } from './words.js'

/**
 * What the two characters of a pair surprise the model by, at least, in nats: as much as two rare words, and as much as one
 * where their order or parts tell of another word.
 */
const leastSurprise = { 'by-sound': 13, 'by-form': 10 } as const
/** What another word in the place of a pair must gain at first sight. */
const leastGain = 6
/** Symbols that the model reads before a pair, and behind it. */
const before = 4
const behind = 2

/** A place where a word may be disguised. */
export interface Seed {
  /** Number of its symbol in the line. */
  readonly at: number
  /** A form or a sign that a kind knows, not a pair that surprises. */
  readonly isKnown: boolean
}

const han = (code: number) => code >= 0x2e80 && code <= 0x9fff

/** Standard words and characters that a pair of characters may stand for. */
function candidatesFor(pair: string, { words, characters }: DisguiseKnowledge): readonly string[] {
  if (words.has(pair)) return []
  return [
    ...words.byCharacters(sorted(pair)),
    ...(characters.parts.get(pair) ?? []),
    ...soundKeys(pair, characters).flatMap(words.bySound),
  ]
}

/** Log-probability of a word and the symbols behind it, from the history in slot 0, or what is below `least`. */
function scoreFrom(
  model: LanguageModel,
  states: ModelStates,
  word: string,
  rest: ArrayLike<number>,
  least: number,
): number {
  let sum = 0
  for (let at = 0; at < word.length && sum >= least; at++) {
    const symbol = model.symbols.ofUnit[word.charCodeAt(at)]!
    sum += model.advance(states, at === 0 ? 0 : 1, symbol, 1)
  }
  for (let at = 0; at < rest.length && sum >= least; at++) sum += model.advance(states, 1, rest[at]!, 1)
  return sum
}

/** Whether the model expects a symbol behind another one no more than anywhere else, by a bound; remembered. */
export type Unexpected = (first: number, second: number, bound: 'by-sound' | 'by-form') => boolean

/** A power of two: as many pairs of symbols are remembered. */
const remembered = 1 << 16
/** Gain of the first symbol for the second, in nats, below which the pair is no usual one. */
const usual = { 'by-sound': 0.3, 'by-form': 4 } as const

export function unexpectedIn(model: LanguageModel): Unexpected {
  const keys = new Uint32Array(remembered)
  const gains = new Float32Array(remembered)
  const states = model.createStates(1)
  return (first, second, bound) => {
    const key = first * 4096 + second
    const slot = Math.imul(key, 0x9e3779b1) >>> 16
    if (keys[slot] !== key) {
      model.clear(states, 0)
      const alone = model.peek(states, 0, second)
      model.advance(states, 0, first, 0)
      gains[slot] = model.peek(states, 0, second) - alone
      keys[slot] = key
    }
    return gains[slot]! < usual[bound]
  }
}

/** The seeds of a line, in order. */
export function findSeeds(
  model: LanguageModel,
  isUnexpected: Unexpected,
  { ids, offsets, length, text }: EncodedLine,
  knowledge: DisguiseKnowledge,
  isSign: (offset: number) => boolean,
): Seed[] {
  const states = model.createStates(2)
  const { lookAlikes, parts } = knowledge.characters

  /** Puts what stands before a symbol into slot 0, and tells how likely it and the next one are there. */
  function readPair(at: number): number {
    model.clear(states, 0)
    for (let index = Math.max(0, at - before); index < at; index++) model.advance(states, 0, ids[index]!, 0)
    return model.advance(states, 0, ids[at]!, 1) + (at + 1 < length ? model.peek(states, 1, ids[at + 1]!) : 0)
  }

  function isOdd(at: number, look: 'by-sound' | 'by-form', first: number, second: number): boolean {
    if (!isUnexpected(ids[at]!, ids[at + 1]!, look)) return false
    if (readPair(at) > -leastSurprise[look]) return false
    const pair = String.fromCharCode(first, second)
    const rest = ids.subarray(at + 2, Math.min(length, at + 2 + behind))
    const candidates = candidatesFor(pair, knowledge)
    if (candidates.length === 0) return false
    const least = scoreFrom(model, states, pair, rest, Number.NEGATIVE_INFINITY) + leastGain
    return candidates.some((word) => scoreFrom(model, states, word, rest, least) >= least)
  }

  /** Whether two characters in a row may have been taken apart here. */
  function isTakenApart(at: number): boolean {
    if (at + 3 >= length || offsets[at + 3]! - offsets[at]! !== 3) return false
    const four = text.slice(offsets[at]!, offsets[at]! + 4)
    if (!parts.has(four.slice(0, 2)) || !parts.has(four.slice(2))) return false
    return readPair(at) <= -leastSurprise['by-form'] && readPair(at + 2) <= -leastSurprise['by-form']
  }

  /** What a place is, if it is a seed. */
  function seedAt(at: number): Seed | undefined {
    const offset = offsets[at]!
    const isForm = lookAlikes.has(text[offset]!)
    if (isForm && (ids[at] === unknown || readPair(at) <= -leastSurprise['by-sound']))
      return { at, isKnown: true }
    if (isSign(offset)) return { at, isKnown: true }
    const first = text.charCodeAt(offset)
    if (!han(first) || at + 1 >= length) return undefined
    const second = text.charCodeAt(offsets[at + 1]!)
    const look = han(second) ? knowledge.lookAt(first, second) : 'no'
    if (look === 'no') return undefined
    if (look === 'by-form' && isTakenApart(at)) return { at, isKnown: true }
    return isOdd(at, look, first, second) ? { at, isKnown: false } : undefined
  }

  const seeds: Seed[] = []
  for (let at = 0; at < length; at++) {
    const seed = seedAt(at)
    if (seed !== undefined) seeds.push(seed)
  }
  return seeds
}
