/** Which passages are decoded: by the proof of the whole, by their own odds and by those of their neighbours. */
import { describe, expect, test } from 'vitest'
import type { Assumption } from '../../../src/model/correction.js'
import type { Classifier } from '../../../src/repair/detect/classify.js'
import { classifyPassages, decidedShare, spunShareOf } from '../../../src/repair/detect/classify.js'
import { smoothPassages } from '../../../src/repair/detect/hmm.js'
import type { Passage } from '../../../src/repair/detect/passages.js'
import { plainParameters } from '../small.js'
import { statedEvidence } from './evidence.js'

const filler = (count: number) => '一'.repeat(count)

/** A classifier by stated forms; `fit` is how well the models know any text. */
function classifierOf(fit = Number.NEGATIVE_INFINITY): Classifier {
  const evidence = statedEvidence({
    黉舍: { marker: 5, unheard: true },
    客岁: { marker: 4 },
    门生: { marker: 3 },
    学校: { odds: -0.5 },
  })
  return { evidence, detection: plainParameters.detection, fitOf: () => fit }
}

function classify(text: string, assume: Assumption = 'auto', fit?: number) {
  return classifyPassages(classifierOf(fit), text, { assume })
}

const opening = () => true
const spunLine = `黉舍客岁门生${filler(14)}`
const cleanLine = '学校'.repeat(40)
/** Its surviving words outweigh its markers, but for those who know its register. */
const survivingLine = `黉舍客岁门生${'学校'.repeat(20)}`

describe('decidedShare', () => {
  const passage = (start: number, end: number): Passage => ({
    start,
    end,
    opensParagraph: true,
    closesParagraph: true,
    han: end - start,
  })
  const passages = [passage(0, 60), passage(60, 80), passage(80, 180)]

  test('is the share of what is surely spun, by length, as if sixty characters each were known', () => {
    expect(decidedShare(passages, [0.9, 0.1, 0])).toBeCloseTo((60 + 60) / (120 + 180), 12)
    expect(decidedShare(passages, [0, 1, 1])).toBeCloseTo((60 + 120) / (120 + 180), 12)
  })

  test('leaves out what is doubtful', () => {
    expect(decidedShare(passages, [0.89, 0.11, 0])).toBeCloseTo(60 / (120 + 100), 12)
    expect(decidedShare(passages, [0.5, 0.5, 0.5])).toBe(0.5)
    expect(decidedShare([], [])).toBe(0.5)
  })
})

