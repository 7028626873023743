/**
 * `npm run bench:scale`: what a dataset costs as its characters grow: core seconds, bytes in the work folder and in each
 * output, the peak of memory, over four sizes, each twice the one before; the line through them, and what it says of a
 * million, a hundred million and ten thousand million characters. `--documents N` (40) is the smallest size. Needs a build
 * (`npm run build`). Core seconds are processor time: other programs on the machine count little.
 */
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/tables.js'
import { filesBelow } from '../../src/dataset/disk.js'
import { formatTable } from '../eval/table.js'
import { generateDocuments } from './documents.js'
import { parsePeak } from './measure.js'

const { values: options } = parseArgs({ options: { documents: { type: 'string', default: '40' } } })
const command = join(root, 'bin/huanyuan.js')
const formats = ['csv', 'sqlite', 'parquet'] as const

/** Ticks of processor time in a second, as Linux shows them. */
const ticks = 100

function bytesBelow(path: string): number {
  let sum = 0
  try {
    for (const file of filesBelow(path)) sum += lstatSync(file).size
  } catch {
    // A file went while it was looked at.
  }
  return sum
}

interface Cost {
  readonly coreSeconds: number
  readonly peak: number
  readonly workBytes: number
}

/** Seconds of processor time, from the line that the system has of a process. */
function coreSecondsOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

/** Runs a build and looks at it ten times a second. */
async function costOf(cwd: string, words: readonly string[], out: string): Promise<Cost> {
  const args = [command, 'build', ...words, '-o', out, '--threads', '1']
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  let cost: Cost = { coreSeconds: 0, peak: 0, workBytes: 0 }
  const look = () => {
    const place = `/proc/${child.pid}`
    const status = existsSync(place) ? readFileSync(`${place}/status`, 'utf8') : ''
    if (!status.includes('VmHWM')) return
    cost = {
      coreSeconds: Math.max(cost.coreSeconds, coreSecondsOf(readFileSync(`${place}/stat`, 'utf8'))),
      peak: Math.max(cost.peak, parsePeak(status)),
      workBytes: Math.max(cost.workBytes, bytesBelow(join(cwd, out, '.build'))),
    }
  }
  const timer = setInterval(look, 100)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`the build ended with ${code}`)
  return cost
}

interface Measured extends Cost {
  readonly documents: number
  readonly characters: number
  /** Core seconds of writing the further formats from finished records. */
  readonly formatSeconds: number
  readonly outputs: Readonly<Record<string, number>>
}

async function measure(count: number): Promise<Measured> {
  const cwd = mkdtempSync(join(tmpdir(), 'huanyuan-bench-'))
  try {
    generateDocuments(join(cwd, 'in'), count)
    const cost = await costOf(cwd, ['in'], 'out')
    const lines = readFileSync(join(cwd, 'out/records.jsonl'), 'utf8').split('\n').slice(0, -1)
    const texts = lines.map((line) => (JSON.parse(line) as { source: { text: string } }).source.text)
    const again = await costOf(cwd, ['out/records.jsonl', '--format', formats.join(',')], 'tables')
    const bytesOf = (pattern: RegExp) =>
      readdirSync(join(cwd, 'tables'))
        .filter((name) => pattern.test(name))
        .reduce((sum, name) => sum + bytesBelow(join(cwd, 'tables', name)), 0)
    return {
      ...cost,
      documents: texts.length,
      characters: texts.reduce((sum, text) => sum + text.length, 0),
      formatSeconds: again.coreSeconds,
      outputs: {
        jsonl: bytesBelow(join(cwd, 'out/records.jsonl')),
        ...Object.fromEntries(formats.map((format) => [format, bytesOf(new RegExp(`\\.${format}$`))])),
      },
    }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

/** The straight line nearest to some points: what is there at zero, and what each character adds. */
function lineThrough(points: readonly (readonly [number, number])[]): { start: number; slope: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]
  const slope =
    points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) /
    points.reduce((sum, [px]) => sum + (px - x) ** 2, 0)
  return { start: y - slope * x, slope }
}

const megabyte = 1e6
const sizes = [1, 2, 4, 8].map((times) => times * Number(options.documents))
const measured: Measured[] = []
for (const size of sizes) {
  measured.push(await measure(size))
  console.error(JSON.stringify(measured.at(-1)))
}

const kinds: readonly (readonly [name: string, of: (each: Measured) => number, unit: number])[] = [
  ['core seconds, to records', (each) => each.coreSeconds, 1],
  [`core seconds, ${formats.join(', ')} of records`, (each) => each.formatSeconds, 1],
  ['work folder, MB', (each) => each.workBytes, megabyte],
  ...['jsonl', ...formats].map(
    (format) => [`${format}, MB`, (each: Measured) => each.outputs[format]!, megabyte] as const,
  ),
  ['peak of memory, MB', (each) => each.peak, megabyte],
]
const shown = (value: number) => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en'))
const large = [1e6, 1e8, 1e10]
console.log(
  formatTable(
    [
      'of so many characters',
      ...measured.map(({ characters }) => characters.toLocaleString('en')),
      'at the start',
      ...large.map((characters) => characters.toExponential(0)),
    ],
    [
      ['documents', ...measured.map(({ documents }) => String(documents)), '', '', '', ''],
      ...kinds.map(([name, of, unit]) => {
        const values = measured.map((each) => of(each) / unit)
        const { start, slope } = lineThrough(measured.map(({ characters }, at) => [characters, values[at]!]))
        return [
          name,
          ...values.map(shown),
          shown(start),
          ...large.map((characters) => shown(start + slope * characters)),
        ]
      }),
    ],
  ),
)
