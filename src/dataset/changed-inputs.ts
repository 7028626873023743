/** Whether what an earlier run read is still what the inputs hold. */
import { ProcessingError } from '../model/message.js'
import { followedStatusOf } from './disk.js'
import type { JournalIndex } from './journal.js'
import type { Plan } from './plan.js'
import { digestOf } from './sealed.js'
import { isAsPlanned, readBytes, type WorkUnit } from './unit.js'

/** Whether the file of a unit was changed since the plan; one that is gone has been read, and is no other. */
function isTouched(unit: WorkUnit): boolean {
  const status = followedStatusOf(unit.absolute)
  return status !== undefined && !isAsPlanned(unit, status)
}

/**
 * Compares inputs with what was read of them: by size and time of change, and where those differ by digest. Throws
 * ProcessingError `input-changed` at the first that is another now.
 */
export function checkUnchanged({ units }: Plan, journal: JournalIndex): void {
  let last = { absolute: '', touched: false }
  for (const unit of units) {
    const { number, absolute, path } = unit
    if (!journal.has(number)) continue
    if (absolute !== last.absolute) last = { absolute, touched: isTouched(unit) }
    if (!last.touched) continue
    const { digest, entries } = journal.read(number)
    // Of what could not be read the messages tell.
    if (entries.length === 0) continue
    if (digest === null || digestOf(readBytes(unit)) !== digest) {
      throw new ProcessingError('input-changed', { path })
    }
  }
}
