/** Words that the context alone asks for, in a world of a few of them. */
import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/repair/decode/decode.js'
import { contextWords } from '../../../src/repair/propose/context-words.js'
import type { Occurrence } from '../../../src/repair/propose/doubtful-words.js'
import { findDoubtfulWords, surpriseAt } from '../../../src/repair/propose/doubtful-words.js'
import { proposePairs } from '../../../src/repair/propose/proposals.js'
import { bigramModel, listed, plainParameters, smallCandidates } from '../small.js'

const once = { ...plainParameters, rounds: 0 }
const spun = { assume: 'spun' } as const
/** 甲乙 is a word that stands nowhere well; 学校 and 医院 read well before 开. */
const entries = [listed('学校', '黉舍'), listed('医院', '病院'), listed('甲乙', '丙丁')]
const likely = { '^学': -1, 学校: -1, 校开: -1, '^医': -2, 医院: -1, 院开: -1, 开门: -1, 门$: -1 }
const candidates = smallCandidates(entries, bigramModel(likely, -6), once)
const text = '甲乙开门'

function occurrencesOf(given: string): Occurrence[] {
  const words = findDoubtfulWords(candidates, given, decode(candidates, given, spun))
  return words.find(({ word }) => word === '甲乙')!.occurrences
}

const wordsFor = (word: string, occurrences: readonly Occurrence[]) =>
  contextWords(candidates, candidates.model.createStates(2), word, occurrences).map(
    (form) => candidates.lexicon.forms[form]!,
  )

describe('contextWords', () => {
  test('are standard words, those first that read best with what stands around', () => {
    expect(wordsFor('甲乙', occurrencesOf(text)).slice(0, 2)).toEqual(['学校', '医院'])
    expect(wordsFor('甲乙', occurrencesOf(text))).not.toContain('黉舍')
  })

  test('a character that both words have speaks for a word', () => {
    expect(wordsFor('院乙', occurrencesOf(text))[0]).toBe('医院')
  })

  test('all places of a word speak together', () => {
    const places = occurrencesOf(`${text}\n${text}`)
    expect(places).toHaveLength(2)
    expect(wordsFor('甲乙', places)[0]).toBe('学校')
    expect(wordsFor('甲乙', [])).toEqual([])
  })
})

test('the surprise of a place is what the word and three symbols behind it cost', () => {
  const [place] = occurrencesOf(text)
  // 甲 6, 乙 6, 开 6, 门 1, and the end of the passage is no symbol of it.
  expect(surpriseAt(place!)).toBeCloseTo(19, 5)
})

test('a word that nothing speaks for but its context is proposed where it stands in several places', () => {
  const contextOf = (given: string) =>
    proposePairs(candidates, given, decode(candidates, given, spun)).proposals.flatMap(({ pair }) =>
      typeof pair !== 'number' && pair.source === 'context' && pair.spun === '甲乙' ? [pair.standard] : [],
    )
  const odd = '甲乙开车'
  expect(contextOf(`${odd}\n${odd}\n${odd}`)).toContain('学校')
  expect(contextOf(odd)).toEqual([])
})
