/** The files of `src/` as the repository's tests see them: path, layer and text. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
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
