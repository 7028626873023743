/** From weighed edits to swaps: which are chosen, with what traits, alternatives and evidence. */
import { describe, expect, test } from 'vitest'
import { chooseSwaps, logPrior } from '../../../src/repair/decide/choose.js'
import { withProposals } from '../../../src/repair/decode/candidates.js'
import { openPosterior } from '../../../src/repair/tool/tool-posterior.js'
import type { StatedEdit } from '../restored.js'
import { restoredOf, wholePassage } from '../restored.js'
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
  listed('校园', '黉舍', { evidence: ['knowledge'] }),
]
const numberOf = (standard: string) => entries.findIndex((entry) => entry.standard === standard)
const candidates = withProposals(
  smallCandidates(entries, bigramModel({ 学校: -1 }), undefined, { tools: [toolNamed('first', 1)] }),
  [
    {
      pair: { origin: 'proposed', standard: '学校', spun: '校舍', source: 'thesaurus' },
      standard: 0,
      prior: 0.01,
      starts: [0],
    },
  ],
)

function choose(text: string, edits: readonly StatedEdit[], used = 0) {
  const tool = openPosterior(candidates)
  tool.used.fill(used)
  return { tool, swaps: chooseSwaps(text, restoredOf(candidates, text, { edits, tool })) }
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

  test('where the likeliest is not sure, takes the word that is surer by its confidence, with the other beside it', () => {
    const torn = (probability: number) =>
      choose('黉舍', [
        [0, 2, numberOf('校园'), probability],
        [0, 2, numberOf('学校'), 0.45],
      ]).swaps
    expect(places(torn(0.5))).toEqual([[0, 2, '学校']])
    expect(torn(0.5)[0]!.alternatives.map(({ text }) => text)).toEqual(['校园'])
    expect(places(torn(0.9))).toEqual([[0, 2, '校园']])
  })

  test('both sides of a two-way pair in one passage are told, where the context rather keeps what stands', () => {
    const tells = (text: string, probability: number) => {
      const { swaps } = choose(text, [
        [text.indexOf('收费'), text.indexOf('收费') + 2, numberOf('免费'), probability],
      ])
      return swaps[0]!.evidence.some(({ code }) => code === 'both-sides')
    }
    expect(tells('免费不收费', 0.31)).toBe(true)
    expect(tells('免费不收费', 0.99)).toBe(false)
    expect(tells('免税不收费', 0.31)).toBe(false)
  })

  test('what is less sure than 0.3 is not even suggested', () => {
    const at = (probability: number) => choose('黉舍', [[0, 2, 0, probability]]).swaps
    expect(at(0.299)).toEqual([])
    expect(at(0.301)[0]!.confidence).toBe(0.301)
  })

  test('the other edits of the same place are alternatives, likeliest first, at most four', () => {
    const { swaps } = choose('黉舍', [
      [0, 2, numberOf('学院'), 0.1],
      [0, 2, numberOf('学校'), 0.7],
      [0, 1, numberOf('对学'), 0.05],
      [0, 2, numberOf('学生'), 0.2],
      [0, 2, numberOf('校对'), 0.04],
      [0, 2, numberOf('有效'), 0.03],
      [0, 2, numberOf('免费'), 0.025],
    ])
    expect(swaps[0]!.alternatives).toEqual([
      { text: '学生', confidence: 0.2 },
      { text: '学院', confidence: 0.1 },
      // Log-odds below -3 say no more.
      { text: '校对', confidence: 0.047 },
      { text: '有效', confidence: 0.047 },
    ])
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

  describe('what the places of an antonym gain together', () => {
    const text = '十分无效，仍旧无效'
    const known = smallCandidates(entries, bigramModel({ 有效: -1, 学校: -1 }), undefined, {
      tools: [toolNamed('first', 1)],
    })
    const gains = (edits: readonly StatedEdit[], where = text) =>
      chooseSwaps(where, restoredOf(known, where, { edits, tool: openPosterior(known) })).map(
        ({ evidence }) => evidence.find(({ code }) => code === 'places-together')?.value,
      )

    test('is told at each of them, and grows with each', () => {
      const [alone] = gains([[2, 4, 2, 0.9]])
      const both = gains([
        [2, 4, 2, 0.9],
        [7, 9, 2, 0.9],
      ])
      expect(alone).toBeGreaterThan(0)
      expect(both[0]).toBeGreaterThan(alone!)
      expect(both[1]).toBe(both[0])
    })

    test('is not told of other pairs, nor where they lose by it', () => {
      expect(gains([[2, 4, 0, 0.9]], '一所黉舍')).toEqual([undefined])
      expect(gains([[2, 4, 3, 0.9]], '一律收费')).toEqual([undefined])
      const losing = smallCandidates(entries, bigramModel({ 无效: -1 }), undefined, {
        tools: [toolNamed('first', 1)],
      })
      const restored = restoredOf(losing, text, { edits: [[2, 4, 2, 0.9]], tool: openPosterior(losing) })
      expect(chooseSwaps(text, restored)[0]!.evidence.map(({ code }) => code)).not.toContain(
        'places-together',
      )
    })
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

  test('a register that no language model knows is told with the fit of the repaired text', () => {
    const text = '黉舍的人'.repeat(10)
    const codes = (otherwise: number, spun = 1) => {
      const known = smallCandidates(entries, bigramModel({ 学校: otherwise }, otherwise))
      const passages = [wholePassage(text, spun)]
      const [swap] = chooseSwaps(text, restoredOf(known, text, { edits: [[0, 2, 0, 0.9]], passages }))
      return swap!.evidence.filter(({ code }) => code === 'foreign-register')
    }
    expect(codes(-4.25)).toEqual([{ kind: 'context', code: 'foreign-register', value: -4.25 }])
    expect(codes(-4)).toEqual([])
    expect(codes(-4.25, 0.4)).toEqual([])
  })
})
