/**
 * Expands a passage into its readings: at every place the nodes of the beam keep the unit there, or replace a spun
 * form that begins there by each of its standard words. What falls too far behind is not followed.
 * Source of the method: beam search over a word lattice with a character language model.
 */
import type { ModelStates } from '../../lm/query.js'
import { end as endSymbol } from '../../lm/symbols.js'
import { trieStep, visitMatches } from '../../model/trie.js'
import type { FirstPlaces } from '../detect/first-places.js'
import type { Passage } from '../detect/passages.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'
import { editCost, keepCost } from '../tool/tool-posterior.js'
import type { Candidates } from './candidates.js'
import type { Lattice } from './lattice.js'
import { addArc, addEdge, addNode, emptyLattice } from './lattice.js'

/** Readings a place keeps by default, and how far behind the best of them, in nats. */
const beamWidth = 4
const beamGap = 6
/** What the restoring of a word costs that stands unharmed further up, where a tool replaced first places alone. */
const lateCost = 2
/** A run of kept units longer than any key tells nothing more. */
const longestRun = 6

/** The chunk's text as symbols: which, and where each begins. One more offset closes the list. */
export interface Units {
  readonly symbols: Uint16Array
  readonly offsets: Int32Array
  readonly count: number
}

/** A key may survive where it stands as the longest leftmost match of the text: its form by its last unit, or -1. */
function findSurvivors(
  { lexicon: { trie, forms, standardStarts } }: Candidates,
  text: string,
  units: Units,
  first: number,
  last: number,
): Int32Array {
  const survivors = new Int32Array(last - first).fill(-1)
  const passageEnd = units.offsets[last]!
  let free = units.offsets[first]!
  for (let unit = first; unit < last; unit++) {
    const start = units.offsets[unit]!
    if (start < free) continue
    let longest = -1
    let longestEnd = start
    let node = trie.roots[text.charCodeAt(start)]!
    for (let end = start + 1; node !== 0 && end <= passageEnd; end++) {
      const form = trie.patterns[node]!
      if (form >= 0 && standardStarts[form]! < standardStarts[form + 1]!) {
        longest = form
        longestEnd = end
      }
      if (end === text.length) break
      node = trieStep(trie, node, text.charCodeAt(end))
    }
    if (longest < 0) continue
    const lastUnit = unit + forms[longest]!.length - 1
    if (lastUnit < last && units.offsets[lastUnit] === longestEnd - 1) {
      survivors[lastUnit - first] = longest
      free = longestEnd
    }
  }
  return survivors
}

function isAnyProtected(protectedAt: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (protectedAt[at] !== 0) return true
  return false
}

/** What building a lattice needs, chunk after chunk. */
export interface LatticeBuilder {
  readonly candidates: Candidates
  readonly tool: ToolPosterior
  readonly lattice: Lattice
  /** Where a tool replaced first places alone: those of all forms. */
  readonly firstPlaces: FirstPlaces | undefined
  /** Readings that a place keeps. */
  readonly width: number
  /** Histories of the nodes of the passage in work: node n of the lattice has slot n - firstNode. */
  states: ModelStates
}

export function latticeBuilder(
  candidates: Candidates,
  tool: ToolPosterior,
  firstPlaces?: FirstPlaces,
  width = beamWidth,
): LatticeBuilder {
  const states = candidates.model.createStates(4096)
  return { candidates, tool, lattice: emptyLattice(), firstPlaces, width, states }
}

/** A passage in its place among the units of its chunk. */
export interface PassageUnits {
  readonly text: string
  readonly units: Units
  readonly first: number
  readonly last: number
  readonly passage: Passage
  readonly classifierOdds: number
  /** Non-zero at offsets that no edit may touch. */
  readonly protectedAt: Uint8Array | undefined
}

