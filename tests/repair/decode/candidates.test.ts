/** Candidates: which pairs of a form are tried, best first, and the pairs that one document adds. */
import { describe, expect, test } from 'vitest'
import type { LanguageModel } from '../../../src/lm/query.js'
import type { Candidates } from '../../../src/repair/decode/candidates.js'
import { prepareCandidates, withProposals } from '../../../src/repair/decode/candidates.js'
import type { Shelf } from '../../../src/resources/compiled.js'
import { pack, unpack } from '../../../src/resources/packed.js'
import { bigramModel, listed, plainParameters, smallCandidates, smallLexicon } from '../small.js'

/** Every character has the log-probability -1, but for 丁, which the model does not know: -5 is that of the unknown. */
const model = bigramModel({ 甲乙: -1 }, -1)

function tried(candidates: Candidates, form: string): string[] {
  const { lexicon, starts, pairs } = candidates
  const number = lexicon.forms.indexOf(form)
  return [...pairs.subarray(starts[number]!, starts[number + 1]!)].map(
    (pair) => lexicon.entries[pair]!.standard,
  )
}

describe('prepareCandidates', () => {
  test('takes from a shelf what it would make, each table by a name of its own', () => {
    const sources = {
      lexicon: smallLexicon([listed('甲甲', '丙丙'), listed('乙乙', '丙丙'), listed('乙乙', '丁丁')]),
      model,
      general: () => bigramModel({ 乙乙: -0.5 }, -2),
    }
    const kept = new Map<string, Uint8Array>()
    const keep: Shelf['take'] = (name, make) => {
      const made = make()
      kept.set(name, pack(made))
      return made
    }
    const fail = () => {
      throw new Error('it is on the shelf')
    }
    const read: Shelf['take'] = (name) => unpack(kept.get(name) ?? fail()) as never
    const tablesOf = (take: Shelf['take']) => {
      const candidates = prepareCandidates(sources, plainParameters, { take, find: () => undefined })
      candidates.classifier.displacedIn!('', [])
      return [candidates, candidates.general!()].map(
        ({ starts, pairs, symbolStarts, symbols, frequency, shares, prior, classifier }) => {
          const { pairs: priors, keys } = prior
          const { evidence } = classifier
          return { starts, pairs, symbolStarts, symbols, frequency, shares, priors, keys, evidence }
        },
      )
    }
    const made = tablesOf(keep)
    expect(tablesOf(read)).toEqual(made)
    expect(made[0]!.frequency).not.toEqual(made[1]!.frequency)
  })

  test('tries the likeliest pairs of a form first', () => {
    const entries = [
      listed('甲甲', '丙丙', { kind: 'sibling' }),
      listed('甲甲', '丁丁'),
      listed('乙乙', '丙丙'),
      listed('甲乙', '丙丙', { weight: 0.5 }),
      listed('甲乙', '丁丁'),
    ]
    const candidates = smallCandidates(entries, model)
    expect(tried(candidates, '丙丙')).toEqual(['乙乙', '甲乙', '甲甲'])
    expect(tried(candidates, '甲甲')).toEqual([])
  })

  test('of pairs alike the one that the lexicon names first is first', () => {
    const candidates = smallCandidates([listed('乙乙', '丙丙'), listed('甲甲', '丙丙')], model)
    expect(tried(candidates, '丙丙')).toEqual(['乙乙', '甲甲'])
  })

  test('leaves out what no context could make up for: seven nats behind the best', () => {
    const parameters = (antonym: number) => ({
      ...plainParameters,
      kindFactors: { ...plainParameters.kindFactors, antonym },
      shares: { tools: 0, attested: 0, open: 1 },
      holdsOpen: 0.5,
    })
    const entries = [listed('乙乙', '丙丙'), listed('甲甲', '丙丙', { kind: 'antonym' })]
    // Each is the only value of its word, so the factor cancels out but for that of the tool's holding it.
    const two = [...entries, listed('甲甲', '丁丁')]
    const at = (antonym: number) => tried(smallCandidates(two, model, parameters(antonym)), '丙丙')
    // Pairs stand to each other as 1 to antonym / (1 + antonym); e^-7 is .00091; keeping the form is e^.69 better.
    expect(at(0.003)).toEqual(['乙乙', '甲甲'])
    expect(at(0.0017)).toEqual(['乙乙'])
  })

  test('tries no more than twelve', () => {
    const words = Array.from({ length: 14 }, (_, index) => String.fromCharCode(0x5000 + index).repeat(2))
    const candidates = smallCandidates(
      words.map((word) => listed(word, '丙丙')),
      model,
    )
    expect(tried(candidates, '丙丙')).toEqual(words.slice(0, 12))
  })

  test('knows symbols and frequency of each form', () => {
    const candidates = smallCandidates([listed('甲乙', '丙丙')], model)
    const { symbols, symbolStarts, frequency, shares } = candidates
    const idOf = (character: string) => model.symbols.ofUnit[character.charCodeAt(0)]
    expect([...symbols.subarray(symbolStarts[0]!, symbolStarts[1]!)]).toEqual([idOf('甲'), idOf('乙')])
    expect(frequency[0]).toBeCloseTo(-2, 6)
    expect(shares[0]).toBeCloseTo(Math.exp(-2), 6)
  })
})

