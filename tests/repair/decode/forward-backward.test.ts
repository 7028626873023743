/** Forward–backward over a lattice, against the sum over all of its readings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PassagePrior } from '../../../src/repair/decode/forward-backward.js'
import { countUses, emptySums, weighLattice } from '../../../src/repair/decode/forward-backward.js'
import type { Lattice, LatticePassage } from '../../../src/repair/decode/lattice.js'
import {
  addArc,
  addEdge,
  addNode,
  clearLattice,
  emptyLattice,
  skipPassage,
} from '../../../src/repair/decode/lattice.js'
import { listedPairs } from '../../../src/repair/tool/pair-table.js'
import { editCost, keepCost, openPosterior } from '../../../src/repair/tool/tool-posterior.js'
import { toolPrior } from '../../../src/repair/tool/tool-prior.js'
import { listed, plainParameters, smallLexicon } from '../small.js'

const lexicon = smallLexicon([listed('学校', '黉舍'), listed('学生', '门生', { kind: 'sibling' })])
const school = lexicon.forms.indexOf('学校')

function tool() {
  return openPosterior({
    table: listedPairs(lexicon),
    prior: toolPrior(lexicon, plainParameters),
    parameters: plainParameters,
    shares: new Float32Array(lexicon.forms.length).fill(1e-3),
  })
}

interface Arc {
  readonly from: number
  readonly to: number
  readonly score: number
  /** Pair that the arc's edge makes; edges of one `edge` number are the same. */
  readonly edge: number
  readonly survivor: number
}

/** What is stated of a passage beside its readings. */
type Stated = Partial<Pick<LatticePassage, 'keptScore' | 'classifierOdds' | 'start' | 'end'>>

/** A lattice of one passage over `nodes` nodes in a row; the last one is the end. Edge e makes pair e. */
function latticeOf(nodes: number, arcs: readonly Arc[], stated: Stated = {}): Lattice {
  const lattice = emptyLattice()
  for (let node = 0; node < nodes; node++) addNode(lattice, node, 0, 0, -1)
  const edges = Math.max(-1, ...arcs.map(({ edge }) => edge)) + 1
  for (let edge = 0; edge < edges; edge++) addEdge(lattice, edge, edge + 1, edge)
  for (const { from, to, edge, survivor, score } of arcs) addArc(lattice, from, to, edge, survivor, score)
  lattice.passages.push({
    start: 0,
    end: nodes,
    opensParagraph: true,
    closesParagraph: true,
    han: nodes,
    classifierOdds: 0,
    firstArc: 0,
    lastArc: lattice.arcs,
    firstEdge: 0,
    lastEdge: lattice.edges,
    firstNode: 0,
    lastNode: lattice.nodes,
    endNode: nodes - 1,
    keptScore: 0,
    ...stated,
  })
  return lattice
}

const keep = (from: number, to: number, score: number, survivor = -1): Arc => ({
  from,
  to,
  score,
  edge: -1,
  survivor,
})
const replace = (from: number, to: number, score: number, edge: number): Arc => ({
  from,
  to,
  score,
  edge,
  survivor: -1,
})

const spun: PassagePrior = { assume: 'spun', share: 0.5, before: 0.5 }

