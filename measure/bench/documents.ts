/**
 * Many documents for measuring datasets: the own reports with other figures of the same shapes, spun with tables drawn
 * from the lexicon, in folders of 100 and in several formats. Nobody's documents, and any number of them.
 * Invariant: the same seed gives the same bytes on every machine, and a smaller number of documents is the start of a
 * larger one; no more than five documents are held at a time.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { parseTable, root, tablePaths } from '../../scripts/tables.js'
import { seededRandom } from '../../tests/support/random.js'
import { spinText } from '../../tests/support/spin.js'
import { listReports, readReportSources } from '../reports/files.js'

export interface GenerateOptions {
  /** Another seed gives other documents. */
  readonly seed?: number
}

/** A row of random numbers of its own for each number. */
function randomOf(seed: number, number: number): () => number {
  return seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
}

/**
 * Figures, in the first group those that stay: of years, days, articles and document numbers, of telephones and codes,
 * and what belongs to a Latin name. Any other value would not be one.
 */
const figures =
  /((?<![\d.,])(?:19|20)\d\d(?=[年—－-])|\d+(?=[—－-]?\d*[年月日时条届号])|\d+(?:-\d+)+|(?<=[A-Za-z])\d+(?:\.\d+)?|(?<=[：:])\d{6,})|\d[\d,.]*\d|\d/g

/** Of the other figures, this share keeps its value, so that some totals still add up. */
const unchanged = 0.5

/** Other figures of the same shapes: as many digits, point and commas in their places, a zero in front only where it was. */
export function varyFigures(text: string, random: () => number): string {
  return text.replace(figures, (figure, kept: string | undefined) => {
    if (kept !== undefined || random() < unchanged) return figure
    return figure.replace(/\d/g, (digit, at: number) => {
      if (at > 0) return String(Math.floor(random() * 10))
      return digit === '0' ? '0' : String(1 + Math.floor(random() * 9))
    })
  })
}

const spinTables = 7
/** Of documents and of the words of the lexicon: which share is spun in each way. */
const spins = [
  { name: 'clean', documents: 0.35, words: 0 },
  { name: 'light', documents: 0.3, words: 0.15 },
  { name: 'heavy', documents: 0.35, words: 0.9 },
] as const

/** Spellings of each word of the lexicon. Single characters would change nearly every one. */
function readSpellings(): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>()
  for (const path of tablePaths()) {
    if (!/^corpus\/lexicon\/(?!protected)/.test(path)) continue
    for (const row of parseTable(readFileSync(join(root, path), 'utf8')).rows) {
      const [standard = '', spun = ''] = row.split('\t')
      if (standard.length < 2 || spun === '') continue
      spellings.set(standard, [...(spellings.get(standard) ?? []), spun])
    }
  }
  return spellings
}

/** A table as a tool has it: one spelling for a word, and not every word. */
function drawTable(
  spellings: ReadonlyMap<string, readonly string[]>,
  share: number,
  random: () => number,
): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const [standard, choices] of spellings) {
    const choice = choices[Math.floor(random() * choices.length)]!
    if (random() < share) table.set(standard, choice)
  }
  return table
}

/** Texts by number. Figures are no part of a spun word, so a report is spun once for each table. */
function textSource(seed: number): (number: number) => { readonly name: string; readonly text: string } {
  const reports = join(root, 'corpus', 'reports')
  const spellings = readSpellings()
  const sources = listReports(reports).map((id) => ({ id, clean: readReportSources(reports, id).clean }))
  const tables = new Map<string, ReadonlyMap<string, string>>()
  const spun = new Map<string, string>()

  function spinSource(source: number, spin: number, table: number): string {
    const { clean } = sources[source]!
    const { words } = spins[spin]!
    if (words === 0) return clean
    const tableKey = `${spin} ${table}`
    const drawn =
      tables.get(tableKey) ?? drawTable(spellings, words, randomOf(seed, -1 - spin * spinTables - table))
    tables.set(tableKey, drawn)
    const key = `${source} ${tableKey}`
    const text = spun.get(key) ?? spinText(clean, drawn).text
    spun.set(key, text)
    return text
  }

  return (number) => {
    const random = randomOf(seed, number)
    const source = Math.floor(random() * sources.length)
    const drawn = random()
    const spin = drawn < spins[0].documents ? 0 : drawn < spins[0].documents + spins[1].documents ? 1 : 2
    const text = varyFigures(spinSource(source, spin, number % spinTables), random)
    return { name: `${String(number).padStart(6, '0')}-${sources[source]!.id}-${spins[spin]!.name}`, text }
  }
}

function pageOf(text: string): string {
  const escapeMarkup = (line: string) =>
    line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const [title = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  const body = lines.map((line) => `<p>${escapeMarkup(line)}</p>`)
  return [
    '<!doctype html>',
    `<html lang="zh"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title></head>`,
    `<body><h1>${escapeMarkup(title)}</h1>`,
    ...body,
    '</body></html>\n',
  ].join('\n')
}

const inFolder = 100
/** In an archive or a file of lines. */
const inFile = 5
/** Of a folder's documents: texts up to here, then pages, files of lines, one archive. */
const [texts, pages, lines] = [75, 85, 95]

/**
 * Writes `count` documents into a folder, which is made: `2015/00000/000000-city-communique-light.txt` and so on; of a
 * hundred, 75 are texts, 10 are pages, 10 stand in two JSONL files and 5 in an archive.
 */
export function generateDocuments(folder: string, count: number, { seed = 1 }: GenerateOptions = {}): void {
  const textOf = textSource(seed)
  for (let number = 0; number < count; ) {
    const part = Math.floor(number / inFolder)
    const place = number % inFolder
    const into = join(folder, String(2015 + (part % 8)), String(part).padStart(5, '0'))
    if (place === 0) mkdirSync(into, { recursive: true })
    if (place < pages) {
      const { name, text } = textOf(number)
      if (place < texts) writeFileSync(join(into, `${name}.txt`), text)
      else writeFileSync(join(into, `${name}.html`), pageOf(text))
      number++
      continue
    }
    const size = Math.min(inFile, count - number)
    const held = Array.from({ length: size }, (_, index) => textOf(number + index))
    const path = join(into, String(number).padStart(6, '0'))
    if (place < lines) {
      const records = held.map(({ name, text }) => `${JSON.stringify({ id: name, text })}\n`)
      writeFileSync(`${path}.jsonl`, records.join(''))
    } else {
      const entries = held.map(({ name, text }) => [`${name}.txt`, strToU8(text)] as const)
      // The hour that an archive states is that of the place: made from its parts it is the same everywhere.
      writeFileSync(`${path}.zip`, zipSync(Object.fromEntries(entries), { mtime: new Date(2020, 0, 1) }))
    }
    number += size
  }
}
