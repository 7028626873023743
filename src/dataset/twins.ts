/**
 * Files that are met twice: by two inputs, by two names, by links. Of a million files only a number each is kept, for few
 * of them can be one file at all.
 */
import { followedStatusOf, identityOf } from './disk.js'
import { type FileTable, withRoom } from './unit-table.js'

/** Numbers that stand in a row more than once. */
function repeated(numbers: Float64Array): Set<number> {
  const sorted = numbers.slice().sort()
  return new Set(sorted.filter((number, at) => number === sorted[at + 1]))
}

export class Twins {
  #inodes = new Float64Array(64)
  #length = 0
  /** The first row of each input. */
  readonly #begins: number[] = []

  /** The files that are added now are those of another input. */
  begin(): void {
    this.#begins.push(this.#length)
  }

  /** The next row of the table has this number in its file system. */
  add(inode: number): void {
    this.#inodes = withRoom(this.#inodes, this.#length + 1)
    this.#inodes[this.#length++] = inode
  }

  /** Rows to leave out: what an earlier input leads to, and of the names that one input leads to all but the shortest. */
  find(files: FileTable): Set<number> {
    const shared = repeated(this.#inodes.subarray(0, this.#length))
    const left = new Set<number>()
    const kept = new Map<string, { readonly row: number; readonly path: string; readonly begin: number }>()
    if (shared.size === 0) return left
    for (let row = 0; row < files.length; row++) {
      if (!shared.has(this.#inodes[row]!)) continue
      const { path, absolute } = files.at(row)
      const status = followedStatusOf(absolute)
      if (status === undefined) continue
      const begin = this.#begins.findLast((first) => first <= row)!
      const twin = kept.get(identityOf(status))
      const isBetter = twin === undefined || (twin.begin === begin && path.length < twin.path.length)
      if (isBetter) kept.set(identityOf(status), { row, path, begin })
      if (twin !== undefined) left.add(isBetter ? twin.row : row)
    }
    return left
  }
}