describe('weighLattice', () => {
  // No tool attests the pairs, so the open family of 3 % holds them with .3; words count .85.
  const held = 0.03 * 0.3 * 0.85

  test('an edge against a kept unit, by hand', () => {
    const lattice = latticeOf(2, [keep(0, 1, -1), replace(0, 1, 3, 0)])
    const cost = Math.log(0.95 * held)
    const { edges, spun: passages } = weighLattice(lattice, tool(), undefined, spun, emptySums())
    expect(edges[0]).toBeCloseTo(Math.exp(3 + cost) / (Math.exp(3 + cost) + Math.exp(-1)), 5)
    expect(passages[0]).toBe(1)
  })

  test('a surviving key costs what a tool would have left', () => {
    const lattice = latticeOf(2, [keep(0, 1, 0, school), keep(0, 1, 0)])
    const { survivals } = weighLattice(lattice, tool(), undefined, spun, emptySums())
    const left = 1 - 0.95 * held
    expect(survivals[0]).toBeCloseTo(left / (left + 1), 6)
    expect(survivals[1]).toBe(0)
  })

  describe('a passage is spun by its forms and by what its readings gain over keeping it', () => {
    const auto: PassagePrior = { assume: 'auto', share: 0.5, before: 0.5 }
    const cost = Math.log(0.95 * held)

    /** Log-odds of a passage whose only reading, an edge, gains `gain` over keeping it. */
    function oddsOf(gain: number, stated: Stated = {}, prior = auto): number {
      const lattice = latticeOf(2, [replace(0, 1, 3, 0)], { keptScore: 3 + cost - gain, ...stated })
      const { edges, spun: passages } = weighLattice(lattice, tool(), undefined, prior, emptySums())
      // The only reading is the edge, so it is as likely as that the passage was spun.
      expect(edges[0]).toBeCloseTo(passages[0]!, 6)
      return Math.log(passages[0]! / (1 - passages[0]!))
    }

    test('of a gain, 1 nat is taken off, and a tenth a character', () => {
      expect(oddsOf(3)).toBeCloseTo(3 - 1 - 0.2, 5)
      expect(oddsOf(3, { end: 12 })).toBeCloseTo(3 - 1 - 1.2, 5)
      expect(oddsOf(3, { start: 40, end: 52 })).toBeCloseTo(3 - 1 - 1.2, 5)
    })

    test('a gain that is used up by that says nothing', () => {
      expect(oddsOf(1.1)).toBeCloseTo(0, 5)
      expect(oddsOf(3, { end: 30 })).toBeCloseTo(0, 5)
      expect(oddsOf(0)).toBeCloseTo(0, 5)
    })

    test('no gain says more than 4 nats', () => {
      expect(oddsOf(5.1)).toBeCloseTo(3.9, 5)
      expect(oddsOf(9)).toBeCloseTo(4, 5)
    })

    test('a loss counts in full', () => {
      expect(oddsOf(-0.5)).toBeCloseTo(-0.5, 5)
      expect(oddsOf(-7)).toBeCloseTo(-7, 4)
    })

    test('a loss says nothing of a tool that holds few words', () => {
      expect(oddsOf(-7, {}, { ...auto, standingTells: false })).toBeCloseTo(0, 5)
    })

    test('the odds of the classifier are added', () => {
      expect(oddsOf(3, { classifierOdds: 2 })).toBeCloseTo(2 + 1.8, 5)
      expect(oddsOf(9, { classifierOdds: -3 })).toBeCloseTo(-3 + 4, 5)
    })
  })

  test('what is given about a passage is taken; a passage assumed clean has no edits', () => {
    const lattice = latticeOf(2, [replace(0, 1, 3, 0)])
    const weigh = (prior: PassagePrior) => weighLattice(lattice, tool(), undefined, prior, emptySums())
    expect(weigh({ ...spun, given: Float64Array.of(0.25) }).edges[0]).toBeCloseTo(0.25, 6)
    expect(weigh({ ...spun, assume: 'clean' }).edges[0]).toBe(0)
  })

  test('a passage that is not decoded speaks by the odds of the classifier', () => {
    const lattice = emptyLattice()
    const border = { opensParagraph: true, closesParagraph: true }
    skipPassage(lattice, { start: 0, end: 5, ...border, han: 5 }, Math.log(3))
    const auto: PassagePrior = { assume: 'auto', share: 0.5, before: 0.5 }
    expect(weighLattice(lattice, tool(), undefined, auto, emptySums()).spun[0]).toBeCloseTo(0.75, 10)
  })

  test('an edge that stands in several arcs has the probability of all of them', () => {
    // Two histories lead to it; both go on.
    const arcs = [keep(0, 1, 0), keep(0, 2, 0), replace(1, 3, 2, 0), replace(2, 3, 2, 0), keep(1, 3, 0)]
    const cost = Math.exp(2 + Math.log(0.95 * held))
    const { edges } = weighLattice(latticeOf(4, arcs), tool(), undefined, spun, emptySums())
    expect(edges[0]).toBeCloseTo((2 * cost) / (2 * cost + 1), 5)
  })

  test('an edge is weighed without its own share of the counts', () => {
    const lattice = latticeOf(2, [keep(0, 1, -1), replace(0, 1, 3, 0)])
    const posterior = tool()
    const first = weighLattice(lattice, posterior, undefined, spun, emptySums())
    countUses(posterior, lattice, first, 1)
    const second = weighLattice(lattice, posterior, first, spun, emptySums())
    expect(second.edges[0]).toBeCloseTo(first.edges[0]!, 5)
  })

  /** Arcs over five nodes, each forward; every node but the last is left by a kept unit to the next. */
  const arcs = fc
    .array(
      fc.record({
        from: fc.integer({ min: 0, max: 3 }),
        step: fc.integer({ min: 1, max: 2 }),
        score: fc.double({ min: -3, max: 3, noNaN: true }),
        kind: fc.constantFrom(-1, 0, 1),
      }),
      { maxLength: 6 },
    )
    .map((drawn) =>
      [
        ...[0, 1, 2, 3].map((from) => keep(from, from + 1, -1, from === 1 ? school : -1)),
        ...drawn.map(toArc),
      ].sort((a, b) => a.from - b.from),
    )

  function toArc({
    from,
    step,
    score,
    kind,
  }: {
    from: number
    step: number
    score: number
    kind: number
  }): Arc {
    return { from, to: Math.min(4, from + step), score, edge: kind, survivor: -1 }
  }

  test('is the marginal over all readings', () => {
    fc.assert(
      fc.property(arcs, (row) => {
        const posterior = tool()
        const lattice = latticeOf(5, row)
        const { edges, survivals } = weighLattice(lattice, posterior, undefined, spun, emptySums())
        const weightOf = ({ score, edge, survivor }: Arc) =>
          score +
          (edge >= 0 ? editCost(posterior, edge, 0) : survivor >= 0 ? keepCost(posterior, survivor, 0) : 0)
        const arcSums = row.map(() => 0)
        let all = 0
        const walk = (node: number, taken: readonly number[], weight: number) => {
          if (node === 4) {
            all += Math.exp(weight)
            for (const arc of taken) arcSums[arc]! += Math.exp(weight)
            return
          }
          row.forEach((arc, index) => {
            if (arc.from === node) walk(arc.to, [...taken, index], weight + weightOf(arc))
          })
        }
        walk(0, [], 0)
        for (let edge = 0; edge < lattice.edges; edge++) {
          const sum = row.reduce((total, arc, index) => total + (arc.edge === edge ? arcSums[index]! : 0), 0)
          expect(edges[edge]).toBeCloseTo(sum / all, 4)
        }
        row.forEach(({ survivor }, index) => {
          expect(survivals[index]).toBeCloseTo(survivor < 0 ? 0 : arcSums[index]! / all, 4)
        })
      }),
    )
  })
})

