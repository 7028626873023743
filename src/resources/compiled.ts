/**
 * Tables as `npm run build` compiled them: one file beside the program, `tables.bin`, which is read and not parsed. Each
 * table stands there with the digest of the files that it was made of, so that one that was changed since is noticed, and
 * made of its files again. From sources, and where the file is missing or of another version, all are.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { hashFiles, programVersion } from './identity.js'
import { pack, unpack } from './packed.js'
import { isBuilt, packagePath } from './place.js'

interface Compiled {
  /** Of the files that it was made of. */
  readonly digest: string
  /** Where its bytes stand behind the directory. */
  readonly at: number
  readonly length: number
}

interface Directory {
  readonly version: string
  readonly tables: Readonly<Record<string, Compiled>>
}

/** The directory, and where the tables begin. */
interface Contents extends Directory {
  readonly bodyAt: number
}

const tablesPath = () => packagePath('dist', 'tables.bin')
const magic = 0x31424154
const headBytes = 8

/** Digests of files by path, each as the file was: several tables are made of the same files. */
const digests = new Map<
  string,
  { readonly size: number; readonly changed: number; readonly digest: string }
>()

function digestOf(files: readonly string[]): string {
  return files
    .map((file) => {
      const { size, mtimeMs: changed } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 }
      const known = digests.get(file)
      if (known?.size === size && known.changed === changed) return known.digest
      const digest = hashFiles([file])
      digests.set(file, { size, changed, digest })
      return digest
    })
    .join(' ')
}

let contents: Contents | undefined
let recorded: Map<string, { readonly digest: string; readonly bytes: Uint8Array }> | undefined

/** Bytes of the file; fewer where it ends before. */
function readStretch(from: number, length: number): Uint8Array {
  const file = openSync(tablesPath(), 'r')
  try {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, from))
  } finally {
    closeSync(file)
  }
}

function readContents(): Contents {
  const none: Contents = { version: '', tables: {}, bodyAt: 0 }
  if (!isBuilt || !existsSync(tablesPath())) return none
  const [found, length] = new Uint32Array(readStretch(0, headBytes).slice().buffer)
  if (found !== magic || length === undefined) return none
  const bytes = readStretch(headBytes, length)
  if (bytes.length < length) return none
  const read = unpack(bytes) as Directory
  return read.version === programVersion() ? { ...read, bodyAt: headBytes + length } : none
}

/**
 * What `make` makes of some files, as it was compiled; undefined where it was not, or where they are others now. Throws
 * `unreadable-table`.
 */
function findCompiled<T>(name: string, files: readonly string[], make: () => T): T | undefined {
  if (recorded !== undefined) {
    const made = make()
    recorded.set(name, { digest: digestOf(files), bytes: pack(made) })
    return made
  }
  contents ??= readContents()
  const known = contents.tables[name]
  if (known === undefined || known.digest !== digestOf(files)) return undefined
  const bytes = readStretch(contents.bodyAt + known.at, known.length)
  return bytes.length < known.length ? undefined : (unpack(bytes) as T)
}

/**
 * What `make` makes of some files: as it was compiled, if they are what it was compiled of; of no files, as it was
 * compiled for this version. It must be what `pack` takes. Throws what `make` throws, and `unreadable-table`.
 */
export function compiled<T>(name: string, files: readonly string[], make: () => T): T {
  return findCompiled(name, files, make) ?? make()
}

/** Tables that are worked out of other ones, by name. */
export interface Shelf {
  /** As it was compiled, or made. */
  take<T>(name: string, make: () => T): T
  /** As it was compiled, or nothing: for what is too dear to be made for one text. */
  find<T>(name: string, make: () => T): T | undefined
}

/** The shelf of tables that are worked out of these files. */
export function shelfOf(files: readonly string[]): Shelf {
  return {
    take: (name, make) => compiled(name, files, make),
    find: (name, make) => findCompiled(name, files, make),
  }
}

/** Holds nothing, as for users' own tables. */
export const emptyShelf: Shelf = { take: (_, make) => make(), find: () => undefined }

/** The same shelf, with names that begin with `prefix`. */
export function shelfIn({ take, find }: Shelf, prefix: string): Shelf {
  return {
    take: (name, make) => take(`${prefix}-${name}`, make),
    find: (name, make) => find(`${prefix}-${name}`, make),
  }
}

/** The bytes of `tables.bin`, with every table that is loaded by `load`. */
export async function compileTables(load: () => unknown): Promise<Uint8Array> {
  recorded = new Map()
  try {
    await load()
    const tables: Record<string, Compiled> = {}
    let at = 0
    for (const [name, { digest, bytes }] of recorded) {
      tables[name] = { digest, at, length: bytes.length }
      at += bytes.length
    }
    const directory = pack({ version: programVersion(), tables } satisfies Directory)
    const head = Buffer.alloc(headBytes)
    head.writeUInt32LE(magic)
    head.writeUInt32LE(directory.length, 4)
    return Buffer.concat([head, directory, ...[...recorded.values()].map(({ bytes }) => bytes)])
  } finally {
    recorded = undefined
  }
}
