/** What a confidence depends on: each feature of an edit by an example that can be worked out by hand. */
import { describe, expect, test } from 'vitest'
import {
  classOf,
  featuresIn,
  leastChosen,
  likeliestEdits,
  registerFits,
} from '../../../src/repair/decide/features.js'
import { withProposals } from '../../../src/repair/decode/candidates.js'
import { pairOf } from '../../../src/repair/tool/pair-table.js'
import { openPosterior } from '../../../src/repair/tool/tool-posterior.js'
import type { StatedEdit } from '../restored.js'
import { editOf, restoredOf, wholePassage } from '../restored.js'
import { bigramModel, listed, smallCandidates } from '../small.js'

const entries = [
  listed('学校', '黉舍', { evidence: ['report'] }),
  listed('学校', '书院', { evidence: ['reversed'] }),
  listed('学校', '学堂'),
  listed('有效', '无效', { evidence: ['report'], kind: 'antonym' }),
  listed('课', '学科', { evidence: ['report'] }),
  listed('课程', '课', { evidence: ['report'] }),
]
const [school, , , effective, lesson, course] = entries.keys()
const prepared = smallCandidates(entries, bigramModel({ 学校: -5 }, -5))
const proposed = (source: 'shape' | 'thesaurus') => ({
  pair: { origin: 'proposed' as const, standard: '学校', spun: '校舍', source },
  standard: 0,
  prior: 0.01,
  starts: [],
})
const candidates = withProposals(prepared, [proposed('thesaurus'), proposed('shape')])
const openFamily = candidates.prior.open

interface Stated {
  readonly firstOnly?: boolean
  readonly edits: readonly StatedEdit[]
  readonly used?: number
  readonly open?: number
}

/** The features of the edits of a text, in their order. */
function featuresOf(text: string, { edits, used = 0, open = 0.25, firstOnly = false }: Stated) {
  const tool = openPosterior(candidates)
  tool.firstOnly = firstOnly
  tool.used.fill(used)
  tool.families[openFamily] = open
  const restored = restoredOf(candidates, text, { edits, tool })
  const features = featuresIn(text, restored, likeliestEdits(restored.decoded.edits), () => -2)
  return restored.decoded.edits.map(features)
}

const featuresOfOne = (pair: number, stated: Omit<Stated, 'edits'> & { probability?: number } = {}) =>
  featuresOf('黉舍', { edits: [[0, 2, pair, stated.probability ?? 0.9]], ...stated })[0]!

test('the class of a pair is who attests it, or why the document proposes it', () => {
  const classes = [...candidates.table.standards.keys()].map((pair) =>
    classOf(pairOf(candidates.table, pair)),
  )
  expect(classes).toEqual([
    'attested',
    'reversed',
    'known',
    'attested',
    'attested',
    'attested',
    'thesaurus',
    'shape',
  ])
})

describe('likeliestEdits', () => {
  const chosen = (edits: readonly StatedEdit[]) =>
    likeliestEdits(edits.map(editOf)).map(({ start, end }) => [start, end])

  test('takes the likeliest of those that overlap, in the order of the text', () => {
    expect(
      chosen([
        [2, 4, 0, 0.9],
        [0, 2, 0, 0.6],
        [1, 3, 0, 0.8],
      ]),
    ).toEqual([
      [0, 2],
      [2, 4],
    ])
  })

  test('of those alike the first, and of those the wider', () => {
    expect(
      chosen([
        [1, 3, 0, 0.8],
        [0, 2, 0, 0.8],
      ]),
    ).toEqual([[0, 2]])
    expect(
      chosen([
        [0, 2, 0, 0.8],
        [0, 3, 0, 0.8],
      ]),
    ).toEqual([[0, 3]])
  })

  test('takes none that is too unlikely', () => {
    expect(
      chosen([
        [0, 2, 0, leastChosen],
        [2, 4, 0, leastChosen - 0.001],
      ]),
    ).toEqual([[0, 2]])
  })
})

