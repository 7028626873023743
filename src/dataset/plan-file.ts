/**
 * The plan on the disk, so that a run that goes on later has the same units whatever has come to the inputs since. Its
 * last line has a digest of all before it: a plan that was cut or changed is none.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { sync } from './disk.js'
import { journalFiles } from './journal.js'
import type { Plan } from './plan.js'
import { readLines } from './read-lines.js'
import type { WorkUnit } from './unit.js'
import { planName } from './work-folder.js'

/** A plan that is on the disk. */
export interface KeptPlan extends Plan {
  /** Digest of the file: lines of a journal are those of this plan. */
  readonly digest: string
}

interface Head extends Omit<Plan, 'units'> {
  readonly id: string
}

interface End {
  readonly units: number
  readonly digest: string
}

/** Keeps the plan of the build with this id; it is on the disk when this returns. */
export function writePlan(folder: string, id: string, plan: Plan): KeptPlan {
  const { units, ...rest } = plan
  const path = join(folder, planName)
  const aside = `${path}.partial`
  rmSync(aside, { force: true })
  const hash = createHash('sha256')
  const file = openSync(aside, 'wx')
  const write = (text: string) => {
    hash.update(text)
    writeFileSync(file, text)
  }
  let digest: string
  try {
    write(`${JSON.stringify({ id, ...rest } satisfies Head)}\n`)
    for (let at = 0; at < units.length; at += 1000) {
      write(
        units
          .slice(at, at + 1000)
          .map((unit) => `${JSON.stringify(unit)}\n`)
          .join(''),
      )
    }
    digest = hash.digest('hex')
    writeFileSync(file, `${JSON.stringify({ units: units.length, digest } satisfies End)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
  sync(folder)
  return { ...plan, digest }
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    // No plan has such a line.
    return undefined
  }
}

/** The plan of the run before; undefined where it had not come so far. Throws ProcessingError `plan-damaged`. */
export async function readPlan(folder: string, id: string): Promise<KeptPlan | undefined> {
  const path = join(folder, planName)
  if (!existsSync(path)) {
    // The plan is on the disk before a journal is begun.
    if (journalFiles(folder).length > 0) throw new ProcessingError('plan-damaged', { path })
    return undefined
  }
  const hash = createHash('sha256')
  const lines: unknown[] = []
  let last: Buffer = Buffer.alloc(0)
  let size = 0
  for await (const { offset, bytes } of readLines(path)) {
    if (size > 0) {
      hash.update(last).update('\n')
      lines.push(parse(last))
    }
    last = bytes
    size = offset + bytes.length + 1
  }
  const [head, ...units] = lines as [Head | undefined, ...WorkUnit[]]
  const end = parse(last) as End | undefined
  const isWhole = end?.digest === hash.digest('hex') && end.units === units.length
  // Bytes behind the last line are damage too; so is another build's plan.
  if (!isWhole || head?.id !== id || size !== statSync(path).size) {
    throw new ProcessingError('plan-damaged', { path })
  }
  const { id: _, ...rest } = head
  return { ...rest, units, digest: end.digest }
}
