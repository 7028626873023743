/** Puts what is needed of pdfjs into `dist/pdfjs`, a step of `npm run build`. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { pdfjsPackage, pdfjsParts } from '../src/resources/pdfjs.js'
import { root } from './tables.js'

for (const part of pdfjsParts) {
  cpSync(join(pdfjsPackage(), part), join(root, 'dist', 'pdfjs', part), { recursive: true })
}
