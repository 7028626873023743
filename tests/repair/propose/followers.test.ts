/** What follows a symbol is the same, whether the build asked for it or a text does. */
import { expect, test } from 'vitest'
import type { LanguageModel } from '../../../src/lm/query.js'
import type { KnownWords } from '../../../src/repair/propose/followers.js'
import { vocabularyOf } from '../../../src/repair/propose/vocabulary.js'
import type { Shelf } from '../../../src/resources/compiled.js'
import { pack, unpack } from '../../../src/resources/packed.js'
import { bigramModel, listed, smallCandidates } from '../small.js'

/** Gives what was made as it is read from bytes. */
const throughBytes = <T>(_: string, make: () => T) => unpack(pack(make())) as T
const fullShelf: Shelf = { take: throughBytes, find: throughBytes }

const listOf = ({ words, scores, from, to }: KnownWords) =>
  Array.from(words.subarray(from, to), (word, index) => [word, scores[from + index]])

test('compiled followers are those that are asked for', () => {
  const entries = [listed('学校', '黉舍'), listed('医院', '病院'), listed('学生', '门生')]
  const pairs = bigramModel({ 学校: -1, 学生: -2, 医院: -1, 院学: -3, '^医': -2 }, -6)
  // As if it knew three in a row wherever it knows the last two.
  const model: LanguageModel = {
    ...pairs,
    known: () => 2,
    matched: (states, from, symbol) => pairs.matched(states, from, symbol) + 1,
  }
  const asked = smallCandidates(entries, model)
  const compiled = { ...asked, frequency: asked.frequency.slice(), shelf: fullShelf }
  const school = model.symbols.ofUnit['学'.charCodeAt(0)]!
  const [one, other] = [vocabularyOf(asked), vocabularyOf(compiled)]
  expect(other.forms).toEqual(one.forms)
  for (let symbol = 0; symbol < model.symbols.count; symbol++) {
    const [own, read] = [one.behind(symbol), other.behind(symbol)]
    expect(Array.from(read.places)).toEqual(own.places)
    expect(own.places.length).toBe(one.firsts.length)
    for (let number = 0; number < own.places.length; number++) {
      const known = own.known(number)
      expect(listOf(read.known(number))).toEqual(listOf(known))
      expect(known.to - known.from).toBe(one.firsts[own.places[number]!] === school ? 2 : 1)
    }
  }
})
