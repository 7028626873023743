/** Passages: they cover the text without its line breaks, are short, and end where sentences or clauses do. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPassages } from '../../../src/repair/detect/passages.js'

const cut = (text: string) => findPassages(text).map(({ start, end }) => text.slice(start, end))
const longest = 240

describe('findPassages', () => {
  test('a line is one passage up to the limit', () => {
    const line = `${'教'.repeat(longest - 1)}。`
    expect(cut(line)).toEqual([line])
    expect(cut(`${line}完`)).toEqual([line, '完'])
  })

  test('a line that is too long ends behind its last sentence within reach', () => {
    const first = `${'一'.repeat(100)}。${'二'.repeat(50)}！`
    expect(cut(`${first}${'三'.repeat(200)}。`)).toEqual([first, `${'三'.repeat(200)}。`])
  })

  test('a sentence that is too long ends behind its last clause, and else at the limit', () => {
    const clauses = `${'一'.repeat(120)}，${'二'.repeat(80)}、`
    expect(cut(`${clauses}${'三'.repeat(200)}`)).toEqual([clauses, '三'.repeat(200)])
    expect(cut('一'.repeat(longest + 10))).toEqual(['一'.repeat(longest), '一'.repeat(10)])
  })

  test('borders within twenty characters of the start are none', () => {
    const text = `${'一'.repeat(19)}。${'二'.repeat(longest)}`
    expect(cut(text)[0]).toHaveLength(longest)
    const later = `${'一'.repeat(21)}。${'二'.repeat(longest)}`
    expect(cut(later)[0]).toBe(`${'一'.repeat(21)}。`)
  })

  test('the halves of a surrogate pair stay together', () => {
    const text = `${'一'.repeat(longest - 1)}𠮷${'二'.repeat(5)}`
    expect(cut(text)).toEqual(['一'.repeat(longest - 1), `𠮷${'二'.repeat(5)}`])
  })

  test('the first and last passage of a line open and close the paragraph', () => {
    const text = `${'一'.repeat(200)}。${'二'.repeat(200)}。\n三。`
    expect(
      findPassages(text).map(({ opensParagraph, closesParagraph }) => [opensParagraph, closesParagraph]),
    ).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ])
  })

  test('count their Chinese characters', () => {
    expect(findPassages('全县2021年，有 A 校。\n𠮷8').map(({ han }) => han)).toEqual([5, 0])
    const counts = findPassages(`${'一'.repeat(200)}。${'二'.repeat(100)}。`).map(({ han }) => han)
    expect(counts).toEqual([200, 100])
  })

  test('passages cover every line, in order, and none is longer than the limit', () => {
    const line = fc.string({
      unit: fc.constantFrom('教', '。', '，', '、', '；', ' ', '8', '𠮷'),
      maxLength: 900,
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const text = lines.join('\n')
        const passages = findPassages(text)
        expect(passages.map(({ start, end }) => text.slice(start, end)).join('')).toBe(lines.join(''))
        passages.forEach(({ start, end }, index) => {
          expect(end - start).toBeGreaterThan(0)
          expect(end - start).toBeLessThanOrEqual(longest)
          expect(start).toBeGreaterThanOrEqual(passages[index - 1]?.end ?? 0)
        })
      }),
    )
  })
})
