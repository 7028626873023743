/** The lexicon that ships: its entries are made when they are asked for, and are the same whoever asks. */
import { describe, expect, test } from 'vitest'
import { freezeEntries, thawEntries } from '../../src/resources/frozen-entries.js'
import { loadLexicon, readShippedEntries } from '../../src/resources/lexicon.js'

const lexicon = loadLexicon()

test('an entry is one object, alone and among all', () => {
  const last = lexicon.pairSpun.length - 1
  const early = lexicon.entryOf(last)
  expect(lexicon.entries).toHaveLength(last + 1)
  expect(lexicon.entries[last]).toBe(early)
  expect(lexicon.entryOf(0)).toBe(lexicon.entries[0])
})

test('it knows the kinds of evidence without making its entries', () => {
  expect(lexicon.attests('knowledge')).toBe(true)
  expect(lexicon.attests('learned')).toBe(false)
})

describe('entries that were frozen', () => {
  test('thaw to what they were, with their examples', () => {
    const entries = readShippedEntries()
    const some = [
      ...entries.slice(0, 50),
      ...entries.filter(({ example }) => example !== ''),
      ...entries.filter(({ weight }) => weight !== 1).slice(0, 50),
    ]
    const forms = some.flatMap(({ standard, spun }) => [standard, spun])
    const thawed = thawEntries(freezeEntries(some), {
      forms,
      pairStandard: Int32Array.from(some, (_, pair) => pair * 2),
      pairSpun: Int32Array.from(some, (_, pair) => pair * 2 + 1),
    })
    expect(some.some(({ example }) => example !== '')).toBe(true)
    expect(some.map((_, pair) => thawed(pair))).toEqual(some)
  })
})
