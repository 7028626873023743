/** Whether a text is proven spun: stretches, weights and both roads to a proof, by hand. */
import { describe, expect, test } from 'vitest'
import { findPassages } from '../../../src/repair/detect/passages.js'
import { bestStretch, proveSpun, weighProof } from '../../../src/repair/detect/proof.js'
import type { Detection } from '../../../src/resources/repair-parameters.js'
import { plainParameters } from '../small.js'
import { statedEvidence } from './evidence.js'

const { detection } = plainParameters
const evidence = statedEvidence({
  黉舍: { marker: 8 },
  客岁: { marker: 5 },
  门生: { marker: 3 },
  小我: { marker: 1.5 },
  同时: { marker: 1 },
  以后: { marker: 0.9 },
  学校: { odds: -0.25 },
})
/** Chinese characters that say nothing. */
const filler = (count: number) => '一'.repeat(count)

function weigh(text: string, parts: Partial<Detection> = {}) {
  return weighProof(evidence, text, findPassages(text), { ...detection, ...parts })
}

/** The likelihood of one passage by its log-odds: nine in ten spun is the share that fits best. */
const ofOne = (odds: number) => Math.log(0.9 * Math.exp(odds) + 0.1)

describe('bestStretch', () => {
  test('is the run of passages with the highest sum', () => {
    expect(bestStretch([-1, 2, -1, 3, -5, 1])).toEqual({ score: 4, first: 1, last: 4 })
    expect(bestStretch([1, 2])).toEqual({ score: 3, first: 0, last: 2 })
    expect(bestStretch([5, -9, 2])).toEqual({ score: 5, first: 0, last: 1 })
  })

  test('leaves out what adds nothing, and takes the first of those alike', () => {
    expect(bestStretch([1, -1, 2])).toEqual({ score: 2, first: 2, last: 3 })
    expect(bestStretch([2, -3, 2])).toEqual({ score: 2, first: 0, last: 1 })
  })

  test('is empty where nothing speaks for it', () => {
    expect(bestStretch([-1, 0])).toEqual({ score: 0, first: 0, last: 0 })
    expect(bestStretch([])).toEqual({ score: 0, first: 0, last: 0 })
  })
})

describe('weighProof', () => {
  test('a marker speaks for it by its weight, a thousand characters of text against it by their cost', () => {
    const { likelihood, stretch } = weigh(`门生${filler(8)}`)
    // Ten characters: .1 where any marker counts, .2 by those that are surer.
    expect(likelihood).toBeCloseTo(ofOne(3 - 0.1), 6)
    expect(stretch).toBeCloseTo(3 - 0.2, 6)
  })

  test('no form says more than the most', () => {
    const { likelihood, stretch } = weigh(`黉舍${filler(8)}`)
    expect(likelihood).toBeCloseTo(ofOne(6 - 0.1), 6)
    expect(stretch).toBeCloseTo(6 - 0.2, 6)
  })

  test('a form counts once over the text, and a little more where it repeats, spread over its places', () => {
    const each = (3 * (1 + 0.5 * Math.log(3))) / 3
    expect(weigh(`门生门生门生${filler(4)}`).stretch).toBeCloseTo(3 * each - 0.2, 6)
    // The clean line between costs more than the third place adds.
    const lines = [`门生门生${filler(6)}`, filler(200), `门生${filler(8)}`].join('\n')
    expect(weigh(lines).stretch).toBeCloseTo(2 * each - 0.2, 6)
  })

  test('the least weight of a marker is lower in a text at large than in a stretch', () => {
    const current = weigh(`小我${filler(8)}`)
    expect(current.likelihood).toBeCloseTo(ofOne(1.5 - 0.1), 6)
    expect(current.stretch).toBe(0)
    expect(weigh(`同时${filler(8)}`).likelihood).toBeCloseTo(ofOne(1 - 0.1), 6)
    expect(weigh(`以后${filler(8)}`).likelihood).toBe(0)
    expect(weigh(`以后${filler(8)}`, { leastMarker: 0.5 }).likelihood).toBeCloseTo(ofOne(0.9 - 0.1), 6)
  })

  test('a surviving standard word speaks against the text each time, and not against a stretch', () => {
    const { likelihood, stretch } = weigh(`门生学校学校${filler(4)}`)
    expect(likelihood).toBeCloseTo(ofOne(3 - 0.5 - 0.1), 6)
    expect(stretch).toBeCloseTo(3 - 0.2, 6)
  })

  test('a label of fewer than six Chinese characters says nothing', () => {
    expect(weigh(`门生${filler(4)}`).stretch).toBeCloseTo(3 - 0.12, 6)
    expect(weigh(`门生${filler(3)}`)).toMatchObject({ likelihood: 0, stretch: 0, size: 5 })
  })

  test('passages of one paragraph go together, those of several may differ', () => {
    const spunLine = `黉舍${filler(198)}。`
    const cleanLine = `${'学校'.repeat(20)}${filler(60)}。`
    expect(weigh(`${spunLine}${cleanLine}`).likelihood).toBeLessThan(
      weigh(`${spunLine}\n${cleanLine}`).likelihood,
    )
  })

  test('a proof needs distinct markers, in the text and in the stretch', () => {
    const varied = (text: string) => {
      const { isVaried, stretchIsVaried } = weigh(text)
      return [isVaried, stretchIsVaried]
    }
    expect(varied(`门生客岁${filler(6)}`)).toEqual([true, true])
    expect(varied(`门生小我${filler(6)}`)).toEqual([true, true])
    expect(varied(`门生门生${filler(6)}`)).toEqual([false, false])
    expect(varied(`门生以后${filler(6)}`)).toEqual([false, false])
    expect(varied(`门生${filler(8)}\n${filler(240)}\n客岁${filler(8)}`)).toEqual([true, false])
    expect(weigh(`门生客岁${filler(6)}`, { leastForms: 3 }).isVaried).toBe(false)
  })

  test('knows the Chinese characters of a text, and how long it is for a short one, by its logarithm', () => {
    expect(weigh(`${filler(30)}\nABC8\n${filler(30)}`)).toMatchObject({ size: 60, long: Math.log(3) })
    expect(weigh(filler(19))).toMatchObject({ size: 19, long: 0 })
  })
})

