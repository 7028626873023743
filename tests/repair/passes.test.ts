/** A text that was spun twice: both passes are composed into swaps of the text that was given. */
import { expect, test } from 'vitest'
import { chooseSwaps } from '../../src/repair/decide/choose.js'
import { findSwapsInPasses } from '../../src/repair/passes.js'
import { restore } from '../../src/repair/restore.js'
import { loadUnits } from '../../src/resources/units.js'
import { bigramModel, listed, smallCandidates } from './small.js'

const report = { evidence: ['report'] }
const model = bigramModel(
  { '^教': -0.5, 教诲: -12, 教导: -6, 教育: -0.1, 诲$: -0.1, 导$: -0.1, 育$: -0.1 },
  -8,
)
const candidates = smallCandidates([listed('教导', '教诲', report), listed('教育', '教导', report)], model)
const context = { applyFrom: 0.7, units: loadUnits(), lexicon: candidates.lexicon }

function passesOf(text: string) {
  const options = { assume: 'spun' as const, share: 0.5, protectedAt: new Uint8Array(text.length) }
  return { options, ...findSwapsInPasses(candidates, text, options, context) }
}

test('a swap of two passes is as sure as the less sure of both, with the evidence of both', () => {
  const { swaps, passes, options } = passesOf('教诲')
  expect(passes.map(({ read }) => read.text)).toEqual(['教诲', '教导'])
  expect(swaps.map(({ start, end, replacement }) => [start, end, replacement])).toEqual([[0, 2, '教育']])
  const [first] = chooseSwaps('教诲', restore(candidates, '教诲', options))
  const [second] = chooseSwaps('教导', restore(candidates, '教导', options))
  expect(swaps[0]!.confidence).toBe(Math.min(first!.confidence, second!.confidence))
  expect(swaps[0]!.evidence).toEqual([...first!.evidence, ...second!.evidence])
  expect(swaps[0]!.traits).toEqual([...new Set([...first!.traits, ...second!.traits])])
})

test('a text that reads well after one pass has no second one', () => {
  const { swaps, passes } = passesOf('教导')
  expect(passes).toHaveLength(1)
  expect(swaps.map(({ replacement }) => replacement)).toEqual(['教育'])
})

test('what is protected stays protected in the second pass', () => {
  const protectedAt = Uint8Array.of(1, 1)
  const options = { assume: 'spun' as const, share: 0.5, protectedAt }
  expect(findSwapsInPasses(candidates, '教诲', options, context).swaps).toEqual([])
})

test('a swap that is only suggested is not read by the second pass, and stands in its order among the others', () => {
  const text = '弯月\n教诲'
  const mild = bigramModel(
    {
      ...{ '^教': -0.5, 教诲: -12, 教导: -6, 教育: -0.1, 诲$: -0.1, 导$: -0.1, 育$: -0.1 },
      ...{ '^弯': -1, 弯月: -1, '^明': -1, 明月: -1 },
    },
    -8,
  )
  const entries = [
    listed('教导', '教诲', report),
    listed('教育', '教导', report),
    listed('明月', '弯月', report),
  ]
  const own = smallCandidates(entries, mild)
  const options = { assume: 'spun' as const, share: 0.5, protectedAt: new Uint8Array(text.length) }
  const { swaps, passes } = findSwapsInPasses(own, text, options, { ...context, lexicon: own.lexicon })
  expect(passes.map(({ read }) => read.text)).toEqual([text, '弯月\n教导'])
  expect(swaps.map(({ start, replacement }) => [start, replacement])).toEqual([
    [0, '明月'],
    [3, '教育'],
  ])
  expect(swaps[0]!.confidence).toBeLessThan(context.applyFrom)
})

test('what is protected in a part of the text stays protected where the first pass left it', () => {
  const text = '教诲\n教导'
  const options = { assume: 'spun' as const, share: 0.5, protectedAt: Uint8Array.of(0, 0, 0, 1, 1) }
  const { swaps, passes } = findSwapsInPasses(candidates, text, options, context)
  expect(passes).toHaveLength(2)
  expect(swaps.map(({ start, replacement }) => [start, replacement])).toEqual([[0, '教育']])
})

test('a composed swap has the evidence of its own place alone', () => {
  const { swaps, passes } = passesOf('教诲\n教诲')
  const [first, second] = passes.map(({ read, decoded }) => chooseSwaps(read.text, decoded))
  expect(swaps.map(({ start }) => start)).toEqual([0, 3])
  expect(swaps[0]!.evidence).toEqual([...first![0]!.evidence, ...second![0]!.evidence])
  expect(swaps[1]!.evidence).toEqual([...first![1]!.evidence, ...second![1]!.evidence])
})
