/** Words that may still be spun, and the standard words that are proposed for them, in a small world. */
import { describe, expect, test } from 'vitest'
import type { ListedPair } from '../../../src/model/pair.js'
import { decode } from '../../../src/repair/decode/decode.js'
import type { DoubtfulWord } from '../../../src/repair/propose/doubtful-words.js'
import {
  findDoubtfulWords,
  isKeptWord,
  readSpunPassages,
} from '../../../src/repair/propose/doubtful-words.js'
import { gainsAt, triedOf } from '../../../src/repair/propose/gains.js'
import { candidatesFor, proposePairs } from '../../../src/repair/propose/proposals.js'
import { isStandard } from '../../../src/repair/propose/standard-words.js'
import type { RepairParameters } from '../../../src/resources/repair-parameters.js'
import { bigramModel, listed, plainParameters, smallCandidates } from '../small.js'

const spun = { assume: 'spun' } as const
const once: RepairParameters = { ...plainParameters, rounds: 0 }

describe('findDoubtfulWords', () => {
  /** 学校 is likely, 门生 is known, 甲乙 reads ill, 丙丁 well. */
  const model = bigramModel(
    { '^学': -1, 学校: -1, 校门: -1, 门生: -1, 生甲: -5.5, 甲乙: -4.5, 乙丙: -1, 丙丁: -1 },
    -2,
  )
  const candidates = smallCandidates([listed('学生', '门生')], model, once)
  const text = '学校门生甲乙丙丁'
  const decoded = decode(candidates, text, spun)
  const words = findDoubtfulWords(candidates, text, decoded)

  test('are words of the lexicon that were kept, and two characters that stand oddly', () => {
    expect(words.map(({ word }) => word)).toEqual(['门生', '甲乙'])
    expect(words.map(({ form }) => form === undefined)).toEqual([false, true])
  })

  test('two symbols stand oddly from -10 on, and not before', () => {
    const [known, odd] = words
    expect(known!.occurrences.map((one) => one.odd)).toEqual([false])
    expect(odd!.occurrences.map((one) => one.odd)).toEqual([true])
    const better = bigramModel({ '^学': -1, 生甲: -5.4, 甲乙: -4.5 }, -2)
    const other = smallCandidates([listed('学生', '门生')], better, once)
    expect(findDoubtfulWords(other, text, decode(other, text, spun)).map(({ word }) => word)).not.toContain(
      '甲乙',
    )
  })

  test('know where they stand in the text and in its reading', () => {
    expect(words[1]!.occurrences[0]).toMatchObject({ offset: 4, index: 4, size: 2 })
  })

  test('passages that were hardly spun hold none', () => {
    const clean = { ...decoded, passages: decoded.passages.map((passage) => ({ ...passage, spun: 0.49 })) }
    expect(findDoubtfulWords(candidates, text, clean)).toEqual([])
  })

  test('a swap by an attested pair is doubted below 0.98, one by our knowledge alone always', () => {
    const wordsOf = (evidence: string, probability: number) => {
      const own = smallCandidates([listed('学生', '门生', { evidence: [evidence] })], model, once)
      const edits = [{ start: 2, end: 4, pair: 0, probability }]
      return findDoubtfulWords(own, text, { ...decode(own, text, spun), edits }).map(({ word }) => word)
    }
    expect(wordsOf('report', 0.98)).not.toContain('门生')
    expect(wordsOf('report', 0.97)).toContain('门生')
    expect(wordsOf('knowledge', 0.99)).toContain('门生')
  })
})