describe('countUses', () => {
  test('adds what a weighing shows, and takes it out again', () => {
    const lattice = latticeOf(3, [keep(0, 1, 0, school), replace(0, 1, 5, 0), keep(1, 2, 0)])
    const posterior = tool()
    const weighed = weighLattice(lattice, posterior, undefined, spun, emptySums())
    countUses(posterior, lattice, weighed, 1)
    expect(posterior.used[0]).toBeCloseTo(weighed.edges[0]!, 6)
    expect(posterior.replaced[school]).toBeCloseTo(weighed.edges[0]!, 6)
    expect(posterior.survived[school]).toBeCloseTo(1 - weighed.edges[0]!, 5)
    countUses(posterior, lattice, weighed, -1)
    for (const counts of [posterior.used, posterior.replaced, posterior.survived]) {
      for (const count of counts) expect(count).toBeCloseTo(0, 6)
    }
  })
})

describe('lattice', () => {
  test('grows as it is filled and keeps what it holds; clearing empties it', () => {
    const lattice = emptyLattice()
    const size = 5000
    for (let index = 0; index < size; index++) {
      expect(addNode(lattice, index + 0.5, index % 7, -index, index - 1)).toBe(index)
      expect(addEdge(lattice, index, index + 2, index % 3)).toBe(index)
      addArc(lattice, index, index + 1, index, -1, index / 2)
    }
    const last = size - 1
    expect([
      lattice.nodeKey[last],
      lattice.nodeRun[last],
      lattice.nodeBest[last],
      lattice.nodeNext[last],
    ]).toEqual([last + 0.5, last % 7, -last, last - 1])
    expect([lattice.edgeStart[0], lattice.edgeEnd[last], lattice.edgePair[last]]).toEqual([
      0,
      last + 2,
      last % 3,
    ])
    expect([
      lattice.arcFrom[last],
      lattice.arcTo[last],
      lattice.arcEdge[last],
      lattice.arcScore[last],
    ]).toEqual([last, last + 1, last, last / 2])
    clearLattice(lattice)
    expect([lattice.arcs, lattice.edges, lattice.nodes, lattice.passages]).toEqual([0, 0, 0, []])
  })
})