describe('proveSpun', () => {
  function prove(text: string, fit = Number.NEGATIVE_INFINITY, parts: Partial<Detection> = {}) {
    let asked = 0
    const proof = proveSpun(evidence, text, findPassages(text), { ...detection, ...parts }, () => {
      asked++
      return fit
    })
    return { ...proof, asked }
  }

  const likely = `门生小我${filler(16)}`
  /** A hundred characters. Markers weigh 6 + 5 + 3, and surviving words say -11.75. */
  const survivors = `黉舍客岁门生${'学校'.repeat(47)}`

  test('a text is proven where it is likely enough, whatever its register', () => {
    expect(prove(likely)).toEqual({ proven: true, worthTrying: true, tooShort: false, survival: 1, asked: 0 })
    const { likelihood } = weigh(likely)
    expect(likelihood).toBeCloseTo(ofOne(3 + 1.5 - 0.2), 6)
    expect(prove(likely, 0, { leastLikelihood: likelihood }).proven).toBe(true)
    expect(prove(likely, 0, { leastLikelihood: likelihood + 1e-6 }).proven).toBe(false)
  })

  test('one form that repeats proves nothing', () => {
    expect(prove(`黉舍黉舍${filler(16)}`, 0)).toEqual({
      proven: false,
      worthTrying: false,
      tooShort: false,
      survival: 0.25,
      asked: 0,
    })
  })

  test('where many standard words survive, forms alone prove a text in a register that a model knows', () => {
    expect(weigh(survivors).likelihood).toBeCloseTo(ofOne(14 - 11.75 - 1), 5)
    expect(prove(survivors, -3)).toMatchObject({ proven: true, tooShort: false, survival: 0.25, asked: 1 })
    expect(prove(survivors, -3.01)).toMatchObject({
      proven: false,
      tooShort: false,
      survival: 0.25,
      asked: 1,
    })
  })

  test('the stretch that proves rises with the logarithm of the length of the text', () => {
    // A hundred characters are five short texts; their markers weigh 14, and their length costs 2.
    const of = (least: number) => prove(survivors, -1, { known: { ...detection.known, least } })
    expect(of(12 - 2 * Math.log(5) - 1e-5)).toMatchObject({ proven: true, asked: 1 })
    expect(of(12 - 2 * Math.log(5) + 1e-5)).toMatchObject({ proven: false, asked: 0 })
  })

  test('a text that no model knows is worth trying from its own least on', () => {
    const needed = weigh(survivors).stretch - 2 * Math.log(5)
    const of = (least: number) => prove(survivors, -9, { trial: { ...detection.trial, least } })
    expect(of(needed - 1e-5)).toMatchObject({ proven: false, worthTrying: true })
    expect(of(needed + 1e-5)).toMatchObject({ proven: false, worthTrying: false })
  })

  test('a stretch that just reaches what is needed proves', () => {
    const least = weigh(survivors).stretch
    expect(prove(survivors, -1, { known: { ...detection.known, least, perLength: 0 } }).proven).toBe(true)
  })

  test('distinct forms must stand in the stretch itself', () => {
    const apart = `门生学校${filler(6)}\n${'学校'.repeat(100)}\n客岁${filler(8)}`
    const low = { leastLikelihood: 99, known: { ...detection.known, least: 0, perLength: 0 } }
    expect(prove(apart, 0, low)).toMatchObject({ proven: false, asked: 0 })
    expect(prove(apart.replace('门生学校', '门生客岁'), 0, low)).toMatchObject({ proven: true, asked: 1 })
  })

  test('a text of fewer Chinese characters than a short one is too short, proven or not', () => {
    expect(prove(filler(20)).tooShort).toBe(false)
    expect(prove(`${filler(19)}ABC。`).tooShort).toBe(true)
    expect(prove(`门生客岁${filler(15)}`)).toMatchObject({ proven: true, tooShort: true })
    expect(prove('').tooShort).toBe(true)
  })
})
