/** Inputs that broke a promise, kept with the reason, so that tests try each of them ever after. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { root } from '../../scripts/tables.js'
import type { Case } from '../../tests/fuzz/cases.js'

const folder = join(root, 'tests', 'fuzz', 'found')
const list = join(folder, 'found.tsv')

/** Writes the input and a line of the list. Gives its name. */
export function keep(kind: string, number: number, { bytes, path }: Case, reason: string): string {
  const name = `${kind.replaceAll(/\W+/g, '-')}-${number}${extname(path)}`
  const known = existsSync(list) ? readFileSync(list, 'utf8') : ''
  writeFileSync(join(folder, name), bytes)
  if (!known.includes(`${name}\t`)) appendFileSync(list, `${name}\t${reason.replaceAll(/\s+/g, ' ')}\n`)
  return name
}
