/**
 * Where the package lies, whose data and programs are found by it: `corpus`, `dist`, and what it depends on. A program
 * into which the library was bundled lies elsewhere, and says where the package is (`loadResources({ dataDir })`).
 * Invariant: one place for the life of the process, from the first time that it is asked for.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Undefined in a bundle of CommonJS. */
const here: string | undefined = import.meta.url

/** Whether this runs from `dist`, or from a bundle, and not from the sources. */
export const isBuilt = !here?.endsWith('.ts')

let found: string | undefined

/** A folder with all that the program reads. */
const isPackage = (folder: string) =>
  ['corpus', 'package.json'].every((name) => existsSync(join(folder, name)))

/** Takes a folder for that of the package. Throws TypeError where it is none, or where another one is in use already. */
export function usePackage(dataDir: string): void {
  const folder = resolve(dataDir)
  if (found === folder) return
  if (!isPackage(folder))
    throw new TypeError(`dataDir must be the folder of the package huanyuan, with its corpus, not ${folder}`)
  if (found !== undefined) throw new TypeError(`dataDir cannot be changed: data of ${found} was read already`)
  found = folder
}

/** Files of `src`, `dist` and `dist/program` stand equally deep in it. Throws TypeError where it is not found. */
export function packageFolder(): string {
  if (found === undefined) {
    const folder = here === undefined ? undefined : resolve(fileURLToPath(new URL('../..', here)))
    if (folder === undefined || !isPackage(folder))
      throw new TypeError('the data of huanyuan is not beside this program: give loadResources({ dataDir })')
    found = folder
  }
  return found
}

/** A path in the package. */
export const packagePath = (...parts: string[]): string => join(packageFolder(), ...parts)

let loading: NodeJS.Require | undefined

/** `require`, as the package does it. */
export function requireHere(): NodeJS.Require {
  loading ??= createRequire(packagePath('package.json'))
  return loading
}
