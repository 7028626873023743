/** Moves what was made into its place, with a manifest that says what it is, written last. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { companions, type Destination } from './destination.js'

/** Throws ProcessingError `output-exists` where a file of an earlier build would be overwritten. */
export function checkFree({ folder, outputs, nameOf }: Destination): void {
  for (const name of [...outputs.map(({ name }) => name), ...companions.map(nameOf)]) {
    const path = join(folder, name)
    if (existsSync(path)) throw new ProcessingError('output-exists', { path })
  }
}

export interface OutputFile {
  readonly name: string
  readonly format: string
  readonly bytes?: number
  readonly sha256?: string
}

/** Size and hash, read into one buffer: a new one for each piece would pile up faster than it is collected. */
function describeFile(path: string): Pick<OutputFile, 'bytes' | 'sha256'> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafeSlow(1024 ** 2)
  const file = openSync(path, 'r')
  try {
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, count))
    }
  } finally {
    closeSync(file)
  }
  return { bytes: statSync(path).size, sha256: hash.digest('hex') }
}

/** What the manifest says of the outputs, which lie in `folder`; of folders it says their name alone. */
export function describeOutputs({ outputs }: Destination, folder: string): OutputFile[] {
  return outputs.map(({ name, format, isFolder }) => ({
    name,
    format,
    ...(!isFolder && describeFile(join(folder, name))),
  }))
}

/** Waits until a file, or the names in a folder, are on the disk. */
function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch {
    // Some systems sync no folders; what they hold is safe there without it, or not to be made safe.
  } finally {
    closeSync(file)
  }
}

function move(from: string, to: string): void {
  // A folder is not replaced by a renaming, a file is.
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) rmSync(to, { recursive: true })
  renameSync(from, to)
}

/**
 * Moves the outputs and then the companions, the manifest last, from `folder` into the dataset. They are on the disk
 * before they have their names, for the journal is given up next.
 */
export function moveIntoPlace(destination: Destination, folder: string): void {
  const { outputs, nameOf } = destination
  const moved = [
    ...outputs.map(({ name }) => [name, name] as const),
    ...companions.map((name) => [name, nameOf(name)] as const),
  ]
  for (const [made] of moved) sync(join(folder, made))
  for (const [made, name] of moved) move(join(folder, made), join(destination.folder, name))
  sync(destination.folder)
}

export function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`, { flag: 'wx' })
}
