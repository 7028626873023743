/**
 * A journal that stays beside its dataset, so that parts can be merged, and an archive that grows is not built again.
 * It has the form of a journal at work, with each document once as it was processed first, and once more where others
 * of its source proved it: who knows more documents, or fewer, decides that anew.
 * Invariant: what is kept depends on inputs, options and data, not on threads or interruptions.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { append } from '../model/lists.js'
import { ProcessingError } from '../model/message.js'
import type { BuildOptions } from './build-options.js'
import { journalHeadName } from './destination.js'
import { readSealed, writeSealed } from './disk.js'
import type { JournalWriter, UnitResult } from './journal.js'
import { openJournal, readJournal } from './journal.js'
import type { Shard } from './plan.js'
import type { KeptPlan } from './plan-file.js'
import { readPlan, writePlan } from './plan-file.js'
import type { RecordFile, RecordFiles } from './record-file.js'
import { openRecordFile, openRecordFiles } from './record-file.js'

/** Plans at work have an id by chance; kept ones are the same wherever they are made. */
const planId = 'kept'

/** Options that a merged dataset is made with. */
export type MergedOptions = Pick<
  BuildOptions,
  'inputs' | 'cwd' | 'formats' | 'document' | 'resources' | 'selection' | 'format' | 'timeout' | 'gzip'
>

/** What a kept journal says of itself. */
export interface KeptHead {
  readonly program: 'huanyuan'
  /** What its records depend on beside the inputs. */
  readonly made: object
  /** What the whole dataset was asked for. */
  readonly asked: object
  readonly options: MergedOptions
  readonly shard?: Shard
}

export interface KeptJournal extends KeptHead {
  readonly folder: string
  readonly plan: KeptPlan
}

/** Units whose lines reach the disk at once. */
const batchLength = 500

/** Writes results and their records anew, in the order in which they come. */
export interface ResultWriter {
  /**
   * All results of a unit, or none where a record is not in `from` any more as it was written: ProcessingError
   * `journal-damaged`.
   */
  add(results: readonly UnitResult[], from: RecordFiles): void
  close(): void
}

/** Opens the files of a run in a folder of a journal, which nobody else writes. */
export function openResultWriter(folder: string, run: number, plan: string): ResultWriter {
  const records: RecordFile = openRecordFile(folder, `records-${run}-0.jsonl`)
  const index: JournalWriter = openJournal(folder, run, plan)
  let held: UnitResult[] = []
  const flush = () => {
    records.sync()
    index.add(held)
    held = []
  }
  return {
    add(results, from) {
      const copied = results.map((result) => ({
        ...result,
        entries: result.entries.map((entry) => ({ ...entry, ...records.append(from.read(entry)) })),
      }))
      append(held, copied)
      if (held.length >= batchLength) flush()
    },
    close() {
      flush()
      index.close()
    },
  }
}

/** Both readings of a journal. */
export async function readBoth(folder: string, { units, digest }: KeptPlan) {
  const first = await readJournal(folder, units.length, digest, 'first')
  const again = await readJournal(folder, units.length, digest, 'again')
  return { first, again }
}

/** Keeps the journal of a build that is done in `folder`, which is made. */
export async function keepJournal(
  work: string,
  plan: KeptPlan,
  head: Omit<KeptHead, 'program'>,
  folder: string,
): Promise<void> {
  mkdirSync(folder)
  const { digest: _, ...planned } = plan
  const kept = writePlan(folder, planId, planned)
  const { first, again } = await readBoth(work, plan)
  const from = openRecordFiles(work)
  const writer = openResultWriter(folder, 1, kept.digest)
  try {
    for (const { number } of plan.units) {
      // The last one counts: the first reading, until it is known who proves whom.
      writer.add([...(again.has(number) ? [again.read(number)] : []), first.read(number)], from)
    }
  } finally {
    writer.close()
    from.close()
    for (const journal of [first, again]) journal.close()
  }
  writeSealed(join(folder, journalHeadName), { program: 'huanyuan', ...head } satisfies KeptHead)
}

/**
 * The journal that is kept in a folder; undefined where none is. Throws ProcessingError `journal-damaged` where its plan
 * is not whole; of its lines those that are not whole count as not done.
 */
export async function openKept(folder: string): Promise<KeptJournal | undefined> {
  const head = readSealed(join(folder, journalHeadName)) as KeptHead | undefined
  if (head?.program !== 'huanyuan') return undefined
  const plan = await readPlan(folder, planId)
  if (plan === undefined) throw new ProcessingError('plan-damaged', { path: folder })
  return { ...head, folder, plan }
}