describe('features of an edit alone', () => {
  test('the log-odds are bounded, since the decoder is surer than it can be', () => {
    expect(featuresOfOne(0, { probability: 0.9 }).logOdds).toBeCloseTo(Math.log(9), 9)
    expect(featuresOfOne(0, { probability: 1 }).logOdds).toBe(9)
    expect(featuresOfOne(0, { probability: 0 }).logOdds).toBe(-3)
  })

  test('the share of unknown tools counts by its log against a quarter, from 0.002 on', () => {
    expect(featuresOfOne(0, { open: 0.25 }).open).toBe(0)
    expect(featuresOfOne(0, { open: 0.5 }).open).toBeCloseTo(Math.log(2), 9)
    expect(featuresOfOne(0, { open: 0 }).open).toBeCloseTo(Math.log(0.002 / 0.25), 9)
  })

  test('the same swap elsewhere counts by its log, without its own share', () => {
    expect(featuresOfOne(0, { probability: 0.5, used: 3.5 }).repeated).toBeCloseTo(Math.log(4), 6)
    expect(featuresOfOne(0, { probability: 0.5, used: 0.25 }).repeated).toBe(0)
  })

  test('a single character on either side, and an antonym, are told', () => {
    const told = (pair: number) => {
      const { character, antonym, bias } = featuresOfOne(pair)
      return [character, antonym, bias]
    }
    expect(told(school!)).toEqual([0, 0, 1])
    expect(told(effective!)).toEqual([0, 1, 1])
    expect(told(lesson!)).toEqual([1, 0, 1])
    expect(told(course!)).toEqual([1, 0, 1])
    expect(told(entries.length)).toEqual([0, 0, 1])
  })
})

describe('features of an edit among others', () => {
  const text = '黉舍黉舍黉舍书院'
  const edits: StatedEdit[] = [
    [0, 2, 0, 0.9],
    [2, 4, 0, 0.5],
    [6, 8, 1, 0.8],
  ]
  const [first, second, other] = featuresOf(text, { edits })

  test('elsewhere is the mean of the log-odds of its pair at other places, 0 where there is none', () => {
    expect(first!.elsewhere).toBeCloseTo(0, 9)
    expect(second!.elsewhere).toBeCloseTo(Math.log(9), 9)
    expect(other!.elsewhere).toBe(0)
  })

  test('places is the log of how many places its pair has', () => {
    expect([first!.places, second!.places]).toEqual([Math.log(2), Math.log(2)])
    expect(other!.places).toBe(0)
  })

  test('converted is the share of the places of its form', () => {
    expect(first!.converted).toBeCloseTo(2 / 3, 9)
    expect(other!.converted).toBe(1)
  })

  test('a pair that the document proposes for its own places is converted wherever it is chosen', () => {
    expect(featuresOf('校舍校舍', { edits: [[0, 2, entries.length, 0.9]] })[0]!.converted).toBe(1)
  })

  test('rivals are those that touch it, by the log of their probability, at most five', () => {
    expect(first!.rivals).toBeCloseTo(Math.log(0.001), 9)
    const [taken, rival] = featuresOf(text, {
      edits: [
        [0, 2, 0, 0.9],
        [0, 2, 2, 0.05],
      ],
    })
    expect(taken!.rivals).toBeCloseTo(Math.log(0.051), 9)
    expect(rival!.rivals).toBeCloseTo(Math.log(0.901), 9)
    const many = featuresOf(text, { edits: [...Array(8)].map((_, pair): StatedEdit => [0, 2, pair, 0.9]) })
    expect(many[0]!.rivals).toBeCloseTo(Math.log(5.001), 9)
  })

  test('an edit that another displaces has no places of its own', () => {
    const [, displaced] = featuresOf(text, {
      edits: [
        [0, 2, 0, 0.9],
        [0, 2, 1, 0.05],
      ],
    })
    expect([displaced!.places, displaced!.elsewhere]).toEqual([0, 0])
  })
})

