/**
 * Units of work in columns. A plan may have a million of them: they take some 60 bytes each, and no object is kept. The
 * text of a name is kept once, the folders that files lie in once for all files that stand there in a row.
 */
import { sep } from 'node:path'
import { type WorkUnit, withoutEnding } from './unit.js'

/** Units in the order of their numbers, as a plan has them. */
export interface Units extends Iterable<WorkUnit> {
  readonly length: number
  /** Files that they are, or are parts of. */
  readonly files: number
  /** Of all of them. */
  readonly bytes: number
  at(number: number): WorkUnit | undefined
}

/** What a plan says of a file. */
export type PlannedFile = Pick<WorkUnit, 'path' | 'absolute' | 'place' | 'size' | 'modified'>
/** What a plan says of a unit beside its file. */
type Part = Pick<WorkUnit, 'bytes' | 'range' | 'entries'>
/** What stands before a name, whole paths where it is no name. */
type Folder = Pick<WorkUnit, 'path' | 'absolute' | 'place'>

/** The array, or a longer one with the same numbers, where it is too short. */
export function withRoom<A extends Uint16Array | Uint32Array | Float64Array>(array: A, length: number): A {
  if (length <= array.length) return array
  const longer = new (array.constructor as new (length: number) => A)(length * 2)
  longer.set(array)
  return longer
}

const without = (path: string, end: string) => path.slice(0, path.length - end.length)

/** The folder of a file, and its name there; where its paths have no end in common, its paths as a folder. */
function split({ path, absolute, place }: PlannedFile): { readonly folder: Folder; readonly name: string } {
  const name = path.slice(path.lastIndexOf(sep) + 1)
  const stem = withoutEnding(name)
  if (!absolute.endsWith(name) || !place.endsWith(stem))
    return { folder: { path, absolute, place }, name: '' }
  const folder = {
    path: without(path, name),
    absolute: without(absolute, name),
    place: without(place, stem),
  }
  return { folder, name }
}

function isSameFile(one: PlannedFile, other: PlannedFile): boolean {
  const isSamePlace = one.path === other.path && one.absolute === other.absolute && one.place === other.place
  return isSamePlace && one.size === other.size && one.modified === other.modified
}

/** Files, by their rows from 0. */
export class FileTable {
  readonly #folders: Folder[] = []
  #texts = new Uint16Array(1024)
  #ends = new Uint32Array(64)
  #folderOf = new Uint32Array(64)
  #sizes = new Float64Array(64)
  #times = new Float64Array(64)
  #length = 0

  get length(): number {
    return this.#length
  }

  sizeOf(row: number): number {
    return this.#sizes[row]!
  }

  add(file: PlannedFile): void {
    const { folder, name } = split(file)
    const last = this.#folders.at(-1)
    const isThere =
      last?.absolute === folder.absolute && last.path === folder.path && last.place === folder.place
    if (!isThere) this.#folders.push(folder)
    const row = this.#length++
    const start = this.#startOf(row)
    this.#texts = withRoom(this.#texts, start + name.length)
    for (let at = 0; at < name.length; at++) this.#texts[start + at] = name.charCodeAt(at)
    this.#ends = withRoom(this.#ends, row + 1)
    this.#ends[row] = start + name.length
    this.#folderOf = withRoom(this.#folderOf, row + 1)
    this.#folderOf[row] = this.#folders.length - 1
    this.#sizes = withRoom(this.#sizes, row + 1)
    this.#sizes[row] = file.size
    this.#times = withRoom(this.#times, row + 1)
    this.#times[row] = file.modified
  }

  at(row: number): PlannedFile {
    const { path, absolute, place } = this.#folders[this.#folderOf[row]!]!
    // No system has longer names than the arguments of a call can be.
    const name = String.fromCharCode(...this.#texts.subarray(this.#startOf(row), this.#ends[row]))
    return {
      path: path + name,
      absolute: absolute + name,
      place: place + withoutEnding(name),
      size: this.#sizes[row]!,
      modified: this.#times[row]!,
    }
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : this.#ends[row - 1]!
  }
}

/** Units of the files of a table. */
export class UnitTable implements Units {
  readonly #files: FileTable
  #rows = new Uint32Array(64)
  /** Of units that are not a whole file. */
  readonly #parts = new Map<number, Part>()
  #length = 0
  #bytes = 0
  #fileCount = 0

  constructor(files = new FileTable()) {
    this.#files = files
  }

  get length(): number {
    return this.#length
  }

  get files(): number {
    return this.#fileCount
  }

  get bytes(): number {
    return this.#bytes
  }

  /** A file, or a part of it, as the next unit; parts of one file come one after another. */
  add(row: number, part?: Part): void {
    const number = this.#length++
    if (number === 0 || this.#rows[number - 1] !== row) this.#fileCount++
    this.#bytes += part?.bytes ?? this.#files.sizeOf(row)
    this.#rows = withRoom(this.#rows, number + 1)
    this.#rows[number] = row
    if (part !== undefined) this.#parts.set(number, part)
  }

  /** A unit as the next one, whatever its number. */
  addUnit({ path, absolute, place, size, modified, bytes, range, entries }: WorkUnit): void {
    const row = this.#files.length - 1
    const file = { path, absolute, place, size, modified }
    const isOther = row < 0 || !isSameFile(this.#files.at(row), file)
    if (isOther) this.#files.add(file)
    const isWhole = range === undefined && entries === undefined
    const part = isWhole ? undefined : { bytes, ...(range && { range }), ...(entries && { entries }) }
    this.add(isOther ? row + 1 : row, part)
  }

  at(number: number): WorkUnit | undefined {
    if (number >= this.#length) return undefined
    const { size, modified, ...names } = this.#files.at(this.#rows[number]!)
    const { bytes = size, ...rest } = this.#parts.get(number) ?? {}
    return { number, ...names, bytes, size, modified, ...rest }
  }

  *[Symbol.iterator](): Generator<WorkUnit> {
    for (let number = 0; number < this.#length; number++) yield this.at(number)!
  }

  /** The units whose numbers are wanted, numbered anew. */
  only(isWanted: (number: number) => boolean): UnitTable {
    const some = new UnitTable(this.#files)
    for (let number = 0; number < this.#length; number++)
      if (isWanted(number)) some.add(this.#rows[number]!, this.#parts.get(number))
    return some
  }
}
