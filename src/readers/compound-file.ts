/**
 * Compound files (the container of Office before 2007, [MS-CFB]): the streams of the root storage by name. Tables of
 * sectors are checked before anything is followed: no chain of sectors runs in a circle, none leads outside of the file.
 * Streams of embedded objects, which have the same names, are never taken for those of the document.
 */
import { append } from '../model/lists.js'

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const headerSize = 512
/** Places of the header's fields. */
const fields = {
  sectorShift: 30,
  shortShift: 32,
  tables: 44,
  directory: 48,
  shortLimit: 56,
  shortTable: 60,
  extra: 68,
  extras: 72,
  list: 76,
}
const listed = 109
const shortSize = 64
const entrySize = 128
/** Types of entries. */
const isStream = 2
const isRoot = 5

export interface CompoundFile {
  /** Names of the streams and storages of the root. */
  readonly names: ReadonlySet<string>
  /** The bytes of a stream of the root; none where there is no such stream. */
  stream(name: string): Buffer
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Whether following the links from any place comes to an end. Each place is visited once. */
function endsEverywhere(next: Int32Array): boolean {
  const seenFrom = new Int32Array(next.length)
  for (let start = 0; start < next.length; start++) {
    let at = start
    while (at >= 0 && at < next.length && seenFrom[at] === 0) {
      seenFrom[at] = start + 1
      at = next[at]!
    }
    if (at >= 0 && at < next.length && seenFrom[at] === start + 1) return false
  }
  return true
}

/** The places of a chain. The links must end everywhere. */
function chainOf(start: number, next: Int32Array): number[] {
  const chain: number[] = []
  for (let at = start; at >= 0 && at < next.length; at = next[at]!) chain.push(at)
  return chain
}

interface Sectors {
  readonly size: number
  readonly links: Int32Array
  /** The numbers that sectors hold, one behind the other; none of a sector that lies outside of the file. */
  readonly numbersIn: (sectors: readonly number[]) => Int32Array
}

/** The allocation table; undefined where it is not sound. */
function readSectors(file: Buffer): Sectors | undefined {
  if (file.length < 2 * headerSize) return undefined
  const field = (place: number) => file.readInt32LE(place)
  const shift = file.readUInt16LE(fields.sectorShift)
  if ((shift !== 9 && shift !== 12) || file.readUInt16LE(fields.shortShift) !== 6) return undefined
  const size = 1 << shift
  const sectors = Math.ceil(file.length / size)
  const tables = field(fields.tables)
  const extras = field(fields.extras)
  if (tables < 1 || tables > sectors || extras < 0 || extras > sectors) return undefined

  const perSector = size / 4
  const numbersIn = (places: readonly number[]): Int32Array => {
    const sound = places.filter((sector) => sector >= 0 && (sector + 2) * size <= file.length)
    const numbers = new Int32Array(sound.length * perSector)
    for (let at = 0; at < numbers.length; at++) {
      const start = (sound[Math.floor(at / perSector)]! + 1) * size
      numbers[at] = file.readInt32LE(start + (at % perSector) * 4)
    }
    return numbers
  }
  const list = Array.from({ length: Math.min(listed, tables) }, (_, at) => field(fields.list + at * 4))
  let extra = field(fields.extra)
  for (let at = 0; at < extras && list.length < tables; at++) {
    const numbers = numbersIn([extra])
    extra = numbers.at(-1) ?? -1
    append(list, [...numbers.subarray(0, Math.min(perSector - 1, tables - list.length))])
  }
  const links = numbersIn(list)
  return endsEverywhere(links) ? { size, links, numbersIn } : undefined
}

interface Entry {
  readonly name: string
  readonly type: number
  /** Numbers of entries: the siblings before and behind, and the first one inside. */
  readonly links: readonly [before: number, behind: number, inside: number]
  readonly start: number
  readonly size: number
}

function entryAt(directory: Buffer, number: number): Entry | undefined {
  const at = number * entrySize
  if (number < 0 || at + entrySize > directory.length) return undefined
  const nameSize = Math.min(64, Math.max(2, directory.readUInt16LE(at + 64)))
  return {
    name: directory.toString('utf16le', at, at + nameSize - 2),
    type: directory.readUInt8(at + 66),
    links: [directory.readInt32LE(at + 68), directory.readInt32LE(at + 72), directory.readInt32LE(at + 76)],
    start: directory.readInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  }
}

/** What stands in the root storage itself, by name. */
function childrenOf(directory: Buffer, root: Entry): Map<string, Entry> {
  const found = new Map<string, Entry>()
  const seen = new Set<number>()
  const pending = [root.links[2]]
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    const entry = seen.has(number) ? undefined : entryAt(directory, number)
    if (entry === undefined) continue
    seen.add(number)
    found.set(entry.name, entry)
    pending.push(entry.links[0], entry.links[1])
  }
  return found
}

/** Opens a compound file; undefined where its tables are not sound. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectors = readSectors(file)
  if (sectors === undefined) return undefined
  const { size, links, numbersIn } = sectors
  const readLong = (start: number) =>
    Buffer.concat(chainOf(start, links).map((at) => file.subarray((at + 1) * size, (at + 2) * size)))
  const shortTable = chainOf(file.readInt32LE(fields.shortTable), links)
  const shortLinks = numbersIn(shortTable)
  if (!endsEverywhere(shortLinks)) return undefined
  const directory = readLong(file.readInt32LE(fields.directory))
  const root = entryAt(directory, 0)
  if (root?.type !== isRoot) return undefined
  const children = childrenOf(directory, root)
  const shortLimit = file.readUInt32LE(fields.shortLimit)
  /** Short streams stand together in the stream of the root. */
  const shorts = readLong(root.start)
  const readShort = (start: number) =>
    Buffer.concat(
      chainOf(start, shortLinks).map((at) => shorts.subarray(at * shortSize, (at + 1) * shortSize)),
    )
  return {
    names: new Set(children.keys()),
    stream(name) {
      const entry = children.get(name)
      if (entry === undefined || entry.type !== isStream) return Buffer.alloc(0)
      const whole = entry.size < shortLimit ? readShort(entry.start) : readLong(entry.start)
      return whole.subarray(0, entry.size)
    },
  }
}
