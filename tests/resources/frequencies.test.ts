/** Counts of words by register: what ships, and what is made of it. */
import { describe, expect, test } from 'vitest'
import { frequencyFiles, loadWordCounts, officialFrequencies } from '../../src/resources/frequencies.js'
import { corpusPath } from '../../src/resources/tsv.js'

describe('the counts that ship', () => {
  const { registers, counts } = loadWordCounts()
  const column = (name: string) => registers.findIndex((register) => register.name === name)

  test('come from the files that are named', () => {
    expect(frequencyFiles()).toEqual([
      corpusPath('words', 'registers.tsv'),
      corpusPath('words', 'counts.tsv'),
    ])
  })

  test('say which registers are official, and how much of each was read', () => {
    const named = (isOfficial: boolean) =>
      registers.filter(({ official }) => official === isOfficial).map(({ name }) => name)
    expect(named(true)).toEqual(['reports', 'laws'])
    expect(named(false)).toContain('news')
    for (const { characters } of registers) expect(characters).toBeGreaterThan(1_000_000)
  })

  test('hold a number a register for every word', () => {
    const bad = [...counts].filter(
      ([, row]) =>
        row.length !== registers.length || !row.every((count) => Number.isFinite(count) && count >= 0),
    )
    expect(bad).toEqual([])
    expect(counts.size).toBeGreaterThan(10_000)
  })

  test('a word without counts was looked for and stands nowhere', () => {
    expect(counts.get('黉舍')!.reduce((sum, count) => sum + count, 0)).toBeLessThan(5)
    const unseen = [...counts.values()].filter((row) => row.every((count) => count === 0))
    expect(unseen.length).toBeGreaterThan(100)
    expect(counts.get('完全不是词')).toBeUndefined()
  })

  test('every number stands under its register', () => {
    const row = (word: string) => counts.get(word)!
    const rate = (word: string, name: string) =>
      row(word)[column(name)]! / registers[column(name)]!.characters
    expect(rate('判决', 'judgments')).toBeGreaterThan(5 * rate('判决', 'reports'))
    expect(rate('增长', 'reports')).toBeGreaterThan(5 * rate('增长', 'judgments'))
  })
})

describe('officialFrequencies', () => {
  const registers = [
    { name: 'reports', official: true, characters: 1_500_000 },
    { name: 'novels', official: false, characters: 9_000_000 },
    { name: 'laws', official: true, characters: 500_000 },
  ]
  const frequenciesOf = (rows: Readonly<Record<string, readonly number[]>>) => [
    ...officialFrequencies({ registers, counts: new Map(Object.entries(rows)) }),
  ]

  test('are occurrences a million characters of official prose', () => {
    expect(frequenciesOf({ 学校: [40, 700, 10] })).toEqual([['学校', 25]])
  })

  test('words rarer than 0.3 are left out', () => {
    expect(frequenciesOf({ 学校: [0.6, 0, 0], 黉舍: [0.59, 0, 0], 门生: [0, 99, 0] })).toEqual([
      ['学校', 0.3],
    ])
  })
})
