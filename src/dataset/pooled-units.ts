/**
 * Which units are done a second time, because others of their source prove documents in them spun: found once, when all
 * units are done, so that it depends on the documents alone.
 */
import { memberKey, openSources } from '../pipeline/source.js'
import { loadRepairParameters } from '../resources/repair-parameters.js'
import type { Entry, JournalIndex, UnitResult } from './journal.js'
import type { WorkUnit } from './unit.js'
import type { Units } from './unit-table.js'

const memberOf = ({ id, path, entry }: Entry) => ({ id, origin: { path, entry } })

/**
 * The units with documents that others prove, with their keys, but for those that were processed so already. All units
 * are done. Memory: that of the documents that say something for their having been spun.
 */
export function pooledUnits(units: Units, journal: JournalIndex): WorkUnit[] {
  const sources = openSources(loadRepairParameters())
  for (const { number } of units) {
    for (const entry of journal.read(number).entries)
      sources.add({ ...memberOf(entry), evidence: entry.evidence ?? null })
  }
  const proven = sources.provenByOthers()
  if (proven.size === 0) return []
  const again: WorkUnit[] = []
  for (const unit of units) {
    const { entries } = journal.read(unit.number)
    const own = entries.filter((entry) => entry.evidence && proven.has(memberKey(memberOf(entry))))
    if (own.every(({ sourceProven }) => sourceProven)) continue
    again.push({ ...unit, provenBySource: [...new Set(own.map((entry) => memberKey(memberOf(entry))))] })
  }
  return again
}

/** Keys of the documents that were processed as ones that others prove. */
const provenIn = ({ entries }: UnitResult) =>
  new Set(entries.filter((entry) => entry.sourceProven).map((entry) => memberKey(memberOf(entry))))

/** Whether a unit of a task came out; one that is done again only with each document that it is done again for. */
export function isDone(task: readonly WorkUnit[], result: UnitResult): boolean {
  const wanted = task.find(({ number }) => number === result.unit)?.provenBySource ?? []
  const made = provenIn(result)
  return wanted.every((key) => made.has(key))
}

/** Whether a result of an earlier build is what the unit gives now: the same documents are proven by others. */
export function isSameProof({ provenBySource = [] }: WorkUnit, result: UnitResult): boolean {
  const made = provenIn(result)
  return made.size === provenBySource.length && provenBySource.every((key) => made.has(key))
}
