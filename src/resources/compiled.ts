/**
 * Tables as `npm run build` compiled them: one file beside the program, `tables.bin`, which is read and not parsed. Each
 * table stands there with the digest of the files that it was made of, so that one that was changed since is noticed, and
 * made of its files again. From sources, and where the file is missing or of another version, all are.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hashFiles, programVersion } from './identity.js'
import { pack, unpack } from './packed.js'

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

const path = fileURLToPath(new URL('../tables.bin', import.meta.url))
const magic = 0x31424154
const headBytes = 8

let contents: Contents | undefined
let recorded: Map<string, { readonly digest: string; readonly bytes: Uint8Array }> | undefined
/** Of each table that was asked for. */
const digests = new Map<string, string>()

/** Bytes of the file; fewer where it ends before. */
function readStretch(from: number, length: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, from))
  } finally {
    closeSync(file)
  }
}

function readContents(): Contents {
  const none: Contents = { version: '', tables: {}, bodyAt: 0 }
  if (!existsSync(path)) return none
  const [found, length] = new Uint32Array(readStretch(0, headBytes).slice().buffer)
  if (found !== magic || length === undefined) return none
  const bytes = readStretch(headBytes, length)
  if (bytes.length < length) return none
  const read = unpack(bytes) as Directory
  return read.version === programVersion() ? { ...read, bodyAt: headBytes + length } : none
}

/** The digest of what a table is made of that was asked for before; so others can be made of it. */
export function digestOf(table: string): string {
  return digests.get(table) ?? ''
}

/**
 * What `make` makes of some files, or of what a digest stands for: as it was compiled, if they are what it was compiled of.
 * It must be what `pack` takes. Throws what `make` throws, and `unreadable-table`.
 */
export function compiled<T>(name: string, sources: readonly string[] | string, make: () => T): T {
  const digest = typeof sources === 'string' ? sources : hashFiles(sources)
  digests.set(name, digest)
  if (recorded !== undefined) {
    const made = make()
    recorded.set(name, { digest, bytes: pack(made) })
    return made
  }
  contents ??= readContents()
  const known = contents.tables[name]
  if (known === undefined || known.digest !== digest) return make()
  const bytes = readStretch(contents.bodyAt + known.at, known.length)
  return bytes.length < known.length ? make() : (unpack(bytes) as T)
}

/** Keeps what is made of tables, under a name, so that the build can compile it as well. */
export type Keep = <T>(name: string, make: () => T) => T

/** Where it is made of others than those that ship. */
export const keepNothing: Keep = (_, make) => make()

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
