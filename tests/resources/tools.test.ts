/** Known tools: their files are sorted, their pairs stand in the lexicon, and entries name the tools that hold them. */
import { expect, test } from 'vitest'
import { readShippedEntries } from '../../src/resources/lexicon.js'
import { loadTools, toolPairKey } from '../../src/resources/tools.js'

const tools = loadTools()
const entries = readShippedEntries(tools)

test.each(tools.map((tool) => [tool.id, tool] as const))('%s is sorted by code units', (_, { pairs }) => {
  expect(pairs.length).toBeGreaterThan(0)
  expect(pairs.filter((pair, index) => index > 0 && !(pairs[index - 1]! < pair))).toEqual([])
})

test.each(tools.map((tool) => [tool.id, tool] as const))(
  'entries name %s where it holds them',
  (id, { pairs }) => {
    const named = entries.filter(({ evidence }) => evidence.includes(id))
    expect(named.map(({ standard, spun }) => toolPairKey(standard, spun)).sort()).toEqual([...pairs])
  },
)

test('a pair that a tool holds is attested, and no longer our knowledge alone', () => {
  const school = entries.find(({ standard, spun }) => standard === '学校' && spun === '黉舍')
  expect(school!.evidence).toEqual([...tools.map(({ id }) => id), 'report'])
})

test('a tool that holds what no table lists is refused, with its file', () => {
  const stray = { ...tools[0]!, pairs: ['甲乙 丙丁'] }
  expect(() => readShippedEntries([stray])).toThrow(/bad-table.*甲乙 丙丁/)
})
