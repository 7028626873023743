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
import { UnitTable } from './unit-table.js'
import { planName } from './work-folder.js'

/** Characters that are written at once. */
const stretch = 256 * 1024

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
    let lines = ''
    for (const unit of units) {
      lines += `${JSON.stringify(unit)}\n`
      if (lines.length < stretch) continue
      write(lines)
      lines = ''
    }
    write(lines)
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

function parse<T>(line: Buffer): T | undefined {
  try {
    return JSON.parse(line.toString('utf8')) as T
  } catch {
    // No plan has such a line.
    return undefined
  }
}

/** The last line of a plan, where it speaks of what is before it and nothing is behind. */
async function endOf(path: string): Promise<End | undefined> {
  const hash = createHash('sha256')
  let last: Buffer | undefined
  let lines = 0
  let size = 0
  for await (const { offset, bytes } of readLines(path)) {
    if (last !== undefined) hash.update(last).update('\n')
    last = bytes
    lines++
    size = offset + bytes.length + 1
  }
  const end = last && parse<End>(last)
  // Beside units a plan has a head and an end.
  const isWhole = end?.digest === hash.digest('hex') && end.units === lines - 2
  return isWhole && size === statSync(path).size ? end : undefined
}

/** The plan of the run before; undefined where it had not come so far. Throws ProcessingError `plan-damaged`. */
export async function readPlan(folder: string, id: string): Promise<KeptPlan | undefined> {
  const path = join(folder, planName)
  if (!existsSync(path)) {
    // The plan is on the disk before a journal is begun.
    if (journalFiles(folder).length > 0) throw new ProcessingError('plan-damaged', { path })
    return undefined
  }
  const end = await endOf(path)
  const units = new UnitTable()
  let head: Head | undefined
  for await (const { bytes } of readLines(path)) {
    // One that is not whole, or another build's, is read no further than that.
    if (end === undefined || (head !== undefined && head.id !== id)) break
    if (head === undefined) head = parse<Head>(bytes)!
    else if (units.length < end.units) units.addUnit(parse<WorkUnit>(bytes)!)
  }
  if (end === undefined || head?.id !== id) throw new ProcessingError('plan-damaged', { path })
  const { id: _, ...rest } = head
  return { ...rest, units, digest: end.digest }
}
