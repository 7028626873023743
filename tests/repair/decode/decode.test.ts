/** Decoding in a world of a few pairs and a bigram model: probabilities by hand and against all readings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withProposals } from '../../../src/repair/decode/candidates.js'
import { takeChunk } from '../../../src/repair/decode/chunk.js'
import type { DecodeOptions } from '../../../src/repair/decode/decode.js'
import { decode, decodeAgain } from '../../../src/repair/decode/decode.js'
import { editCost, keepCost, openPosterior } from '../../../src/repair/tool/tool-posterior.js'
import type { RepairParameters } from '../../../src/resources/repair-parameters.js'
import { bigramModel, listed, plainParameters, smallCandidates } from '../small.js'

const spun: DecodeOptions = { assume: 'spun' }
/** One weighing under the prior, so that nothing is learned from the text. */
const once: RepairParameters = { ...plainParameters, rounds: 0 }
const schoolModel = bigramModel({ '^学': -1, 学校: -1, 校$: -1, '^黉': -4, 黉舍: -1, 舍$: -3 }, -5)
const schools = smallCandidates([listed('学校', '黉舍')], schoolModel, once)
/** No tool attests the pair: the open family of 3 % holds it with .3, and 85 words in 100 are held. */
const held = 0.03 * 0.3 * 0.85

