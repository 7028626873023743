/**
 * What a worker may touch: what lies in the folders that its own call names, wherever links lead. Plans and settings that
 * others laid down are held to it.
 */
import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** Where a path leads to; of what is not there, where the folders above it lead to. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPath(above), basename(path))
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Folders to stay in. Throws what the file system says where one is not there. */
export function confineTo(folders: readonly string[]) {
  const roots = folders.map((folder) => realpathSync(folder))
  /** The path without links; undefined where it leads outside. */
  return (path: string): string | undefined => {
    const real = realPath(resolve(path))
    return roots.some((root) => isWithin(real, root)) ? real : undefined
  }
}
