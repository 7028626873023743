/** Families of tools and the prior that they give pairs and keys, by hand. */
import { describe, expect, test } from 'vitest'
import { familiesOf } from '../../../src/repair/tool/family.js'
import { listedPairs, pairOf, standardWord, withProposed } from '../../../src/repair/tool/pair-table.js'
import { mixed, toolPrior } from '../../../src/repair/tool/tool-prior.js'
import { loadRepairParameters } from '../../../src/resources/repair-parameters.js'
import { listed, plainParameters, smallLexicon, toolNamed } from '../small.js'

const tools = [toolNamed('first', 3), toolNamed('second', 1)]
const entries = [
  listed('学校', '黉舍', { evidence: ['first', 'second'] }),
  listed('学校', '书院', { evidence: ['second'] }),
  listed('学校', '学堂', { kind: 'variant', weight: 0.5 }),
  listed('大', '年夜', { evidence: ['reversed'], kind: 'antonym' }),
]
const sharesOf = (families: ReturnType<typeof familiesOf>) => families.map(({ id, share }) => [id, share])

describe('familiesOf', () => {
  test('known tools share what is theirs by their shares; attested and open have their own', () => {
    const families = familiesOf(smallLexicon(entries, { tools }), plainParameters)
    const expected = { first: 0.9 * 0.75, second: 0.9 * 0.25, attested: 0.07, open: 0.03 }
    for (const { id, share } of families) expect(share).toBeCloseTo(expected[id as keyof typeof expected], 12)
    expect(families.map(({ id, isOpen }) => [id, isOpen])).toEqual([
      ['first', false],
      ['second', false],
      ['attested', false],
      ['open', true],
    ])
  })

  test('without known tools their share goes to what is attested', () => {
    const families = familiesOf(smallLexicon(entries), plainParameters)
    expect(families.map(({ id }) => id)).toEqual(['attested', 'open'])
    expect(families[0]!.share).toBeCloseTo(0.97, 12)
  })

  test('where a learned table is at hand the others give way to it', () => {
    const lexicon = smallLexicon(
      [...entries, listed('教育', '教诲', { evidence: ['learned'], weight: 0.4 })],
      {
        tools,
      },
    )
    const families = familiesOf(lexicon, { ...plainParameters, learnedShare: 0.5 })
    const learned = families.at(-1)!
    expect([learned.id, learned.share]).toEqual(['learned', 0.5])
    expect(families.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(families.find(({ id }) => id === 'open')!.share).toBeCloseTo(0.015, 12)
    expect([learned.weigh(lexicon.entries.at(-1)!), learned.weigh(lexicon.entries[0]!)]).toEqual([0.4, 0])
  })

  test('shares sum to 1 whatever the shares of the tools', () => {
    const total = sharesOf(familiesOf(smallLexicon(entries, { tools }), plainParameters)).reduce(
      (sum, [, share]) => sum + Number(share),
      0,
    )
    expect(total).toBeCloseTo(1, 12)
  })

  test('the parameters that ship give every family a share, with a learned table and without', () => {
    const learned = listed('教育', '教诲', { evidence: ['learned'] })
    for (const given of [entries, [...entries, learned]]) {
      const shares = familiesOf(smallLexicon(given, { tools }), loadRepairParameters()).map(
        ({ share }) => share,
      )
      for (const share of shares) expect(share).toBeGreaterThan(0)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }
  })

  test('each family weighs pairs in its own way', () => {
    const [first, second, attested, open] = familiesOf(smallLexicon(entries, { tools }), plainParameters)
    const weights = (family: typeof first) => entries.map((entry) => family!.weigh(entry))
    expect(weights(first)).toEqual([1, 0, 0, 0])
    expect(weights(second)).toEqual([1, 1, 0, 0])
    expect(weights(attested)).toEqual([1, 1, 0, plainParameters.reversedFactor])
    const { kindFactors, characterFactor } = plainParameters
    expect(weights(open)).toEqual([1, 1, 0.5 * kindFactors.variant, kindFactors.antonym * characterFactor])
  })
})

describe('toolPrior', () => {
  const lexicon = smallLexicon(entries, { tools })
  const prior = toolPrior(lexicon, plainParameters)
  const at = (values: Float32Array, index: number) => [...values.subarray(index * 4, index * 4 + 4)]
  const school = lexicon.forms.indexOf('学校')

  test('a family holds a word by its heaviest value, the open family by its own share', () => {
    const { holdsListed, holdsOpen, reversedFactor } = plainParameters
    at(prior.keys, school).forEach((value, family) => {
      expect(value).toBeCloseTo([holdsListed, holdsListed, holdsListed, holdsOpen][family]!, 6)
    })
    const big = lexicon.forms.indexOf('大')
    at(prior.keys, big).forEach((value, family) => {
      expect(value).toBeCloseTo([0, 0, holdsListed * reversedFactor, holdsOpen][family]!, 6)
    })
  })

  test('the values of a word share what the family gives the word', () => {
    const { holdsListed, holdsOpen, kindFactors } = plainParameters
    const open = 1 + 1 + 0.5 * kindFactors.variant
    const expected = [holdsListed, holdsListed / 2, holdsListed / 2, holdsOpen / open]
    at(prior.pairs, 0).forEach((value, family) => {
      expect(value).toBeCloseTo(expected[family]!, 6)
    })
    const summed = [0, 1, 2].map((pair) => at(prior.pairs, pair)).reduce((a, b) => a.map((x, i) => x + b[i]!))
    summed.forEach((value, family) => {
      expect(value).toBeCloseTo(at(prior.keys, school)[family]!, 6)
    })
  })

  test('knows which family is open, and its shares', () => {
    expect(prior.open).toBe(3)
    expect(prior.families[prior.open]!.isOpen).toBe(true)
    expect([...prior.shares]).toEqual(prior.families.map(({ share }) => share))
  })

  test('a mixture is the sum over families by their shares', () => {
    const values = Float32Array.from([9, 9, 0.5, 0.25])
    expect(mixed(values, 1, [0.4, 0.6])).toBeCloseTo(0.4 * 0.5 + 0.6 * 0.25, 7)
  })
})

describe('pair table', () => {
  const lexicon = smallLexicon(entries)
  const proposal = { origin: 'proposed', standard: '学校', spun: '校舍', source: 'shape' } as const
  const table = withProposed(listedPairs(lexicon), [proposal], [lexicon.forms.indexOf('学校')])

  test('numbers listed pairs as the lexicon does, and proposed ones behind them', () => {
    expect(pairOf(table, 0)).toBe(lexicon.entries[0])
    expect(pairOf(table, entries.length - 1)).toBe(lexicon.entries.at(-1))
    expect(pairOf(table, entries.length)).toBe(proposal)
    expect([0, 3, 4].map((pair) => standardWord(table, pair))).toEqual(['学校', '大', '学校'])
  })
})
