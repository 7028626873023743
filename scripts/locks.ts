/** What the locks say of the packages that users install. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tables.js'

/** The folder of each package that is published, beside its lock. */
export const published = ['.', 'packages/ocr'] as const
export type Published = (typeof published)[number]

/** A package as a lock has it; `resolved` is there for those that do not come from the registry. */
interface Locked {
  readonly version: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: true
  readonly dev?: true
  readonly optional?: true
}

export interface Dependency extends Locked {
  readonly name: string
  /** Where it is installed, below the folder of the lock. */
  readonly place: string
}

/** All that a lock holds, but the package itself. */
export function lockedOf(folder: Published): Dependency[] {
  const { packages } = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, locked]) => ({ ...locked, place, name: place.replace(/^.*node_modules\//, '') }))
}

/** What users install with a package. */
export const productionOf = (folder: Published) => lockedOf(folder).filter(({ dev }) => dev !== true)