describe('classifyPassages', () => {
  test('nothing is decoded of a text that is not proven spun, whatever its passages say', () => {
    const { proof, passages } = classify(`黉舍黉舍${filler(16)}`)
    expect(proof).toEqual({ proven: false, worthTrying: false, tooShort: false, survival: 0.25 })
    expect(passages.map(({ odds, spun, decode }) => [odds, spun, decode])).toEqual([[0, 0, false]])
  })

  test('of a text too short to tell, passages with a form that no clean prose holds are decoded', () => {
    const { proof, passages } = classify('黉舍一\n门生一\n一一')
    expect(proof).toMatchObject({ proven: false, tooShort: true })
    expect(passages.map(({ decode }) => decode)).toEqual([true, false, false])
    expect(passages.map(({ spun }) => spun)).toEqual([0, 0, 0])
  })

  test('a spun section proves a long text, though its forms are lost in the whole', () => {
    const clean = `${'学校'.repeat(100)}\n`
    const long = clean.repeat(60)
    const { proof, passages } = classify(`${long}${`${spunLine}\n`.repeat(12)}${long}`)
    expect(classify(long).proof.proven).toBe(false)
    expect(proof).toMatchObject({ proven: true, tooShort: false })
    expect(passages.filter(({ spun }) => spun > 0.5)).toHaveLength(12)
  })

  test('a passage in another script than all that is proven needs a proof of its own', () => {
    const text = `${spunLine}\n黉舍${filler(18)}`
    const traditionalAt = new Uint8Array(text.length).fill(1, spunLine.length + 1)
    const spunOf = (options: { traditionalAt?: Uint8Array }) =>
      classifyPassages(classifierOf(), text, { assume: 'auto', ...options }).passages.map(({ spun }) => spun)
    expect(spunOf({})[1]).toBeGreaterThan(0.9)
    expect(spunOf({ traditionalAt })[0]).toBeGreaterThan(0.9)
    expect(spunOf({ traditionalAt })[1]).toBeLessThan(0.001)
  })

  test('a proven source opens a text that proves nothing by itself, passage by passage', () => {
    const classifier = classifierOf()
    const text = `黉舍黉舍${filler(16)}\n${cleanLine}`
    const { proof, bySource, passages } = classifyPassages(classifier, text, {
      assume: 'auto',
      sourceProven: true,
    })
    expect(classify(text).proof.proven).toBe(false)
    expect([proof.proven, bySource]).toEqual([true, true])
    expect(classifyPassages(classifier, spunLine, { assume: 'auto', sourceProven: true }).bySource).toBe(
      false,
    )
    expect(passages[0]!.decode).toBe(true)
    expect(passages.map(({ spun }) => spun > 0.5)).toEqual([true, false])
  })

  test('of a text that is long enough to tell they are not', () => {
    expect(classify(`黉舍一\n${filler(17)}`).passages.map(({ decode }) => decode)).toEqual([false, false])
  })

  test('in a text that is proven, passages are weighed with their neighbours and with the share of the decided', () => {
    const text = [cleanLine, spunLine, filler(20)].join('\n')
    const { proof, passages } = classify(text)
    expect(proof).toEqual({ proven: true, worthTrying: true, tooShort: false, survival: 1 })
    const odds = passages.map((passage) => passage.odds)
    expect(odds[0]).toBeCloseTo(-0.5 * 40 - 0.8, 6)
    expect(odds[1]).toBeCloseTo(5 + 4 + 3 - 0.2, 6)
    expect(odds[2]).toBeCloseTo(-0.2, 6)
    const first = smoothPassages(odds, opening, { share: 0.5, before: 0.5 })
    // The third passage is doubtful: 60 + 20 of 120 + 20 + 80.
    expect(first[2]).toBeGreaterThan(0.1)
    expect(first[2]).toBeLessThan(0.9)
    const share = 80 / 220
    const expected = smoothPassages(odds, opening, { share, before: share })
    passages.forEach(({ spun }, index) => {
      expect(spun).toBeCloseTo(expected[index]!, 12)
    })
    expect(passages.map(({ decode }) => decode)).toEqual([false, true, true])
  })

  test('a passage is decoded from 3 in 1000 on', () => {
    const decoded = (survivors: number) => {
      const { spun, decode } = classify(`${spunLine}\n${'学校'.repeat(survivors)}`).passages[1]!
      return { spun, decode }
    }
    const all = Array.from({ length: 40 }, (_, survivors) => decoded(survivors + 1))
    expect(all.filter(({ decode }) => decode).length).toBeGreaterThan(5)
    for (const { spun, decode } of all) expect(decode).toBe(spun >= 0.003)
    expect(all.some(({ spun }) => spun > 0.003 && spun < 0.005)).toBe(true)
    expect(all.some(({ spun }) => spun < 0.003 && spun > 0.001)).toBe(true)
  })

  test('where forms alone prove it, surviving words speak against a passage by a quarter', () => {
    const { proof, passages } = classify(survivingLine, 'auto', 0)
    expect(proof).toMatchObject({ proven: true, survival: 0.25 })
    expect(passages[0]!.odds).toBeCloseTo(12 - 0.25 * 10 - 0.46, 6)
    expect(passages[0]!.decode).toBe(true)
  })

  test('passages of one paragraph go together more than those of several', () => {
    const doubtful = filler(100)
    const [, together] = classify(`${spunLine}${filler(170)}。${doubtful}`).passages
    const [, apart] = classify(`${spunLine}${filler(170)}。\n${doubtful}`).passages
    expect(together!.odds).toBe(apart!.odds)
    expect(together!.spun).toBeGreaterThan(apart!.spun)
  })

  test('the user may say that all of it is spun, or none', () => {
    const text = `${filler(300)}\n${cleanLine}\n黉舍`
    const spun = classify(text, 'spun').passages
    expect(spun.map(({ decode }) => decode)).toEqual([true, true, true, true])
    expect(spun.at(-1)!.spun).toBeGreaterThan(0.5)
    const clean = classify(`${spunLine}\n黉舍`, 'clean').passages
    expect(clean.map(({ spun: probability, decode }) => [probability, decode])).toEqual([
      [0, false],
      [0, false],
    ])
    expect(classify('黉舍', 'clean').passages[0]!.decode).toBe(false)
  })

  test('the models are asked how well they know the passages, by their pieces', () => {
    const asked: (readonly string[])[] = []
    const classifier: Classifier = {
      ...classifierOf(),
      fitOf(pieces) {
        asked.push(pieces)
        return 0
      },
    }
    classifyPassages(classifier, `${survivingLine}\n一二`, { assume: 'auto' })
    expect(asked).toEqual([[survivingLine, '一二']])
  })
})

describe('spunShareOf', () => {
  test('is the share of the passages that are surely spun, by length', () => {
    const text = `${spunLine}\n${cleanLine}`
    expect(spunShareOf(classifierOf(), text)).toBe(spunLine.length / (spunLine.length + cleanLine.length))
  })

  test('is 0 of a text that is not proven spun, and of none', () => {
    expect(spunShareOf(classifierOf(), `黉舍黉舍${filler(16)}`)).toBe(0)
    expect(spunShareOf(classifierOf(), '')).toBe(0)
  })
})