describe('readSpunPassages', () => {
  const candidates = smallCandidates(
    [listed('学生', '门生'), listed('教学', '教授教养')],
    bigramModel({ 学生: -1, '^全': -2, 全学: -3 }),
    once,
  )
  const text = '全门生，教授教养8人'
  const edits = [
    { start: 1, end: 3, pair: 0, probability: 0.5 },
    { start: 4, end: 8, pair: 1, probability: 0.9 },
    { start: 0, end: 1, pair: 0, probability: 0.49 },
  ]
  const [read] = readSpunPassages(candidates, text, { ...decode(candidates, text, spun), edits })
  const { reading, placed } = read!

  test('makes the edits that are likelier than not', () => {
    expect(placed.map(({ index, size }) => [index, size])).toEqual([
      [1, 2],
      [4, 2],
    ])
    expect(reading.count).toBe(8)
    expect([...reading.offsets.subarray(0, reading.count)]).toEqual([0, -1, -1, 3, -1, -1, 8, 9])
  })

  test('scores each symbol of the reading after those before it, the first as the opening of a paragraph', () => {
    expect([...reading.scores.subarray(0, 3)]).toEqual([-2, -3, -1])
  })

  test('a kept word is of Chinese characters side by side that no edit wrote', () => {
    expect(isKeptWord(reading, text, 0, 1)).toBe(true)
    expect(isKeptWord(reading, text, 0, 2)).toBe(false)
    expect(isKeptWord(reading, text, 1, 2)).toBe(false)
    expect(isKeptWord(reading, text, 3, 1)).toBe(false)
    expect(isKeptWord(reading, text, 6, 2)).toBe(false)
    expect(isKeptWord(reading, text, 7, 1)).toBe(true)
    expect(isKeptWord(reading, text, 7, 2)).toBe(false)
  })
})

describe('candidatesFor', () => {
  const entries = [
    listed('学校', '黉舍'),
    listed('学校', '书院'),
    listed('学堂', '书院'),
    listed('书院', '书房'),
    listed('校园', '园地'),
    listed('学校园', '园子'),
  ]
  const candidates = smallCandidates(entries, bigramModel({ 学校: -1 }, -5), once)
  const formOf = (word: string) => candidates.lexicon.forms.indexOf(word)
  const doubtful = (word: string, odd = false): DoubtfulWord => ({
    word,
    form: formOf(word) < 0 ? undefined : formOf(word),
    occurrences: [{ odd } as DoubtfulWord['occurrences'][number]],
  })
  const found = (word: string, odd = false) =>
    [...candidatesFor(candidates, doubtful(word, odd))].map(([form, source]) => [
      candidates.lexicon.forms[form],
      source,
    ])

  test('are near in the lexicon: other values of the word, and words that share a value; no pair that is listed', () => {
    expect(found('黉舍')).toEqual([['书院', 'thesaurus']])
    expect(found('学校')).toEqual([
      ['书院', 'thesaurus'],
      ['学堂', 'thesaurus'],
    ])
  })

  test('are found by the entries of few pairs: all those of the lexicon that ships are never made', () => {
    const lexicon = {
      ...candidates.lexicon,
      get entries(): never {
        throw new Error('all entries are made')
      },
    }
    const found = candidatesFor(
      { ...candidates, frequency: candidates.frequency.slice(), lexicon },
      doubtful('黉舍'),
    )
    expect([...found.values()]).toEqual(['thesaurus'])
  })

  test('share a character where the word stands oddly, and have two of them', () => {
    expect(found('校舍')).toEqual([])
    expect(found('校舍', true)).toEqual([
      ['学校', 'shape'],
      ['校园', 'shape'],
    ])
  })

  test('are the first 22 words of each character, those near in the lexicon before them, 44 in all', () => {
    const firsts = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄')
    const many = smallCandidates(
      [
        ...firsts.flatMap((first) => [listed(`${first}校`, '黉舍'), listed(`${first}舍`, '书房')]),
        listed('学堂', '校舍'),
        listed('书院', '校舍'),
        listed('校舍', '旧舍'),
        listed('私塾', '旧舍'),
      ],
      bigramModel({ 学校: -1 }, -5),
      once,
    )
    const words = (word: string, form: number | undefined) => {
      const occurrences = [{ odd: true } as DoubtfulWord['occurrences'][number]]
      return [...candidatesFor(many, { word, form, occurrences })].map(([standard, source]) => [
        many.lexicon.forms[standard],
        source,
      ])
    }
    const shape = (last: string, count: number) =>
      firsts.slice(0, count).map((first) => [`${first}${last}`, 'shape'])
    expect(firsts).toHaveLength(26)
    expect(words('校', undefined)).toEqual(shape('校', 22))
    expect(words('校舍', many.lexicon.forms.indexOf('校舍'))).toEqual([
      ['私塾', 'thesaurus'],
      ...shape('校', 22),
      ...shape('舍', 21),
    ])
  })

  test('the words that prose holds more often come first', () => {
    const own = smallCandidates(
      [listed('甲校', '黉舍'), listed('乙校', '黉舍'), listed('丙校', '黉舍')],
      bigramModel({ 丙校: -1 }, -5),
      once,
    )
    const occurrences = [{ odd: true } as DoubtfulWord['occurrences'][number]]
    const words = [...candidatesFor(own, { word: '校', form: undefined, occurrences }).keys()]
    expect(words.map((form) => own.lexicon.forms[form])).toEqual(['丙校', '甲校', '乙校'])
  })

  test('are standard words that prose holds', () => {
    expect(isStandard(candidates, formOf('学校'))).toBe(true)
    expect(isStandard(candidates, formOf('黉舍'))).toBe(false)
    const rare = smallCandidates(entries, bigramModel({ 甲乙: -1 }, -6.8), once)
    expect(isStandard(rare, formOf('学校'))).toBe(false)
    const frequent = smallCandidates(entries, bigramModel({ 甲乙: -1 }, -6.7), once)
    expect(isStandard(frequent, formOf('学校'))).toBe(true)
  })
})

