/**
 * `npm run fuzz:readers`: damages a file of each format in many ways, and reads every one with the built
 * library (`npm run build` first), one process a format: how they ended, the slowest, and the peak of memory. What
 * crashes or hangs is told with the path of the file, which is kept. `--count N` files a format, 1,000 by default;
 * `--only TEXT` formats whose name holds it; `--sample FILE` damages this file instead, and may be repeated;
 * `--library DIR` the built library, dist by default; `--keep DIR` keeps all files there.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/tables.js'
import { damageableSamples } from '../../tests/readers/samples/formats.js'
import { mutate } from '../../tests/readers/samples/mutations.js'
import { formatTable } from '../eval/table.js'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    sample: { type: 'string', multiple: true, default: [] },
    library: { type: 'string', default: join(root, 'dist') },
    keep: { type: 'string' },
  },
})

/** A file that takes longer hangs. In milliseconds. */
const longest = 10_000

interface Ending {
  readonly index: number
  readonly outcome?: string
  readonly milliseconds?: number
  readonly peak?: number
}

interface Run {
  readonly endings: Required<Ending>[]
  /** The file at which the process ended or was ended, if it did not come through. */
  readonly failed?: { readonly index: number; readonly reason: string }
}

/** Reads the files from the first one on, in one process. */
async function readAll(paths: readonly string[], first: number): Promise<Run> {
  const child = spawn(process.execPath, [
    join(root, 'measure', 'fuzz', 'read-each.js'),
    options.library,
    String(first),
  ])
  child.stdin.end(`${paths.join('\n')}\n`)
  const endings: Required<Ending>[] = []
  let index = first
  let errors = ''
  let hung = false
  const end = () => {
    hung = true
    child.kill('SIGKILL')
  }
  // The first file pays for loading the library.
  let watch = setTimeout(end, 2 * longest)
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  for await (const line of createInterface(child.stdout)) {
    const ending = JSON.parse(line) as Ending
    clearTimeout(watch)
    watch = setTimeout(end, index === first ? 2 * longest : longest)
    index = ending.index
    if (ending.outcome !== undefined) endings.push(ending as Required<Ending>)
  }
  const code = await closed
  clearTimeout(watch)
  if (code === 0 && !hung) return { endings }
  const reason = hung ? 'hang' : `crash: ${/^\w*Error.*$/m.exec(errors)?.[0] ?? errors.slice(0, 200)}`
  return { endings, failed: { index, reason } }
}

/** The row of a format: its endings counted, the slowest file, the peak of memory. */
async function tryFormat(name: string, paths: readonly string[]): Promise<string[]> {
  const endings: Required<Ending>[] = []
  const failures: string[] = []
  for (let first = 0; first < paths.length; ) {
    const { endings: more, failed } = await readAll(paths, first)
    endings.push(...more)
    if (failed === undefined) break
    failures.push(`${failed.reason} ${paths[failed.index]}`)
    first = failed.index + 1
  }
  const counts = new Map<string, number>()
  for (const { outcome } of endings) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const records = counts.get('record') ?? 0
  counts.delete('record')
  const codes = [...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`)
  const slowest = endings.reduce((most, next) => (next.milliseconds > most.milliseconds ? next : most))
  const peak = Math.max(...endings.map(({ peak: bytes }) => bytes))
  for (const failure of failures) console.error(`${name}: ${failure}`)
  return [
    name,
    String(records),
    codes.join(', '),
    String(failures.length),
    `${Math.round(slowest.milliseconds)} (${basename(paths[slowest.index]!)})`,
    String(Math.round(peak / 1024 ** 2)),
  ]
}

const samples =
  options.sample.length > 0
    ? options.sample.map((path) => ({ name: basename(path), path, bytes: readFileSync(path) }))
    : damageableSamples().filter(({ name }) => name.includes(options.only))
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'huanyuan-mutations-'))
mkdirSync(folder, { recursive: true })
const rows: string[][] = []
for (const [number, { name, path, bytes }] of samples.entries()) {
  const paths = Array.from({ length: Number(options.count) }, (_, round) => {
    const damaged = join(folder, `${number}-${round}${extname(path)}`)
    writeFileSync(damaged, mutate(bytes, round, name.length))
    return damaged
  })
  const row = await tryFormat(name, paths)
  console.log(row.join(' | '))
  rows.push(row)
}
const header = ['format', 'records', 'errors', 'crashes and hangs', 'slowest, ms', 'peak, MB']
console.log(`\n${formatTable(header, rows)}`)
if (options.keep === undefined && rows.every((row) => row[3] === '0')) rmSync(folder, { recursive: true })
