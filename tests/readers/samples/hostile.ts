/** Small files that ask for more than they are, each with what is to become of it. Of our own making. */
import { hostileArchives } from './hostile/archives.js'
import type { Hostile } from './hostile/contract.js'
import { hostileOffice } from './hostile/office.js'
import { hostilePdf } from './hostile/pdf.js'
import { hostileTexts } from './hostile/texts.js'

/** Of each, what the bound of a test ends, or what a reader says before. */
export const hostileFiles = (): Hostile[] => [
  ...hostilePdf(),
  ...hostileOffice(),
  ...hostileArchives(),
  ...hostileTexts(),
]