describe('gainsAt', () => {
  const model = bigramModel(
    { '^校': -4, 校舍: -6, 舍里: -3, 里有: -1, '^学': -1, 学校: -1, 校里: -1, '^书': -9 },
    -5,
  )
  const candidates = smallCandidates([listed('学校', '黉舍'), listed('书院', '书房')], model, once)
  const text = '校舍里有'
  const [read] = readSpunPassages(candidates, text, decode(candidates, text, spun))
  const occurrence = { reading: read!.reading, index: 0, size: 2, offset: 0, odd: true }
  const gains = new Float64Array(4)
  const tried = triedOf(candidates, [0, 1, 2, 3])
  gainsAt(candidates, model.createStates(3), occurrence, tried, new Float64Array(4), gains)
  const gainOf = (standard: number) => gains[tried.standards.indexOf(standard)]

  test('is how much better a word reads than what stands there, with what follows', () => {
    // Kept: -4 -6 -3 -1; with 学校: -1 -1 -1 -1.
    expect(gainOf(0)).toBeCloseTo(10, 5)
  })

  test('words that read worse gain nothing', () => {
    expect(gainOf(candidates.lexicon.forms.indexOf('书院'))).toBe(0)
  })
})

describe('proposePairs', () => {
  const model = (kept: number) =>
    bigramModel({ '^校': kept, 校舍: kept, 舍$: -1, '^学': -1, 学校: -1, 校$: -1 }, -5)
  const candidatesOf = (kept: number) => smallCandidates([listed('学校', '黉舍')], model(kept), once)
  const proposalsOf = (kept: number, text: string) => {
    const candidates = candidatesOf(kept)
    return proposePairs(candidates, text, decode(candidates, text, spun)).proposals
  }

  test('proposes a pair of this document with its places', () => {
    expect(proposalsOf(-5, '校舍\n校舍')).toEqual([
      {
        pair: { origin: 'proposed', standard: '学校', spun: '校舍', source: 'shape' },
        standard: 0,
        prior: expect.any(Number),
        starts: [0, 3],
      },
    ])
  })

  test('what the other places of a word say makes its pair likelier, never what the place itself says', () => {
    const priorOf = (text: string) => proposalsOf(-5, text)[0]!.prior
    const { proposal, contextScale } = plainParameters
    expect(priorOf('校舍')).toBeCloseTo(proposal.shape, 12)
    // Each place gains 8 nats: what the one says to the other.
    const weight = proposal.shape * Math.exp(contextScale * 8)
    expect(priorOf('校舍\n校舍')).toBeCloseTo((0.5 * weight) / (1 + weight), 6)
    expect(priorOf('校舍\n校舍\n校舍')).toBeLessThan(0.5)
  })

  test('nothing is proposed for words that do not stand oddly and that no pair knows', () => {
    expect(proposalsOf(-4.9, '校舍')).toEqual([])
  })

  test('a gain of four nats in one place, or of eight in all, is needed', () => {
    const alike = (text: string, gain: number) => {
      const own = bigramModel({ '^校': -5, 校舍: -5, '^学': -5, 学校: gain - 5, 校园: -5 }, -5)
      const candidates = smallCandidates([listed('学校', '黉舍')], own, once)
      return proposePairs(candidates, text, decode(candidates, text, spun)).proposals.length
    }
    expect(alike('校舍', 3.9)).toBe(0)
    expect(alike('校舍', 4.1)).toBe(1)
    expect(alike('校舍\n校舍', 3.9)).toBe(0)
    expect(alike('校舍\n校舍', 4.1)).toBe(1)
    expect(alike('校舍\n校舍\n校舍', 2.8)).toBe(1)
  })
})

