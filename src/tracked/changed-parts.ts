/**
 * The parts of a package with their changed runs. Text boxes stand in runs, and programs keep their text twice: what is
 * changed in a box is changed in both.
 */
import { countFirst } from '../model/sorted.js'
import type { TracedRun } from '../readers/wordml/trace.js'
import type { Changes, TracedSource } from './places.js'
import type { ChangeStyle } from './runs.js'
import { rewriteRun } from './runs.js'

/** What stands anew in the place of `[start, end)` of a part. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly write: () => string
}

function changedPart(xml: string, runs: Iterable<TracedRun>, changes: Changes, style: ChangeStyle): string {
  const pieces: Piece[] = []
  /** The markup of the part with the pieces in it anew, those in others by the way. */
  function slice(from: number, to: number): string {
    let written = ''
    let at = from
    for (let next = countFirst(pieces.length, (index) => pieces[index]!.start < from); ; next++) {
      const piece = pieces[next]
      if (piece === undefined || piece.end > to) return written + xml.slice(at, to)
      if (piece.start < at) continue
      written += xml.slice(at, piece.start) + piece.write()
      at = piece.end
    }
  }
  const boxes = new Set<TracedRun['box']>()
  for (const run of runs) {
    const { start, end, box } = run
    pieces.push({ start, end, write: () => rewriteRun(run, xml, slice, changes, style) })
    if (box?.twin === undefined || boxes.has(box)) continue
    boxes.add(box)
    const write = () => slice(box.start, box.end)
    pieces.push({ start: box.twin, end: box.twin + box.end - box.start, write })
  }
  pieces.sort((one, two) => one.start - two.start)
  return slice(0, xml.length)
}

/** The parts that have changed runs, by name. */
export function changedParts(
  { trace }: TracedSource,
  changes: Changes,
  style: ChangeStyle,
): Map<string, string> {
  const byPart = new Map<string, Set<TracedRun>>()
  for (const { run } of changes.keys()) {
    const runs = byPart.get(run.part) ?? new Set()
    byPart.set(run.part, runs.add(run))
  }
  return new Map(
    [...byPart].map(([name, runs]) => [name, changedPart(trace.parts.get(name)!, runs, changes, style)]),
  )
}
