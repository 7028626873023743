/** Pairs that two runs of a tool make of its own. */
import { expect, test } from 'vitest'
import { withComposites } from '../../../src/repair/tool/composite-pairs.js'
import { buildLexicon, loadLexicon } from '../../../src/resources/lexicon.js'
import { listed } from '../small.js'

const seen = { evidence: ['report'] }

const composed = (entries: Parameters<typeof buildLexicon>[0]) =>
  withComposites(buildLexicon(entries))
    .entries.filter(({ table }) => table === 'two-runs')
    .map(({ standard, spun, kind, evidence }) => [standard, spun, kind, evidence.join()])

test('what is written for a word, and then for that, is one pair', () => {
  expect(composed([listed('教育', '教导', seen), listed('教导', '教诲', seen)])).toEqual([
    ['教育', '教诲', 'sibling', 'report'],
  ])
})

test('the tools of a composite are those that hold both pairs, else those that hold one', () => {
  const first = listed('教育', '教导', { evidence: ['one', 'two'] })
  expect(composed([first, listed('教导', '教诲', { evidence: ['two'] })])[0]![3]).toBe('two')
  expect(composed([first, listed('教导', '教诲', { evidence: ['three'] })])[0]![3]).toBe('one,two,three')
})

test.each([
  ['a pair that nobody attests', [listed('教育', '教导', seen), listed('教导', '教诲')]],
  ['a two-way pair', [listed('教育', '教导', seen), listed('教导', '教育', seen)]],
  [
    'what a table states',
    [listed('教育', '教导', seen), listed('教导', '教诲', seen), listed('教育', '教诲')],
  ],
])('%s makes none', (_, entries) => {
  expect(composed(entries)).toEqual([])
})

test('the numbers of pairs and forms stay', () => {
  const lexicon = buildLexicon([listed('教育', '教导', seen), listed('教导', '教诲', seen)])
  const grown = withComposites(lexicon)
  expect(grown.forms).toEqual(lexicon.forms)
  expect(grown.entries.slice(0, 2)).toEqual(lexicon.entries)
})

test('the lexicon that ships is, with its composites, what is built of all entries', () => {
  const grown = withComposites(loadLexicon())
  const built = buildLexicon(grown.entries, grown)
  const { forms, characters, pairSpun, pairStandard, spunStarts, spunPairs, standardPairs } = built
  expect(grown).toMatchObject({ forms, characters })
  for (const [name, array] of Object.entries({
    pairSpun,
    pairStandard,
    spunStarts,
    spunPairs,
    standardPairs,
  }))
    expect(Buffer.compare(Buffer.from(array.buffer), Buffer.from(grown[name as 'pairSpun'].buffer))).toBe(0)
  const last = grown.pairSpun.length - 1
  expect(grown.entryOf(last)).toBe(grown.entries[last])
  expect(grown.evidenceOf(0)).toEqual(grown.entries[0]!.evidence)
  expect(grown.pairSpun.length).toBeGreaterThan(loadLexicon().pairSpun.length)
})
