/**
 * Records as they cross from a thread: in parts of JSON that are short each, so that who takes a long one is never busy
 * with it for long. The parts lie in memory that is shared, so that nothing is copied on the way.
 */
import { setImmediate as turn } from 'node:timers/promises'
import type { DocumentRecord } from '../writers/schema.js'

/** Where in a record a value belongs: keys, and positions in lists; none for the record itself. */
type Path = readonly (string | number)[]

/** A value at its place, or further items of the list at that place. */
interface Part {
  readonly path: Path
  readonly value?: unknown
  readonly items?: readonly unknown[]
}

/** A record, or what is left of one, as UTF-8. */
export type RecordParts = readonly Uint8Array[]

/** Characters of JSON that are read in some milliseconds. */
const longest = 200_000
/** Milliseconds after which others have their turn. */
const patience = 10

const isShort = (value: unknown) => typeof value !== 'object' || JSON.stringify(value).length <= longest

function* partsOfList(path: Path, list: readonly unknown[]): Generator<Part> {
  yield { path, value: [] }
  let items: unknown[] = []
  let length = 0
  for (const [index, item] of list.entries()) {
    const own = JSON.stringify(item).length
    if (length + own > longest && items.length > 0) {
      yield { path, items }
      items = []
      length = 0
    }
    if (own > longest) {
      yield* partsOfValue([...path, index], item)
      continue
    }
    items.push(item)
    length += own
  }
  if (items.length > 0) yield { path, items }
}

function* partsOfValue(path: Path, value: unknown): Generator<Part> {
  if (isShort(value)) yield { path, value }
  else if (Array.isArray(value)) yield* partsOfList(path, value)
  else {
    yield { path, value: {} }
    for (const [key, inner] of Object.entries(value as object)) {
      if (inner !== undefined) yield* partsOfValue([...path, key], inner)
    }
  }
}

function shared(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  const kept = new Uint8Array(new SharedArrayBuffer(bytes.length))
  kept.set(bytes)
  return kept
}

/** A record in parts; a short one is one part. */
export function partsOf(record: DocumentRecord): RecordParts {
  return Array.from(partsOfValue([], record), (part) => shared(JSON.stringify(part)))
}

/** A list or an object, by position or key. */
type Holder = Record<string | number, unknown>

/** Puts a part where it belongs below the root. */
function place(root: Holder, { path, value, items }: Part): void {
  let holder = root
  const whole: Path = ['record', ...path]
  for (const key of whole.slice(0, -1)) holder = holder[key] as Holder
  const last = whole.at(-1)!
  if (items === undefined) holder[last] = value
  else for (const item of items) (holder[last] as unknown[]).push(item)
}

/** The record of some parts. Others have their turn while it is put together. */
export async function recordOfParts(parts: RecordParts): Promise<DocumentRecord> {
  const root: Holder = {}
  let since = performance.now()
  for (const bytes of parts) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    place(root, JSON.parse(text) as Part)
    if (performance.now() - since < patience) continue
    await turn()
    since = performance.now()
  }
  return root.record as DocumentRecord
}

const opening = '{"path":[],"value":'

/** The JSON of the record of some parts, as UTF-8. That of a short one is taken as it is, and read by nobody. */
export async function jsonOfParts(parts: RecordParts): Promise<Uint8Array> {
  const [first] = parts
  if (parts.length === 1) {
    const bytes = Buffer.from(first!.buffer, first!.byteOffset, first!.byteLength)
    if (bytes.subarray(0, opening.length).toString('latin1') === opening) {
      return bytes.subarray(opening.length, -1)
    }
  }
  return Buffer.from(JSON.stringify(await recordOfParts(parts)))
}
