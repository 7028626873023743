/**
 * An archive that grows: what of it an earlier build has done, by the journal that was kept of it. A unit is the same
 * where its file has the size and the time of change that it had; else where it has the same bytes.
 */
import type { UnitResult } from './journal.js'
import { hasFailed } from './journal.js'
import type { KeptJournal } from './kept-journal.js'
import type { Known } from './known-units.js'
import type { Plan } from './plan.js'
import { digestOf } from './sealed.js'
import { isAsPlanned, readBytes, type WorkUnit } from './unit.js'

const keyOf = ({ path, absolute, place, range, entries }: WorkUnit) =>
  JSON.stringify([path, absolute, place, range, entries])

/** Digests of units; parts of one archive are read as a whole, one after the other. */
function openDigests(): (unit: WorkUnit) => string {
  let last = { key: '', digest: '' }
  return (unit) => {
    const key = JSON.stringify([unit.absolute, unit.range])
    if (key !== last.key) last = { key, digest: digestOf(readBytes(unit)) }
    return last.digest
  }
}

/** What a kept journal knows of an archive as it is now; with `retryFailed` nothing of what failed. */
export function knownOfArchive(kept: KeptJournal, retryFailed: boolean): Known {
  const before = new Map(Array.from(kept.plan.units, (unit) => [keyOf(unit), unit.number]))
  const digestNow = openDigests()
  const isSame = (unit: WorkUnit, { digest }: UnitResult) => {
    const { size, modified } = kept.plan.units.at(before.get(keyOf(unit))!)!
    return isAsPlanned(unit, { size, mtimeMs: modified }) || (digest !== null && digestNow(unit) === digest)
  }
  return {
    kept,
    unitFor: (unit) => before.get(keyOf(unit)),
    isWanted: (result, unit) => isSame(unit, result) && !(retryFailed && hasFailed(result)),
  }
}

/** Whether a plan has the units that another one had, all of them and as they were. */
export function isSamePlan({ units, skipped }: Plan, before: Plan): boolean {
  if (units.length !== before.units.length) return false
  for (const unit of units)
    if (JSON.stringify(unit) !== JSON.stringify(before.units.at(unit.number))) return false
  return JSON.stringify(skipped) === JSON.stringify(before.skipped)
}
