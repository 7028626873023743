import { describe, expect, it } from 'vitest'
import { highKey, lengthOf, lowKey, symbolOf } from '../../src/lm/keys.js'
import { encodeText } from '../../src/lm/symbols.js'
import { type CountedWindows, createWindowCounter, type RunStore } from '../../src/lm/windows.js'
import { writeParagraphs } from './reference.js'
import { memoryStore, noStore, symbolsOf } from './small-model.js'

const paragraphs = writeParagraphs(60)

function countAll(capacity: number, store: RunStore): CountedWindows {
  const symbols = symbolsOf(paragraphs)
  const counter = createWindowCounter(5, capacity, store)
  for (const paragraph of paragraphs) {
    const ids = new Uint16Array(paragraph.length)
    counter.add(ids, encodeText(paragraph, symbols, ids))
  }
  return counter.finish()
}

function listed(windows: CountedWindows): number[][] {
  const rows: number[][] = []
  windows.scan((high, low, count) => rows.push([high, low, count]))
  return rows
}

describe('window counts', () => {
  it('are sorted and complete', () => {
    const rows = listed(countAll(10_000, noStore))
    const positions = paragraphs.reduce((sum, text) => sum + text.length + 1, 0)
    expect(rows.reduce((sum, row) => sum + row[2]!, 0)).toBe(positions)
    const sorted = rows.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
    expect(rows).toEqual(sorted)
  })

  it('are the same whether or not they fit in memory, and when read again', () => {
    const store = memoryStore()
    const spilled = countAll(50, store)
    expect(store.runs.length).toBeGreaterThan(5)
    const expected = listed(countAll(10_000, noStore))
    expect(listed(spilled)).toEqual(expected)
    expect(listed(spilled)).toEqual(expected)
  })
})

describe('keys', () => {
  it('hold five symbols', () => {
    const high = highKey(4095, 17, 4095)
    const low = lowKey(1, 4094, 4095)
    expect([0, 1, 2, 3, 4].map((back) => symbolOf(high, low, back))).toEqual([4095, 17, 4095, 4094, 1])
    expect(lengthOf(high, low)).toBe(5)
    expect(lengthOf(highKey(0, 0, 7), lowKey(0, 0, 0))).toBe(1)
    expect(lengthOf(highKey(64, 5, 7), lowKey(0, 0, 64))).toBe(3)
    expect(lengthOf(highKey(1, 5, 7), lowKey(0, 4096 - 1, 1))).toBe(4)
  })
})
