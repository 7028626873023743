/** From weighed edits to swaps: which are chosen, with what traits, alternatives and evidence. */
import { describe, expect, test } from 'vitest'
import { calibrate } from '../../../src/repair/decide/calibration.js'
import { chooseSwaps, logPrior } from '../../../src/repair/decide/choose.js'
import { withProposals } from '../../../src/repair/decode/candidates.js'
import type { DecodedEdit } from '../../../src/repair/decode/merged-edits.js'
import { openPosterior } from '../../../src/repair/tool/tool-posterior.js'
import { bigramModel, listed, smallCandidates, toolNamed } from '../small.js'

const entries = [
  listed('学校', '黉舍', { evidence: ['first', 'report'], table: 'nouns' }),
  listed('学院', '黉舍', { evidence: ['first'] }),
  listed('有效', '无效', { kind: 'antonym', evidence: ['first'] }),
  listed('免费', '收费', { evidence: ['first'] }),
  listed('收费', '免费', { evidence: ['first'] }),
  listed('对学', '订门', { evidence: ['first'] }),
  listed('校对', '校订', { evidence: ['first'] }),
  listed('学生', '门生', { evidence: ['first'] }),
]
const numberOf = (standard: string) => entries.findIndex((entry) => entry.standard === standard)
const candidates = withProposals(
  smallCandidates(entries, bigramModel({ 学校: -1 }), undefined, { tools: [toolNamed('first', 1)] }),
  [
    {
      pair: { origin: 'proposed', standard: '学校', spun: '校舍', source: 'thesaurus' },
      standard: 0,
      starts: [0],
    },
  ],
)

function choose(text: string, edits: readonly (readonly [number, number, number, number])[], used = 0) {
  const tool = openPosterior(candidates)
  tool.used.fill(used)
  const decoded: DecodedEdit[] = edits.map(([start, end, pair, probability]) => ({
    start,
    end,
    pair,
    probability,
  }))
  return { tool, swaps: chooseSwaps(text, { tool, edits: decoded, passages: [] }) }
}

const places = (swaps: ReturnType<typeof choose>['swaps']) =>
  swaps.map(({ start, end, replacement }) => [start, end, replacement])

describe('chooseSwaps', () => {
  test('takes the likeliest of edits that overlap, in the order of the text', () => {
    const { swaps } = choose('校订门生', [
      [2, 4, numberOf('学生'), 0.9],
      [0, 2, numberOf('校对'), 0.6],
      [1, 3, numberOf('对学'), 0.8],
    ])
    expect(places(swaps)).toEqual([
      [0, 2, '校对'],
      [2, 4, '学生'],
    ])
  })

  test('of edits alike it takes the first, and of those the wider', () => {
    expect(
      places(
        choose('校订门生', [
          [1, 3, numberOf('对学'), 0.8],
          [0, 2, numberOf('校对'), 0.8],
        ]).swaps,
      ),
    ).toEqual([[0, 2, '校对']])
    expect(
      places(
        choose('校订门', [
          [0, 2, numberOf('校对'), 0.8],
          [0, 3, numberOf('对学'), 0.8],
        ]).swaps,
      ),
    ).toEqual([[0, 3, '对学']])
  })

  test('what is less sure than 0.3 is not even suggested', () => {
    const at = (probability: number) => choose('黉舍', [[0, 2, 0, probability]]).swaps
    const least = [...Array(100).keys()]
      .map((step) => step / 100 + 0.001)
      .find((each) => at(each).length > 0)!
    expect(at(least)[0]!.confidence).toBeGreaterThanOrEqual(0.3)
    expect(at(least)[0]!.confidence).toBeLessThan(0.32)
  })

  test('the other edits of the same place are alternatives, likeliest first, at most four', () => {
    const { tool, swaps } = choose('黉舍', [
      [0, 2, numberOf('学院'), 0.1],
      [0, 2, numberOf('学校'), 0.7],
      [0, 1, numberOf('对学'), 0.05],
      [0, 2, numberOf('学生'), 0.2],
      [0, 2, numberOf('校对'), 0.04],
      [0, 2, numberOf('有效'), 0.03],
      [0, 2, numberOf('免费'), 0.025],
    ])
    expect(swaps[0]!.alternatives.map(({ text }) => text)).toEqual(['学生', '学院', '校对', '有效'])
    const expected = calibrate(tool, { start: 0, end: 2, pair: numberOf('学生'), probability: 0.2 })
    expect(swaps[0]!.alternatives[0]!.confidence).toBeCloseTo(expected, 3)
  })
})

describe('traits', () => {
  const traitsOf = (text: string, start: number, end: number, pair: number) =>
    choose(text, [[start, end, pair, 0.95]]).swaps[0]!.traits

  test.each([
    ['an antonym', '十分无效的', 2, 4, '有效', ['antonym']],
    ['both ways', '一律收费的', 2, 4, '免费', ['two-way']],
    ['nothing special', '一所黉舍里', 2, 4, '学校', []],
    ['a word that would share its last character', '一所黉舍对', 2, 4, '学校', ['boundary']],
    ['a word that would hold the letter before', '校订门', 1, 3, '对学', ['boundary']],
    ['a word that would hold the letter behind', '校订学', 0, 2, '校对', ['boundary']],
    ['within a title', '《黉舍法》', 1, 3, '学校', ['title']],
    ['behind a title', '《法》黉舍', 3, 5, '学校', []],
    ['a title that never ends', '《黉舍', 1, 3, '学校', []],
  ] as const)('%s', (_, text, start, end, standard, traits) => {
    expect(traitsOf(text, start, end, numberOf(standard))).toEqual(traits)
  })

  test('a title is looked for within forty characters on either side', () => {
    const title = (before: number, after: number) => `《${'一'.repeat(before)}黉舍${'二'.repeat(after)}》`
    expect(traitsOf(title(39, 39), 40, 42, 0)).toEqual(['title'])
    expect(traitsOf(title(40, 39), 41, 43, 0)).toEqual([])
    expect(traitsOf(title(39, 40), 40, 42, 0)).toEqual([])
  })

  test('a pair that the document proposes is unlisted', () => {
    expect(traitsOf('一所校舍里', 2, 4, entries.length)).toEqual(['unlisted'])
  })
})

describe('evidence', () => {
  const round = (value: number) => Math.round(value * 1000) / 1000

  test('a listed pair names its table and who attests it, the context speaks for the rest', () => {
    const { tool, swaps } = choose('黉舍', [[0, 2, 0, 0.8]])
    const prior = logPrior(tool, 0)
    expect(swaps[0]!.evidence).toEqual([
      { kind: 'pair', code: 'nouns:first,report', value: round(prior) },
      { kind: 'context', code: 'language-model', value: round(Math.log(4) - prior) },
    ])
  })

  test('a proposed pair says that it is one, and why', () => {
    const { swaps } = choose('校舍', [[0, 2, entries.length, 0.95]])
    expect(swaps[0]!.evidence[0]).toMatchObject({ kind: 'thesaurus', code: 'proposed' })
  })

  test('the same swap elsewhere is evidence from half a time on', () => {
    const kinds = (used: number) =>
      choose('黉舍', [[0, 2, 0, 0.8]], used).swaps[0]!.evidence.map(({ kind }) => kind)
    expect(kinds(1.25)).toEqual(['pair', 'context'])
    expect(kinds(1.3125)).toEqual(['pair', 'context', 'document'])
    expect(choose('黉舍', [[0, 2, 0, 0.75]], 3).swaps[0]!.evidence[2]).toEqual({
      kind: 'document',
      code: 'same-swap-elsewhere',
      value: 2.25,
    })
  })
})
