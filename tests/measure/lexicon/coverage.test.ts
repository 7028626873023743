/** What `npm run lexicon` measures: coverage of a list by running text, and evidence from lists. */
import { expect, test } from 'vitest'
import { countWords } from '../../../measure/lexicon/corpora.js'
import { attest, coverageOf, heldBy, parseReference } from '../../../measure/lexicon/reference.js'

test('words are counted by longest match from left to right', async () => {
  const words = ['学校', '校对', '学', '校']
  const { counts, characters } = await countWords(words, ['学校对学生', '校对'])
  expect([...counts]).toEqual([1, 1, 1, 0])
  expect(characters).toBe(7)
})

test('a list keeps every value of a word, and no word that stands for itself', () => {
  const list = parseReference('教育→教导\r\n教育→教诲\n\n乱行\n一→一\n')
  expect([...list]).toEqual([['教育', new Set(['教导', '教诲'])]])
})

test('coverage shares occurrences equally among values, and tells what is missing, heaviest first', () => {
  const list = parseReference('教育→教导\n教育→教诲\n学校→黉舍\n罕见→稀有')
  const counts = new Map([
    ['教育', 6],
    ['学校', 4],
  ])
  const { share, missing } = coverageOf(list, counts, ({ spun }) => spun === '教导')
  expect(share).toBeCloseTo(0.3)
  expect(missing).toEqual([
    { standard: '学校', spun: '黉舍', count: 4 },
    { standard: '教育', spun: '教诲', count: 3 },
  ])
})

test('evidence comes from the lists anew; what a report or learning showed stays', () => {
  const lists = [parseReference('学校→黉舍\n大家→众人'), parseReference('学校→黉舍')] as const
  const evidenceOf = (standard: string, spun: string, ...evidence: string[]) =>
    attest({ standard, spun, evidence }, lists)
  expect(evidenceOf('学校', '黉舍', 'knowledge')).toEqual(['knowledge'])
  expect(evidenceOf('学校', '黉舍', 'report')).toEqual(['report'])
  expect(evidenceOf('众人', '大家', 'report')).toEqual(['reversed', 'report'])
  expect(evidenceOf('发展', '进展', 'report')).toEqual(['report'])
  expect(evidenceOf('发展', '成长', 'reversed')).toEqual(['knowledge'])
  const pairs = [
    { standard: '学校', spun: '黉舍' },
    { standard: '大家', spun: '众人' },
    { standard: '众人', spun: '大家' },
  ]
  expect(lists.map((list) => heldBy(list, pairs))).toEqual([['大家 众人', '学校 黉舍'], ['学校 黉舍']])
})
