/** The parts of a dataset (`--shard`): whether they are all there, and of one whole. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { journalName } from './destination.js'
import { differencesOf } from './differences.js'
import type { KeptJournal } from './kept-journal.js'
import { openKept } from './kept-journal.js'
import type { Known } from './known-units.js'
import type { Plan, Shard } from './plan.js'
import { UnitTable } from './unit-table.js'

/** A part that was built, as the user named it. */
export interface Part {
  readonly path: string
  readonly kept: KeptJournal
  readonly shard: Shard
}

/** Where a name leads to the journal of a part: a folder that holds it, or itself. */
function journalAt(path: string): string {
  const inside = join(path, journalName)
  return existsSync(inside) ? inside : path
}

async function openPart(path: string, cwd: string): Promise<Part> {
  const kept = await openKept(journalAt(resolve(cwd, path)))
  if (kept?.shard === undefined) throw new ProcessingError('no-part', { path })
  return { path, kept, shard: kept.shard }
}

/** Throws ProcessingError `parts-differ` or `parts-doubled` where a part is not of the whole that the first one is of. */
function checkSame(parts: readonly Part[]): void {
  const [first] = parts
  for (const [position, { path, kept, shard }] of parts.entries()) {
    const what = differencesOf(first!.kept.asked, kept.asked)
    const of =
      shard.count !== first!.shard.count ? 'shard' : kept.plan.whole !== first!.kept.plan.whole && 'inputs'
    if (what !== '' || of)
      throw new ProcessingError('parts-differ', { path, other: first!.path, what: what || `${of}` })
    const twin = parts.slice(0, position).find((each) => each.shard.index === shard.index)
    if (twin !== undefined)
      throw new ProcessingError('parts-doubled', {
        path,
        other: twin.path,
        part: `${shard.index}/${shard.count}`,
      })
  }
}

/**
 * All parts of one whole, in their order. Throws ProcessingError `no-part`, `parts-differ`, `parts-doubled`,
 * `parts-missing` or `plan-damaged`.
 */
export async function openParts(paths: readonly string[], cwd: string): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const path of paths) parts.push(await openPart(path, cwd))
  checkSame(parts)
  const { count } = parts[0]!.shard
  const there = new Set(parts.map(({ shard }) => shard.index))
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index))
  if (missing.length > 0) {
    const names = missing.map((index) => `${index}/${count}`).join(' ')
    throw new ProcessingError('parts-missing', { missing: names, count })
  }
  return parts.sort((one, two) => one.shard.index - two.shard.index)
}

/** The plan of the whole, as one build would have made it. */
export function wholePlan(parts: readonly Part[]): Plan {
  const total = parts.reduce((sum, { kept }) => sum + kept.plan.units.length, 0)
  const units = new UnitTable()
  for (let number = 0; number < total; number++) {
    const { plan } = parts[number % parts.length]!.kept
    units.addUnit(plan.units.at(Math.floor(number / parts.length))!)
  }
  return { units, skipped: parts[0]!.kept.plan.skipped }
}

/** What a part knows of the whole: all of its units. */
export function knownOfPart({ kept, shard: { index, count } }: Part): Known {
  return {
    kept,
    unitFor: ({ number }) => (number % count === index - 1 ? Math.floor(number / count) : undefined),
    isWanted: () => true,
  }
}