describe('decode', () => {
  test('an edit against the word that stands there, by hand', () => {
    const { edits, passages } = decode(schools, '黉舍', spun)
    const replaced = Math.exp(-3 + Math.log(0.95 * held))
    const kept = Math.exp(-8)
    expect(edits).toHaveLength(1)
    expect(edits[0]).toMatchObject({ start: 0, end: 2, pair: 0 })
    expect(edits[0]!.probability).toBeCloseTo(replaced / (replaced + kept), 4)
    const border = { opensParagraph: true, closesParagraph: true }
    expect(passages).toEqual([{ start: 0, end: 2, ...border, han: 2, spun: 1, byForms: 1 }])
  })

  test('the exponent of the model weighs its scores', () => {
    const scaled = smallCandidates([listed('学校', '黉舍')], schoolModel, { ...once, contextScale: 0.5 })
    const replaced = Math.exp(-1.5 + Math.log(0.95 * held))
    expect(decode(scaled, '黉舍', spun).edits[0]!.probability).toBeCloseTo(
      replaced / (replaced + Math.exp(-4)),
      4,
    )
  })

  test('offsets are those of the text, whatever stands before', () => {
    const { edits } = decode(schools, '学校\n黉舍', spun)
    expect(edits.map(({ start, end }) => [start, end])).toEqual([[3, 5]])
  })

  test('protected offsets are not touched', () => {
    const protectedAt = (offset: number) => Uint8Array.of(0, 0).fill(1, offset, offset + 1)
    for (const offset of [0, 1]) {
      expect(decode(schools, '黉舍', { ...spun, protectedAt: protectedAt(offset) }).edits).toEqual([])
    }
  })

  test('a word that stands further up is restored less readily where first places alone were replaced', () => {
    const table = { 门生: '学生', 客岁: '去年', 小我: '个人', 是以: '因此', 此中: '其中', 黉舍: '学校' }
    const entries = Object.entries(table).map(([written, word]) =>
      listed(word, written, { evidence: ['report'] }),
    )
    const counts = new Map<string, number[]>()
    for (const { standard, spun: written } of entries) counts.set(standard, [9000]).set(written, [0])
    const registers = [{ name: 'reports', official: true, characters: 1e7 }]
    const candidates = smallCandidates(entries, schoolModel, once, {}, { counts: { registers, counts } })
    const logOddsIn = (text: string) => {
      const { probability } = decode(candidates, text, spun).edits.find(({ pair }) => pair === 5)!
      return Math.log(probability / (1 - probability))
    }
    const opening = '门生客岁小我是以此中\n学生去年个人因此其中\n'
    expect(logOddsIn(`${opening}黉舍`) - logOddsIn(`${opening}学校\n黉舍`)).toBeCloseTo(2, 4)
    expect(logOddsIn('黉舍') - logOddsIn('学校\n黉舍')).toBeCloseTo(0, 4)
  })

  test('no edit crosses a line break', () => {
    expect(decode(schools, '黉\n舍', spun).edits).toEqual([])
  })

  test('a text that is taken as clean is not decoded and not counted', () => {
    const { edits, passages, tool } = decode(schools, '黉舍', { assume: 'clean' })
    expect(edits).toEqual([])
    expect(passages[0]!.spun).toBe(0)
    expect(tool.used).toHaveLength(0)
  })

  test('keys that survive are counted: the longest ones from left to right', () => {
    const entries = ['学校', '校对', '对学'].map((word) => listed(word, '丙丙'))
    const { tool } = decode(
      smallCandidates(entries, bigramModel({ 学校: -1, 对学: -1 }, -1), once),
      '学校对学',
      spun,
    )
    const survived = ['学校', '校对', '对学'].map(
      (word) => tool.survived[tool.table.lexicon.forms.indexOf(word)]!,
    )
    expect(survived.map((count) => Math.round(count * 100) / 100)).toEqual([1, 0, 1])
  })

  test('characters of what was decoded are counted once', () => {
    const learning = smallCandidates([listed('学校', '黉舍')], schoolModel, { ...plainParameters, rounds: 2 })
    expect(decode(learning, '黉舍\n黉舍', spun).tool.size).toBe(4)
    expect(decode(learning, '黉舍', spun).tool.used[0]).toBeGreaterThan(0)
  })

  test('the same swap elsewhere in the document makes a swap likelier', () => {
    const learning = smallCandidates([listed('学校', '黉舍')], schoolModel, { ...plainParameters, rounds: 2 })
    const alone = decode(learning, '黉舍', spun).edits[0]!.probability
    const often = decode(learning, Array.from({ length: 8 }, () => '黉舍').join('\n'), spun).edits
    expect(often).toHaveLength(8)
    for (const { probability } of often) expect(probability).toBeGreaterThan(alone)
  })

  test('a warm start makes the swaps of other documents likelier', () => {
    const counts = { survived: new Float32Array(2), characters: 100 }
    const warmStart = { ...counts, used: Float32Array.of(9), replaced: Float32Array.of(9, 0) }
    const cold = decode(schools, '黉舍', spun).edits[0]!.probability
    expect(decode(schools, '黉舍', { ...spun, warmStart }).edits[0]!.probability).toBeGreaterThan(cold)
  })

  const score = fc.double({ min: -2, max: 0, noNaN: true })
  const pairs = ['^甲', '^乙', '甲甲', '甲乙', '乙甲', '乙乙', '甲$', '乙$']

  test('is the marginal over all readings of a short text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙'), minLength: 1, maxLength: 3 }),
        fc.tuple(...pairs.map(() => score)),
        (text, scores) => {
          const bigrams = Object.fromEntries(pairs.map((pair, index) => [pair, scores[index]!]))
          const candidates = smallCandidates([listed('甲', '乙')], bigramModel(bigrams), {
            ...once,
            shares: { tools: 0, attested: 0, open: 1 },
            holdsOpen: 0.9,
          })
          const posterior = openPosterior(candidates)
          const found = decode(candidates, text, spun).edits
          const sums = [...text].map(() => 0)
          let all = 0
          for (let chosen = 0; chosen < 2 ** text.length; chosen++) {
            const isReplaced = (at: number) => ((chosen >> at) & 1) === 1
            if ([...text].some((character, at) => isReplaced(at) && character === '甲')) continue
            const reading = [...text].map((character, at) => (isReplaced(at) ? '甲' : character))
            let weight = 0
            reading.forEach((character, at) => {
              weight += bigrams[`${reading[at - 1] ?? '^'}${character}`]!
              if (isReplaced(at)) weight += editCost(posterior, 0, 0)
              else if (text[at] === '甲') weight += keepCost(posterior, 0, 0)
            })
            weight += bigrams[`${reading.at(-1)}$`]!
            all += Math.exp(weight)
            for (let at = 0; at < text.length; at++) if (isReplaced(at)) sums[at]! += Math.exp(weight)
          }
          const expected = sums.map((sum) => sum / all)
          for (let at = 0; at < text.length; at++) {
            const edit = found.find(({ start }) => start === at)
            if (expected[at]! > 0.021) expect(edit?.probability).toBeCloseTo(expected[at]!, 3)
            if (expected[at]! < 0.019) expect(edit).toBeUndefined()
          }
        },
      ),
    )
  })
})

