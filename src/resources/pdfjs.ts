/**
 * Where the files of pdfjs lie that are needed of it: in `dist/pdfjs`, where `npm run build` puts them, so that users
 * need neither the rest of it nor the canvas that it draws on; or, from sources, in its package.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What the build takes from the package, by its place there. */
export const pdfjsParts = [
  'LICENSE',
  'cmaps',
  'standard_fonts',
  'legacy/build/pdf.min.mjs',
  'legacy/build/pdf.worker.min.mjs',
] as const

/** The folder of the package itself. */
export function pdfjsPackage(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
}

export interface PdfjsFiles {
  /** Addresses of its two halves. */
  readonly main: string
  readonly worker: string
  /** Folders, with the separator at their ends, of the tables of character codes and of the widths of standard fonts. */
  readonly characterMaps: string
  readonly standardFonts: string
}

export function pdfjsFiles(): PdfjsFiles {
  const shipped = fileURLToPath(new URL('../pdfjs', import.meta.url))
  const root = existsSync(shipped) ? shipped : pdfjsPackage()
  const script = (name: string) => pathToFileURL(join(root, 'legacy', 'build', name)).href
  return {
    main: script('pdf.min.mjs'),
    worker: script('pdf.worker.min.mjs'),
    characterMaps: join(root, 'cmaps') + sep,
    standardFonts: join(root, 'standard_fonts') + sep,
  }
}
