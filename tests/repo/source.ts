/** The files of `src/` as the repository's tests see them: path, layer, text, and what they import. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string
  /** The folder of `src/` that it stands in, or its own name at the top. */
  readonly layer: string
  readonly text: string
  /** The text without comments. */
  readonly code: string
}

export interface Import {
  readonly specifier: string
  /** Layer of a file of ours; undefined for a package or a module of Node. */
  readonly target: string | undefined
  readonly isTypeOnly: boolean
}

function layerOf(path: string): string {
  return relative('src', path).split(/[\\/]/)[0]!
}

/** Every TypeScript file under a folder of the repository, sorted. */
export function filesUnder(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`
      const text = readFileSync(join(root, path), 'utf8')
      const code = text.replace(/\/\*.*?\*\//gs, '').replace(/(?<=^|\s)\/\/.*$/gm, '')
      return { path, layer: layerOf(path), text, code }
    })
}

export function sourceFiles(): SourceFile[] {
  return filesUnder('src')
}

const pattern =
  /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** Static and dynamic imports and re-exports. */
export function importsOf(file: SourceFile): Import[] {
  return [...file.code.matchAll(pattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4]!
    const isOurs = specifier.startsWith('.')
    return {
      specifier,
      target: isOurs ? layerOf(join(dirname(file.path), specifier).replace(/\.js$/, '.ts')) : undefined,
      isTypeOnly: match[1] !== undefined,
    }
  })
}
