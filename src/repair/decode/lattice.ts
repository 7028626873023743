/**
 * The lattice of a chunk of text: every reading of it that the beam keeps. An arc either keeps a unit or replaces a
 * spun form by a standard word; it carries the language model's score of what it writes, so that the same lattice
 * can be weighed again under another posterior of the tool without asking the language model again.
 * Invariant: arcs stand in the order of the units that they leave from, so one pass forwards or backwards suffices.
 */

import type { Passage } from '../detect/passages.js'

/** A passage that the classifier kept out of the decoder has no arcs. */
export interface LatticePassage extends Passage {
  readonly classifierOdds: number
  readonly firstArc: number
  readonly lastArc: number
  readonly firstEdge: number
  readonly lastEdge: number
  readonly firstNode: number
  readonly lastNode: number
  /** One of the nodes behind the last unit; the others follow in `nodeNext`. */
  readonly endNode: number
  /** Log-probability of the passage as it stands, in the language model alone. */
  readonly keptScore: number
}

/** Growing columns of numbers. Indexes below the counts are valid. */
export interface Lattice {
  passages: LatticePassage[]
  arcs: number
  arcFrom: Int32Array
  arcTo: Int32Array
  /** Edge that the arc takes, or -1 where it keeps a unit. */
  arcEdge: Int32Array
  /** Form that survives as a key with this kept unit, or -1. */
  arcSurvivor: Int32Array
  arcScore: Float32Array
  edges: number
  edgeStart: Int32Array
  edgeEnd: Int32Array
  edgePair: Int32Array
  nodes: number
  nodeKey: Float64Array
  nodeRun: Uint8Array
  nodeBest: Float32Array
  nodeNext: Int32Array
}

export function emptyLattice(): Lattice {
  const size = 4096
  return {
    passages: [],
    arcs: 0,
    arcFrom: new Int32Array(size),
    arcTo: new Int32Array(size),
    arcEdge: new Int32Array(size),
    arcSurvivor: new Int32Array(size),
    arcScore: new Float32Array(size),
    edges: 0,
    edgeStart: new Int32Array(size),
    edgeEnd: new Int32Array(size),
    edgePair: new Int32Array(size),
    nodes: 0,
    nodeKey: new Float64Array(size),
    nodeRun: new Uint8Array(size),
    nodeBest: new Float32Array(size),
    nodeNext: new Int32Array(size),
  }
}

/** Forgets what the lattice holds and keeps its memory for the next chunk. */
export function clearLattice(lattice: Lattice): void {
  lattice.passages = []
  lattice.arcs = 0
  lattice.edges = 0
  lattice.nodes = 0
}

function grownInt(array: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2)
  grown.set(array)
  return grown
}

function grownFloat(array: Float32Array): Float32Array<ArrayBuffer> {
  const grown = new Float32Array(array.length * 2)
  grown.set(array)
  return grown
}

function growArcs(lattice: Lattice): void {
  lattice.arcFrom = grownInt(lattice.arcFrom)
  lattice.arcTo = grownInt(lattice.arcTo)
  lattice.arcEdge = grownInt(lattice.arcEdge)
  lattice.arcSurvivor = grownInt(lattice.arcSurvivor)
  lattice.arcScore = grownFloat(lattice.arcScore)
}

function growEdges(lattice: Lattice): void {
  lattice.edgeStart = grownInt(lattice.edgeStart)
  lattice.edgeEnd = grownInt(lattice.edgeEnd)
  lattice.edgePair = grownInt(lattice.edgePair)
}

function growNodes(lattice: Lattice): void {
  const keys = new Float64Array(lattice.nodeKey.length * 2)
  keys.set(lattice.nodeKey)
  lattice.nodeKey = keys
  lattice.nodeBest = grownFloat(lattice.nodeBest)
  lattice.nodeNext = grownInt(lattice.nodeNext)
  const runs = new Uint8Array(lattice.nodeRun.length * 2)
  runs.set(lattice.nodeRun)
  lattice.nodeRun = runs
}

export function addArc(
  lattice: Lattice,
  from: number,
  to: number,
  edge: number,
  survivor: number,
  score: number,
): void {
  if (lattice.arcs === lattice.arcFrom.length) growArcs(lattice)
  const arc = lattice.arcs++
  lattice.arcFrom[arc] = from
  lattice.arcTo[arc] = to
  lattice.arcEdge[arc] = edge
  lattice.arcSurvivor[arc] = survivor
  lattice.arcScore[arc] = score
}

export function addEdge(lattice: Lattice, start: number, end: number, pair: number): number {
  if (lattice.edges === lattice.edgePair.length) growEdges(lattice)
  const edge = lattice.edges++
  lattice.edgeStart[edge] = start
  lattice.edgeEnd[edge] = end
  lattice.edgePair[edge] = pair
  return edge
}

/** Adds a node to the list that begins with `next`; returns its number. */
export function addNode(lattice: Lattice, key: number, run: number, best: number, next: number): number {
  if (lattice.nodes === lattice.nodeKey.length) growNodes(lattice)
  const node = lattice.nodes++
  lattice.nodeKey[node] = key
  lattice.nodeRun[node] = run
  lattice.nodeBest[node] = best
  lattice.nodeNext[node] = next
  return node
}

/** Notes a passage that is not decoded. */
export function skipPassage(lattice: Lattice, passage: Passage, gateOdds: number): void {
  const { arcs, edges, nodes } = lattice
  lattice.passages.push({
    ...passage,
    classifierOdds: gateOdds,
    firstArc: arcs,
    lastArc: arcs,
    firstEdge: edges,
    lastEdge: edges,
    firstNode: nodes,
    lastNode: nodes,
    endNode: -1,
    keptScore: 0,
  })
}