describe('registerFits', () => {
  /** Every symbol of 60 characters has the log-probability -5, and 学校 together -6. */
  const text = '黉舍的人'.repeat(15)
  const known = smallCandidates(entries, bigramModel({ 学校: -1 }, -5))
  const edits: StatedEdit[] = [[0, 2, 0, 0.9]]

  test('is the mean log-probability of a symbol as repaired', () => {
    expect(registerFits(text, restoredOf(candidates, text, { edits }))(0)).toBe(-5)
    const repaired = registerFits(text, restoredOf(known, text, { edits }))
    expect(repaired(0)).toBeCloseTo(-5 + 4 / 60, 9)
    const unlikely = registerFits(text, restoredOf(known, text, { edits: [[0, 2, 0, 0.49]] }))
    expect(unlikely(0)).toBe(-5)
  })

  test('is 0 where nothing was spun', () => {
    const passages = [wholePassage(text, 0.49)]
    expect(registerFits(text, restoredOf(known, text, { edits, passages }))(0)).toBe(0)
  })

  test('of a passage counts beside 60 characters of the whole', () => {
    const both = `${text}${text}`
    const first = { ...wholePassage(text, 1), closesParagraph: false }
    const second = { ...first, start: 60, end: 120, opensParagraph: false }
    const fitAt = registerFits(both, restoredOf(known, both, { edits, passages: [first, second] }))
    const whole = -5 + 4 / 120
    expect(fitAt(0)).toBeCloseTo(((-5 + 4 / 60) * 60 + whole * 60) / 120, 9)
    expect(fitAt(59)).toBe(fitAt(0))
    expect(fitAt(60)).toBeCloseTo((-5 * 60 + whole * 60) / 120, 9)
  })

  test('is that of the whole in a passage that is too short or was not spun', () => {
    const both = `${text}黉舍的人${text}`
    const first = wholePassage(text, 1)
    const short = { ...first, start: 60, end: 64 }
    const clean = { ...first, start: 64, end: 124, spun: 0 }
    const fitAt = registerFits(both, restoredOf(known, both, { edits, passages: [first, short, clean] }))
    const whole = -5 + 4 / 60
    expect([fitAt(60), fitAt(64)]).toEqual([expect.closeTo(whole, 9), expect.closeTo(whole, 9)])
  })
})

describe('how foreign an edit is', () => {
  const foreignBy = (fit: number) => {
    const restored = restoredOf(candidates, '黉舍', { edits: [[0, 2, 0, 0.9]] })
    return featuresIn('黉舍', restored, restored.decoded.edits, () => fit)(restored.decoded.edits[0]!)
  }

  test('is what its register falls short of reports, in nats a symbol, at least 0 and at most 5', () => {
    expect([-1, -2, -2.5, -5, -9].map((fit) => foreignBy(fit).foreign)).toEqual([0, 0, 0.5, 3, 5])
  })

  test('counts with the log-odds too', () => {
    expect(foreignBy(-5).foreignLogOdds).toBeCloseTo(3 * Math.log(9), 9)
  })

  test('is that of its own place', () => {
    const edits: StatedEdit[] = [
      [0, 2, 0, 0.9],
      [2, 4, 0, 0.9],
    ]
    const restored = restoredOf(candidates, '黉舍黉舍', { edits })
    const featuresAt = featuresIn('黉舍黉舍', restored, restored.decoded.edits, (offset) =>
      offset === 2 ? -4 : -2,
    )
    expect(restored.decoded.edits.map((edit) => featuresAt(edit).foreign)).toEqual([0, 2])
  })
})

test('where first places alone were replaced, the same swap elsewhere speaks for none', () => {
  const edits: readonly StatedEdit[] = [
    [0, 2, 0, 0.9],
    [3, 5, 0, 0.9],
  ]
  const [usual] = featuresOf('黉舍的黉舍', { edits, used: 2 })
  const [alone] = featuresOf('黉舍的黉舍', { edits, used: 2, firstOnly: true })
  expect(usual!.repeated).toBeGreaterThan(0)
  expect(alone).toEqual({ ...usual, repeated: 0, elsewhere: 0, places: 0 })
})
