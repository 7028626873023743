/** What stands in a folder: every file, link and folder, so that two states can be compared. */
import { createHash } from 'node:crypto'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** By path below the folder: what it is, and of files a hash. */
export type Tree = ReadonlyMap<string, string>

export function readTree(folder: string): Tree {
  const tree = new Map<string, string>()
  const enter = (path: string) => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const below = path === '' ? name : `${path}/${name}`
      const status = lstatSync(join(folder, below))
      if (status.isSymbolicLink()) tree.set(below, `link to ${readlinkSync(join(folder, below))}`)
      else if (status.isDirectory()) {
        tree.set(below, 'folder')
        enter(below)
      } else {
        const hash = createHash('sha256')
          .update(readFileSync(join(folder, below)))
          .digest('hex')
        tree.set(below, `file ${hash} ${status.mode.toString(8)}`)
      }
    }
  }
  enter('')
  return tree
}

/** The paths at which two trees differ, and how. */
export function differences(before: Tree, after: Tree): string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path}: ${before.get(path) ?? 'nothing'} → ${after.get(path) ?? 'nothing'}`)
}

/** The files of a dataset, but for the timings, which no two builds share. */
export function readDataset(folder: string): Tree {
  return new Map([...readTree(folder)].filter(([path]) => !path.endsWith('timings.json')))
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'huanyuan-fuzz-'))
}
