/** Work that ends whoever does it: what it was in is found by halves and fails alone; all else comes out. */
import { ProcessingError } from '../model/message.js'
import type { UnitResult } from './journal.js'
import { splitUnit, type WorkUnit } from './unit.js'
import type { Timings, UnitsResult } from './worker.js'

/** Codes of what ends a task but not the build. */
const lonely = new Set(['timed-out', 'out-of-memory', 'thread-ended', 'worker-lost'])

/** Adds milliseconds of stages to those that are there. */
export function addTimings(sum: Record<string, number>, timings: Timings): void {
  for (const [stage, milliseconds] of Object.entries(timings)) sum[stage] = (sum[stage] ?? 0) + milliseconds
}

function mergeResults(halves: readonly UnitsResult[]): UnitsResult {
  const merged = new Map<number, UnitResult>()
  const timings: Record<string, number> = {}
  for (const half of halves) {
    for (const { unit, again, digest, entries, failures } of half.results) {
      const known = merged.get(unit) ?? { digest, entries: [], failures: [] }
      merged.set(unit, {
        unit,
        ...(again && { again }),
        // Halves of a range are other bytes; those of an archive are read from all of it.
        digest: known.digest === digest ? digest : null,
        entries: [...known.entries, ...entries],
        failures: [...known.failures, ...failures],
      })
    }
    addTimings(timings, half.timings)
  }
  return { results: [...merged.values()], timings }
}

/** The same work in two parts; undefined where it is one document. */
function halvesOf(units: readonly WorkUnit[]): readonly (readonly WorkUnit[])[] | undefined {
  const middle = units.length >> 1
  if (middle > 0) return [units.slice(0, middle), units.slice(middle)]
  const [unit] = units
  return unit === undefined ? undefined : splitUnit(unit)?.map((half) => [half])
}

/** A unit that is one document and failed; of an archive its entry is told by its position. */
function failedUnit(
  { number, path, range, entries }: WorkUnit,
  { code, parameters }: ProcessingError,
): UnitsResult {
  const position = range?.firstLine ?? (entries && entries.start + 1)
  const entry = position === undefined ? null : String(position)
  const failure = { path, entry, code, parameters: { path, ...parameters } }
  return { results: [{ unit: number, digest: null, entries: [], failures: [failure] }], timings: {} }
}

/** Processes units, in parts where the whole does not end. Throws what `process` throws of other things. */
export async function processByHalves(
  units: readonly WorkUnit[],
  process: (units: readonly WorkUnit[]) => Promise<UnitsResult>,
): Promise<UnitsResult> {
  try {
    return await process(units)
  } catch (cause) {
    if (!(cause instanceof ProcessingError) || !lonely.has(cause.code)) throw cause
    const halves = halvesOf(units)
    if (halves === undefined) return failedUnit(units[0]!, cause)
    const results: UnitsResult[] = []
    for (const half of halves) results.push(await processByHalves(half, process))
    return mergeResults(results)
  }
}