/** Adds the readings of one passage to the lattice. */
export function addPassage(builder: LatticeBuilder, input: PassageUnits): void {
  const { candidates, tool, lattice, width } = builder
  const { lexicon, model, table } = candidates
  const { text, units, first, last, passage, classifierOdds: gateOdds, protectedAt } = input
  const scale = tool.parameters.contextScale
  const length = last - first
  const firstArc = lattice.arcs
  const firstEdge = lattice.edges
  const firstNode = lattice.nodes
  // The end of a paragraph is a unit too: 的通知 ends a line, 的告诉 does not.
  const steps = passage.closesParagraph ? length + 1 : length
  const symbolAt = (position: number) => (position < length ? units.symbols[first + position]! : endSymbol)
  const heads = new Int32Array(steps + 1).fill(-1)
  const survivors = findSurvivors(candidates, text, units, first, last)
  const alive: number[] = []
  /** Best score known at each place; what falls far behind it is not worth asking the language model about. */
  const bestAt = new Float32Array(steps + 1).fill(Number.NEGATIVE_INFINITY)
  /** Score of the passage as it stands, up to each place. */
  const keptUpTo = new Float32Array(steps + 1)

  /** Slot for a history that may become a new node. Slot 0 of the states is the text as it stands. */
  function freeSlot(): number {
    const slot = lattice.nodes - firstNode + 1
    if (slot + 1 >= builder.states.capacity) growStates(builder)
    return slot
  }

  function slotOf(node: number): number {
    return node - firstNode + 1
  }

  /** The node of a place with the history in `freeSlot()` and this run: one that is there, or a new one. */
  function nodeAt(position: number, run: number, score: number): number {
    if (score > bestAt[position]!) bestAt[position] = score
    const key = model.stateKey(builder.states, lattice.nodes - firstNode + 1)
    for (let node = heads[position]!; node >= 0; node = lattice.nodeNext[node]!) {
      if (lattice.nodeKey[node] === key && lattice.nodeRun[node] === run) {
        if (score > lattice.nodeBest[node]!) lattice.nodeBest[node] = score
        return node
      }
    }
    const node = addNode(lattice, key, run, score, heads[position]!)
    heads[position] = node
    return node
  }

  /** The nodes of a place that stay in the beam, in `alive`. */
  function selectNodes(position: number): void {
    const { nodeBest, nodeNext } = lattice
    const least = bestAt[position]! - beamGap
    alive.length = 0
    for (let node = heads[position]!; node >= 0; node = nodeNext[node]!) {
      const own = nodeBest[node]!
      if (!(own >= least)) continue
      // The list begins with the latest node; of two as good ones the earlier stands first.
      let at = alive.length
      for (; at > 0 && nodeBest[alive[at - 1]!]! <= own; at--) alive[at] = alive[at - 1]!
      alive[at] = node
    }
    if (alive.length > width) alive.length = width
  }

  function keepUnit(position: number): void {
    const symbol = symbolAt(position)
    const survivor = survivors[position] ?? -1
    const survivorLength = survivor < 0 ? 0 : lexicon.forms[survivor]!.length
    const survivalCost = survivor < 0 ? 0 : keepCost(tool, survivor, 0)
    for (const node of alive) {
      const score = scale * model.advance(builder.states, slotOf(node), symbol, freeSlot())
      const run = Math.min(longestRun, lattice.nodeRun[node]! + 1)
      const survives = survivor >= 0 && run >= survivorLength
      const total = lattice.nodeBest[node]! + score + (survives ? survivalCost : 0)
      addArc(lattice, node, nodeAt(position + 1, run, total), -1, survives ? survivor : -1, score)
    }
  }

  function replaceForm(position: number, formLength: number, pair: number): void {
    const standard = table.standards[pair]!
    const from = candidates.symbolStarts[standard]!
    const to = candidates.symbolStarts[standard + 1]!
    const start = units.offsets[first + position]!
    // Such a tool would have replaced the word further up.
    const isLate = (builder.firstPlaces?.get(standard) ?? start) < start
    // Most pairs get no arc: an edge is made with its first one.
    let edge = -1
    const target = position + formLength
    const cost = editCost(tool, pair, 0)
    const kept = bestAt[position]! + keptUpTo[target]! - keptUpTo[position]!
    for (const node of alive) {
      const least = Math.max(kept, bestAt[target]!) - beamGap - lattice.nodeBest[node]! - cost
      if (least > 0) break
      const free = freeSlot()
      let score = isLate ? -lateCost : 0
      let history = slotOf(node)
      for (let at = from; at < to && score >= least; at++) {
        score += scale * model.advance(builder.states, history, candidates.symbols[at]!, free)
        history = free
      }
      if (score < least) break
      if (edge < 0) edge = addEdge(lattice, start, start + formLength, pair)
      addArc(lattice, node, nodeAt(target, 0, lattice.nodeBest[node]! + score + cost), edge, -1, score)
    }
  }

  function replaceForms(position: number): void {
    const start = units.offsets[first + position]!
    visitMatches(lexicon.trie, text, start, (form, end) => {
      const size = end - start
      if (position + size > length || units.offsets[first + position + size - 1] !== end - 1) return
      if (candidates.starts[form] === candidates.starts[form + 1]) return
      if (protectedAt !== undefined && isAnyProtected(protectedAt, start, end)) return
      for (let index = candidates.starts[form]!; index < candidates.starts[form + 1]!; index++) {
        replaceForm(position, size, candidates.pairs[index]!)
      }
    })
    if (candidates.local.size === 0) return
    for (const { length: size, pair } of candidates.local.get(start) ?? []) {
      if (position + size <= length) replaceForm(position, size, pair)
    }
  }

  openHistory(builder, input, freeSlot())
  nodeAt(0, 0, 0)
  openHistory(builder, input, 0)
  for (let position = 0; position < steps; position++) {
    const score = scale * model.advance(builder.states, 0, symbolAt(position), 0)
    keptUpTo[position + 1] = keptUpTo[position]! + score
  }
  for (let position = 0; position < steps; position++) {
    selectNodes(position)
    keepUnit(position)
    if (position < length) replaceForms(position)
  }
  lattice.passages.push({
    ...passage,
    classifierOdds: gateOdds,
    firstArc,
    lastArc: lattice.arcs,
    firstEdge,
    lastEdge: lattice.edges,
    firstNode,
    lastNode: lattice.nodes,
    endNode: heads[steps]!,
    keptScore: keptUpTo[steps]!,
  })
}

function growStates(builder: LatticeBuilder): void {
  const { candidates, states } = builder
  builder.states = candidates.model.createStates(states.capacity * 2, states)
}

/** What stands before a passage: the opening of a paragraph, or the text as it stands. */
function openHistory(builder: LatticeBuilder, input: PassageUnits, slot: number): void {
  const { model } = builder.candidates
  if (input.passage.opensParagraph) {
    model.startParagraph(builder.states, slot)
    return
  }
  model.clear(builder.states, slot)
  for (let unit = Math.max(0, input.first - model.order + 1); unit < input.first; unit++) {
    model.advance(builder.states, slot, input.units.symbols[unit]!, slot)
  }
}
