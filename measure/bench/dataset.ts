/**
 * `npm run bench:dataset`: whole builds of generated documents (measure/bench/documents.ts), as a user calls them: how
 * much faster all cores are than one thread, what memory takes at its peak and whether it grows with the number of
 * documents, and what each format costs. `--documents N` is 10,000 by default, a tenth of it is the smaller dataset;
 * `--publish` writes docs/benchmark-dataset.md. Needs a build (`npm run build`). Times are wall-clock: quote ratios.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/tables.js'
import { formats } from '../../src/dataset/formats/index.js'
import { formatTable } from '../eval/table.js'
import { generateDocuments } from './documents.js'
import { parsePeak } from './measure.js'

const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    publish: { type: 'boolean', default: false },
  },
})

const command = join(root, 'bin/huanyuan.js')
const output: string[] = []

function print(text: string): void {
  console.log(text)
  output.push(text)
}

interface Measured {
  readonly seconds: number
  /** Bytes; undefined where the system does not tell. */
  readonly peak: number | undefined
  readonly timings: Readonly<Record<string, number>>
}

/** Builds with these words, and looks at the memory of the process ten times a second. */
async function measureBuild(folder: string, words: readonly string[]): Promise<Measured> {
  const out = join(folder, 'out')
  const args = [command, 'build', join(folder, 'in'), '-o', out, ...words]
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak: number | undefined
  const status = `/proc/${child.pid}/status`
  const timer = setInterval(() => {
    const text = existsSync(status) ? readFileSync(status, 'utf8') : ''
    // A process that has just ended has a status and no memory.
    if (text.includes('VmHWM')) peak = Math.max(peak ?? 0, parsePeak(text))
  }, 100)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`the build ended with ${code}`)
  const seconds = (performance.now() - start) / 1000
  const timings = JSON.parse(readFileSync(join(out, 'timings.json'), 'utf8')) as {
    milliseconds: Record<string, number>
  }
  rmSync(out, { recursive: true })
  return { seconds, peak, timings: timings.milliseconds }
}

const megabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1024 ** 2).toFixed(0))

/** One thread and all cores over so many documents. */
async function compareThreads(folder: string, count: number): Promise<void> {
  const cores = availableParallelism()
  const measured = []
  for (const threads of [1, cores]) {
    measured.push({ threads, ...(await measureBuild(folder, ['--threads', String(threads)])) })
  }
  const [one] = measured
  for (const { threads, seconds, peak } of measured) {
    rows.push([
      count.toLocaleString('en'),
      String(threads),
      seconds.toFixed(0),
      (count / seconds).toFixed(1),
      (one!.seconds / seconds).toFixed(2),
      megabytes(peak),
    ])
  }
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

/** Runs something over generated documents in a folder of their own. */
async function withDocuments(count: number, run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huanyuan-bench-'))
  try {
    generateDocuments(join(folder, 'in'), count)
    await run(folder)
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
await withDocuments(smaller, (folder) => compareThreads(folder, smaller))
await withDocuments(documents, (folder) => compareThreads(folder, documents))
print('\n## Threads and memory\n')
print(
  formatTable(
    ['documents', 'threads', 'seconds', 'documents a second', 'times one thread', 'peak, MiB'],
    rows,
  ),
)
await withDocuments(smaller, (folder) => compareFormats(folder, smaller))
if (options.publish) writeFileSync(join(root, 'docs', 'benchmark-dataset.md'), `${output.join('\n')}\n`)
