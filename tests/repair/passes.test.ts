/** A text that was spun twice: both passes are composed into swaps of the text that was given. */
import { expect, test } from 'vitest'
import { chooseSwaps } from '../../src/repair/decide/choose.js'
import { findSwapsInPasses } from '../../src/repair/passes.js'
import { loadUnits } from '../../src/resources/units.js'
import { bigramModel, listed, plainParameters, smallCandidates } from './small.js'

const report = { evidence: ['report'] }
const bigrams = { 要教: -0.5, 教诲: -12, 教导: -6, 教育: -0.1, 诲$: -0.1, 导$: -0.1, 育$: -0.1 }
const entries = [listed('教导', '教诲', report), listed('教育', '教导', report)]
/** One form proves a text of two spun words. */
const detection = { ...plainParameters.detection, leastForms: 1, leastLikelihood: 1 }
const parameters = { ...plainParameters, detection }
const candidates = smallCandidates(entries, bigramModel(bigrams, -8), parameters)
const context = {
  applyFrom: 0.7,
  decision: plainParameters.decision,
  beyondRepair: [],
  units: loadUnits(),
  lexicon: candidates.lexicon,
}

function passesOf(text: string) {
  const options = { assume: 'spun' as const, protectedAt: new Uint8Array(text.length) }
  return findSwapsInPasses(candidates, text, options, context)
}

test('a swap of two passes is as sure as the less sure of both, with the evidence of both', () => {
  const { swaps, passes } = passesOf('孩子们需要教诲')
  expect(passes.map(({ read }) => read.text)).toEqual(['孩子们需要教诲', '孩子们需要教导'])
  expect(swaps.map(({ start, end, replacement }) => [start, end, replacement])).toEqual([[5, 7, '教育']])
  const [first] = chooseSwaps(passes[0]!.read.text, passes[0]!)
  const [second] = chooseSwaps(passes[1]!.read.text, passes[1]!)
  expect(swaps[0]!.confidence).toBe(Math.min(first!.confidence, second!.confidence))
  expect(swaps[0]!.evidence).toEqual([...first!.evidence, ...second!.evidence])
  expect(swaps[0]!.traits).toEqual([...new Set([...first!.traits, ...second!.traits])])
})

test('a word that went through three runs is restored by three passes', () => {
  const chain = ['教育', '教导', '教诲', '训诲']
  const steps = chain.slice(1).map((spun, index) => listed(chain[index]!, spun, report))
  const scores = chain.map((word, index) => [word, -0.1 - 5 * index] as const)
  const begins = { 要教: -0.5, 要训: -9 }
  const model = bigramModel({ ...begins, ...Object.fromEntries(scores) }, -8)
  const own = smallCandidates(steps, model, parameters)
  const text = '孩子们需要训诲'
  const options = { assume: 'spun' as const, protectedAt: new Uint8Array(text.length) }
  const { swaps, passes } = findSwapsInPasses(own, text, options, { ...context, lexicon: own.lexicon })
  expect(swaps.map(({ replacement }) => replacement)).toEqual(['教育'])
  expect(passes).toHaveLength(3)
})

/** Of 教诲 the first pass makes 劝导, which reads better there than 教导; only the whole way back leads to 教育. */
test('what two runs made is undone at once where that reads better', () => {
  const chains = [listed('教室', '课堂', report), listed('课堂', '讲堂', report)]
  const scores = {
    ...bigrams,
    要劝: -0.4,
    劝导: -4,
    在教: -0.5,
    教室: -0.2,
    在课: -6,
    课堂: -3,
    在讲: -9,
    讲堂: -9,
  }
  const model = bigramModel(scores, -8)
  const own = smallCandidates([...entries, listed('劝导', '教诲', report), ...chains], model, parameters)
  const text = '孩子们需要教诲，大家都在讲堂里看书写字画画儿'
  const options = { assume: 'spun' as const, protectedAt: new Uint8Array(text.length) }
  const { swaps, passes } = findSwapsInPasses(own, text, options, { ...context, lexicon: own.lexicon })
  expect(swaps.map(({ replacement }) => replacement)).toEqual(['教育', '教室'])
  expect(passes).toHaveLength(1)
})

test('a text that reads well after one pass has no second one', () => {
  const { swaps, passes } = passesOf('孩子们需要教导')
  expect(passes).toHaveLength(1)
  expect(swaps.map(({ replacement }) => replacement)).toEqual(['教育'])
})

test('what is protected stays protected in the second pass', () => {
  const text = '孩子们需要教诲'
  const protectedAt = Uint8Array.of(0, 0, 0, 0, 0, 1, 1)
  const options = { assume: 'spun' as const, protectedAt }
  expect(findSwapsInPasses(candidates, text, options, context).swaps).toEqual([])
})

test('a swap that is only suggested is not read by the second pass, and stands in its order among the others', () => {
  const text = '天上一轮弯月\n孩子们需要教诲'
  const mild = bigramModel({ ...bigrams, 轮弯: -1, 弯月: -1, 轮明: -1, 明月: -1 }, -8)
  const own = smallCandidates([...entries, listed('明月', '弯月', report)], mild, parameters)
  const options = { assume: 'spun' as const, protectedAt: new Uint8Array(text.length) }
  const { swaps, passes } = findSwapsInPasses(own, text, options, { ...context, lexicon: own.lexicon })
  expect(passes.map(({ read }) => read.text)).toEqual([text, '天上一轮弯月\n孩子们需要教导'])
  expect(swaps.map(({ start, replacement }) => [start, replacement])).toEqual([
    [4, '明月'],
    [12, '教育'],
  ])
  expect(swaps[0]!.confidence).toBeLessThan(context.applyFrom)
})

test('what is protected in a part of the text stays protected where the first pass left it', () => {
  const text = '孩子们需要教诲\n孩子们需要教导'
  const protectedAt = new Uint8Array(text.length).fill(1, 13)
  const { swaps, passes } = findSwapsInPasses(candidates, text, { assume: 'spun', protectedAt }, context)
  // The third pass finds that what still looks spun may not be touched.
  expect(passes.map(({ read }) => read.text)).toEqual([
    text,
    '孩子们需要教导\n孩子们需要教导',
    '孩子们需要教育\n孩子们需要教导',
  ])
  expect(swaps.map(({ start, replacement }) => [start, replacement])).toEqual([[5, '教育']])
})

test('a composed swap has the evidence of its own place alone', () => {
  const { swaps, passes } = passesOf('孩子们需要教诲\n大人们也要教诲')
  const [first, second] = passes.map((pass) => chooseSwaps(pass.read.text, pass))
  expect(swaps.map(({ start }) => start)).toEqual([5, 13])
  expect(swaps[0]!.evidence).toEqual([...first![0]!.evidence, ...second![0]!.evidence])
  expect(swaps[1]!.evidence).toEqual([...first![1]!.evidence, ...second![1]!.evidence])
})
