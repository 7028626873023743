/**
 * Reads the evaluation sets: a folder of `NNN.txt` with `NNN.orig.txt` and `NNN.gold.jsonl`, or clean texts alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface GoldEdit {
  readonly start: number
  readonly end: number
  readonly spun: string
  readonly gold: string
  readonly unseen?: boolean
  readonly kind: 'swap' | 'layout' | 'mask' | 'deletion' | 'notice'
}

export interface EvaluationText {
  readonly name: string
  readonly genre: string
  readonly text: string
  readonly original: string
  readonly gold: readonly GoldEdit[]
}

function readGold(path: string): GoldEdit[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldEdit)
}

/** The texts of one set, by name. */
export function readSet(folder: string): EvaluationText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && !file.endsWith('.orig.txt'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.txt$/, '')
      const text = readFileSync(join(folder, file), 'utf8')
      const originalPath = join(folder, `${name}.orig.txt`)
      return {
        name,
        genre: name.replace(/-\d+$/, ''),
        text,
        original: existsSync(originalPath) ? readFileSync(originalPath, 'utf8') : text,
        gold: readGold(join(folder, `${name}.gold.jsonl`)),
      }
    })
}

/** One of the project's own reports, damaged, with its gold corrections. */
export function readOwnReport(folder: string): EvaluationText {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const gold = JSON.parse(read('gold.json')) as { corrections: GoldEdit[] }
  const name = basename(folder)
  return { name, genre: name, text: read('damaged.txt'), original: read('clean.txt'), gold: gold.corrections }
}
