/** The whole decoding of a text: which language model reads it, and when swaps that no lexicon names are looked for. */
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/repair/decode/decode.js'
import { restore } from '../../src/repair/restore.js'
import type { RepairParameters } from '../../src/resources/repair-parameters.js'
import { bigramModel, listed, plainParameters, smallCandidates } from './small.js'

const spun = { assume: 'spun' } as const
const once: RepairParameters = { ...plainParameters, rounds: 0 }
const entries = [listed('学校', '黉舍')]

describe('the language model of a text', () => {
  /** Knows 学校, and every other character but those of 黉舍 with `otherwise`. */
  const modelOf = (otherwise: number) => bigramModel({ '^学': -1, 学校: -1, '^黉': -9, 黉舍: -9 }, otherwise)
  /** Twenty characters, of which 学校 is known to both models alike. */
  const text = `黉舍${'一'.repeat(18)}`

  /** Restores with a model of general prose that gives other characters so many nats more. */
  function restoredWith(gain: number, given = text) {
    const general = () => modelOf(-4 + gain)
    const candidates = smallCandidates(entries, modelOf(-4), once, {}, { general })
    return { candidates, restored: restore(candidates, given, spun) }
  }

  test('is that of general prose where the repaired text reads better by half a nat a symbol', () => {
    // Eighteen of twenty symbols gain .57, which makes .513 a symbol.
    const { candidates, restored } = restoredWith(0.57)
    expect(restored.candidates).toBe(candidates.general!())
    expect(restored.decoded).toEqual(decode(candidates.general!(), text, spun))
    expect(restored.decoded.edits).toHaveLength(1)
  })

  test('is that of reports where it reads better by less, or worse', () => {
    for (const gain of [0.54, -1]) {
      const { candidates, restored } = restoredWith(gain)
      expect(restored.candidates).toBe(candidates)
      expect(restored.decoded).toEqual(decode(candidates, text, spun))
    }
  })

  test('is that of reports where the text is too short to ask', () => {
    const { candidates, restored } = restoredWith(3, text.slice(0, 19))
    expect(restored.decoded.edits).toHaveLength(1)
    expect(restored.candidates).toBe(candidates)
  })

  test('general prose is not asked where nothing is to be repaired', () => {
    const general = () => {
      throw new Error('asked')
    }
    const candidates = smallCandidates(entries, modelOf(-4), once, {}, { general })
    expect(restore(candidates, '一'.repeat(20), spun).candidates).toBe(candidates)
  })
})

describe('a text that forms alone do not prove', () => {
  const { detection } = plainParameters
  const auto = { assume: 'auto' } as const
  /** Forms are worth trying and never a proof. */
  function restoredWith(gain: number, parts: Partial<typeof detection.trial> = {}) {
    const trial = { least: 0, gain, edits: 2, size: 20, ...parts }
    const known = { ...detection.known, least: 99, perLength: 0, lengthCost: 0, leastMarker: 0.1 }
    const untold = { leastForms: 1, leastLikelihood: 99, leastMarker: 0.1, known, trial }
    const parameters = { ...once, detection: { ...detection, ...untold } }
    const model = bigramModel(
      { '^学': -1, 学校: -1, 一学: -1, 一黉: -5, '^黉': -5, 黉舍: -5, 一一: -0.5 },
      -2,
    )
    const text = `黉舍${'一'.repeat(20)}黉舍`
    return restore(smallCandidates(entries, model, parameters), text, auto).decoded
  }

  test('is proven where each edit of its repair gains enough', () => {
    // An edit gains 8 nats: -5 -5 becomes -1 -1.
    const { proof, edits, bySource } = restoredWith(7.9)
    expect([proof.proven, bySource, edits.length]).toEqual([true, false, 2])
    expect(restoredWith(8.1)).toMatchObject({ proof: { proven: false, worthTrying: true }, edits: [] })
  })

  test('stays as it is where the edits are few, or the passages that hold them short', () => {
    expect(restoredWith(1, { edits: 3 }).proof.proven).toBe(false)
    expect(restoredWith(1, { size: 25 }).proof.proven).toBe(false)
    expect(restoredWith(1, { size: 24 }).proof.proven).toBe(true)
  })

  test('is not tried where its forms weigh too little', () => {
    expect(restoredWith(1, { least: 90 }).proof).toMatchObject({ proven: false, worthTrying: false })
  })
})

describe('swaps that no lexicon names', () => {
  const bigrams = { '^校': -9, 校舍: -9, '^黉': -5, 黉舍: -5, '^学': -1, 学校: -1, 校$: -1 }
  const text = '黉舍\n校舍'

  function restored(open: number, given = text) {
    const parameters = { ...once, shares: { tools: 0, attested: 1 - open, open } }
    return restore(smallCandidates(entries, bigramModel(bigrams, -5), parameters), given, spun)
  }
  const proposed = (open: number, given?: string) =>
    restored(open, given).decoded.tool.table.proposed.map(({ spun: form }) => form)

  test('are looked for where an unknown tool may be at work', () => {
    expect(proposed(0.5)).toEqual(['校舍'])
    expect(proposed(0.03)).toEqual(['校舍'])
    expect(proposed(0.029)).toEqual([])
  })

  test('are decoded with those that it names', () => {
    const { edits } = restored(0.5).decoded
    expect(edits.map(({ start, end, pair }) => [start, end, pair])).toEqual([
      [0, 2, 0],
      [3, 5, 1],
    ])
  })

  test('are not looked for where it names none', () => {
    expect(proposed(0.5, '校舍')).toEqual([])
  })

  test('are of this document alone: the candidates stay those that were given', () => {
    expect(restored(0.5).candidates.table.proposed).toEqual([])
  })

  test('of what the model of reports knows well the other one is not asked', () => {
    const general = () => {
      throw new Error('it is asked')
    }
    const reports = bigramModel({ ...bigrams, 一一: -2 }, -5)
    const long = `黉舍${'一'.repeat(40)}`
    const found = restore(smallCandidates(entries, reports, once, {}, { general }), long, spun)
    expect(found.candidates.model).toBe(reports)
    expect(found.decoded.edits).not.toEqual([])
    const strange = bigramModel({ ...bigrams, 一一: -3.5 }, -5)
    const ask = () => restore(smallCandidates(entries, strange, once, {}, { general }), long, spun)
    expect(ask).toThrow('it is asked')
  })

  test('are looked for with the model that was taken', () => {
    const parameters = { ...once, shares: { tools: 0, attested: 0.5, open: 0.5 } }
    const long = `黉舍${'一'.repeat(20)}\n校舍`
    const general = () => bigramModel({ ...bigrams, 一一: -0.5 }, -3)
    // Reports know 校舍 well, general prose does not.
    const reports = bigramModel({ ...bigrams, 一一: -3.5, '^校': -1, 校舍: -1 }, -5)
    const found = restore(smallCandidates(entries, reports, parameters, {}, { general }), long, spun)
    expect(found.decoded.tool.table.proposed.map(({ spun: form }) => form)).toEqual(['校舍'])
    const alone = restore(smallCandidates(entries, reports, parameters), long, spun)
    expect(alone.decoded.tool.table.proposed).toEqual([])
  })
})