describe('decode where nothing is known of the text', () => {
  const register = { name: 'reports', official: true, characters: 1_000_000 }
  /** 黉舍 stands nowhere in clean prose; 门生 stands there, if rarely. */
  const counts = new Map([
    ['学校', [1000]],
    ['学生', [1000]],
    ['黉舍', [0]],
    ['门生', [50]],
  ])
  const entries = [
    listed('学校', '黉舍', { evidence: ['report'] }),
    listed('学生', '门生', { evidence: ['report'] }),
  ]
  const model = bigramModel(
    { '^学': -1, 学校: -1, 校$: -1, 校学: -1, 学生: -1, 生$: -1, '^黉': -4, 黉舍: -1, 舍$: -3 },
    -5,
  )
  const candidates = smallCandidates(
    entries,
    model,
    once,
    {},
    {
      counts: { registers: [register], counts },
    },
  )
  const auto: DecodeOptions = { assume: 'auto' }
  const pairsOf = (text: string, options = auto) =>
    decode(candidates, text, options).edits.map(({ pair }) => entries[pair]!.spun)

  test('only the forms that no clean prose holds are restored, as surely as in spun text', () => {
    const { edits, passages, proof } = decode(candidates, '黉舍\n门生', auto)
    expect(proof).toMatchObject({ proven: false, tooShort: true })
    const [first] = decode(candidates, '黉舍', spun).edits
    expect(edits).toEqual([first])
    expect(first).toMatchObject({ start: 0, end: 2, pair: 0 })
    expect(first!.probability).toBeGreaterThan(0.99)
    expect(passages.map((passage) => passage.spun)).toEqual([0, 0])
  })

  test('a heard form beside an unheard one stays too', () => {
    expect(pairsOf('黉舍门生', spun)).toEqual(['黉舍', '门生'])
    expect(pairsOf('黉舍门生')).toEqual(['黉舍'])
    expect(pairsOf('门生')).toEqual([])
  })

  test('in a short text that is proven, all of them are restored', () => {
    const text = '黉舍门生一二'
    const { edits, passages, proof } = decode(candidates, text, auto)
    expect(proof).toMatchObject({ proven: true, tooShort: true })
    expect(edits.map(({ pair }) => entries[pair]!.spun)).toEqual(['黉舍', '门生'])
    expect(passages[0]!.spun).toBeGreaterThan(0.9)
  })

  test('a longer text that is not proven is left as it is, and what is proven says so', () => {
    const text = `黉舍一\n${'一'.repeat(20)}`
    const { edits, passages, tool, proof } = decode(candidates, text, auto)
    expect([edits, passages.map((passage) => passage.spun), tool.used.length]).toEqual([[], [0, 0], 0])
    expect(proof).toMatchObject({ proven: false, tooShort: false })
  })
})

