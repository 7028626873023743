/**
 * What a build says it made: every file with its size and digest, so that a later one replaces these alone, and none
 * that was changed since. Files in folders may be many and have a list of their own, which the manifest names.
 */
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readdirSync, readSync, writeSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Destination } from './destination.js'
import { filesBelow, identityOf, readSealed, statusOf, sync } from './disk.js'
import { gzipEnding } from './output-file.js'
import { readLines } from './read-lines.js'

/** A file that a build made. */
export interface MadeFile {
  /** Below the folder of the dataset, with `/` between its parts. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** An output as the manifest tells of it: of a folder, how many files are in it. */
type MadeOutput = { readonly format: string } & (
  | (MadeFile & { /** Of a compressed file, the hash of what it holds. */ readonly unpackedSha256?: string })
  | { readonly name: string; readonly files: number }
)

/** What a manifest says of files. */
export interface Made {
  readonly outputs: readonly MadeOutput[]
  /** But for the manifest and the timings, which vouch for themselves. */
  readonly companions: readonly MadeFile[]
}

/** One for all files: new ones would pile up faster than they are collected. */
const buffer = Buffer.allocUnsafeSlow(256 * 1024)

/** Size and hash of a file, under the name by which it is listed. */
export function describeFile(path: string, name: string): MadeFile {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  let bytes = 0
  try {
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, count))
      bytes += count
    }
  } finally {
    closeSync(file)
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

/** The hash of what a compressed file holds: other programs, and versions of ours, pack the same into other bytes. */
async function hashUnpacked(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), createGunzip(), hash)
  return hash.digest('hex')
}

/** Lists the files of an output's folder into `list`; they and their folders are on the disk then. Gives their number. */
function describeFolder(folder: string, name: string, list: number): number {
  let files = 0
  let synced = ''
  for (const path of filesBelow(join(folder, name))) {
    sync(path)
    if (dirname(path) !== synced) sync(dirname(path))
    synced = dirname(path)
    const below = relative(folder, path).split(sep).join('/')
    writeSync(list, `${JSON.stringify(describeFile(path, below))}\n`)
    files++
  }
  return files
}

/** What the manifest says of the files that lie in `folder`. They are on the disk when this returns. */
export async function describeMade(
  { outputs, companions, nameOf }: Destination,
  folder: string,
): Promise<Made> {
  const describe = (made: string, name: string) => {
    sync(join(folder, made))
    return describeFile(join(folder, made), name)
  }
  const list = outputs.some(({ isFolder }) => isFolder) ? openSync(join(folder, 'files.jsonl'), 'wx') : -1
  try {
    const described: MadeOutput[] = []
    for (const { name, format, isFolder } of outputs) {
      if (isFolder) described.push({ name, format, files: describeFolder(folder, name, list) })
      else {
        const isPacked = name.toLowerCase().endsWith(gzipEnding)
        const unpacked = isPacked && { unpackedSha256: await hashUnpacked(join(folder, name)) }
        described.push({ format, ...describe(name, name), ...unpacked })
      }
    }
    return {
      outputs: described,
      companions: companions
        .filter((name) => name !== 'manifest.json' && name !== 'timings.json')
        .map((name) => describe(name, nameOf(name))),
    }
  } finally {
    if (list >= 0) closeSync(list)
  }
}

/** What a build made and nobody changed since. */
export interface Owned {
  /** What a file was when it was looked at, by its name below the folder of the dataset. */
  readonly files: ReadonlyMap<string, string>
  readonly folders: ReadonlySet<string>
  /** Names of files that a manifest names and that are others now. */
  readonly changed: readonly string[]
}

/** Which file stands at a path, and in which state; undefined where none does, or a link or a folder. */
export function stampOf(path: string): string | undefined {
  const status = statusOf(path)
  if (!status?.isFile()) return undefined
  return `${identityOf(status)}:${status.size}:${status.mtimeMs}:${status.ctimeMs}`
}

/** The first part of a path below `folder` that is no folder but stands where one must; undefined where none does. */
export function blockOf(folder: string, name: string): string | undefined {
  const parts = name.split('/').slice(0, -1)
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('/'))
    .find((parent) => statusOf(join(folder, parent))?.isDirectory() === false)
}

/** What the manifest at a path says, where a build wrote it. */
export function readMade(path: string): Made | undefined {
  const manifest = readSealed(path) as (Made & { readonly program?: { readonly name?: string } }) | undefined
  return manifest?.program?.name === 'huanyuan' ? manifest : undefined
}

/** Names that the manifest in place has, folders for all that is in them. */
export function listedNames({ folder, nameOf }: Destination): string[] {
  const manifest = nameOf('manifest.json')
  const made = readMade(join(folder, manifest))
  if (made === undefined) return []
  const named = [...made.outputs, ...made.companions].map(({ name }) => name)
  return [...named, manifest, nameOf('timings.json')]
}

/** The files in place that vouch for themselves, with their stamps. */
export function sealedIn({ folder, nameOf }: Pick<Destination, 'folder' | 'nameOf'>): Map<string, string> {
  const sealed = new Map<string, string>()
  for (const name of [nameOf('manifest.json'), nameOf('timings.json')]) {
    const stamp = stampOf(join(folder, name))
    if (stamp !== undefined && readSealed(join(folder, name)) !== undefined) sealed.set(name, stamp)
  }
  return sealed
}

/**
 * What of the dataset in place is ours: what its manifest names, or that of a build that was stopped while it moved
 * its files into place.
 */
export async function readOwned({ folder, work, nameOf }: Destination): Promise<Owned> {
  const files = new Map<string, string>()
  const folders = new Set<string>()
  const changed = new Set<string>()
  const look = ({ name, bytes, sha256 }: MadeFile) => {
    const path = join(folder, name)
    const stamp = blockOf(folder, name) === undefined ? stampOf(path) : undefined
    if (stamp === undefined) return
    const is = statusOf(path)!.size === bytes && describeFile(path, name).sha256 === sha256
    if (is && stampOf(path) === stamp) files.set(name, stamp)
    else changed.add(name)
  }
  const lookThrough = async (made: Made, lists: readonly string[]) => {
    for (const each of [...made.outputs, ...made.companions]) {
      if ('sha256' in each) look(each)
      else folders.add(each.name)
    }
    const listed = made.companions.find(({ name }) => name === nameOf('files.jsonl'))
    const list = lists.find((path) => stampOf(path) && describeFile(path, '').sha256 === listed?.sha256)
    if (list === undefined) return
    for await (const { bytes } of readLines(list)) {
      const file = JSON.parse(bytes.toString('utf8')) as MadeFile
      const [top = '', ...rest] = file.name.split('/')
      if (folders.has(top) && !rest.includes('..')) look(file)
    }
  }
  const inPlace = {
    manifest: join(folder, nameOf('manifest.json')),
    list: join(folder, nameOf('files.jsonl')),
  }
  const made = readMade(inPlace.manifest)
  if (made !== undefined) await lookThrough(made, [inPlace.list])
  for (const finish of statusOf(work)?.isDirectory() ? readdirSync(work) : []) {
    const left = /^finish-\d+$/.test(finish) ? readMade(join(work, finish, 'manifest.json')) : undefined
    if (left !== undefined) await lookThrough(left, [join(work, finish, 'files.jsonl'), inPlace.list])
  }
  for (const [name, stamp] of sealedIn({ folder, nameOf })) files.set(name, stamp)
  return { files, folders, changed: [...changed].filter((name) => !files.has(name)) }
}
