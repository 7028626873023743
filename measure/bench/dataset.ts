/**
 * `npm run bench:dataset`: whole builds of generated documents (measure/bench/documents.ts), as a user calls them: how
 * much faster all cores are than one thread, what memory takes at its peak and whether it grows with the number of
 * documents, what each format costs, how long a hundred times as many files are planned and ten times as many short
 * documents gone on with after a kill, and the size of slim records. `--documents N` is 10,000 by default, a tenth of it is
 * the smaller dataset;
 * `--publish` writes docs/benchmark-dataset.md. Needs a build (`npm run build`). Times are wall-clock: quote ratios.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync, strFromU8 } from 'fflate'
import { root } from '../../scripts/tables.js'
import { formats } from '../../src/dataset/formats/index.js'
import { formatTable } from '../eval/table.js'
import { generateDocuments } from './documents.js'
import { measurePlanning, measureResume } from './large.js'
import { type Watched, watchBuild } from './watched.js'

const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    publish: { type: 'boolean', default: false },
  },
})

const output: string[] = []

function print(text: string): void {
  console.log(text)
  output.push(text)
}

interface Measured extends Watched {
  readonly timings: Readonly<Record<string, number>>
}

/** Builds the generated documents with these words. */
async function measureBuild(folder: string, words: readonly string[]): Promise<Measured> {
  const out = join(folder, 'out')
  const watched = await watchBuild([join(folder, 'in'), '-o', out, ...words])
  const timings = JSON.parse(readFileSync(join(out, 'timings.json'), 'utf8')) as {
    milliseconds: Record<string, number>
  }
  rmSync(out, { recursive: true })
  return { ...watched, timings: timings.milliseconds }
}

const megabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1024 ** 2).toFixed(0))

/** One thread and all cores over so many documents; gives the peak with one thread. */
async function compareThreads(folder: string, count: number): Promise<number | undefined> {
  const cores = availableParallelism()
  const measured = []
  for (const threads of [1, cores]) {
    measured.push({ threads, ...(await measureBuild(folder, ['--threads', String(threads)])) })
  }
  const [one] = measured
  for (const { threads, seconds, peak, timings } of measured) {
    rows.push([
      count.toLocaleString('en'),
      String(threads),
      seconds.toFixed(0),
      (count / seconds).toFixed(1),
      (one!.timings.process! / timings.process!).toFixed(2),
      megabytes(peak),
    ])
  }
  return one!.peak
}

/** Bytes of compressed records with their facts and restored text alone, for each character of the texts. */
async function slimBytes(folder: string): Promise<number> {
  const out = join(folder, 'slim')
  await watchBuild([join(folder, 'in'), '-o', `${out}/`, '--fields', 'facts,repaired', '--gzip'])
  const packed = readFileSync(join(out, 'records.jsonl.gz'))
  const lines = strFromU8(gunzipSync(packed)).split('\n').slice(0, -1)
  const texts = lines.map((line) => (JSON.parse(line) as { repaired: { text: string } }).repaired.text)
  return packed.length / texts.reduce((sum, text) => sum + text.length, 0)
}

async function compareFormats(folder: string, count: number): Promise<void> {
  const ids = formats.map(({ id }) => id)
  const { timings } = await measureBuild(folder, ['--format', ids.join(',')])
  print(`\n## Writing the formats of ${count.toLocaleString('en')} documents, all at once\n`)
  print(
    formatTable(
      ['format', 'seconds'],
      ids.map((id) => [id, (timings[`write ${id}`]! / 1000).toFixed(1)]),
    ),
  )
}

/** Runs something in a folder of its own, with so many generated documents. */
async function withDocuments<T>(count: number, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'huanyuan-bench-'))
  try {
    generateDocuments(join(folder, 'in'), count)
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const documents = Number(options.documents)
const rows: string[][] = []
print('# Benchmark of datasets\n')
print(
  `Made by \`npm run bench:dataset -- --documents ${documents}\` on Node ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores. The documents are the own reports with other figures, spun with tables drawn from the lexicon. Times are wall-clock, loading included: quote the ratios.`,
)
const smaller = Math.ceil(documents / 10)
const few = await withDocuments(smaller, (folder) => compareThreads(folder, smaller))
const many = await withDocuments(documents, (folder) => compareThreads(folder, documents))
print('\n## Threads and memory\n')
print(
  formatTable(
    [
      'documents',
      'threads',
      'seconds',
      'documents a second',
      'times one thread while processing',
      'peak, MiB',
    ],
    rows,
  ),
)
if (few !== undefined && many !== undefined) {
  const growth = (many - few) / (documents - smaller) / 1024
  print(`\nWith one thread the peak grows by ${growth.toFixed(2)} KiB a document.`)
}
await withDocuments(smaller, (folder) => compareFormats(folder, smaller))
print('\n## Large and slim\n')
const [paths, lines] = [documents * 100, documents * 10]
const planned = await withDocuments(0, (folder) => measurePlanning(folder, paths))
const resumed = await withDocuments(0, (folder) => measureResume(folder, lines))
const slim = await withDocuments(smaller, slimBytes)
print(
  formatTable(
    ['what', 'figure'],
    [
      [`planning ${paths.toLocaleString('en')} files, seconds`, planned.seconds.toFixed(1)],
      ['its peak, MiB', megabytes(planned.peak)],
      [
        `going on with ${lines.toLocaleString('en')} short documents after a kill, seconds to the first record`,
        resumed.toFixed(1),
      ],
      ['slim records (facts, restored text), compressed: bytes a character', slim.toFixed(2)],
    ],
  ),
)
if (options.publish) writeFileSync(join(root, 'docs', 'benchmark-dataset.md'), `${output.join('\n')}\n`)
