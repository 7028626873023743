/** Calibration: the curve of each kind of pair, its limits, and what the document adds, by hand. */
import { describe, expect, test } from 'vitest'
import { calibrate } from '../../../src/repair/decide/calibration.js'
import { withProposals } from '../../../src/repair/decode/candidates.js'
import { openPosterior } from '../../../src/repair/tool/tool-posterior.js'
import { bigramModel, listed, smallCandidates } from '../small.js'

const prepared = smallCandidates(
  [
    listed('学校', '黉舍', { evidence: ['report'] }),
    listed('学校', '书院', { evidence: ['reversed'] }),
    listed('学校', '学堂'),
  ],
  bigramModel({ 学校: -1 }),
)
const proposed = (source: 'shape' | 'thesaurus') => ({
  pair: { origin: 'proposed' as const, standard: '学校', spun: '校舍', source },
  standard: 0,
  starts: [],
})
const candidates = withProposals(prepared, [proposed('thesaurus'), proposed('shape')])

function confidence(pair: number, probability: number, used = probability, open = 0.25): number {
  const tool = openPosterior(candidates)
  tool.families[tool.prior.open] = open
  tool.used[pair] = used
  return calibrate(tool, { start: 0, end: 2, pair, probability })
}

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))
const logOdds = Math.log(0.9 / 0.1)

describe('calibrate', () => {
  test.each([
    ['an attested pair', 0, -0.287, 0.838],
    ['a pair that tools have the other way round', 1, -2.4, 0.857],
    ['a pair that nobody attests', 2, 0.1, 0.43],
    ['a pair proposed by the lexicon', 3, -0.184, 0.488],
    ['a pair proposed by a shared character', 4, -1.754, 0.599],
  ])('%s has its own curve', (_, pair, bias, slope) => {
    expect(confidence(pair, 0.9)).toBeCloseTo(sigmoid(bias + slope * logOdds), 6)
    expect(confidence(pair, 0.5)).toBeCloseTo(sigmoid(bias), 6)
  })

  test('log-odds count from -3 to 9, since the decoder is surer than it can be', () => {
    expect(confidence(0, 1)).toBeCloseTo(sigmoid(-0.287 + 0.838 * 9), 6)
    expect(confidence(0, 1e-9)).toBeCloseTo(sigmoid(-0.287 - 0.838 * 3), 6)
  })

  test('the share of unknown tools counts by its log against a quarter, from 0.002 on', () => {
    expect(confidence(0, 0.5, 0.5, 0.5)).toBeCloseTo(sigmoid(-0.287 - 0.186 * Math.log(2)), 6)
    expect(confidence(2, 0.5, 0.5, 0.5)).toBeCloseTo(sigmoid(0.1 + 1.234 * Math.log(2)), 6)
    expect(confidence(2, 0.5, 0.5, 0)).toBeCloseTo(sigmoid(0.1 + 1.234 * Math.log(0.002 / 0.25)), 6)
  })

  test('the same swap elsewhere counts, without its own share', () => {
    expect(confidence(0, 0.5, 3.5)).toBeCloseTo(sigmoid(-0.287 + 0.358 * Math.log(4)), 6)
    expect(confidence(0, 0.5, 0.25)).toBeCloseTo(sigmoid(-0.287), 6)
    expect(confidence(1, 0.5, 3.5)).toBeCloseTo(sigmoid(-2.4), 6)
    expect(confidence(4, 0.5, 3.5)).toBeCloseTo(sigmoid(-1.754 - 0.171 * Math.log(4)), 6)
  })
})
