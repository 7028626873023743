/** Puts what kept journals hold of the units of a plan into the journal of a build, as its run 0. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type UnitResult, wholeResult } from './journal.js'
import { type KeptJournal, openResultWriter, readBoth } from './kept-journal.js'
import type { KeptPlan } from './plan-file.js'
import { openRecordFiles } from './record-file.js'
import type { WorkUnit } from './unit.js'

/** Units that a kept journal knows. */
export interface Known {
  readonly kept: KeptJournal
  /** Its unit that is the one of the new plan; undefined where it has none. */
  unitFor(unit: WorkUnit): number | undefined
  /** Whether a result that it has may be taken. */
  isWanted(result: UnitResult, unit: WorkUnit): boolean
}

/** Takes over what is known, once: a run that goes on later has it, or does again what it lacks. */
export async function takeKnownUnits(
  folder: string,
  plan: KeptPlan,
  sources: readonly Known[],
): Promise<void> {
  if (existsSync(join(folder, 'index-0.jsonl'))) return
  rmSync(join(folder, 'records-0-0.jsonl'), { force: true })
  const opened = await Promise.all(
    sources.map(async (known) => ({
      ...known,
      ...(await readBoth(known.kept.folder, known.kept.plan)),
      records: openRecordFiles(known.kept.folder),
    })),
  )
  const writer = openResultWriter(folder, 0, plan.digest)
  try {
    for (const unit of plan.units) {
      for (const { unitFor, isWanted, first, again, records } of opened) {
        const number = unitFor(unit)
        if (number === undefined) continue
        // What is damaged is done again.
        const done = wholeResult(first, records, number)
        if (done === undefined || !isWanted(done, unit)) continue
        const before = wholeResult(again, records, number)
        const results = before === undefined ? [done] : [before, done]
        const renumbered = results.map((result) => ({ ...result, unit: unit.number }))
        writer.add(renumbered, records)
      }
    }
  } finally {
    writer.close()
    for (const { first, again, records } of opened) for (const each of [first, again, records]) each.close()
  }
}
