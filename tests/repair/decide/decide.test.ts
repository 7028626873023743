/** The one place of decisions: what gives way to what, what stands in the trace, and the text that follows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Undecided } from '../../../src/model/correction.js'
import { revise } from '../../../src/model/edit.js'
import { spanOf } from '../../../src/model/span.js'
import { decide } from '../../../src/repair/decide/decide.js'
import { loadUnits } from '../../../src/resources/units.js'
import { plainParameters, smallLexicon } from '../small.js'

const context = {
  applyFrom: 0.7,
  decision: plainParameters.decision,
  beyondRepair: [],
  units: loadUnits(),
  lexicon: smallLexicon([]),
}
const untraced = { passes: () => [], protected: () => [], withoutFigures: new Map([[1, 0.9]]) }

function weighed(text: string, start: number, end: number, parts: Partial<Undecided> = {}): Undecided {
  return {
    ...spanOf<'source'>(start, end),
    actual: text.slice(start, end),
    replacement: '新词',
    confidence: 0.9,
    kind: 'swap',
    traits: [],
    alternatives: [],
    evidence: [],
    ...parts,
  }
}

function decided(text: string, undecided: readonly Undecided[]) {
  const { corrections, trace, repaired } = decide(text, undecided, untraced, context)
  return {
    rules: corrections.map(({ start, status }, index) => [start, trace.decisions[index]!.rule, status]),
    text: repaired.text,
    trace,
  }
}

describe('decide', () => {
  const text = '通过主 题班会'

  test('a join inside an applied swap is part of the swap', () => {
    const swap = weighed(text, 2, 5, { replacement: '主题' })
    const join = weighed(text, 3, 4, { kind: 'layout', replacement: '' })
    expect(decided(text, [swap, join])).toMatchObject({
      rules: [[2, 'sure', 'applied']],
      text: '通过主题班会',
    })
  })

  test('a swap that is only suggested gives way to a join', () => {
    const swap = weighed(text, 2, 5, { replacement: '议题', confidence: 0.5 })
    const join = weighed(text, 3, 4, { kind: 'layout', replacement: '' })
    expect(decided(text, [swap, join])).toMatchObject({
      rules: [[3, 'layout', 'applied']],
      text: '通过主题班会',
    })
  })

  test('a swap beside a join stays, whatever its status', () => {
    const before = weighed(text, 2, 3, { confidence: 0.5 })
    const behind = weighed(text, 4, 6)
    const join = weighed(text, 3, 4, { kind: 'layout', replacement: '' })
    expect(decided(text, [before, behind, join]).rules.map(([start]) => start)).toEqual([2, 3, 4])
  })

  test('a suggestion gives way to a swap that covers it', () => {
    const swap = weighed(text, 2, 5)
    const letter = weighed(text, 3, 4, { kind: 'character' })
    expect(decided(text, [swap, letter]).rules).toEqual([[2, 'sure', 'applied']])
  })

  test('the trace leads from each correction to what was weighed', () => {
    const join = weighed(text, 3, 4, { kind: 'layout', replacement: '' })
    const swap = weighed(text, 0, 2, { confidence: 0.1 })
    const { trace } = decided(text, [join, swap])
    expect(trace.decisions).toEqual([
      { rule: 'unsure', of: 1 },
      { rule: 'layout', of: 0 },
    ])
    expect(trace.undecided).toEqual([join, swap])
    expect(trace.withoutFigures.get(1)).toBe(0.9)
  })

  const marks = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 28 }),
      size: fc.integer({ min: 1, max: 3 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 12 },
  )
  const line = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

  /** Those of the drawn spans that do not overlap one drawn before, in order. */
  function disjoint(
    drawn: readonly { start: number; size: number; confidence: number }[],
    kind: Undecided['kind'],
  ) {
    const kept: Undecided[] = []
    for (const { start, size, confidence } of drawn) {
      if (kept.some((other) => start < other.end && other.start < start + size)) continue
      kept.push(
        weighed(line, start, start + size, { confidence, kind, replacement: kind === 'swap' ? '新词' : '' }),
      )
    }
    return kept.sort((a, b) => a.start - b.start)
  }

  test('corrections are disjoint and in order, and the text has the applied ones as its only edits', () => {
    fc.assert(
      fc.property(marks, marks, (swaps, joins) => {
        const undecided = [...disjoint(swaps, 'swap'), ...disjoint(joins, 'layout')]
        const { corrections, repaired, trace } = decide(line, undecided, untraced, context)
        let end = 0
        for (const correction of corrections) {
          expect(correction.start).toBeGreaterThanOrEqual(end)
          end = correction.end
        }
        const applied = corrections.filter(({ status }) => status === 'applied')
        expect(repaired.text).toBe(revise(line, applied).text)
        expect(trace.decisions.map(({ of }) => undecided[of]!.start)).toEqual(
          corrections.map(({ start }) => start),
        )
        // Every join is there, or within a swap that is applied.
        for (const { start, end: stop } of undecided.filter(({ kind }) => kind === 'layout')) {
          const covering = applied.filter((one) => one.start < stop && start < one.end)
          expect(covering.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})
