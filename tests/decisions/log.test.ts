/** Logs of decisions: what is written is read back, what was cut off or says nothing known harms nothing else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorAt, findAnchor } from '../../src/decisions/anchor.js'
import type { Decision } from '../../src/decisions/decision.js'
import { digestOfDecisions } from '../../src/decisions/digest.js'
import { formatDecision, parseLog, standingDecisions, takeDecision } from '../../src/decisions/log.js'

const common = { at: '2024-05-01T08:30:00.000Z', by: '李', document: 'sha256:1' }
const anchor = { text: '黉舍', before: '各级', after: '126所', start: 10 }
const accept: Decision = { ...common, number: 1, kind: 'accept', anchor, replacement: '学校', scope: 'place' }
const reject: Decision = { ...common, number: 2, kind: 'reject', anchor, replacement: '学校', scope: 'set' }
const all: Decision[] = [
  accept,
  reject,
  { ...common, number: 3, kind: 'keep-word', word: '黉舍', scope: 'document' },
  { ...common, number: 4, kind: 'fact', anchor, verdict: 'corrected', indicator: '学校数', unit: '所' },
  { ...common, number: 5, kind: 'finding', rule: 'share', figures: [anchor], verdict: 'true-error' },
  { ...common, number: 6, kind: 'own', anchor, replacement: '校舍', scope: 'place', batch: 3 },
  { ...common, number: 7, kind: 'undo', of: 6 },
]
const text = all.map(formatDecision).join('')

describe('a log', () => {
  test('is read as it was written', () => {
    const { decisions, by, isTorn, unknown } = parseLog(text, 'else')
    expect(decisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(decisions.map(formatDecision).join('')).toBe(text)
    expect({ by, isTorn, unknown }).toEqual({ by: '李', isTorn: false, unknown: [] })
  })

  test('that was cut off anywhere keeps every line before the cut', () => {
    for (let end = 0; end <= text.length; end++) {
      const { decisions, isTorn, unknown } = parseLog(text.slice(0, end), '李')
      const whole = text.slice(0, end).split('\n').length - 1
      expect(decisions).toHaveLength(whole)
      expect(unknown).toEqual([])
      expect(isTorn).toBe(end > 0 && text[end - 1] !== '\n')
    }
  })

  test.each([
    'null',
    '[]',
    '{}',
    '{"kind":"accept"}',
    'no JSON',
    JSON.stringify({ version: 2, ...accept }),
    JSON.stringify({ version: 1, ...accept, scope: 'world' }),
    JSON.stringify({ version: 1, ...accept, anchor: { ...anchor, text: '' } }),
    JSON.stringify({ version: 1, ...accept, at: 5 }),
  ])('says which line it does not know: %s', (line) => {
    const read = parseLog(`${formatDecision(accept)}${line}\n${formatDecision(reject)}`, '李')
    expect(read.decisions.map(({ number }) => number)).toEqual([1, 2])
    expect(read.unknown).toEqual([2])
  })

  test('takes no value of any kind for a decision that is none', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => takeDecision(value) === undefined))
  })
})

test('of what is handed in, only what a decision says is taken', () => {
  const { number: _, at: __, by: ___, ...said } = accept
  expect(takeDecision({ ...accept, version: 7, more: 'else' })).toEqual(said)
})

describe('an undo', () => {
  const undo = (number: number, of: number): Decision => ({ ...common, number, kind: 'undo', of })
  const standing = (decisions: Decision[]) =>
    standingDecisions({ by: '李', decisions }).map(({ number }) => number)

  test('takes back one line, and an undo of it brings that line back', () => {
    expect(standing([accept, reject, undo(3, 1)])).toEqual([2])
    expect(standing([accept, reject, undo(3, 1), undo(4, 3)])).toEqual([1, 2])
    expect(standing([accept, undo(3, 9)])).toEqual([1])
  })
})

test('the digest goes by what holds, not by the order of the reviewers', () => {
  const one = { by: 'a', decisions: [accept] }
  const two = { by: 'b', decisions: [reject] }
  expect(digestOfDecisions([one, two])).toBe(digestOfDecisions([two, one]))
  expect(digestOfDecisions([one])).not.toBe(digestOfDecisions([two]))
})

describe('an anchor', () => {
  const source = '全县有黉舍一所。全市有黉舍三所。全县有黉舍一所。'

  test('finds its own place among equal ones', () => {
    for (let start = source.indexOf('黉舍'); start >= 0; start = source.indexOf('黉舍', start + 1)) {
      expect(findAnchor(source, anchorAt(source, start, start + 2))).toBe(start)
    }
  })

  test('finds it where text came in before it, and not where nothing around it is left', () => {
    const second = source.indexOf('黉舍三')
    const made = anchorAt(source, second, second + 2)
    expect(findAnchor(`前言。${source}`, made)).toBe(second + 3)
    expect(findAnchor('黉舍', made)).toBeUndefined()
    expect(findAnchor('全市有学校三所。', made)).toBeUndefined()
  })

  test('of any place of any text is found there', () => {
    const pieces = fc.array(fc.constantFrom('黉', '舍', '。', '1', '𠀀'), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (parts, from, size) => {
        const whole = parts.join('')
        const start = from % whole.length
        const end = Math.min(whole.length, start + 1 + (size % 4))
        expect(findAnchor(whole, anchorAt(whole, start, end))).toBe(start)
      }),
    )
  })
})
