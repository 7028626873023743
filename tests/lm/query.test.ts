import { describe, expect, it } from 'vitest'
import { checkLayout, parseLayout } from '../../src/lm/layout.js'
import { packModel } from '../../src/lm/pack.js'
import { fitCodebook, quantise } from '../../src/lm/quantise.js'
import { parseLanguageModel } from '../../src/lm/query.js'
import { begin, encodeText, end } from '../../src/lm/symbols.js'
import { writeParagraphs } from './reference.js'
import { estimatedProbability, estimateSmall } from './small-model.js'

const paragraphs = writeParagraphs(400)
const { model, symbols } = estimateSmall(paragraphs.slice(0, 350), [1, 1, 1, 2, 2])
const file = packModel(model, symbols)
const languageModel = parseLanguageModel(file)

function paragraphIds(text: string): Uint16Array {
  const ids = new Uint16Array(text.length + 2)
  ids[0] = begin
  const length = encodeText(text, languageModel.symbols, ids.subarray(1)) + 1
  ids[length] = end
  return ids.subarray(0, length + 1)
}

describe('the packed model', () => {
  it('keeps the vocabulary', () => {
    expect(languageModel.order).toBe(5)
    expect(languageModel.symbols).toEqual(symbols)
  })

  it('answers as the estimated model does, within the quantisation', () => {
    const probability = estimatedProbability(model)
    const errors: number[] = []
    for (const text of paragraphs) {
      const ids = paragraphIds(text)
      for (let last = 2; last <= ids.length; last++) {
        const expected = Math.log(probability([...ids.subarray(Math.max(0, last - 5), last)]))
        errors.push(Math.abs(languageModel.logProbability(ids, 0, last) - expected))
      }
    }
    expect(Math.max(...errors)).toBeLessThan(0.15)
    expect(errors.reduce((sum, error) => sum + error) / errors.length).toBeLessThan(0.01)
  })

  it('makes the same bytes of the same model', () => {
    expect(Buffer.from(packModel(model, symbols)).equals(Buffer.from(file))).toBe(true)
  })

  it('lives in shared memory as well', () => {
    const shared = new SharedArrayBuffer(file.byteLength)
    new Uint8Array(shared).set(new Uint8Array(file))
    const ids = paragraphIds(paragraphs[0]!)
    expect(parseLanguageModel(shared).logProbability(ids, 0, 6)).toBe(languageModel.logProbability(ids, 0, 6))
  })

  it.each([2, 3])('works in order %i', (order) => {
    const small = estimateSmall(paragraphs, Array(order).fill(1))
    const query = parseLanguageModel(packModel(small.model, small.symbols))
    const probability = estimatedProbability(small.model)
    const ids = paragraphIds(paragraphs[3]!)
    for (let last = 2; last <= ids.length; last++) {
      const expected = Math.log(probability([...ids.subarray(Math.max(0, last - order), last)]))
      expect(Math.abs(query.logProbability(ids, 0, last) - expected)).toBeLessThan(0.05)
    }
  })
})

describe('states', () => {
  it('give what logProbability gives, also in place and by peeking', () => {
    const states = languageModel.createStates(2)
    for (const text of paragraphs) {
      const ids = paragraphIds(text)
      languageModel.startParagraph(states, 0)
      languageModel.startParagraph(states, 1)
      for (let last = 2; last <= ids.length; last++) {
        const expected = languageModel.logProbability(ids, 0, last)
        const from = last % 2
        expect(languageModel.peek(states, from, ids[last - 1]!)).toBe(expected)
        expect(languageModel.advance(states, from, ids[last - 1]!, 1 - from)).toBe(expected)
        expect(languageModel.advance(states, from, ids[last - 1]!, from)).toBe(expected)
        expect(languageModel.stateKey(states, 0)).toBe(languageModel.stateKey(states, 1))
      }
    }
  })

  it('answer the same for symbols that were announced, which changes nothing and counts as no query', () => {
    const fresh = parseLanguageModel(file)
    const states = fresh.createStates(2)
    const ids = paragraphIds(paragraphs[2]!)
    const all = Uint16Array.from({ length: symbols.count }, (_, symbol) => symbol)
    fresh.startParagraph(states, 0)
    for (let last = 2; last <= ids.length; last++) {
      const [key, before] = [fresh.stateKey(states, 0), fresh.lookedUp()]
      fresh.announce(states, 0, all)
      fresh.announce(states, 0, [])
      expect([fresh.stateKey(states, 0), fresh.lookedUp()]).toEqual([key, before])
      expect(fresh.advance(states, 0, ids[last - 1]!, 0)).toBe(languageModel.logProbability(ids, 0, last))
    }
  })

  it('start empty where nothing is known of what stands before', () => {
    const states = languageModel.createStates(1)
    const ids = paragraphIds(paragraphs[1]!)
    expect(languageModel.peek(states, 0, ids[3]!)).toBe(languageModel.logProbability(ids, 3, 4))
    languageModel.advance(states, 0, ids[3]!, 0)
    expect(languageModel.peek(states, 0, ids[4]!)).toBe(languageModel.logProbability(ids, 3, 5))
    languageModel.clear(states, 0)
    expect(languageModel.peek(states, 0, ids[3]!)).toBe(languageModel.logProbability(ids, 3, 4))
  })

  it('score a paragraph symbol by symbol', () => {
    const ids = paragraphIds(paragraphs[2]!)
    const scores = new Float32Array(ids.length - 1)
    const sum = languageModel.scoreParagraph(ids.subarray(1), ids.length - 1, scores)
    let expected = 0
    for (let last = 2; last <= ids.length; last++) {
      const score = languageModel.logProbability(ids, 0, last)
      expect(scores[last - 2]).toBeCloseTo(score, 5)
      expected += score
    }
    expect(sum).toBeCloseTo(expected, 9)
  })
})

describe('a damaged file', () => {
  const damaged = (change: (bytes: Uint8Array) => Uint8Array) => async () => {
    const { buffer } = change(new Uint8Array(file.slice(0))).slice()
    parseLayout(buffer)
    await checkLayout(buffer)
  }

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['too-short', (bytes) => bytes.subarray(0, 10)],
    ['length', (bytes) => bytes.subarray(0, bytes.length - 4)],
    ['not-a-model', (bytes) => bytes.fill(1, 0, 4)],
    ['other-version', (bytes) => bytes.fill(9, 4, 5)],
    ['checksum', (bytes) => bytes.fill(bytes.at(-9)! ^ 1, bytes.length - 9, bytes.length - 8)],
  ])('is refused: %s', async (reason, change) => {
    await expect(damaged(change)).rejects.toThrow(
      expect.objectContaining({ code: 'damaged-language-model', parameters: { reason } }),
    )
  })
})

describe('quantisation', () => {
  it('errs by at most half a step on evenly spread values', () => {
    const values = Float64Array.from({ length: 10_000 }, (_, index) => -12 + index / 1000)
    const codebook = fitCodebook(values, 256)
    const errors = values.map((value) => Math.abs(codebook[quantise(value, codebook)]! - value))
    expect(Math.max(...errors)).toBeLessThan((10 / 256 / 2) * 1.2)
  })

  it('is exact where there are fewer values than codes', () => {
    const values = new Float64Array([-3, -1.5, -1.5, -0.25])
    const codebook = fitCodebook(values, 256)
    for (const value of values) expect(codebook[quantise(value, codebook)]).toBe(value)
    expect(fitCodebook(new Float64Array(0), 4)).toEqual(new Float32Array(4))
  })
})
