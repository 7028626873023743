/** What the model remembers changes no answer. */
import { describe, expect, test } from 'vitest'
import { packModel } from '../../src/lm/pack.js'
import { parseLanguageModel } from '../../src/lm/query.js'
import { encodeText } from '../../src/lm/symbols.js'
import { writeParagraphs } from './reference.js'
import { estimateSmall } from './small-model.js'

const paragraphs = writeParagraphs(120)
const { model, symbols } = estimateSmall(paragraphs, [1, 1, 1, 1, 1])
const file = packModel(model, symbols)

function encoded(text: string): Uint16Array {
  const ids = new Uint16Array(text.length)
  return ids.slice(0, encodeText(text, symbols, ids))
}

describe('a remembered answer', () => {
  test('is that of a model that remembers nothing yet, and costs hardly a query', () => {
    const used = parseLanguageModel(file)
    for (const text of paragraphs) used.scoreParagraph(encoded(text), encoded(text).length)
    for (const text of paragraphs.slice(0, 40)) {
      const ids = encoded(text)
      const fresh = parseLanguageModel(file)
      const [one, two] = [new Float32Array(ids.length), new Float32Array(ids.length)]
      expect(used.scoreParagraph(ids, ids.length, one)).toBe(fresh.scoreParagraph(ids, ids.length, two))
      expect(one).toEqual(two)
      const before = used.lookedUp()
      used.scoreParagraph(ids, ids.length)
      // Two queries of a paragraph may fall on one line.
      expect(used.lookedUp() - before).toBeLessThan(ids.length / 10)
      expect(fresh.lookedUp()).toBeGreaterThan(0)
    }
  })
})

test('nothing is remembered of a query that no one asked, also not of symbol 0 behind nothing', () => {
  const fresh = parseLanguageModel(file)
  const states = fresh.createStates(1)
  fresh.advance(states, 0, 0, 0)
  expect(fresh.lookedUp()).toBe(1)
})

describe('a query answered in part', () => {
  const query = parseLanguageModel(file)

  test('backing off from a shorter history gives what peek gives, where no longer n-gram answers', () => {
    const states = query.createStates(2)
    let checked = 0
    for (const text of paragraphs) {
      const ids = encoded(text)
      query.startParagraph(states, 0)
      for (let at = 0; at + 1 < ids.length; at++) {
        query.advance(states, 0, ids[at]!, 0)
        for (const symbol of [ids[at + 1]!, ids[0]!, ids[(at * 7) % ids.length]!]) {
          const matched = query.matched(states, 0, symbol)
          query.clear(states, 1)
          const held = Math.max(1, matched - 1)
          for (let index = Math.max(0, at + 1 - held); index <= at; index++)
            query.advance(states, 1, ids[index]!, 1)
          if (query.known(states, 1) < held) continue
          const answer = query.peek(states, 1, symbol)
          expect(query.backOff(states, 0, answer, held)).toBe(query.peek(states, 0, symbol))
          checked++
        }
      }
    }
    expect(checked).toBeGreaterThan(1000)
  })

  test('refining the answer of a shorter n-gram gives what peek gives', () => {
    const states = query.createStates(2)
    let longer = 0
    for (const text of paragraphs) {
      const ids = encoded(text)
      query.clear(states, 0)
      for (let at = 0; at + 1 < ids.length; at++) {
        query.advance(states, 0, ids[at]!, 0)
        const symbol = ids[at + 1]!
        const matched = query.matched(states, 0, symbol)
        query.announce(states, 0, [symbol], 1)
        for (let held = 1; held < matched; held++) {
          query.clear(states, 1)
          for (let index = at + 1 - held; index <= at; index++) query.advance(states, 1, ids[index]!, 1)
          const answer = query.peek(states, 1, symbol)
          expect(query.refine(states, 0, symbol, answer, held)).toBe(query.peek(states, 0, symbol))
          if (held + 1 < matched) longer++
        }
      }
    }
    expect(longer).toBeGreaterThan(1000)
  })

  test('room for more histories holds those that were there', () => {
    const ids = encoded(paragraphs[0]!)
    const few = query.createStates(1)
    query.startParagraph(few, 0)
    for (const id of ids) query.advance(few, 0, id, 0)
    const more = query.createStates(8, few)
    expect(query.stateKey(more, 0)).toBe(query.stateKey(few, 0))
    expect(query.peek(more, 0, ids[0]!)).toBe(query.peek(few, 0, ids[0]!))
    expect(query.known(more, 7)).toBe(0)
  })
})
