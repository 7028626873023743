/**
 * Reads the evaluation sets: a folder of `NNN.txt` with `NNN.orig.txt` and `NNN.gold.jsonl`, or clean texts alone.
 * Invariant: a text's position is the same in every run, so that what is fitted on odd documents and scored on even
 * ones stays apart.
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
  /** The kind of document: what the table of kinds says, else what the name says. */
  readonly genre: string
  /** From 1, in the order of names. Odd ones are for fitting, even ones for scoring. */
  readonly position: number
  readonly text: string
  readonly original: string
  readonly gold: readonly GoldEdit[]
}

/** Where each code point of a text begins in UTF-16 code units, and the text's end. */
function codePointOffsets(text: string): number[] {
  const offsets = [0]
  for (const character of text) offsets.push(offsets.at(-1)! + character.length)
  return offsets
}

/** The gold of a text. The files count code points. Throws where an edit is not what stands there. */
function readGold(path: string, text: string): GoldEdit[] {
  if (!existsSync(path)) return []
  const offsets = codePointOffsets(text)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const edit = JSON.parse(line) as GoldEdit
      const [start, end] = [offsets[edit.start]!, offsets[edit.end]!]
      if (text.slice(start, end) !== edit.spun)
        throw new Error(`${path}: ${edit.spun} is not at ${edit.start}`)
      return { ...edit, start, end }
    })
}

/** Parameters are fitted on the odd documents of a set; the even ones tell what they are worth. */
export const isHeldBack = ({ position }: Pick<EvaluationText, 'position'>) => position % 2 === 0

/** The table of `data` that says of documents by name what kind each is; sets made of them have their names. */
function readKinds(data: string): Map<string, string> {
  const path = join(data, 'wild-clean', 'index.tsv')
  if (!existsSync(path)) return new Map()
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return new Map(lines.map((line) => line.split('\t') as [file: string, kind: string]))
}

/**
 * The texts of the set `name` of the folder `data`, by name. A document that the table of kinds holds has its position
 * from there, so that it is odd or even in all sets that were made of it.
 */
export function readSet(data: string, name: string): EvaluationText[] {
  const folder = join(data, name)
  const kinds = readKinds(data)
  const order = [...kinds.keys()]
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && !file.endsWith('.orig.txt'))
    .sort()
    .map((file, index) => {
      const document = file.replace(/\.txt$/, '')
      const text = readFileSync(join(folder, file), 'utf8')
      const originalPath = join(folder, `${document}.orig.txt`)
      return {
        name: document,
        genre: kinds.get(document) ?? document.replace(/-\d+$/, ''),
        position: 1 + (kinds.has(document) ? order.indexOf(document) : index),
        text,
        original: existsSync(originalPath) ? readFileSync(originalPath, 'utf8') : text,
        gold: readGold(join(folder, `${document}.gold.jsonl`), text),
      }
    })
}

/** The own reports that parameters are fitted on. All others, and whichever are added, are only scored. */
export const fittedReports: readonly string[] = [
  'city-communique',
  'county-hospital-year',
  'employment-security',
  'finance-budget',
  'poverty-relief',
  'transport-year',
]

/**
 * One of the project's own reports, damaged, with its gold corrections. Those to fit on have odd positions, all others an
 * even one, so that a report that is added moves none of them.
 */
export function readOwnReport(folder: string): EvaluationText {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const gold = JSON.parse(read('gold.json')) as { corrections: GoldEdit[] }
  const name = basename(folder)
  const place = fittedReports.indexOf(name)
  return {
    name,
    genre: name,
    position: place < 0 ? 2 : 2 * place + 1,
    text: read('damaged.txt'),
    original: read('clean.txt'),
    gold: gold.corrections,
  }
}
