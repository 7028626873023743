/** Edits and revisions over random texts: undoing gives the text back, places lead there and back, edits compose. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../src/model/edit.js'
import { assertDisjoint, compose, invert, offsetMap, revise } from '../../src/model/edit.js'
import { spanOf } from '../../src/model/span.js'

const characters = fc.string({
  unit: fc.constantFrom('学', '校', '2', 'x', '，', '\ud840\udc00'),
  maxLength: 30,
})

/** Sorted disjoint edits of a text of the given length. */
function editsOf(length: number): fc.Arbitrary<Edit[]> {
  const piece = fc.record({
    gap: fc.nat(4),
    size: fc.nat(3),
    replacement: characters.map((text) => text.slice(0, 4)),
  })
  return fc.array(piece, { maxLength: 6 }).map((pieces) => {
    const edits: Edit[] = []
    let position = 0
    for (const { gap, size, replacement } of pieces) {
      const start = position + gap
      if (start + size > length) break
      edits.push({ start, end: start + size, replacement })
      // A code unit between neighbours: edits that touch are one edit.
      position = start + size + 1
    }
    return edits
  })
}

const edited = characters.chain((text) => fc.tuple(fc.constant(text), editsOf(text.length)))

describe('revise', () => {
  test('undone by the inverse edits, code unit for code unit', () => {
    fc.assert(
      fc.property(edited, ([text, edits]) => {
        const revised = revise(text, edits)
        expect(revise(revised.text, invert(text, edits)).text).toBe(text)
      }),
    )
  })

  test.each<[string, Edit[]]>([
    [
      'overlap',
      [
        { start: 0, end: 2, replacement: '' },
        { start: 1, end: 3, replacement: '' },
      ],
    ],
    [
      'stand in the wrong order',
      [
        { start: 2, end: 3, replacement: '' },
        { start: 0, end: 1, replacement: '' },
      ],
    ],
    ['leave the text', [{ start: 2, end: 4, replacement: '' }]],
    ['end before they start', [{ start: 2, end: 1, replacement: '' }]],
  ])('refuses edits that %s', (_, edits) => {
    expect(() => assertDisjoint(edits, 3)).toThrow(RangeError)
  })
})

describe('offsetMap', () => {
  test('maps what no edit touches onto the same text, both ways', () => {
    fc.assert(
      fc.property(edited, ([text, edits]) => {
        const revision = revise<'source', 'repaired'>(text, edits)
        const map = offsetMap(revision)
        for (let at = 0; at < text.length; at++) {
          if (edits.some(({ start, end }) => at >= start - 1 && at <= end)) continue
          const there = map.forward(spanOf<'source'>(at, at + 1))
          expect(revision.text.slice(there.start, there.end)).toBe(text[at])
          expect(map.back(there)).toEqual({ start: at, end: at + 1 })
        }
      }),
    )
  })

  test('covers the whole of an edit that a span touches', () => {
    const map = offsetMap(
      revise<'source', 'repaired'>('教学设置装备摆设', [{ start: 2, end: 8, replacement: '建设' }]),
    )
    expect(map.back(spanOf<'repaired'>(2, 3))).toEqual({ start: 2, end: 8 })
    expect(map.forward(spanOf<'source'>(4, 5))).toEqual({ start: 2, end: 4 })
    expect(map.back(spanOf<'repaired'>(0, 2))).toEqual({ start: 0, end: 2 })
  })

  test('keeps spans in order and inside of the text', () => {
    fc.assert(
      fc.property(edited, fc.nat(40), fc.nat(10), ([text, edits], from, size) => {
        const revision = revise<'source', 'repaired'>(text, edits)
        const start = Math.min(from, revision.text.length)
        const span = spanOf<'repaired'>(start, Math.min(start + size, revision.text.length))
        const back = offsetMap(revision).back(span)
        expect(back.start).toBeGreaterThanOrEqual(0)
        expect(back.end).toBeGreaterThanOrEqual(back.start)
        expect(back.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

test('compose: one list of edits does what two do one after the other', () => {
  const twice = edited.chain(([text, first]) =>
    fc.tuple(fc.constant(text), fc.constant(first), editsOf(revise(text, first).text.length)),
  )
  fc.assert(
    fc.property(twice, ([text, first, second]) => {
      const once = compose(text, first, second)
      assertDisjoint(once, text.length)
      expect(revise(text, once).text).toBe(revise(revise(text, first).text, second).text)
    }),
  )
})
