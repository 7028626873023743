/**
 * Reads the evaluation sets: a folder of `NNN.txt` with `NNN.orig.txt` and `NNN.gold.jsonl`, or clean texts alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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

/** The project's own reports, damaged, with their gold corrections. */
export function readOwnReports(folder: string): EvaluationText[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'gold.json')))
    .map(({ name }) => {
      const gold = JSON.parse(readFileSync(join(folder, name, 'gold.json'), 'utf8')) as {
        corrections: GoldEdit[]
      }
      return {
        name,
        genre: name,
        text: readFileSync(join(folder, name, 'damaged.txt'), 'utf8'),
        original: readFileSync(join(folder, name, 'clean.txt'), 'utf8'),
        gold: gold.corrections,
      }
    })
}