describe('decodeAgain', () => {
  const text = '黉舍\n校舍'
  const model = bigramModel(
    { '^学': -1, 学校: -1, 校$: -1, '^黉': -4, 黉舍: -1, 舍$: -3, '^校': -9, 校舍: -9 },
    -5,
  )
  const candidates = smallCandidates([listed('学校', '黉舍')], model, once)
  const first = decode(candidates, text, spun)
  const pair = { origin: 'proposed', standard: '学校', spun: '校舍', source: 'shape' } as const
  const grown = withProposals(candidates, [{ pair, standard: 0, prior: 0.01, starts: [3] }])
  const again = decodeAgain(grown, text, first, undefined)

  test('weighs a proposed pair at its place, by hand', () => {
    const edit = again.edits.find(({ start }) => start === 3)!
    // The document used the word once as the first decoding has it; the proposal is .005 of what the family has.
    const replaced = Math.exp(-3 + editCost(openPosterior(grown), 1, 0))
    expect(edit).toMatchObject({ end: 5, pair: 1 })
    expect(edit.probability).toBeGreaterThan(0.9)
    expect(edit.probability).toBeCloseTo(replaced / (replaced + Math.exp(-21)), 1)
  })

  test('takes over the proof', () => {
    expect(again.proof).toBe(first.proof)
  })

  test('leaves the other passages as they were', () => {
    expect(again.edits.filter(({ start }) => start === 0)).toEqual(
      first.edits.filter(({ start }) => start === 0),
    )
    expect(again.passages).toEqual(first.passages)
  })

  test('protects what is protected', () => {
    const protectedAt = new Uint8Array(text.length).fill(1)
    expect(decodeAgain(candidates, text, first, protectedAt).edits).toEqual(first.edits)
  })

  test('takes over what the first decoding believed of the tool', () => {
    const learning = smallCandidates([listed('学校', '黉舍')], model, { ...plainParameters, rounds: 2 })
    const before = decode(learning, text, spun)
    const after = decodeAgain(
      withProposals(learning, [{ pair, standard: 0, prior: 0.01, starts: [] }]),
      text,
      before,
      undefined,
    )
    expect(after.tool.size).toBe(before.tool.size)
    expect([after.tool.words, after.tool.characters]).toEqual([before.tool.words, before.tool.characters])
    expect([...after.tool.families]).toEqual([...before.tool.families])
    expect([...after.tool.survived]).toEqual([...before.tool.survived])
    expect(after.tool.used[0]).toBe(before.tool.used[0])
  })

  test('knows the posterior of the whole document', () => {
    expect(again.tool.used[0]).toBeCloseTo(first.tool.used[0]!, 5)
    expect(again.tool.used[1]).toBeCloseTo(
      again.edits.find(({ pair: number }) => number === 1)!.probability,
      5,
    )
  })
})

describe('decodeAgain over several chunks', () => {
  const model = bigramModel({ '^学': -1, 学校: -1, 校甲: -1, 甲甲: -1, '^校': -7, 校舍: -7, 舍甲: -1 }, -5)
  const candidates = smallCandidates([listed('学校', '黉舍')], model, once)
  const lines = 2800
  const text = '校舍甲甲甲甲\n'.repeat(lines)
  const starts = Array.from({ length: lines }, (_, line) => line * 7)
  const pair = { origin: 'proposed', standard: '学校', spun: '校舍', source: 'shape' } as const
  const grown = withProposals(candidates, [{ pair, standard: 0, prior: 0.01, starts }])
  const first = decode(candidates, text, spun)

  test('each passage is decoded once, in the order of the text', () => {
    expect(text.length).toBeGreaterThan(16_384)
    const { edits } = decodeAgain(grown, text, first, undefined)
    expect(edits.filter(({ pair: number }) => number === 1).map(({ start }) => start)).toEqual(starts)
  })

  test('each passage is as likely spun as the first decoding found it', () => {
    const passages = first.passages.map((passage) => ({
      ...passage,
      spun: passage.start < 16_384 ? 1 : 0.01,
    }))
    const { edits } = decodeAgain(grown, text, { ...first, passages }, undefined)
    const probability = (start: number) => edits.find((edit) => edit.start === start)?.probability ?? 0
    expect(probability(starts[0]!)).toBeGreaterThan(0.9)
    expect(probability(starts.at(-1)!)).toBeLessThan(0.9)
  })
})

describe('takeChunk', () => {
  const passages = (sizes: readonly number[]) => {
    let start = 0
    return sizes.map((size) => {
      const border = { opensParagraph: true, closesParagraph: true }
      const passage = { start, end: start + size, ...border, han: size }
      start += size
      return { passage, odds: 0, spun: 1, decode: true }
    })
  }

  test('takes whole passages as long as they fit, and at least one', () => {
    const row = passages([10_000, 6384, 1, 20_000, 5])
    expect(takeChunk(row, 0)).toBe(2)
    expect(takeChunk(row, 2)).toBe(3)
    expect(takeChunk(row, 3)).toBe(4)
    expect(takeChunk(row, 4)).toBe(5)
  })
})
