/**
 * Where the files of pdfjs lie that are needed of it: in `dist/pdfjs`, where `npm run build` puts them, so that users
 * need neither the rest of it nor the canvas that it draws on; or, from sources, in its package.
 */
import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packagePath, requireHere } from './place.js'

/** What the build takes from the package, by its place there. */
export const pdfjsParts = [
  'LICENSE',
  'cmaps',
  'legacy/build/pdf.min.mjs',
  'legacy/build/pdf.worker.min.mjs',
] as const

/** The folder of the package itself. */
export function pdfjsPackage(): string {
  return dirname(requireHere().resolve('pdfjs-dist/package.json'))
}

export interface PdfjsFiles {
  /** Addresses of its two halves. */
  readonly main: string
  readonly worker: string
  /** Folder, with the separator at its end, of the tables of character codes. */
  readonly characterMaps: string
}

export function pdfjsFiles(): PdfjsFiles {
  const shipped = packagePath('dist', 'pdfjs')
  const root = existsSync(shipped) ? shipped : pdfjsPackage()
  const script = (name: string) => pathToFileURL(join(root, 'legacy', 'build', name)).href
  return {
    main: script('pdf.min.mjs'),
    worker: script('pdf.worker.min.mjs'),
    characterMaps: join(root, 'cmaps') + sep,
  }
}
