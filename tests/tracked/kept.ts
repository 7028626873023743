/** Where the Word files are kept that LibreOffice saved after it accepted or rejected all changes of a sample. */
import { join } from 'node:path'
import { root } from '../repo/source.js'

export const keptOutput = (sample: string, what: 'accept' | 'reject'): string =>
  join(root, 'tests/tracked/outputs', `${sample}.${what}.docx`)