describe('a pair that the lexicon holds and no tool is known to have', () => {
  const text = '书院\n书院'
  const model = bigramModel({ '^书': -4, 书院: -4, '^学': -1, 学校: -1 }, -3)
  const proposedBy = (parts: Partial<ListedPair>) => {
    const own = smallCandidates([listed('学校', '书院', parts)], model, once)
    // Where a word is read by itself, such a pair is too dear to be tried.
    return proposePairs(own, text, { ...decode(own, text, spun), edits: [] })
  }

  test('is proposed by its number, as likely as its places make it', () => {
    const { proposals } = proposedBy({})
    expect(proposals).toEqual([{ pair: 0, standard: 0, prior: expect.any(Number), starts: [0, 3] }])
    expect(proposals[0]!.prior).toBeGreaterThan(plainParameters.proposal.known)
  })

  test('is none where a tool is known to have it, or where it means the contrary', () => {
    expect(proposedBy({ evidence: ['report'] }).proposals).toEqual([])
    expect(proposedBy({ kind: 'antonym' }).proposals).toEqual([])
    expect(proposedBy({ evidence: ['reversed'] }).proposals).toHaveLength(1)
  })

  test('what it gains at each place is told as what rivals an edit there', () => {
    const { rivals } = proposedBy({})
    expect([...rivals.keys()]).toEqual([0, 3])
    // Kept: -4 -4; with 学校: -1 -1.
    expect(rivals.get(0)).toBeCloseTo(6, 5)
  })
})

test('proposes the six best at the most', () => {
  const words = ['学校', '母校', '军校', '党校', '夜校', '高校', '名校', '分校']
  const gains = Object.fromEntries(words.map((word, index) => [word, -0.1 * (index + 1)]))
  const model = bigramModel({ '^校': -9, 校舍: -9, ...gains }, -1)
  const candidates = smallCandidates(
    words.map((word) => listed(word, '黉舍')),
    model,
    once,
  )
  const { proposals } = proposePairs(candidates, '校舍', decode(candidates, '校舍', spun))
  expect(proposals.map(({ standard }) => candidates.lexicon.forms[standard])).toEqual(words.slice(0, 6))
})

describe('words of change', () => {
  const gains = { '^上': -1, 上涨: -1, '^下': -2, 下跌: -1, '^减': -9, 减少: -9, 低落: -5, '^低': -5 }
  const directionOf = (word: string) =>
    ({ 上涨: 'increase', 下跌: 'decrease', 减少: 'decrease' })[word] as 'increase' | 'decrease' | undefined

  function proposedFor(word: string, given: readonly ListedPair[]) {
    const own = smallCandidates(given, bigramModel(gains, -6), once, {}, { directionOf })
    const text = `${word}一\n${word}一\n${word}一`
    return proposePairs(own, text, decode(own, text, spun)).proposals.flatMap(({ pair }) =>
      typeof pair !== 'number' && pair.spun === word ? [pair.standard] : [],
    )
  }

  test('are proposed for a word that is known to say the same, and never for one that is not', () => {
    const akin = [
      listed('减少', '低落'),
      listed('减少', '下跌'),
      listed('下跌', '消减'),
      listed('上涨', '消减'),
    ]
    expect(proposedFor('低落', akin)).toEqual(['下跌'])
    // Nobody says what 东西 stands for, so no context may say that a figure rose or fell.
    expect(proposedFor('东西', akin)).toEqual([])
  })

  test('no word is near another by a pair that turns the meaning around', () => {
    const near = (kind: 'synonym' | 'antonym') => {
      const own = smallCandidates(
        [listed('甲乙', '低落', { kind }), listed('甲乙', '丙丁'), listed('丙丁', '戊己')],
        bigramModel({ 丙丁: -1 }, -2),
      )
      const form = own.lexicon.forms.indexOf('低落')
      return [...candidatesFor(own, { word: '低落', form, occurrences: [] }).keys()].map(
        (one) => own.lexicon.forms[one]!,
      )
    }
    expect(near('synonym')).toEqual(['丙丁'])
    expect(near('antonym')).toEqual([])
  })
})