describe('the classifier of prepared candidates', () => {
  const entries = [listed('甲乙', '丙丙')]
  /** No tool attests the pair: the open family of 3 % holds it with .3. */
  const written = 0.95 * 0.5 * 0.03 * 0.3

  test('goes by the counts of clean prose', () => {
    const registers = [{ name: 'reports', official: true, characters: 1_000_000 }]
    const counts = new Map([
      ['甲乙', [999.7]],
      ['丙丙', [9.7]],
    ])
    const { classifier } = smallCandidates(entries, model, undefined, {}, { counts: { registers, counts } })
    // (999.7 + 300) against (9.7 + 3), both of 1.3 million characters.
    expect(classifier.evidence.markers[1]).toBeCloseTo(Math.log(1 + (written * 1299.7) / 12.7), 5)
    expect(classifier.detection).toBe(plainParameters.detection)
  })

  test('guesses by the model where nothing was counted', () => {
    const uneven = bigramModel({ 甲乙: -1 }, -2)
    const { classifier, shares } = smallCandidates(entries, uneven)
    // 甲乙 has -2 -1, 丙丙 has -2 -2.
    expect(shares[0]! / shares[1]!).toBeCloseTo(Math.E, 5)
    expect(classifier.evidence.markers[1]).toBeCloseTo(Math.log(1 + written * Math.E), 6)
  })

  test('knows a text as well as the model that knows it better', () => {
    const pieces = ['甲'.repeat(20)]
    const fitOf = (own: number, general?: () => LanguageModel) =>
      smallCandidates(entries, bigramModel({}, own), undefined, {}, general && { general }).classifier.fitOf(
        pieces,
      )
    expect(fitOf(-4)).toBeCloseTo(-4, 12)
    expect(fitOf(-4, () => bigramModel({}, -2))).toBeCloseTo(-2, 12)
    expect(fitOf(-4, () => bigramModel({}, -5))).toBeCloseTo(-4, 12)
    // A register that the model of reports knows.
    expect(fitOf(-3, () => bigramModel({}, -2))).toBeCloseTo(-3, 12)
  })
})

describe('candidates of general prose', () => {
  const entries = [listed('甲乙', '丙丙'), listed('乙乙', '丙丙')]
  const generalModel = bigramModel({ 甲乙: -9, 乙乙: -1 }, -2)

  test('are made of the general model when they are first asked for, once', () => {
    let read = 0
    const general = () => {
      read++
      return generalModel
    }
    const candidates = smallCandidates(entries, model, undefined, {}, { general })
    expect(read).toBe(0)
    const alternative = candidates.general!()
    expect(candidates.general!()).toBe(alternative)
    expect(alternative.model).toBe(generalModel)
    expect(alternative.frequency[0]).toBeCloseTo(-11, 5)
    expect([tried(candidates, '丙丙'), tried(alternative, '丙丙')]).toEqual([['甲乙', '乙乙'], ['乙乙']])
  })

  test('share classifier, sources and prior with the others, and have none of their own', () => {
    const candidates = smallCandidates(entries, model, undefined, {}, { general: () => generalModel })
    const alternative = candidates.general!()
    expect(alternative.classifier).toBe(candidates.classifier)
    expect(alternative.sources).toBe(candidates.sources)
    expect(alternative.prior).toBe(candidates.prior)
    expect(alternative.general).toBeUndefined()
    expect(candidates.sources.model).toBe(model)
  })

  test('are not there where no general model is', () => {
    expect(smallCandidates(entries, model).general).toBeUndefined()
  })
})

describe('withProposals', () => {
  const candidates = smallCandidates([listed('甲乙', '丙丙')], model)
  const pair = { origin: 'proposed', standard: '甲乙', spun: '乙丙', source: 'thesaurus' } as const
  const grown = withProposals(candidates, [
    { pair, standard: 0, prior: 0.01, starts: [4, 9] },
    { pair: { ...pair, source: 'shape' }, standard: 0, prior: 0.01, starts: [9] },
  ])

  test('finds proposed pairs by where their spun form stands', () => {
    expect([...grown.local]).toEqual([
      [4, [{ length: 2, pair: 1 }]],
      [
        9,
        [
          { length: 2, pair: 1 },
          { length: 2, pair: 2 },
        ],
      ],
    ])
  })

  test('only an unknown tool makes them, as likely as the proposal says', () => {
    const { pairs, open, shares } = grown.prior
    const of = (number: number) => [...pairs.subarray(number * shares.length, (number + 1) * shares.length)]
    const expected = (value: number) =>
      Array.from(shares, (_, family) => (family === open ? Math.fround(value) : 0))
    expect(of(1)).toEqual(expected(0.01))
    expect(of(2)).toEqual(expected(0.01))
    expect(of(0)).toEqual([...candidates.prior.pairs])
  })

  test('leaves the prepared candidates as they were', () => {
    expect(candidates.local.size).toBe(0)
    expect(candidates.table.proposed).toEqual([])
    expect(candidates.table.standards).toHaveLength(1)
  })
})
