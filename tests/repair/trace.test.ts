/** The trace of a pass: every edit that was weighed, with its pair, the family that fits it, and its place in the source. */
import { expect, test } from 'vitest'
import { spanOf } from '../../src/model/span.js'
import { logPrior } from '../../src/repair/decide/choose.js'
import { openPosterior } from '../../src/repair/tool/tool-posterior.js'
import { tracePass } from '../../src/repair/trace.js'
import { restoredOf, wholePassage } from './restored.js'
import { bigramModel, listed, smallCandidates, toolNamed } from './small.js'

const entries = [
  listed('学校', '黉舍', { evidence: ['first'] }),
  listed('学生', '门生', { evidence: ['second'] }),
  listed('教育', '教诲'),
]
const tools = [toolNamed('first', 1), toolNamed('second', 1)]
const candidates = smallCandidates(entries, bigramModel({ 学校: -1 }), undefined, { tools })
const text = '门生黉舍教诲'

function traced(families: readonly number[]) {
  const tool = openPosterior(candidates)
  tool.families.set(families)
  const restored = restoredOf(candidates, text, {
    edits: [
      [2, 4, 0, 0.9],
      [0, 2, 1, 0.8],
      [4, 6, 2, 0.1],
    ],
    passages: [wholePassage(text, 0.75)],
    tool,
  })
  const toSource = (start: number, end: number) => spanOf<'source'>(start + 10, end + 10)
  return { tool, trace: tracePass(text, restored, toSource) }
}

test('edits stand in the order of the source, each with what was weighed', () => {
  const { tool, trace } = traced([0.4, 0.4, 0.1, 0.1])
  expect(
    trace.weighed.map(({ start, end, actual, replacement }) => [start, end, actual, replacement]),
  ).toEqual([
    [10, 12, '门生', '学生'],
    [12, 14, '黉舍', '学校'],
    [14, 16, '教诲', '教育'],
  ])
  const [student] = trace.weighed
  expect(student!.pair).toBe(entries[1])
  expect(student!.probability).toBe(0.8)
  expect(student!.prior).toBe(logPrior(tool, 1))
  // The curve of attested pairs takes the probability as it is.
  expect(student!.confidence).toBeCloseTo(0.8, 12)
})

test('the family is the one that most likely made the pair, of those that the tool is of', () => {
  const familiesOf = (shares: readonly number[]) => traced(shares).trace.weighed.map(({ family }) => family)
  expect(familiesOf([0.4, 0.4, 0.1, 0.1])).toEqual(['second', 'first', 'open'])
  expect(familiesOf([0.01, 0.01, 0.9, 0.08])).toEqual(['attested', 'attested', 'open'])
  expect(familiesOf([0.05, 0.9, 0.02, 0.03])).toEqual(['second', 'first', 'open'])
})

test('passages and shares are told as they were believed', () => {
  const { trace } = traced([0.4, 0.3, 0.2, 0.1])
  expect(trace.passages).toEqual([{ start: 10, end: 16, spun: 0.75 }])
  expect(trace.families).toEqual([
    { id: 'first', share: 0.4 },
    { id: 'second', share: 0.3 },
    { id: 'attested', share: 0.2 },
    { id: 'open', share: 0.1 },
  ])
})
