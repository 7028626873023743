/**
 * Which files of a folder are whole. Nobody says when a file has been copied, so one counts as whole when two looks at it,
 * some time apart, saw the same size and the same time of its last change.
 */
import { relative, sep } from 'node:path'
import { findFiles } from '../../dataset/find-files.js'
import { ProcessingError } from '../../model/message.js'
import type { SeenFile } from './list.js'

/** A file as a look saw it. */
export interface LookedAt extends SeenFile {
  readonly absolute: string
}

/** Word and others keep such files beside a document that is open. */
const isOfEditor = (path: string) => /(^|\/)(~\$|\.~lock)/.test(path)

/** The documents in a folder now. Throws ProcessingError where the folder cannot be read. */
export async function look(folder: string, named: string): Promise<LookedAt[]> {
  try {
    const options = { inputs: [named], cwd: folder, excluded: new Set<string>() }
    const found = await findFiles(folder, options, { skipped: [], scans: [] })
    return found
      .map(({ absolute, size, modified }) => {
        const path = relative(folder, absolute).split(sep).join('/')
        return { path, absolute, bytes: size, modified }
      })
      .filter(({ path }) => !isOfEditor(path))
  } catch (cause) {
    // A file can go between the look at its folder and that at itself.
    const isGone = cause instanceof ProcessingError && /^(no-input-files|not-found)$/.test(cause.code)
    if (!isGone) throw cause
    return []
  }
}

/** Compares each look with the one before it. */
export function openSettled() {
  let before = new Map<string, LookedAt>()
  return {
    /** The files that are as they were at the last look, and whether there are others. */
    take(files: readonly LookedAt[]): {
      readonly settled: readonly LookedAt[]
      readonly areGrowing: boolean
    } {
      const settled = files.filter(({ path, bytes, modified }) => {
        const last = before.get(path)
        return last !== undefined && last.bytes === bytes && last.modified === modified
      })
      before = new Map(files.map((file) => [file.path, file]))
      return { settled, areGrowing: settled.length < files.length }
    },
  }
}
