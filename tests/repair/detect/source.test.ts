/** What the documents of one source prove together, with forms and weights stated by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Classifier } from '../../../src/repair/detect/classify.js'
import type { SourceEvidence } from '../../../src/repair/detect/source.js'
import { openSource, sourceEvidence } from '../../../src/repair/detect/source.js'
import { plainParameters } from '../small.js'
import { statedEvidence } from './evidence.js'

const detection = { ...plainParameters.detection, source: { leastForms: 2, leastLikelihood: 2, least: 8 } }
const filler = (count: number) => '一'.repeat(count)

function classifierOf(fit = Number.NEGATIVE_INFINITY): Classifier {
  const evidence = statedEvidence({
    黉舍: { marker: 8 },
    客岁: { marker: 4 },
    门生: { marker: 3 },
    小我: { marker: 1 },
    同时: { marker: 1 },
    学校: { odds: -0.5 },
  })
  return { evidence, detection: { ...detection, leastForms: 3 }, fitOf: () => fit }
}

describe('sourceEvidence', () => {
  test('names the distinct markers with their weights, none above the most', () => {
    const found = sourceEvidence(classifierOf(), `客岁黉舍客岁${filler(20)}`)
    expect(found).toMatchObject({ proven: false, marked: 0 })
    expect(found!.forms).toEqual([
      [0, 6],
      [1, 4],
    ])
    expect(found!.likelihood).toBeGreaterThan(8)
  })

  test('says whether the document is proven by itself', () => {
    expect(sourceEvidence(classifierOf(), `黉舍客岁门生${filler(20)}`)).toMatchObject({ proven: true })
  })

  test('is none where too little speaks for it: one form, weak forms, or forms among words that survived', () => {
    expect(sourceEvidence(classifierOf(), `黉舍黉舍${filler(20)}`)).toBeNull()
    expect(sourceEvidence(classifierOf(), `小我同时${filler(20)}`)).toBeNull()
    expect(sourceEvidence(classifierOf(), `客岁门生${'学校'.repeat(20)}`)).toBeNull()
    expect(sourceEvidence(classifierOf(), '')).toBeNull()
  })

  test('among words that survived, forms speak where a language model knows the register', () => {
    const text = `客岁门生小我黉舍${'学校'.repeat(40)}`
    expect(sourceEvidence(classifierOf(-9), text)).toBeNull()
    const known = sourceEvidence(classifierOf(0), text)!
    expect(known.likelihood).toBe(0)
    expect(known.marked).toBeGreaterThan(8)
  })

  test('of a long text is that of the section that says most', () => {
    const spun = `黉舍客岁门生${filler(20)}\n`
    const long = `${`${filler(199)}\n`.repeat(60)}${spun}${`${filler(199)}\n`.repeat(60)}`
    expect(sourceEvidence(classifierOf(), long)?.forms.map(([form]) => form)).toEqual([0, 1, 2])
  })
})

const evidence = (forms: readonly number[], stated: Partial<SourceEvidence> = {}): SourceEvidence => ({
  proven: false,
  likelihood: 5,
  marked: 0,
  forms: forms.map((form) => [form, 4]),
  ...stated,
})
const proven = (...forms: number[]) => evidence(forms, { proven: true })

/** Positions of the documents that the others prove, among so many clean ones. */
function pool(documents: readonly (SourceEvidence | null)[], clean = 0): number[] {
  const source = openSource<number>({ source: detection.source })
  for (let index = 0; index < clean; index++) source.add(-1 - index, null)
  documents.forEach((document, index) => {
    source.add(index, document)
  })
  return [...source.provenByOthers()].sort((a, b) => a - b)
}

describe('openSource', () => {
  const spun = [proven(1, 2, 3), proven(2, 3, 4), proven(4, 5, 6)]

  test('a document is proven by others that hold one of its forms', () => {
    expect(pool([...spun, evidence([1, 9])])).toEqual([3])
    expect(pool([...spun, evidence([8, 9])])).toEqual([])
  })

  test('a document without evidence is proven by nothing, and none twice', () => {
    expect(pool([...spun, null])).toEqual([])
    expect(pool(spun)).toEqual([])
    expect(pool([])).toEqual([])
    expect(pool([evidence([1, 2])])).toEqual([])
  })

  test('the more of the source is clean, the more a document must show', () => {
    // Of 13 others four are spun; one more of each: log(11 / 4) nats beside 2.
    const rare = 2 + Math.log(11 / 4)
    expect(pool([...spun, evidence([1, 9], { likelihood: rare + 0.01 })], 10)).toEqual([3])
    expect(pool([...spun, evidence([1, 9], { likelihood: rare - 0.01 })], 10)).toEqual([])
    expect(pool([...spun, evidence([1, 9], { likelihood: 2 })])).toEqual([3])
    expect(pool([...spun, evidence([1, 9], { likelihood: 1.99 })])).toEqual([])
  })

  test('where standard words survive, only what is shared counts, and all of it must', () => {
    const marked = (forms: readonly number[], nats = 9) => evidence(forms, { likelihood: 0, marked: nats })
    expect(pool([...spun, marked([1, 2, 9])])).toEqual([3])
    expect(pool([...spun, marked([1, 8, 9])])).toEqual([])
    expect(pool([...spun, marked([1, 2, 9], 7.9)])).toEqual([])
  })

  test('without one that is proven by itself, three must agree', () => {
    const [a, b, c] = [evidence([1, 2, 3]), evidence([3, 4, 5]), evidence([5, 6, 1])]
    expect(pool([a, b, c])).toEqual([0, 1, 2])
    expect(pool([a, evidence([1, 4, 5, 6])])).toEqual([])
    expect(pool([proven(1, 2, 3), evidence([1, 4, 5, 6])])).toEqual([1])
  })

  test('copies, and pages that share a frame, witness as one', () => {
    expect(pool(Array.from({ length: 40 }, () => evidence([1, 2])))).toEqual([])
    expect(pool([proven(1, 2, 3, 4, 5, 6), evidence([7, 8]), evidence([7, 8])])).toEqual([])
  })

  test('few forms in many documents are labels', () => {
    expect(pool([evidence([1, 2]), evidence([2, 3]), evidence([1, 3]), evidence([3, 4])])).toEqual([])
  })

  test('the order of the documents is of no matter', () => {
    const member = fc.record({
      stated: fc.record({
        proven: fc.boolean(),
        likelihood: fc.constantFrom(0, 2, 4, 9),
        marked: fc.constantFrom(0, 9),
      }),
      forms: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(fc.option(member), { maxLength: 12 }), (drawn) => {
        const all = drawn.map((one) => one && evidence(one.forms.toSorted(), one.stated))
        const last = all.length - 1
        expect(
          pool(all.toReversed())
            .map((index) => last - index)
            .sort((a, b) => a - b),
        ).toEqual(pool(all))
      }),
    )
  })
})
