/**
 * Chunks: runs of passages that are decoded together, so that memory is bounded whatever the length of a text.
 * Invariant: a chunk holds whole passages; passages of one chunk share what they show of the tool.
 */
import { encodeText } from '../../lm/symbols.js'
import type { ClassifiedPassage } from '../detect/classify.js'
import type { LatticeBuilder, Units } from './beam.js'
import { addPassage } from './beam.js'
import type { Candidates } from './candidates.js'
import { clearLattice, skipPassage } from './lattice.js'

/** Characters a chunk: enough for a tool to show itself, few enough to bound the lattice. */
const chunkSize = 16_384

/** The end of the chunk that begins with a passage. */
export function takeChunk(passages: readonly ClassifiedPassage[], from: number): number {
  const { start } = passages[from]!.passage
  let to = from + 1
  while (to < passages.length && passages[to]!.passage.end - start <= chunkSize) to++
  return to
}

function encodeChunk(candidates: Candidates, text: string, start: number, end: number): Units {
  const symbols = new Uint16Array(end - start)
  const offsets = new Int32Array(end - start + 1)
  const piece = text.slice(start, end)
  const count = encodeText(piece, candidates.model.symbols, symbols, offsets)
  for (let unit = 0; unit < count; unit++) offsets[unit]! += start
  offsets[count] = end
  return { symbols, offsets, count }
}

/** Fills the lattice with the readings of a chunk's passages; those that are not decoded are noted only. */
export function buildChunk(
  builder: LatticeBuilder,
  text: string,
  passages: readonly ClassifiedPassage[],
  protectedAt: Uint8Array | undefined,
): void {
  clearLattice(builder.lattice)
  if (!passages.some((passage) => passage.decode)) {
    for (const { passage, odds } of passages) skipPassage(builder.lattice, passage, odds)
    return
  }
  const units = encodeChunk(
    builder.candidates,
    text,
    passages[0]!.passage.start,
    passages.at(-1)!.passage.end,
  )
  let unit = 0
  for (const { passage, odds, decode } of passages) {
    while (unit < units.count && units.offsets[unit]! < passage.start) unit++
    const first = unit
    while (unit < units.count && units.offsets[unit]! < passage.end) unit++
    if (!decode || unit === first) skipPassage(builder.lattice, passage, odds)
    else addPassage(builder, { text, units, first, last: unit, passage, classifierOdds: odds, protectedAt })
  }
}
